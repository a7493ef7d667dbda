// Only what is timed of the bench of the verdict.
import { judgeTimes } from './judge-times.ts'

judgeTimes((kept) => {
  if (!kept) process.exitCode = 1
  return kept ? '' : ' MISSED'
})
