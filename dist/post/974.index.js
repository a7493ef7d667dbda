export const id = 974;
export const ids = [974,136];
export const modules = {

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


/***/ }),

/***/ 6136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M7: () => (/* binding */ uploadedId),
/* harmony export */   Rv: () => (/* binding */ UPLOADED_FIELDS),
/* harmony export */   WS: () => (/* binding */ CODE_FIELDS),
/* harmony export */   fn: () => (/* binding */ codeOfLoadTest),
/* harmony export */   uploadContent: () => (/* binding */ uploadContent)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7766);
/* harmony import */ var _reported_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4765);


// XTC's code archives. Documented: both calls, their scopes, and that a load test can be set to use the
// latest archive. Assumed: what the upload returns, and where the details show which archive a load test
// uses.
const id = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()])));
/** The response to the upload: the archive's number. */
const UPLOADED_FIELDS = { id, index: id };
const uploaded = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3(UPLOADED_FIELDS);
/** A part of the details of a load test. */
const CODE_FIELDS = {
    codeArchive: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ id, useLatest: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY())) }))),
};
const detailed = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3(CODE_FIELDS);
/** The upload, with its digest, so that an incomplete archive is refused. */
function uploadContent(zip, sha512) {
    return {
        type: 'application/zip',
        bytes: zip,
        headers: { 'content-digest': `sha-512=:${sha512.toString('base64')}:` },
    };
}
/**
 * The archive's number; undefined if the response does not have it. Only an error in the response is a
 * failure.
 */
function uploadedId(json) {
    if (typeof json !== 'object' || json === null)
        return undefined;
    (0,_reported_error_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseReportedError */ .a)(json);
    const { data = json } = json;
    (0,_reported_error_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseReportedError */ .a)(data);
    const parsed = uploaded.safeParse(data);
    return parsed.success ? wordOf(parsed.data.id ?? parsed.data.index) : undefined;
}
/** Empty if the details do not have it, or have it in another form. */
function codeOfLoadTest(data) {
    const parsed = detailed.safeParse(data);
    const told = parsed.success ? parsed.data.codeArchive : undefined;
    const archive = wordOf(told?.id);
    return {
        ...(archive !== undefined && { archive }),
        ...(typeof told?.useLatest === 'boolean' && { usesLatest: told.useLatest }),
    };
}
/** Checked, because it becomes part of a path and of messages. */
function wordOf(value) {
    const word = String(value ?? '');
    return /^[\w-]{1,100}$/.test(word) ? word : undefined;
}


/***/ }),

/***/ 2974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contractV2: () => (/* binding */ contractV2)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7766);
/* harmony import */ var _reported_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4765);
/* harmony import */ var _code_archives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6136);
/* harmony import */ var _load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(486);
/* harmony import */ var _run_properties_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9773);





const PAGE_SIZE = 100;
const text = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()));
const page = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    items: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3(_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .LOAD_TEST_FIELDS */ .mD)),
    offset: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()),
    limit: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()),
    size: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()),
    next: text,
});
/** Entries are read one by one, so that one does not hide the others. */
const readablePage = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ ...page.shape, items: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()) });
const report = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    name: text,
    url: text,
    archiveUrl: text,
    testReportUrl: text,
    scorecardUrl: text,
});
const result = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ name: text, archiveUrl: text });
const details = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    ..._load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .LOAD_TEST_FIELDS */ .mD,
    url: text,
    reports: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(report))),
    results: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(result))),
});
const status = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ ..._load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .STATE_FIELDS */ .G5, revision: text });
const started = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ ..._load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .NUMBER_FIELDS */ .GQ, url: text });
/**
 * XTC's API v2. Documented: the noun `load-tests`, details with `url`, status with the revision, the XML
 * endpoints, a POST on the load test as its action endpoint. Assumed: the body that copies and runs (its
 * properties are in `run-properties.ts`), the form of a page, the names of the fields that list reports and results, the archive endpoints.
 */
const contractV2 = {
    version: 'v2',
    answers: {
        list: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([page, zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3(_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .LOAD_TEST_FIELDS */ .mD))]),
        // The assumptions about the code must not make the details unreadable.
        details: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ ...details.shape, ..._code_archives_js__WEBPACK_IMPORTED_MODULE_0__/* .CODE_FIELDS */ .WS }),
        status,
        start: started,
    },
    code: {
        upload: (content) => ({ method: 'POST', path: '/code-archives', scope: 'CODEARCHIVE_UPLOAD', content }),
        answer: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3(_code_archives_js__WEBPACK_IMPORTED_MODULE_0__/* .UPLOADED_FIELDS */ .Rv),
        parseUploaded: _code_archives_js__WEBPACK_IMPORTED_MODULE_0__/* .uploadedId */ .M7,
        remove: (id) => ({
            method: 'DELETE',
            path: `/code-archives/${encodeURIComponent(id)}`,
            scope: 'CODEARCHIVE_DELETE',
        }),
    },
    // Both ways are documented.
    listPlaces: ['/load-tests', '/loadTests'],
    list: (page) => ({
        method: 'GET',
        path: page ?? `/load-tests?offset=0&limit=${PAGE_SIZE}`,
        scope: 'LOADTEST_LIST',
    }),
    parseList,
    pageFrom: (offset) => `/load-tests?offset=${offset}&limit=${PAGE_SIZE}`,
    details: (number) => ({ method: 'GET', path: `/load-tests/${number}`, scope: 'LOADTEST_DETAILS' }),
    parseDetails,
    status: (number) => ({ method: 'GET', path: `/load-tests/${number}/status`, scope: 'LOADTEST_STATUS' }),
    parseStatus: (json, asked) => {
        const data = (0,_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .dataOf */ .qu)(json);
        (0,_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOther */ .hC)(data, asked);
        const { revision } = status.parse(data);
        return { ...(0,_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStatusOf */ .rg)(data), ...(revision && { revision }) };
    },
    start: (number, labels, extras) => ({
        method: 'POST',
        path: `/load-tests/${number}`,
        scope: 'LOADTEST_COPY_RUN',
        body: (0,_run_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .withExtras */ .c)({ action: 'runCopy', ...labels }, extras),
    }),
    parseStart: (json) => {
        const data = (0,_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .dataOf */ .qu)(json);
        (0,_reported_error_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseReportedError */ .a)(data);
        const { url } = started.parse(data);
        return { number: (0,_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseNumber */ .$J)(data), ...(url && { url }) };
    },
    archive: (kind, number, found) => [...urlOf(found, kind), `/load-tests/${number}/${kind}s/1/archive`],
    document: (kind, number, found) => [...urlOf(found, kind), `/load-tests/${number}/reports/1/${kind}`],
};
function urlOf(found, kind) {
    const url = found?.urls[kind];
    return url === undefined ? [] : [url];
}
function parseList(json) {
    const data = (0,_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .dataOf */ .qu)(json);
    if (Array.isArray(data))
        return (0,_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(data);
    const parsed = readablePage.parse(data);
    (0,_reported_error_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseReportedError */ .a)(parsed);
    const next = parsed.next ?? nextPage(parsed);
    return { ...(0,_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(parsed.items), ...(next !== undefined && { next }) };
}
/** Without a `next`, a full page that does not reach the announced size is followed by another one. */
function nextPage(parsed) {
    const end = (parsed.offset ?? 0) + parsed.items.length;
    if (parsed.items.length === 0 || parsed.size === undefined || end >= parsed.size)
        return undefined;
    return `/load-tests?offset=${end}&limit=${parsed.limit ?? PAGE_SIZE}`;
}
function parseDetails(json, asked) {
    const data = (0,_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .dataOf */ .qu)(json);
    (0,_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOther */ .hC)(data, asked);
    const raw = details.parse(data);
    const reports = raw.reports ?? [];
    const results = raw.results ?? [];
    // The final result and its report are the last ones in their lists.
    const last = reports.at(-1);
    const urls = {
        ...(last?.archiveUrl && { report: last.archiveUrl }),
        ...(results.at(-1)?.archiveUrl && { result: results.at(-1)?.archiveUrl }),
        ...(last?.testReportUrl && { 'test-report': last.testReportUrl }),
        ...(last?.scorecardUrl && { scorecard: last.scorecardUrl }),
    };
    const archiveNames = [...reports, ...results].flatMap((entry) => (entry.name ? [entry.name] : []));
    return {
        ...(0,_load_test_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLoadTest */ .wH)(data),
        archiveNames,
        urls,
        code: (0,_code_archives_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOfLoadTest */ .fn)(data),
        ...(raw.url && { url: raw.url }),
        ...(last?.url && { reportUrl: last.url }),
    };
}


/***/ }),

/***/ 486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   $J: () => (/* binding */ parseNumber),
/* harmony export */   G5: () => (/* binding */ STATE_FIELDS),
/* harmony export */   GQ: () => (/* binding */ NUMBER_FIELDS),
/* harmony export */   hC: () => (/* binding */ refuseOther),
/* harmony export */   mD: () => (/* binding */ LOAD_TEST_FIELDS),
/* harmony export */   qu: () => (/* binding */ dataOf),
/* harmony export */   rg: () => (/* binding */ parseStatusOf),
/* harmony export */   wH: () => (/* binding */ parseLoadTest)
/* harmony export */ });
/* unused harmony export ENVELOPE_FIELDS */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7766);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7197);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5267);
/* harmony import */ var _reported_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4765);



// The responses of both versions. Unknown fields are ignored; a missing optional one is not a fault.
const execution = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    state: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    startTime: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig())),
    endTime: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig())),
});
const wholeNumber = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._gte */ .qm(0));
/** Only the copy's number is read from the response to a start: nothing else in it may lose the run. */
const NUMBER_FIELDS = { index: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(wholeNumber), id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(wholeNumber) };
const STATE_FIELDS = {
    executionState: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(execution)),
    state: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    startTime: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig())),
    endTime: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig())),
};
const LOAD_TEST_FIELDS = {
    ...NUMBER_FIELDS,
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    description: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    ...STATE_FIELDS,
};
const numbered = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3(NUMBER_FIELDS);
const stated = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3(STATE_FIELDS);
const loadTest = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3(LOAD_TEST_FIELDS);
const ENVELOPE_FIELDS = { success: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()), data: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()) };
const envelope = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3(ENVELOPE_FIELDS);
/**
 * The envelope's `data`. An envelope that denies success or reports an error is a refusal, whatever the
 * status.
 */
function dataOf(json) {
    const { data } = envelope.parse(json);
    (0,_reported_error_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseReportedError */ .a)(json);
    return data;
}
/** Throws if a response contains another number than the requested one. */
function refuseOther(value, asked) {
    const { index, id } = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({}).parse(value);
    const named = [index, id].filter((number) => typeof number === 'number');
    if (asked === undefined || named.length === 0 || named.includes(asked))
        return;
    throw new Error(`it is about load test ${named.join(' or ')}, but ${asked} was requested`);
}
function parseNumber(value) {
    const raw = numbered.parse(value);
    const number = raw.index ?? raw.id;
    if (number === undefined)
        throw new Error('a load test has neither `index` nor `id`');
    return number;
}
function parseLoadTest(value) {
    const raw = loadTest.parse(value);
    const { state, ...times } = stateOf(raw);
    return {
        number: parseNumber(raw),
        name: raw.name ?? '',
        ...(raw.description !== undefined && raw.description !== null && { description: raw.description }),
        ...(state !== undefined && { state }),
        ...times,
    };
}
/** An unreadable entry does not hide the others; one with a number is at least known by that. */
function readEntries(entries) {
    const loadTests = [];
    const unreadable = [];
    for (const entry of entries) {
        const read = readOrUndefined(() => parseLoadTest(entry)) ?? readOrUndefined(() => bareLoadTest(entry));
        if (read === undefined)
            unreadable.push(JSON.stringify(entry));
        else
            loadTests.push(read);
    }
    return { loadTests, unreadable };
}
function bareLoadTest(entry) {
    const { index, id, name, description } = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({}).parse(entry);
    const number = [index, id].find((value) => wholeNumber.safeParse(value).success);
    return {
        number: wholeNumber.parse(number),
        name: typeof name === 'string' ? name : '',
        ...(typeof description === 'string' && { description }),
    };
}
function readOrUndefined(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
/** State and times are in `executionState` or next to the name; 0 means not started or not finished. */
function stateOf(raw) {
    const state = raw.executionState?.state ?? raw.state;
    const startedAtMs = raw.executionState?.startTime ?? raw.startTime ?? 0;
    const finishedAtMs = raw.executionState?.endTime ?? raw.endTime ?? 0;
    return {
        ...(state !== undefined && state !== null && { state: (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(state, 40) }),
        ...(startedAtMs > 0 && { startedAtMs }),
        ...(finishedAtMs > 0 && { finishedAtMs }),
    };
}
function parseStatusOf(value) {
    const { state, ...times } = stateOf(stated.parse(value));
    if (state === undefined)
        throw new Error('the status has no `state`');
    return { state, ...times };
}


/***/ })

};
