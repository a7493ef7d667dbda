import { Cancellation } from './platform/runner/cancellation.ts'
import { systemClock } from './platform/clock.ts'
import { exitWhenWritten, outliveBrokenLog } from './platform/runner/exit.ts'
import { listenForCancel, runMain } from './program/main-program.ts'
import { runNote } from './program/note-program.ts'
import { NOTE_STOPPED } from './program/note-task.ts'

outliveBrokenLog()
const cancellation = new Cancellation(systemClock)
listenForCancel(cancellation)
const [, , task] = process.argv
process.exitCode =
  task === NOTE_STOPPED ? await runNote(process.env) : await runMain(process.env, cancellation)
await exitWhenWritten()
