import { renameSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CONNECTION_FILE, removeConnection, writeConnection } from './connection.ts'
import { startForRecipes } from './for-recipes.ts'
import { type Simulator, startSimulator } from './simulator.ts'

const USAGE = `Usage: npm run simulator -- [options]
  --xtc-port <port>         default 8911
  --errthquake-port <port>  default 8912
  --actions-port <port>     default 8913
  --storage-port <port>     default 8914
  --github-port <port>      default 8915
  --lines <count>           size of the generated data (requests per run)
  --seed <number>           default 1
  --samples <directory>     serve the real sample archives in that folder
  --recipes                 has what the workflows in examples/ name, and minutes of Errthquake's tests take a
                            second or less; npm run simulator sets it, --no-recipes
                            takes it back
  --ready-file <path>       written once everything is listening: process id and addresses, as JSON
Port 0 is any free port.
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      'xtc-port': { type: 'string', default: '8911' },
      'errthquake-port': { type: 'string', default: '8912' },
      'actions-port': { type: 'string', default: '8913' },
      'storage-port': { type: 'string', default: '8914' },
      'github-port': { type: 'string', default: '8915' },
      lines: { type: 'string' },
      seed: { type: 'string', default: '1' },
      samples: { type: 'string' },
      recipes: { type: 'boolean', default: false },
      'ready-file': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return
  }
  const size = values.lines === undefined ? {} : { lines: Number(values.lines) }
  const { recipes } = values
  const start = recipes ? startForRecipes : startSimulator
  const simulator = await start({
    seed: Number(values.seed),
    xltData: size,
    requestLog: size,
    ...(values.samples !== undefined && { samplesDirectory: values.samples }),
    ports: {
      xtc: Number(values['xtc-port']),
      errthquake: Number(values['errthquake-port']),
      actions: Number(values['actions-port']),
      storage: Number(values['storage-port']),
      github: Number(values['github-port']),
    },
  })
  await writeConnection(simulator, CONNECTION_FILE, recipes)
  process.stdout.write(welcome(simulator))
  if (values['ready-file'] !== undefined) announce(simulator, values['ready-file'])
  const end = (): void => {
    Promise.all([simulator.close(), removeConnection()]).then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

/** Renamed into place, so that nobody who waits for the file reads half of it. */
function announce(simulator: Simulator, path: string): void {
  const { xtcUrl, errthquakeUrl } = simulator
  writeFileSync(`${path}.part`, JSON.stringify({ pid: process.pid, xtcUrl, errthquakeUrl }))
  renameSync(`${path}.part`, path)
}

function welcome(simulator: Simulator): string {
  const { xtc, errthquake } = simulator
  const credentials = xtc.credentials[0]
  const environment = Object.entries(simulator.environment())
    .map(([name, value]) => `  export ${name}='${value}'`)
    .join('\n')
  return `XTC         ${simulator.xtcUrl}
Errthquake  ${simulator.errthquakeUrl}
Actions     ${simulator.actionsUrl}
Storage     ${simulator.storageUrl}  (for redirected archives)
GitHub      ${simulator.githubUrl}  (pull request comments; token ${simulator.github.token})
Requests    <any of these>/__record

A step for XTC:
  with:
    provider: xtc
    xtc-url: ${simulator.xtcUrl}
    xtc-organization: ${xtc.organization}
    xtc-project: ${xtc.project}
    xtc-load-test: Checkout nightly
    xtc-client-id: ${credentials?.clientId}
    xtc-client-secret: ${credentials?.clientSecret}

A step for Errthquake:
  with:
    provider: errthquake
    errthquake-url: ${simulator.errthquakeUrl}
    errthquake-token: ${errthquake.token}
    test-input: ${errthquake.testInputs[0]}
    test-config: ${errthquake.testConfigs[0]}
    virtual-users: 20
    test-type: duration
    test-duration: 3s
    region: ${errthquake.regions[0]}

Variables that the runner would set for artifacts, the cache and comments:
${environment}

To run a workflow's steps against it, in another terminal:
  npm run try -- <workflow.yml>

Press Ctrl+C to stop.
`
}

await main()
