import { runPost } from './program-post.ts'

process.exitCode = await runPost(process.env)
process.exit()
