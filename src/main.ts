import { Cancellation } from './cancellation.ts'
import { systemClock } from './platform/clock.ts'
import { exitWhenWritten } from './platform/exit.ts'
import { listenForCancel, runMain } from './program.ts'
import { runNote } from './program-note.ts'
import { NOTE_STOPPED, TASK_VARIABLE } from './task.ts'

const cancellation = new Cancellation(systemClock)
listenForCancel(cancellation)
const asked = process.env[TASK_VARIABLE]
process.exitCode =
  asked === NOTE_STOPPED ? await runNote(process.env) : await runMain(process.env, cancellation)
await exitWhenWritten()
