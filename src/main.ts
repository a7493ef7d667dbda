import { Cancellation } from './cancellation.ts'
import { listenForCancel, runMain } from './program.ts'
import { systemClock } from './platform/clock.ts'

const cancellation = new Cancellation(systemClock)
listenForCancel(cancellation)
process.exitCode = await runMain(process.env, cancellation)
// An upload that was given up, or a stop that nobody waits for, must not keep the step going.
process.exit()
