import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { JVM_OPTIONS, programOf, type Jdk } from './java.ts'
import { lastLines, runProcess } from '../run-process.ts'

/** For a key that is only used on loopback. */
const KEYSTORE_PASSWORD = 'loopback'
const RECORDS = {
  R: 'com.xceptance.xlt.api.engine.RequestData',
  A: 'com.xceptance.xlt.api.engine.ActionData',
  T: 'com.xceptance.xlt.api.engine.TransactionData',
  C: 'com.xceptance.xlt.api.engine.CustomData',
  E: 'com.xceptance.xlt.api.engine.EventData',
  P: 'com.xceptance.xlt.api.engine.PageLoadTimingData',
  W: 'com.xceptance.xlt.api.engine.WebVitalData',
  J: 'com.xceptance.xlt.agent.JvmResourceUsageData',
}
const SECTIONS =
  'General Summary Transactions Actions Requests CustomTimers PageLoadTimings WebVitals Agents Errors Events Configuration'

export type Properties = Record<string, string>

/** Writes the folder that XLT uses as its installation: our own configuration, and the agents' script. */
export async function writeHome(home: string, jdk: Jdk, libraries: string): Promise<void> {
  rmSync(home, { recursive: true, force: true })
  for (const folder of ['bin', 'config/testreport', 'config/xsl/scorecard', 'suite/config', 'tmp'])
    mkdirSync(join(home, folder), { recursive: true })
  const config = join(home, 'config')
  writeProperties(join(config, 'mastercontroller.properties'), {
    'com.xceptance.xlt.mastercontroller.testSuitePath': join(home, 'suite'),
    'com.xceptance.xlt.mastercontroller.agentcontrollers.default.agents': '2',
  })
  writeProperties(join(config, 'agentcontroller.properties'), {
    'com.xceptance.xlt.agentcontroller.host': '127.0.0.1',
    // 0 is any free port.
    'com.xceptance.xlt.agentcontroller.port': '0',
    'com.xceptance.xlt.agentcontroller.agentsdir': 'agents',
    'com.xceptance.xlt.agentcontroller.tempdir': 'tmp',
    'com.xceptance.xlt.agentcontroller.keystore.password': KEYSTORE_PASSWORD,
    'com.xceptance.xlt.agentcontroller.keystore.key.password': KEYSTORE_PASSWORD,
  })
  writeProperties(join(config, 'reportgenerator.properties'), reportProperties())
  writeFileSync(join(config, 'xsl', 'scorecard', 'index.xsl'), SCORECARD_PAGE)
  writeAgentScript(home, jdk, libraries)
  await writeKeystore(join(config, 'keystore'), jdk)
}

export function writeProperties(path: string, properties: Properties): void {
  const lines = Object.entries(properties).map(
    ([name, value]) => `${name} = ${value.replaceAll('\\', '\\\\')}`,
  )
  writeFileSync(path, `${lines.join('\n')}\n`)
}

function reportProperties(): Properties {
  const prefix = 'com.xceptance.xlt.reportgenerator'
  const records = Object.entries(RECORDS).map(([type, name]) => [`${prefix}.dataRecords.${type}`, name])
  const sections = SECTIONS.split(' ').map((name, index) => [
    `${prefix}.providers.${index + 1}`,
    `com.xceptance.xlt.report.providers.${name}ReportProvider`,
  ])
  return {
    ...Object.fromEntries([...records, ...sections]),
    [`${prefix}.runtimePercentiles`]: '50, 75, 95, 99, 99.9',
  }
}

function writeAgentScript(home: string, jdk: Jdk, libraries: string): void {
  const java = [programOf(jdk, 'java'), ...JVM_OPTIONS, `-Dcom.xceptance.xlt.home=${home}`]
  const script = join(home, 'bin', 'agent.sh')
  writeFileSync(
    script,
    `#!/bin/sh
exec ${java.map((word) => `'${word}'`).join(' ')} "-Dcom.xceptance.xlt.agent.home=$PWD" \\
  -cp "$PWD/classes:${libraries}/*" com.xceptance.xlt.agent.AgentMain "$@"
`,
  )
  chmodSync(script, 0o755)
}

/** XLT's agents use TLS to talk to their controller, even on loopback. */
async function writeKeystore(path: string, jdk: Jdk): Promise<void> {
  const options = ['-keyalg', 'RSA', '-alias', 'xlt', '-dname', 'CN=localhost', '-validity', '2']
  const passwords = ['-storepass', KEYSTORE_PASSWORD, '-keypass', KEYSTORE_PASSWORD]
  const run = await runProcess(
    [programOf(jdk, 'keytool'), '-genkeypair', ...options, '-keystore', path, ...passwords],
    { directory: '.', timeoutMs: 60_000 },
  )
  if (run.exitCode !== 0) throw new Error(`keytool did not create a key.\n${lastLines(run.output)}`)
}

/** XLT also makes a page from the scorecard; its contents do not matter here. */
const SCORECARD_PAGE = `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="/"><html><body>Scorecard</body></html></xsl:template>
</xsl:stylesheet>
`
