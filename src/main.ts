import { Cancellation } from './platform/runner/cancellation.ts'
import { systemClock } from './platform/clock.ts'
import { exitWhenWritten } from './platform/runner/exit.ts'
import { listenForCancel, runMain } from './program/main-program.ts'
import { runNote } from './program/note-program.ts'
import { NOTE_STOPPED, TASK_VARIABLE } from './program/note-task.ts'

const cancellation = new Cancellation(systemClock)
listenForCancel(cancellation)
const asked = process.env[TASK_VARIABLE]
process.exitCode =
  asked === NOTE_STOPPED ? await runNote(process.env) : await runMain(process.env, cancellation)
await exitWhenWritten()
