// Runs .github/workflows/e2e.yml in a real Gitea with its runner, both built from their Go modules, on
// loopback: on a push and on a pull request. Also runs a gate that saves a baseline, comments, is cancelled
// and is run again.
// Usage: npm run gitea. Exit code 0: passed, 1: failed, 77: skipped, because Gitea cannot be built here.
//
// * The runner uses its host mode, so no container engine is needed. Jobs run on this machine, as its user.
// * Gitea's API and its Actions work; its pages have no styles, because the module has no built frontend.
// * actions/checkout and other actions are not fetched. Stand-ins are in a repository of that Gitea.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startSimulator } from '../test/simulator/simulator.ts'
import { END_TO_END } from './end-to-end/workflow.ts'
import { checkCancel, checkRerun } from './gitea/check-cancel.ts'
import { checkFurtherPush, checkPullRequest, checkPush } from './gitea/check-pushes.ts'
import { installGitea } from './gitea/install.ts'
import { endJobProcesses } from './gitea/job-processes.ts'
import { startInstance, type Instance } from './gitea/instance.ts'
import { Programs } from './gitea/programs.ts'
import { Repository } from './gitea/repository.ts'
import { Findings, type Stage } from './gitea/stage.ts'
import { endToEndInGitea, gateWorkflow, longWorkflow, standInFiles } from './gitea/workflows.ts'
import { endEarly } from './skipped.ts'

const NAME = 'load-test-gate'
const STAND_INS = 'stand-ins'

const root = join(import.meta.dirname, '..')
const directory = process.env['GITEA_DIRECTORY'] ?? join(root, 'build', 'gitea')
const place = join(directory, 'instance')
const ending = new AbortController()
const programs = new Programs(ending.signal)

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

async function newRepository({ client }: Instance, name: string): Promise<string> {
  await client.post('/user/repos', { name, private: false, default_branch: 'main' })
  return `${client.account.user}/${name}`
}

async function play(stage: Stage, git: Repository, url: string): Promise<void> {
  const { instance, repository, simulator, results, findings } = stage
  const standIns = `${instance.client.account.url}/${await newRepository(instance, STAND_INS)}`
  await git.push(standIns, await git.commit({ files: standInFiles(root), message: 'Stand-ins' }), 'main')
  const places = { standIns, errthquakeUrl: simulator.errthquakeUrl, results }
  // Gitea ignores .github/workflows if this folder exists.
  const files = {
    '.gitea/workflows/e2e.yml': endToEndInGitea(readFileSync(join(root, END_TO_END), 'utf8'), places),
    '.gitea/workflows/gate.yml': gateWorkflow(places),
    '.gitea/workflows/long.yml': longWorkflow(places),
  }
  say('Push to main')
  const main = await git.commit({ folder: root, files, message: 'The repository' })
  await git.push(url, main, 'main')
  await checkPush(stage, main)

  say('Pull request')
  const change = await git.commit({ parent: main, files: { 'change.txt': '1\n' }, message: 'A change' })
  await git.push(url, change, 'change')
  const { number } = await instance.client.post<{ number: number }>(`/repos/${repository}/pulls`, {
    title: 'A change',
    head: 'change',
    base: 'main',
  })
  const comments = await checkPullRequest(stage, number, change)
  const further = await git.commit({ parent: change, files: { 'change.txt': '2\n' }, message: 'More' })
  await git.push(url, further, 'change')
  await checkFurtherPush(stage, { number, comments }, further)

  say('Cancel')
  await checkCancel(stage)
  say('Re-run')
  await checkRerun(stage)
  if (findings.faults.length > 0) throw new Error(`These checks failed:\n${findings.faults.join('\n')}`)
}

async function checkInGitea(): Promise<void> {
  const installed = await installGitea({ directory, say, ending: ending.signal })
  const simulator = await startSimulator()
  try {
    const instance = await startInstance(place, installed, programs)
    const results = join(place, 'results')
    for (const event of ['push', 'pull_request']) mkdirSync(join(results, event), { recursive: true })
    const { url, token } = instance.client.account
    const git = new Repository(join(place, 'git'), url, token)
    await git.init()
    const repository = await newRepository(instance, NAME)
    const findings = new Findings(say)
    await play({ instance, simulator, repository, results, findings }, git, `${url}/${repository}`)
  } finally {
    await programs.endAll()
    await endJobProcesses(join(place, 'runner', 'jobs'))
    await simulator.close()
  }
  // After a failure, the logs are kept.
  rmSync(place, { recursive: true, force: true })
}

// A second signal ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => ending.abort(new Error('Stopped by a signal.')))

try {
  await checkInGitea()
  say('gitea: the end-to-end workflow, baseline, comment, cancel and re-run passed.')
} catch (error) {
  endEarly('gitea', error)
  if (existsSync(place)) say(`Logs of Gitea and its runner: ${join(place, '*.log')}`)
}
