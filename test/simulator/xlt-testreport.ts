import { element, escaped, fixed } from './xml-text.ts'
import { agentSamples } from './xlt-result-data.ts'
import { xltUsers } from './xlt-records.ts'
import { SCENARIOS, USERS_PER_SCENARIO, type XltDataSettings } from './xlt-scenarios.ts'
import { type NamedTimers, SpreadStatistics } from './xlt-statistics.ts'
import type { XltTotals } from './xlt-totals.ts'
import { apdex, requestParts, share, spread, timer } from './xlt-timer-xml.ts'
import { webVitalsList } from './xlt-web-vitals.ts'

/** `testreport.xml` in the format of current XLT versions. */
export function testReportXml(seed: number, totals: XltTotals, settings: XltDataSettings): string {
  const seconds = settings.durationMs / 1000
  const timers = (names: NamedTimers, one: string, extra?: (name: string) => string): string =>
    [...names.byName]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, statistics]) => element(one, timer(name, statistics, seconds) + (extra?.(name) ?? '')))
      .join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'testreport',
    element('agents', agents(seed, totals, settings)) +
      configuration(settings) +
      element('responseCodes', responseCodes(totals)) +
      counted('requestMethods', 'requestMethod', 'method', totals.requestMethods) +
      counted('contentTypes', 'contentType', 'contentType', totals.contentTypes) +
      element(
        'hosts',
        element('host', element('name', 'shop.example') + element('count', totals.requests.all.count)),
      ) +
      element('ips', element('ip', element('ip', '10.0.0.7') + element('count', totals.requests.all.count))) +
      summary(totals, seconds) +
      element('errors', errors(totals)) +
      element('events', events(totals)) +
      element('customTimers', timers(totals.customTimers, 'customTimer')) +
      element('customValues', '') +
      element('pageLoadTimings', timers(totals.pageLoadTimings, 'pageLoadTiming')) +
      element('webVitalsList', webVitalsList(totals.webVitals)) +
      element(
        'requests',
        timers(totals.requests, 'request', (name) => requestParts(totals, name, seconds)),
      ) +
      element(
        'actions',
        timers(totals.actions, 'action', () => apdex()),
      ) +
      element(
        'transactions',
        timers(totals.transactions, 'transaction', () => element('events', 0)),
      ) +
      general(totals, settings),
  )}\n`
}

function summary(totals: XltTotals, seconds: number): string {
  const all = (one: string, label: string, names: NamedTimers, extra = ''): string =>
    element(one, timer(`All ${label}`, names.all, seconds) + extra)
  return element(
    'summary',
    all('transactions', 'Transactions', totals.transactions, element('events', 0)) +
      all('actions', 'Actions', totals.actions, apdex()) +
      all('requests', 'Requests', totals.requests, requestParts(totals, undefined, seconds)) +
      all('pageLoadTimings', 'Page Load Timings', totals.pageLoadTimings) +
      all('customTimers', 'Custom Timers', totals.customTimers),
  )
}

function agents(seed: number, totals: XltTotals, settings: XltDataSettings): string {
  const firstUsers = new Map<string, number>()
  for (const user of xltUsers(seed, settings)) {
    if (!firstUsers.has(user.agent)) firstUsers.set(user.agent, user.seed)
  }
  return [...firstUsers]
    .map(([name, userSeed]) => {
      const machine = new SpreadStatistics()
      const process = new SpreadStatistics()
      for (const sample of agentSamples(userSeed, settings)) {
        machine.add(sample.machineShare)
        process.add(sample.processShare)
      }
      const transactions = totals.transactionsOfAgent.get(name) ?? { count: 0, errors: 0 }
      return element(
        'agent',
        element('totalCpuUsage', spread(machine, 3)) +
          element('cpuUsage', spread(process, 3)) +
          '<fullGcCount>1</fullGcCount><fullGcCpuUsage>0.010</fullGcCpuUsage><fullGcTime>120</fullGcTime>' +
          '<minorGcCount>24</minorGcCount><minorGcCpuUsage>0.200</minorGcCpuUsage><minorGcTime>640</minorGcTime>' +
          element('name', name) +
          element('transactions', transactions.count) +
          element('transactionErrors', transactions.errors) +
          element('transactionErrorPercentage', fixed(share(transactions.errors, transactions.count))),
      )
    })
    .join('')
}

function configuration(settings: XltDataSettings): string {
  const testCases = Object.keys(SCENARIOS).map((scenario) =>
    element(
      'testCase',
      element('initialDelay', 0) +
        element('measurementPeriod', Math.round(settings.durationMs / 1000)) +
        '<numberOfIterations>0</numberOfIterations>' +
        element('numberOfUsers', USERS_PER_SCENARIO) +
        '<rampUpPeriod>30</rampUpPeriod><shutdownPeriod>0</shutdownPeriod>' +
        element('testCaseClassName', `com.example.${scenario}`) +
        element('userName', scenario) +
        '<warmUpPeriod>0</warmUpPeriod><actionThinkTime>0</actionThinkTime>' +
        '<actionThinkTimeDeviation>0</actionThinkTimeDeviation>',
    ),
  )
  return element(
    'configuration',
    '<properties><property name="com.xceptance.xlt.timeout" value="30000"/></properties>' +
      '<version><productName>XLT</productName><version>9.0.0</version></version>' +
      element('loadProfile', testCases.join('')) +
      element('comments', element('string', 'generated')),
  )
}

function responseCodes(totals: XltTotals): string {
  return [...totals.responseCodes]
    .map(([code, count]) =>
      element(
        'responseCode',
        element('code', code) +
          element('statusText', code === 200 ? 'OK' : 'Internal Server Error') +
          element('count', count),
      ),
    )
    .join('')
}

function counted(list: string, one: string, field: string, counts: Map<string, number>): string {
  const items = [...counts].map(([value, count]) =>
    element(one, element(field, escaped(value)) + element('count', count)),
  )
  return element(list, items.join(''))
}

function errors(totals: XltTotals): string {
  const failed = [...totals.transactions.byName].filter(([, statistics]) => statistics.errors > 0)
  return failed
    .map(([name, statistics]) =>
      element(
        'error',
        element('count', statistics.errors) +
          element('testCaseName', name) +
          element('actionName', 'Homepage') +
          element('message', escaped('Expected "200", but was <500>')) +
          element(
            'trace',
            escaped(`java.lang.AssertionError\n\tat com.example.${name}.run(${name}.java:42)`),
          ) +
          '<detailChartID>0</detailChartID><directoryHints/>',
      ),
    )
    .join('')
}

function events(totals: XltTotals): string {
  return [...totals.events]
    .map(([name, event]) =>
      element(
        'event',
        element('totalCount', event.count) +
          element('name', name) +
          element('testCaseName', event.scenario) +
          element(
            'messages',
            element('message', element('info', event.message) + element('count', event.count)),
          ),
      ),
    )
    .join('')
}

function general(totals: XltTotals, settings: XltDataSettings): string {
  const bytes = (part: 'bytesSent' | 'bytesReceived'): number => totals.parts.get(part)?.all.total ?? 0
  return element(
    'general',
    element('bytesSent', bytes('bytesSent')) +
      element('bytesReceived', bytes('bytesReceived')) +
      element('hits', totals.requests.all.count) +
      element('startTime', reportTime(settings.startMs)) +
      element('endTime', reportTime(settings.startMs + settings.durationMs)) +
      element('duration', Math.round(settings.durationMs / 1000)),
  )
}

// Reports show local times with the name of a zone, which nobody should parse.
function reportTime(ms: number): string {
  return `${new Date(ms + 2 * 3600_000).toISOString().slice(0, 23).replace('T', ' ')} CEST`
}
