import { exitWhenWritten, outliveBrokenLog } from './platform/runner/exit.ts'
import { runPost } from './program/post-program.ts'

outliveBrokenLog()
process.exitCode = await runPost(process.env)
await exitWhenWritten()
