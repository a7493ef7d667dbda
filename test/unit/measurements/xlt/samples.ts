import { existsSync } from 'node:fs'

/** Real files that lie beside the project where it is developed; a user's checkout has none. */
export const SAMPLES = {
  report2017: '../shared/samples/xlt/testreport-2017.xml',
  report2011: '../shared/samples/xlt/report-2011.tar.gz',
  result2011: '../shared/samples/xlt/result-2011.tar.gz',
}

/** Says so on the console when they are not there, as then tests are skipped. */
export function samplesAreThere(): boolean {
  const there = Object.values(SAMPLES).every((path) => existsSync(path))
  if (!there) console.warn('No real samples here (../shared/samples): tests that read them are skipped.')
  return there
}
