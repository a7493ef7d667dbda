export const id = 130;
export const ids = [130];
export const modules = {

/***/ 5130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pb: () => (/* binding */ parseListedResults),
/* harmony export */   Ro: () => (/* binding */ parseAssets),
/* harmony export */   Tk: () => (/* binding */ parseHours),
/* harmony export */   UI: () => (/* binding */ parseWorkspaces),
/* harmony export */   Vs: () => (/* binding */ parseWorkspace),
/* harmony export */   parseResult: () => (/* binding */ parseResult)
/* harmony export */ });
/* unused harmony export answers */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7766);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7197);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5267);
/* harmony import */ var _reported_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4765);



// Errthquake's documents and the assumptions about them. Documented unless a comment says otherwise.
const text = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()));
const number = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()));
const flag = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()));
const summary = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ 'workspace-uid': zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)), name: text });
/** The first workspace: a service account belongs to exactly one. */
function parseWorkspaces(json) {
    const first = answers.workspaces.parse(json)[0];
    return first === undefined
        ? undefined
        : { uid: first['workspace-uid'], name: (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(first.name ?? '', 200) };
}
const result = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)),
    'utc-start-time': text,
    'utc-finish-time': text,
    'test-pending': flag,
    'test-stopping': flag,
    'test-complete': flag,
    'test-failed': flag,
    'test-unresponsive': flag,
    interactive: flag,
    'virtual-users': number,
});
/** Not documented for a result, but compared if the service provides it. */
const TOLD = ['test-input', 'test-config', 'test-type', 'region'];
function parseResult(json) {
    const raw = answers.result.parse(json);
    const state = stateOf(raw);
    const startedAtMs = timeOf(raw['utc-start-time']);
    const finishAtMs = timeOf(raw['utc-finish-time']);
    const virtualUsers = raw['virtual-users'] ?? undefined;
    return {
        id: raw.id,
        state,
        // A test that finished although the service had lost contact with it has finished.
        stage: state === 'unresponsive' && raw['test-complete'] === true ? 'lost' : STAGES[state],
        interactive: raw.interactive ?? false,
        ...toldOf(raw),
        ...(startedAtMs !== undefined && { startedAtMs }),
        ...(finishAtMs !== undefined && { finishAtMs }),
        ...(virtualUsers !== undefined && { virtualUsers }),
    };
}
function toldOf(raw) {
    const told = TOLD.flatMap((key) => (typeof raw[key] === 'string' ? [[key, raw[key]]] : []));
    return told.length === 0 ? {} : { told: Object.fromEntries(told) };
}
const STAGES = {
    failed: 'failed',
    unresponsive: 'unresponsive',
    complete: 'finished',
    stopping: 'ending',
    pending: 'waiting',
    running: 'running',
};
function stateOf(raw) {
    if (raw['test-failed'] === true)
        return 'failed';
    if (raw['test-unresponsive'] === true)
        return 'unresponsive';
    if (raw['test-complete'] === true)
        return 'complete';
    if (raw['test-stopping'] === true)
        return 'stopping';
    if (raw['test-pending'] === true || !raw['utc-start-time'])
        return 'pending';
    return 'running';
}
/** Timestamps are ISO 8601; one without a zone is UTC, as the field's name says. */
function timeOf(value) {
    if (value === null || value === undefined || value === '')
        return undefined;
    const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`;
    const ms = Date.parse(zoned);
    return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}
const details = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    name: text,
    // Read one by one, so that an unreadable entry does not hide the others.
    'test-results': zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()))),
    'test-inputs': zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()))),
    'test-configs': zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()))),
    'max-test-duration': text,
    'max-virtual-users': number,
});
function parseWorkspace(json) {
    (0,_reported_error_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseReportedError */ .a)(json);
    const raw = details.parse(json);
    return {
        name: (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(raw.name ?? '', 200),
        ...readResults(raw['test-results'] ?? []),
        ...(raw['test-inputs'] && { testInputs: raw['test-inputs'] }),
        ...(raw['test-configs'] && { testConfigs: raw['test-configs'] }),
        ...(raw['max-test-duration'] && { maxTestDuration: raw['max-test-duration'] }),
        ...(raw['max-virtual-users'] && { maxVirtualUsers: raw['max-virtual-users'] }),
    };
}
function readResults(entries) {
    const results = [];
    const unreadable = [];
    for (const entry of entries) {
        const read = result.safeParse(entry);
        if (read.success)
            results.push(parseResult(entry));
        else
            unreadable.push(JSON.stringify(entry));
    }
    return { results, ...(unreadable.length !== 0 && { unreadable }) };
}
/**
 * Like `parseWorkspace`, but throws if the response does not describe every test: then a test that is not in
 * it may still exist.
 */
function parseListedResults(json) {
    const workspace = parseWorkspace(json);
    if (details.parse(json)['test-results'] === undefined)
        throw new Error('it has no `test-results`');
    return workspace;
}
const hours = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    'minutes-allocated': number,
    'minutes-remaining': number,
    'minutes-active-tests': number,
    'utc-rollover-date': text,
});
const assets = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    assets: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ 'asset-type': text, size: number })),
});
/**
 * The files of the workspace that the service account may see, by name, with their sizes if they are known.
 */
function parseAssets(json) {
    (0,_reported_error_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseReportedError */ .a)(json);
    const listed = Object.entries(answers.assets.parse(json).assets);
    return new Map(listed.map(([name, { size }]) => [name, { ...(typeof size === 'number' && { sizeBytes: size }) }]));
}
/** What is read of each response. */
const answers = {
    assets,
    workspaces: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(summary),
    workspace: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ ...details.shape, 'test-results': zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(result))) }),
    hours: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(hours),
    result,
};
function parseHours(json) {
    const raw = answers.hours.parse(json)[0];
    return {
        ...(typeof raw?.['minutes-allocated'] === 'number' && { allocatedMinutes: raw['minutes-allocated'] }),
        ...(typeof raw?.['minutes-remaining'] === 'number' && { remainingMinutes: raw['minutes-remaining'] }),
        ...(typeof raw?.['minutes-active-tests'] === 'number' && { activeMinutes: raw['minutes-active-tests'] }),
        ...(raw?.['utc-rollover-date'] && { rollover: (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(raw['utc-rollover-date'], 40) }),
    };
}


/***/ }),

/***/ 4765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ refuseReportedError),
/* harmony export */   k: () => (/* binding */ reportedError)
/* harmony export */ });
/** An error that a response reports, in a few words; an error in a 200 response is still an error. */
function reportedError(json) {
    if (typeof json !== 'object' || json === null || Array.isArray(json))
        return undefined;
    const { success, error, errors } = json;
    if (success === false)
        return 'the response says `success: false`';
    return [error, errors].some(saysSomething) ? 'the response reports an error' : undefined;
}
function saysSomething(value) {
    if (Array.isArray(value))
        return value.length > 0;
    return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}
function refuseReportedError(json) {
    const fault = reportedError(json);
    if (fault !== undefined)
        throw new Error(fault);
}


/***/ })

};
