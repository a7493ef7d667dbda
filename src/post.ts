import { exitWhenWritten } from './platform/runner/exit.ts'
import { runPost } from './program/post-program.ts'

process.exitCode = await runPost(process.env)
await exitWhenWritten()
