/** Details that the contract only infers; a client must accept every form. */
export interface XtcShape {
  /** The path of the list in v2, which the documentation names in two ways. */
  listAt: '/load-tests' | '/loadTests'
  /** The version of the test's sources in v2's status; undefined if it is absent. */
  revision: string | undefined
  /** The list of load tests: pages of items, or all of them in a plain array. */
  list: 'paged' | 'array'
  /** The most items on one page, whatever limit is requested. */
  pageItems: number
  listOrder: 'newest-first' | 'oldest-first'
  /**
   * What a page calls its size: that of the whole list, or its own. In the latter case, it also has no link
   * to the next page.
   */
  pageSize: 'list' | 'page'
  /** Entries of the list that are not load tests; they come first. */
  oddEntries: readonly unknown[]
  /** The name of the field with the load test's number in v2. */
  numberField: 'id' | 'index' | 'both'
  /** The place of state and times in v2. */
  stateIn: 'data' | 'executionState'
  /** The place of state and times in v1's status. */
  statusStateInV1: 'data' | 'executionState'
  /** Whether v2's details list reports and results. */
  listsArchives: boolean
  /** Whether those lists, and the load test itself, have URLs. */
  givesUrls: boolean
  /**
   * How an archive is downloaded: from its endpoint (or a URL in the details), or after a redirect to another
   * origin.
   */
  archives: 'direct' | 'redirect' | 'signed-url'
  /** The status while an archive is not available yet. */
  archiveWaitStatus: 404 | 409
  /** How a copy is named, which the contract does not say. */
  copyName: 'same' | 'numbered'
  /** What v2's details say about the code: nothing, whether the newest archive is used, or also which one ran. */
  tellsCode: 'nothing' | 'use' | 'archive'
  /** Whether a load test is set to use the newest archive. */
  usesLatestCode: boolean
  /** Whether the response to an upload has the archive's number. */
  namesUploads: boolean
  /** Whether the copy action responds with 200 or 201. */
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
    tellsCode: 'archive',
    usesLatestCode: true,
    namesUploads: true,
    ...given,
  }
}
