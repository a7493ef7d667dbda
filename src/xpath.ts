import { runXPath } from './program/xpath-program.ts'

await runXPath()
