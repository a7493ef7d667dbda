// Compares what the client assumes about a service with the service's OpenAPI document, and prints the
// differences.
import { parseArgs } from 'node:util'
import type { Assumption } from '../src/providers/assumption.ts'
import { errthquakeAssumptions } from '../src/providers/errthquake/assumptions.ts'
import { xtcAssumptions } from '../src/providers/xtc/assumptions.ts'
import { contractV1 } from '../src/providers/xtc/contracts/contract-v1.ts'
import { contractV2 } from '../src/providers/xtc/contracts/contract-v2.ts'
import { compareAll } from './contract/compare.ts'
import { countOf, reportOf } from './contract/finding.ts'
import { DocumentError, readDocument } from './contract/read-document.ts'

const USAGE = `Usage: npm run contract -- <URL or file> [--service xtc|errthquake] [--api-version v2|v1]

Compares what the client assumes about a service with its OpenAPI document (OpenAPI 3 or Swagger 2, JSON or YAML).
XTC publishes one at https://xtc.xceptance.com/public/api/json.

Exit code
  0  nothing is contradicted or missing (anything that the document does not state is listed)
  1  something is contradicted or not found
  2  the document could not be read, or the command line is wrong
`

const ASSUMPTIONS: Record<string, () => Assumption[]> = {
  'xtc v1': () => xtcAssumptions(contractV1),
  'xtc v2': () => xtcAssumptions(contractV2),
  'errthquake v1': errthquakeAssumptions,
  'errthquake v2': errthquakeAssumptions,
}

class UsageError extends Error {}

async function main(): Promise<number> {
  const { source, assumptions } = commandLine()
  const document = await readDocument(source)
  const compared = compareAll(assumptions, document)
  process.stdout.write(`${document.title}\n\n${reportOf(compared)}`)
  return countOf(compared, 'contradicted') + countOf(compared, 'not found') === 0 ? 0 : 1
}

function commandLine(): { source: string; assumptions: Assumption[] } {
  const { values, positionals } = given()
  const assumptions = ASSUMPTIONS[`${values.service} ${values['api-version']}`]
  const [source, ...more] = positionals
  if (source === undefined || more.length > 0) throw new UsageError('Give one URL or file.')
  if (assumptions === undefined)
    throw new UsageError(
      `There is no service '${values.service}' with API version '${values['api-version']}'.`,
    )
  return { source, assumptions: assumptions() }
}

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        service: { type: 'string', default: 'xtc' },
        'api-version': { type: 'string', default: 'v2' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof DocumentError) && !(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n${error instanceof UsageError ? `\n${USAGE}` : ''}`)
  process.exitCode = 2
}
