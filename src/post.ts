import { exitWhenWritten } from './platform/exit.ts'
import { runPost } from './program-post.ts'

process.exitCode = await runPost(process.env)
await exitWhenWritten()
