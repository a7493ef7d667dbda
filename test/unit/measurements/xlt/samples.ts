import { existsSync } from 'node:fs'

/** Real files next to the project, only where it is developed; they are not part of the repository. */
export const SAMPLES = {
  report2017: '../shared/samples/xlt/testreport-2017.xml',
  report2011: '../shared/samples/xlt/report-2011.tar.gz',
  result2011: '../shared/samples/xlt/result-2011.tar.gz',
}

/** Prints a message if they are missing, because tests are then skipped. */
export function samplesAreThere(): boolean {
  const there = Object.values(SAMPLES).every((path) => existsSync(path))
  if (!there) console.warn('No real samples here (../shared/samples): tests that read them are skipped.')
  return there
}
