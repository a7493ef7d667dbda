import type { AssumedField } from '../../assumption.ts'
import { STATES, type XtcContract } from './contract.ts'

// What the client reads from each response, for the table of assumptions.

/** Each fact in every place where the client looks for it; `at` is where a load test begins. */
function loadTestFields(...at: string[]): AssumedField[] {
  const fields = (...names: string[]): string[] =>
    at.flatMap((place) => names.map((name) => `${place}.${name}`))
  return [
    { what: 'the number', at: fields('index', 'id') },
    { what: 'the name', at: fields('name'), without: 'load tests can be given by number only' },
    { what: 'the description', at: fields('description'), without: 'a run is recognized only by its name' },
    ...stateFields(...at).map((field) => ({ without: 'it is not shown', ...field })),
  ]
}

function stateFields(...at: string[]): AssumedField[] {
  const fields = (name: string): string[] =>
    at.flatMap((place) => [`${place}.executionState.${name}`, `${place}.${name}`])
  return [
    { what: 'the state', at: fields('state'), words: Object.keys(STATES) },
    { what: 'the start in ms', at: fields('startTime'), without: 'times are those of the step' },
    { what: 'the finish in ms', at: fields('endTime'), without: 'times are those of the step' },
  ]
}

export function listFields({ version }: XtcContract): AssumedField[] {
  if (version === 'v1') return loadTestFields('data[]')
  const paging = 'the next page is calculated from offset, limit and size, or from next'
  return [
    ...loadTestFields('data.items[]', 'data[]'),
    { what: 'where the page begins', at: ['data.offset'], without: paging },
    { what: 'the length of a page', at: ['data.limit'], without: paging },
    { what: 'how many there are', at: ['data.size'], without: paging },
    { what: 'the next page', at: ['data.next'], without: paging },
  ]
}

export function detailsFields({ version }: XtcContract): AssumedField[] {
  if (version === 'v1') return loadTestFields('data')
  const endpoint = 'the endpoint is used'
  return [
    ...loadTestFields('data'),
    { what: 'the page in XTC', at: ['data.url'], without: 'run-url stays empty' },
    {
      what: 'which code archive ran',
      at: ['data.codeArchive.id'],
      without: 'only the newest one that the step knows of is named',
    },
    {
      what: 'whether the latest archive is used',
      at: ['data.codeArchive.useLatest'],
      without: 'it cannot be checked before the start',
    },
    { what: "the reports' names", at: ['data.reports[].name'], without: 'partial data is not detected' },
    { what: "the results' names", at: ['data.results[].name'], without: 'partial data is not detected' },
    {
      what: "the HTML report's URL",
      at: ['data.reports[].url'],
      without: 'the archive of the report is linked instead',
    },
    { what: "the report archive's URL", at: ['data.reports[].archiveUrl'], without: endpoint },
    { what: "the result archive's URL", at: ['data.results[].archiveUrl'], without: endpoint },
    { what: "testreport.xml's URL", at: ['data.reports[].testReportUrl'], without: endpoint },
    { what: "scorecard.xml's URL", at: ['data.reports[].scorecardUrl'], without: endpoint },
  ]
}

export function statusFields({ version }: XtcContract): AssumedField[] {
  const state = stateFields('data')
  if (version === 'v1') return state
  return [...state, { what: 'the revision tested', at: ['data.revision'], without: 'it is not shown' }]
}

export function startFields({ version }: XtcContract): AssumedField[] {
  const number = { what: "the copy's number", at: ['data.index', 'data.id'] }
  if (version === 'v1') return [number]
  return [number, { what: "the copy's page", at: ['data.url'], without: 'it is read from the details' }]
}
