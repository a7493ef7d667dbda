// Only the timed part of the verdict bench.
import { judgeTimes } from './judge-times.ts'

judgeTimes((kept) => {
  if (!kept) process.exitCode = 1
  return kept ? '' : ' MISSED'
})
