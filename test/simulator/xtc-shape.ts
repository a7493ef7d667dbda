/** What the contract only infers, and a client must take in every form. */
export interface XtcShape {
  /** Where v2 has that list: the documentation names it in two ways. */
  listAt: '/load-tests' | '/loadTests'
  /** What v2's status says of the test's sources; undefined: nothing. */
  revision: string | undefined
  /** The list of load tests: pages of items, or all of them in a plain array. */
  list: 'paged' | 'array'
  /** The most items that one page holds, whatever limit is asked for. */
  pageItems: number
  listOrder: 'newest-first' | 'oldest-first'
  /** What a page calls the size: that of the whole list, or its own, with no link to the next one either. */
  pageSize: 'list' | 'page'
  /** Entries of the list that are nothing like a load test; they come first. */
  oddEntries: readonly unknown[]
  /** What the load test's number is called in v2. */
  numberField: 'id' | 'index' | 'both'
  /** Where v2 puts state and times. */
  stateIn: 'data' | 'executionState'
  /** Where v1's status puts them. */
  statusStateInV1: 'data' | 'executionState'
  /** Whether v2's details list reports and results. */
  listsArchives: boolean
  /** Whether those lists, and the load test itself, carry URLs. */
  givesUrls: boolean
  /** How an archive is had: its endpoint (or a URL that the details give), or a redirect to another origin. */
  archives: 'direct' | 'redirect' | 'signed-url'
  /** The answer while an archive is not there yet. */
  archiveWaitStatus: 404 | 409
  /** How a copy is named: the contract does not know. */
  copyName: 'same' | 'numbered'
  /** Whether the copy action answers 200 or 201. */
  copyStatus: 200 | 201
}

export function xtcShape(given: Partial<XtcShape> = {}): XtcShape {
  return {
    listAt: '/load-tests',
    revision: 'main/7a95e2f0c1d4b3a2968778695a4b3c2d1e0f9a8b',
    list: 'paged',
    pageItems: 15,
    listOrder: 'newest-first',
    pageSize: 'list',
    oddEntries: [],
    numberField: 'id',
    stateIn: 'executionState',
    statusStateInV1: 'data',
    listsArchives: true,
    givesUrls: true,
    archives: 'direct',
    archiveWaitStatus: 404,
    copyName: 'same',
    copyStatus: 200,
    ...given,
  }
}
