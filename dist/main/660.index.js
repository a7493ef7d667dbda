export const id = 660;
export const ids = [660,5130];
export const modules = {

/***/ 64345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   Q$: () => (/* binding */ dateOf),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   oG: () => (/* binding */ mayQuote),
/* harmony export */   o_: () => (/* binding */ jsonOf),
/* harmony export */   zU: () => (/* binding */ excerptOf)
/* harmony export */ });
/* harmony import */ var _json_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59664);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25819);


const RETRY_AFTER_CAP_MS = 120_000;
/**
 * The error for a response that refuses, with the service's own message. The retry policy may treat it as
 * another status.
 */
function refusalOf(request, answer, nowMs, countsAs = answer.status) {
    const said = mayQuote(request) ? `: ${excerptOf(answer.text, answer.scrub)}` : '';
    return new _http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$(`${(0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(request)} failed with status ${answer.status}${said}`, {
        kind: 'status',
        status: countsAs,
        retryAfterMs: retryAfterMs(answer.headers, nowMs),
    });
}
/** The response's JSON; an HTML page or an incomplete document is an `HttpError` that says so. */
function jsonOf(request, answer) {
    const text = answer.text.trim();
    if (text.startsWith('<')) {
        throw new _http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$(`${(0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(request)}: the response (status ${answer.status}) is a web page, not JSON. ` +
            `Check the URL; a proxy or a sign-in page may be in between. It begins with: ${excerptOf(answer.text, answer.scrub)}`, { kind: 'mismatch', status: answer.status });
    }
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$(`${(0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(request)}: the response (status ${answer.status}, ${text.length} characters) is not complete JSON: ${excerptOf(answer.text, answer.scrub)}`, { kind: 'unreadable', status: answer.status, cause: (0,_json_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonFault */ .x)(cause) });
    }
}
/**
 * A response of another host that the service led to is not shown: it may be something that the service
 * itself cannot see.
 */
function mayQuote({ url, serviceUrl }) {
    return serviceUrl === undefined || new URL(url).origin === new URL(serviceUrl).origin;
}
const EXCERPT_CHARACTERS = 300;
/** Enough to find the whole of a secret that begins in the excerpt, however it is encoded. */
const LOOKED_AT_CHARACTERS = 100_000;
/** The first few hundred characters on one line, without secrets: they are removed before anything is cut. */
function excerptOf(text, scrub) {
    const start = text.slice(0, LOOKED_AT_CHARACTERS);
    const line = (scrub?.(start) ?? start).replace(/\s+/g, ' ').trim();
    if (line === '')
        return '(empty)';
    return line.length > EXCERPT_CHARACTERS ? `${line.slice(0, EXCERPT_CHARACTERS)}…` : line;
}
/** The time of the response by the server's clock, in whole seconds. */
function dateOf(headers) {
    const ms = Date.parse(headers['date'] ?? '');
    return Number.isFinite(ms) ? ms : undefined;
}
/**
 * `Retry-After` in seconds, or as a date by the service's own clock, limited to two minutes. `nowMs` is ours.
 */
function retryAfterMs(headers, nowMs) {
    const value = headers['retry-after']?.trim();
    if (value === undefined || value === '')
        return undefined;
    const ms = /^\d+(\.\d+)?$/.test(value)
        ? Number(value) * 1000
        : Date.parse(value) - (dateOf(headers) ?? nowMs);
    if (!Number.isFinite(ms))
        return undefined;
    return Math.min(Math.max(ms, 0), RETRY_AFTER_CAP_MS);
}


/***/ }),

/***/ 59664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ jsonFault)
/* harmony export */ });
/** The error of `JSON.parse` without the text that it quotes, which may be a part of a secret. */
function jsonFault(error) {
    if (!(error instanceof SyntaxError))
        return error;
    return new SyntaxError(error.message.replace(/,? ?(?:\.\.\.)?".*"(?:\.\.\.)? (?=is not valid JSON)/s, ' '));
}


/***/ }),

/***/ 24169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ CALL_BUDGET_MS),
/* harmony export */   qO: () => (/* binding */ callOnce),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32745);
/* harmony import */ var _platform_http_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64345);
/* harmony import */ var _platform_http_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25819);



/** How long a safe call is repeated. */
const CALL_BUDGET_MS = 60_000;
/** Sends the call once; throws the `HttpError` unchanged. */
async function callOnce(ports, call) {
    const { method, url, content } = call;
    const { type, body } = bodyOf(call);
    const request = {
        method,
        url,
        headers: {
            accept: 'application/json',
            ...call.authorization,
            ...(type !== undefined && { 'content-type': type }),
            ...content?.headers,
        },
        ...(body !== undefined && { body }),
    };
    const answer = await (0,_platform_http_http_js__WEBPACK_IMPORTED_MODULE_2__/* .exchange */ .cv)(ports, request, call.limitMs);
    if (answer.status < 200 || answer.status > 299)
        throw (0,_platform_http_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalOf */ .Of)(request, answer, ports.clock.now());
    const mayBeEmpty = method === 'PUT' || method === 'DELETE' || content !== undefined;
    const json = mayBeEmpty && answer.text.trim() === '' ? undefined : (0,_platform_http_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)(request, answer);
    try {
        return call.parse(json, (0,_platform_http_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .dateOf */ .Q$)(answer.headers));
    }
    catch (cause) {
        const { contractFault } = await Promise.all(/* import() */[__webpack_require__.e(7232), __webpack_require__.e(2578)]).then(__webpack_require__.bind(__webpack_require__, 2578));
        throw new _platform_http_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpError */ .j$(`${(0,_platform_http_http_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(request)}: the response is not what ${call.api} is known to return (${contractFault(cause)}). ` +
            `It begins with: ${(0,_platform_http_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .excerptOf */ .zU)(answer.text, answer.scrub)}`, { kind: 'mismatch', status: answer.status, cause });
    }
}
function bodyOf({ body, content }) {
    if (content !== undefined)
        return { type: content.type, body: content.bytes };
    return body === undefined ? {} : { type: 'application/json', body: JSON.stringify(body) };
}
/** The error for people if a call that the step needs has failed. */
function explained(error, what, hints) {
    if (!(error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpError */ .j$))
        return error;
    const status = error.kind === 'status' ? (error.status ?? 0) : 0;
    const isStrange = error.kind === 'mismatch' || error.kind === 'unreadable';
    const unreachable = `Check ${hints.urlInput} and whether the service can be reached from this runner.`;
    const hint = hints.byStatus[status] ?? (isStrange ? hints.strange : unreachable);
    const reason = status === 401 ? hints.reasonOf401 : 'preflight';
    return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(reason, (0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeLast */ .Ul)(`${what} failed. ${hint}`, error), { cause: error });
}


/***/ }),

/***/ 16326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ explainRefusal),
/* harmony export */   b: () => (/* binding */ createErrthquakeApi)
/* harmony export */ });
/* harmony import */ var _platform_http_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98193);
/* harmony import */ var _authorized_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24169);


function createErrthquakeApi(options) {
    const { ports, inputs } = options;
    const origin = new URL(inputs.url).origin;
    const urlOf = (path) => `${inputs.url}${path}`;
    // The complete value, unchanged: the service wants no scheme in front of it.
    const authorization = (url) => new URL(url).origin === origin ? { authorization: inputs.token } : {};
    const once = async ({ method, path, body, content }, parse) => {
        const url = urlOf(path);
        const api = "Errthquake's API";
        return await (0,_authorized_call_js__WEBPACK_IMPORTED_MODULE_1__/* .callOnce */ .qO)(ports, {
            api,
            method,
            url,
            body,
            content,
            authorization: authorization(url),
            parse,
        });
    };
    return {
        serviceUrl: inputs.url,
        urlOf,
        authorization,
        once,
        patiently: (call, parse) => (0,_platform_http_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retrySafe */ .i6)(ports, { budgetMs: _authorized_call_js__WEBPACK_IMPORTED_MODULE_1__/* .CALL_BUDGET_MS */ .EN }, () => once(call, parse)),
    };
}
/** What a refused call most likely means. */
function explainRefusal(error, what) {
    return (0,_authorized_call_js__WEBPACK_IMPORTED_MODULE_1__/* .explained */ .to)(error, what, {
        byStatus: {
            401: 'Check errthquake-token: it must be the complete two-part Authorization value that was shown when the service account was created; the account may have been deleted.',
            403: 'The service account lacks the permission for this, or belongs to another workspace.',
            404: 'Check errthquake-url and errthquake-workspace.',
        },
        strange: 'Check errthquake-url.',
        urlInput: 'errthquake-url',
        reasonOf401: 'credentials',
    });
}


/***/ }),

/***/ 78059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ permissionOf),
/* harmony export */   K: () => (/* binding */ calls)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _executions_execution_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13054);


const calls = {
    workspaces: () => ({ method: 'GET', path: '/workspaces' }),
    workspace: (uid) => ({ method: 'GET', path: `/workspaces/${encodeURIComponent(uid)}` }),
    hours: (uid) => ({ method: 'GET', path: `/workspaces/${encodeURIComponent(uid)}/hours` }),
    exec: (uid, executions) => ({
        method: 'POST',
        path: `/workspaces/${encodeURIComponent(uid)}/exec`,
        permission: 'Execute Tests',
        body: executions.map(_executions_execution_document_js__WEBPACK_IMPORTED_MODULE_1__/* .executionDocument */ ._),
    }),
    results: (uid) => results('GET', uid),
    result: (uid, id) => results('GET', uid, id),
    metrics: (uid, id) => results('GET', uid, id, 'metrics'),
    logs: (uid, id) => results('GET', uid, id, 'logs'),
    assets: (uid) => ({ method: 'GET', path: assetPath(uid) }),
    upload: (uid, asset) => ({
        method: 'POST',
        path: assetPath(uid),
        permission: permissionOf(asset.type),
        content: uploadForm(asset),
    }),
    // It is not documented which permission it needs.
    removeAsset: (uid, name) => ({ method: 'DELETE', path: assetPath(uid, name) }),
    // Documented with the results; it is not documented whether Execute Tests is needed too.
    stop: (uid, id) => ({ method: 'PUT', path: results('GET', uid, id, 'stop').path }),
};
function results(method, ...path) {
    const below = path.map(encodeURIComponent).join('/');
    return { method, path: `/results/${below}`, permission: 'View Test Results' };
}
function assetPath(...path) {
    return `/assets/${path.map(encodeURIComponent).join('/')}`;
}
/** The permissions that a service account needs to upload and to list a file of that type. */
function permissionOf(type) {
    return type === 'configuration' ? 'View Test Configs' : 'View Test Inputs';
}
const CONTENT_TYPES = {
    inputset: 'text/csv',
    configuration: 'application/yaml',
    object: 'application/octet-stream',
};
/** A part with the type, and one with the file. */
function uploadForm({ name, type, bytes }) {
    // No file contains its own digest.
    const boundary = `ltg-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex').slice(0, 48)}`;
    const head = [
        `--${boundary}`,
        'content-disposition: form-data; name="metadata"',
        'content-type: application/json',
        '',
        JSON.stringify({ 'asset-type': type }),
        `--${boundary}`,
        `content-disposition: form-data; name="content"; filename="${name}"`,
        `content-type: ${CONTENT_TYPES[type]}`,
        '',
        '',
    ].join('\r\n');
    return {
        type: `multipart/form-data; boundary=${boundary}`,
        bytes: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    };
}


/***/ }),

/***/ 85130:
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
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22727);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17197);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75267);
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

/***/ 90660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createErrthquakeProvider: () => (/* binding */ createErrthquakeProvider)
});

// EXTERNAL MODULE: ./platform/http/http.js
var http = __webpack_require__(25819);
// EXTERNAL MODULE: ./providers/provider.js
var provider = __webpack_require__(76876);
// EXTERNAL MODULE: ./providers/errthquake/api.js
var errthquake_api = __webpack_require__(16326);
// EXTERNAL MODULE: ./formats/parameter-lines.js
var parameter_lines = __webpack_require__(10870);
// EXTERNAL MODULE: ./foundation/format.js
var format = __webpack_require__(48253);
// EXTERNAL MODULE: ./platform/http/retry.js
var retry = __webpack_require__(98193);
;// CONCATENATED MODULE: ./providers/errthquake/assets/checkout-at-service.js




/**
 * Uploads the files of the checkout to the service, and deletes them there. Does nothing if the executions
 * name none. `uid` is the ID of the workspace at the service.
 */
class CheckoutAtService {
    #options;
    #brought = new Map();
    #made;
    #keep = () => undefined;
    constructor(options) {
        this.#options = options;
    }
    /** The executions, with the names that the files have at the service. */
    async executions() {
        return (await this.#assets()).executions;
    }
    /** Adds to the preflight what was found in the files, and what will be uploaded. */
    async checked(uid, found) {
        const { inputs, api } = this.#options;
        const { checkout, variables } = inputs;
        if (checkout === undefined)
            return found;
        const filledIn = variables.length === 0 ? [] : [(0,parameter_lines/* parametersText */.Or)(variables)];
        const { list, warnings } = await this.#assets();
        const { hasAsset, listAssets } = await __webpack_require__.e(/* import() */ 5834).then(__webpack_require__.bind(__webpack_require__, 65834));
        const listed = await listAssets({ api, uid });
        const lines = list.map((asset) => {
            const then = hasAsset(listed, asset) ? 'is in the workspace already' : 'is uploaded before the start';
            return `${asset.file} (${(0,format/* formatBytes */.z3)(asset.sizeBytes)}) ${then}, as ${asset.name}.`;
        });
        return {
            ...found,
            lines: [...found.lines, ...filledIn.map((text) => `Variables: ${text}`), ...lines],
            facts: [...found.facts, ...filledIn.map((text) => ['Variables', text])],
            warnings: [...found.warnings, ...checkout.warnings, ...warnings],
            unknown: [...(found.unknown ?? []), ...checkout.unknown],
        };
    }
    async bring(uid, keep) {
        this.#keep = keep;
        await this.#bringAll(uid);
    }
    /**
     * Sends the start request. If the service refuses it, and a file is missing there, uploads the file again
     * and sends the request once more.
     */
    async withFilesThere(uid, submit) {
        try {
            return await submit();
        }
        catch (error) {
            const isRefused = error instanceof http/* HttpError */.j$ && (0,retry/* policyFor */.KV)(error).start === 'refused';
            // Another run of this step may have deleted a file when it finished, although it existed before this
            // run.
            if (!isRefused || (await this.#bringAll(uid)) === 0)
                throw error;
            this.#options.log.info('A file was gone from the workspace, and is there again. Starting once more.');
            return await submit();
        }
    }
    async remove(uid, brought, runIds) {
        const { api, inputs, ports } = this.#options;
        const { removeAssets } = await __webpack_require__.e(/* import() */ 6440).then(__webpack_require__.bind(__webpack_require__, 56440));
        return await removeAssets({ api, uid, ports, executions: inputs.executions }, brought, runIds);
    }
    async #assets() {
        const { checkout, executions, token } = this.#options.inputs;
        if (checkout === undefined)
            return { list: [], executions, warnings: [] };
        const { assetsOf } = await __webpack_require__.e(/* import() */ 3485).then(__webpack_require__.bind(__webpack_require__, 53485));
        const { origin = '' } = this.#options;
        return await (this.#made ??= assetsOf(checkout, executions, { origin, key: token }));
    }
    /** Returns the number of files that were uploaded. */
    async #bringAll(uid) {
        const { list } = await this.#assets();
        if (list.length === 0)
            return 0;
        const { bringAssets } = await __webpack_require__.e(/* import() */ 5834).then(__webpack_require__.bind(__webpack_require__, 65834));
        const { api, ports, log } = this.#options;
        return await bringAssets({ api, uid, ports, log }, list, { brought: this.#brought, keep: this.#keep });
    }
}

// EXTERNAL MODULE: ./providers/errthquake/calls.js
var calls = __webpack_require__(78059);
// EXTERNAL MODULE: ./providers/errthquake/contract.js
var contract = __webpack_require__(85130);
// EXTERNAL MODULE: ./providers/errthquake/executions/execution-document.js
var execution_document = __webpack_require__(13054);
;// CONCATENATED MODULE: ./providers/errthquake/executions/could-be.js

/** An estimate of the finish is not accurate to the second. */
const SLACK_SHARE = 0.05;
const SLACK_MS = 2000;
/** The planned executions that this test may be, according to everything that the service shows about it. */
function couldBe(result, executions) {
    return executions.flatMap((execution, index) => (agrees(result, execution) ? [index] : []));
}
function agrees(result, execution) {
    const document = (0,execution_document/* executionDocument */._)(execution);
    const told = Object.entries(result.told ?? {});
    return (execution.virtualUsers === result.virtualUsers &&
        (execution.testType === 'interactive') === result.interactive &&
        told.every(([key, value]) => document[key] === value) &&
        lastsAsPlanned(result, execution.testDurationMs));
}
/** A test of a fixed length shows it once it has begun; two loads may differ only in that. */
function lastsAsPlanned({ startedAtMs, finishAtMs, stage }, plannedMs) {
    if (plannedMs === undefined)
        return true;
    // A test that never began shows no length; nothing waits for it.
    if (stage === 'failed')
        return true;
    if (startedAtMs === undefined || finishAtMs === undefined)
        return false;
    const lastsMs = finishAtMs - startedAtMs;
    const slackMs = SLACK_MS + plannedMs * SLACK_SHARE;
    // A test that was stopped is shorter than planned.
    const isShortened = stage !== 'running' && stage !== 'waiting';
    return lastsMs <= plannedMs + slackMs && (isShortened || lastsMs >= plannedMs - slackMs);
}

// EXTERNAL MODULE: ./providers/errthquake/executions/planned.js
var executions_planned = __webpack_require__(13482);
// EXTERNAL MODULE: ./foundation/duration.js
var duration = __webpack_require__(53166);
// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./foundation/nearest.js
var nearest = __webpack_require__(42210);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: ./providers/errthquake/assets/checkout-file.js
var checkout_file = __webpack_require__(53615);
;// CONCATENATED MODULE: ./providers/errthquake/executions/test-hours.js




const MINUTE_MS = 60_000;
/** Up to this many different loads are listed one by one. */
const MOST_LOADS = 4;
/**
 * The hours, and why it is unknown what remains. That is only worth a warning, because the service checks it
 * too.
 */
async function readHours(api, uid) {
    try {
        const hours = await api.patiently(calls/* calls */.K.hours(uid), contract/* parseHours */.Tk);
        return hours.remainingMinutes === undefined
            ? { hours, trouble: 'The service does not say how many minutes remain.' }
            : { hours };
    }
    catch (error) {
        if (error instanceof http/* HttpError */.j$ && error.status !== 401)
            return { hours: {}, trouble: error.message };
        throw (0,errthquake_api/* explainRefusal */.G)(error, 'Reading the test hours');
    }
}
function hoursWarning(trouble) {
    return `It could not be checked whether enough test time remains: the hours of the workspace cannot be read. ${trouble}`;
}
/** The test time that the executions need. */
function errthquakeCost({ executions, stopAfterMs }) {
    const minutes = executions.reduce((sum, execution) => sum + minutesOf(execution, stopAfterMs), 0);
    const isOpen = executions.some(({ testType }) => testType === 'benchmark');
    const groups = Map.groupBy(executions, (execution) => `${execution.virtualUsers} virtual users × ${lengthText(execution, stopAfterMs)}`);
    const parts = [...groups].map(([load, those]) => `${load}${timesText(those)}`);
    const how = parts.length > MOST_LOADS ? `${executions.length} executions` : parts.join(' + ');
    return { minutes, ...(isOpen && { certainty: 'least' }), how };
}
function lengthText(execution, stopAfterMs) {
    return execution.testType === 'benchmark' ? 'a benchmark' : `${minutesOf(execution, stopAfterMs)} min`;
}
function timesText(executions) {
    if (executions.length < 2)
        return '';
    const regions = new Set(executions.map(({ region }) => region));
    return ` × ${executions.length} ${regions.size === executions.length ? 'regions' : 'executions'}`;
}
/** The cost, and the hours that remain before and after it. */
function costFacts(cost, { remainingMinutes }) {
    const atLeast = cost.certainty === 'least' ? 'at least ' : '';
    const after = remainingMinutes === undefined ? [] : [remainingMinutes - cost.minutes];
    return [
        ['Cost', `${atLeast}${cost.minutes} min of test time (${cost.how})`],
        ...after.map((minutes) => [
            'Test time after the run',
            `${cost.certainty === 'least' ? 'at most ' : ''}${minutes} min`,
        ]),
    ];
}
/**
 * The fault if the executions need more minutes than remain; the length of a benchmark is not known in
 * advance.
 */
function hoursFault({ executions }, { minutes: needed }, hours) {
    if (hours.remainingMinutes === undefined || needed <= hours.remainingMinutes)
        return undefined;
    const what = executions.length === 1 ? 'the execution' : `all ${executions.length} executions together`;
    const active = hours.activeMinutes ? ` (${hours.activeMinutes} are allocated to active tests)` : '';
    const rollover = hours.rollover === undefined ? '' : ` More will be available on ${hours.rollover}.`;
    return `${needed} minutes of test time are needed for ${what}, but only ${hours.remainingMinutes} remain${active}.${rollover}`;
}
function minutesOf({ testType, testDurationMs }, stopAfterMs) {
    const lastsMs = testType === 'interactive' ? stopAfterMs : testDurationMs;
    return Math.ceil((lastsMs ?? 0) / MINUTE_MS);
}
function hoursText(hours) {
    const parts = hoursFacts(hours).map(([name, value]) => `${name.toLowerCase()} ${value}`);
    return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}
function hoursFacts(hours) {
    const minutes = (name, value) => value === undefined ? [] : [[name, `${value} min`]];
    return [
        ...minutes('Test time allocated', hours.allocatedMinutes),
        ...minutes('Test time remaining', hours.remainingMinutes),
        ...minutes('In active tests', hours.activeMinutes),
        ...(hours.rollover === undefined ? [] : [['Rollover', hours.rollover]]),
    ];
}

;// CONCATENATED MODULE: ./providers/errthquake/preflight.js











/** Names of files are often similar. */
const SUGGESTED = 3;
/**
 * The workspace's uid: from `errthquake-workspace`, or of the only workspace that the service account belongs
 * to.
 */
async function discoverWorkspace(api, inputs) {
    if (inputs.workspace !== undefined)
        return inputs.workspace;
    let found;
    try {
        found = await api.patiently(calls/* calls */.K.workspaces(), contract/* parseWorkspaces */.UI);
    }
    catch (error) {
        throw (0,errthquake_api/* explainRefusal */.G)(error, 'Finding the workspace');
    }
    if (found === undefined) {
        throw new errors/* GateError */.ue('preflight', 'The service account does not belong to a workspace. Check it in Errthquake, or set errthquake-workspace.');
    }
    return found.uid;
}
/** Reports everything that would prevent the executions from running, in one error. Starts nothing. */
async function preflightErrthquake(api, inputs, uid, needs) {
    const workspace = await read(api, calls/* calls */.K.workspace(uid), contract/* parseWorkspace */.Vs, 'Reading the workspace');
    const { hours, trouble } = await readHours(api, uid);
    const hidden = needs.waits ? await hiddenResults(api, uid) : [];
    // A run that is already paid for can still be waited for.
    const warnings = needs.starts ? [] : [...hidden];
    if (needs.starts && trouble !== undefined)
        warnings.push(hoursWarning(trouble));
    const lines = [
        `Workspace ${workspace.name === '' ? uid : `'${workspace.name}' (${uid})`}${hoursText(hours)}.`,
    ];
    const facts = [
        ['Workspace', workspace.name === '' ? uid : workspace.name],
        ...hoursFacts(hours),
    ];
    if (!needs.starts)
        return { lines, facts, warnings };
    const cost = errthquakeCost(inputs);
    const faults = [
        ...faultsOf(inputs, workspace, { hours, cost }),
        ...(needs.faultsOf?.(cost) ?? []),
        ...hidden,
    ];
    if (faults.length > 0)
        throw cannotRun(faults);
    const costs = costFacts(cost, hours);
    lines.push(...executionLines(inputs.executions), ...costs.map(([name, value]) => `${name}: ${value}.`));
    return {
        lines,
        facts: [...facts, ...executionFacts(inputs.executions), ...costs],
        warnings,
        unknown: regionsUnknown(inputs.executions, workspace),
        cost,
    };
}
async function read(api, call, parse, what) {
    try {
        return await api.patiently(call, parse);
    }
    catch (error) {
        throw (0,errthquake_api/* explainRefusal */.G)(error, what);
    }
}
/** The service lists no regions; those of earlier tests are known to exist. */
function regionsUnknown(executions, { results }) {
    const known = new Set(results.flatMap(({ told }) => told?.region ?? []));
    const regions = new Set(executions.map(({ region }) => region));
    const earlier = known.size === 0 ? '' : ` Earlier tests ran in ${[...known].slice(0, SUGGESTED).join(', ')}.`;
    return [...regions].flatMap((region) => known.has(region)
        ? []
        : `Region '${(0,one_line/* oneLine */.TN)(region, 80)}': Errthquake does not list its regions, so only a start shows whether it exists.${(0,nearest/* didYouMean */.au)(region, known, SUGGESTED) || earlier}`);
}
async function hiddenResults(api, uid) {
    try {
        await api.patiently(calls/* calls */.K.results(uid), () => undefined);
        return [];
    }
    catch (error) {
        if (!(error instanceof http/* HttpError */.j$))
            throw error;
        if (error.status !== 403)
            return [];
        return [
            'The service account lacks the permission View Test Results: without it, metrics and logs are unavailable, and nothing can be judged. Grant the permission in Errthquake.',
        ];
    }
}
function cannotRun(faults) {
    const text = faults.length === 1 ? ` ${faults[0]}` : faults.map((fault) => `\n- ${fault}`).join('');
    const several = faults.length > 1 ? { faults } : {};
    return new errors/* GateError */.ue('preflight', `The test cannot run, and nothing was started:${text}`, several);
}
function faultsOf(inputs, workspace, { hours, cost }) {
    const faults = inputs.executions.flatMap((execution) => executionFaults(execution, workspace));
    // A fault is named once, however many executions have it.
    const once = new Set(faults);
    const fault = hoursFault(inputs, cost, hours);
    return fault === undefined ? [...once] : [...once, fault];
}
function executionFaults(execution, workspace) {
    const faults = [];
    const { testInputs, testConfigs, maxVirtualUsers, maxTestDuration } = workspace;
    const isMissing = (name, known) => known !== undefined && !known.includes(name) && !(0,checkout_file/* isOfCheckout */._8)(name);
    if (isMissing(execution.testInput, testInputs)) {
        faults.push(unknownFile('test-input', execution.testInput, testInputs));
    }
    if (isMissing(execution.testConfig, testConfigs)) {
        faults.push(unknownFile('test-config', execution.testConfig, testConfigs));
    }
    if (maxVirtualUsers !== undefined && execution.virtualUsers > maxVirtualUsers) {
        faults.push(`virtual-users ${execution.virtualUsers} exceeds the workspace's maximum of ${maxVirtualUsers} per test.`);
    }
    const maxMs = maxTestDuration === undefined ? undefined : (0,duration/* parseDuration */.E)(maxTestDuration);
    if (maxMs !== undefined && (execution.testDurationMs ?? 0) > maxMs) {
        faults.push(`test-duration ${(0,format/* formatSpan */.QA)(execution.testDurationMs ?? 0)} exceeds the workspace's maximum of ${(0,format/* formatSpan */.QA)(maxMs)}.`);
    }
    return faults;
}
function unknownFile(input, name, known) {
    const listed = known.length === 0
        ? 'It has none.'
        : (0,nearest/* didYouMean */.au)(name, known, SUGGESTED) ||
            ` It has ${known.slice(0, 5).join(', ')}${known.length > 5 ? ', …' : ''}.`;
    return `The workspace has no ${input} '${name}'. ${listed.trim()}`;
}
function executionLines(executions) {
    const lines = executions.map((execution) => {
        const duration = execution.testDurationMs === undefined ? '' : `, ${(0,format/* formatSpan */.QA)(execution.testDurationMs)}`;
        const ramp = execution.rampDurationMs === undefined ? '' : `, ramp-up ${(0,format/* formatSpan */.QA)(execution.rampDurationMs)}`;
        return `${execution.region}: ${execution.testConfig} with ${execution.testInput}, ${execution.virtualUsers} virtual users, ${execution.testType} test${duration}${ramp}.`;
    });
    if (executions.length < 2)
        return lines;
    return [
        ...lines,
        `${executions.length} executions in one request, with ${sumOfUsers(executions)} virtual users in total.`,
    ];
}
function executionFacts(executions) {
    const regions = [...new Set(executions.map((execution) => execution.region))].join(', ');
    return [
        ['Virtual users', String(sumOfUsers(executions))],
        ['Regions', regions],
    ];
}
function sumOfUsers(executions) {
    return executions.reduce((sum, execution) => sum + execution.virtualUsers, 0);
}

;// CONCATENATED MODULE: ./providers/errthquake/executions/so-far.js


/** The limits for a line of the log. */
const MOST_FIGURES = 6;
const MOST_CHARACTERS = 30;
/** The rest of a larger document is not read. */
const MOST_FIELDS = 5000;
const MAX_DEPTH = 3;
/** Limited, because each needs a request. */
const MOST_EXECUTIONS = 10;
/** The most important figures, in this order. */
const WANTED = [/request|count/i, /error|fail/i, /rate|throughput|per-?s/i, /mean|avg|p9\d|duration|latency/i];
const COUNTED = /request|count|error|fail/i;
/**
 * The figures of a metrics document, with the service's own names, the most important first. Its fields are
 * not documented, so nothing is concluded from them. If only parts of the test have a count, their sum is
 * shown.
 */
function figuresSoFar(json) {
    const figures = new Map();
    const sums = new Map();
    let left = MOST_FIELDS;
    const read = (value, depth) => {
        if (typeof value !== 'object' || value === null || depth > MAX_DEPTH)
            return;
        for (const name in value) {
            if (left-- <= 0)
                return;
            const field = value[name];
            if (typeof field !== 'number')
                read(field, depth + 1);
            else if (!WANTED.some((pattern) => pattern.test(name)))
                continue;
            else if (depth === 0)
                figures.set(name, field);
            else if (COUNTED.test(name))
                sums.set(name, (sums.get(name) ?? 0) + field);
        }
    };
    read(json, 0);
    return [...new Map([...sums, ...figures])]
        .filter(([, value]) => Number.isFinite(value) && value >= 0)
        .toSorted(([a], [b]) => rankOf(a) - rankOf(b))
        .slice(0, MOST_FIGURES)
        .map(([name, value]) => [(0,one_line/* oneLine */.TN)(name, MOST_CHARACTERS), value]);
}
/** The figures of several executions together: only counts can be added. */
async function readSoFar(api, uid, ids) {
    if (ids.length > MOST_EXECUTIONS)
        return [];
    const each = await Promise.all(ids.map((id) => api.once(calls/* calls */.K.metrics(uid, id), figuresSoFar)));
    if (each.length < 2)
        return each[0] ?? [];
    const sums = new Map();
    for (const [name, value] of each.flat())
        if (COUNTED.test(name))
            sums.set(name, (sums.get(name) ?? 0) + value);
    return [...sums].slice(0, MOST_FIGURES);
}
function rankOf(name) {
    return WANTED.findIndex((pattern) => pattern.test(name));
}

;// CONCATENATED MODULE: ./providers/errthquake/executions/turns.js
const CLEAR_MS = 10 * 60_000;
/**
 * The order of the runs, by their places in the list. Which end of the list is newer is not documented: the
 * tests that have begun show it, if they are in the order of their times. Undefined if they are not, or if
 * none of them clearly began before another.
 */
function turnsOf(results) {
    const times = results.flatMap(({ startedAtMs, stage }) => startedAtMs === undefined || stage !== 'finished' ? [] : [startedAtMs]);
    const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    // Tests with almost the same time may have waited for a machine, and begun in another order.
    const clear = steps.filter((step) => Math.abs(step) >= CLEAR_MS);
    if (clear.length === 0)
        return undefined;
    if (clear.every((step) => step > 0))
        return (index) => index;
    if (clear.every((step) => step < 0))
        return (index) => -index;
    return undefined;
}

// EXTERNAL MODULE: ./providers/reported-error.js
var reported_error = __webpack_require__(4765);
;// CONCATENATED MODULE: ./providers/errthquake/executions/started-ids.js

/** More than one request can start, and no response names them. */
const MAX_GUESSES = 64;
const started_ids_MAX_DEPTH = 5;
/**
 * The ids of the started tests. The documented `map{ "id", <test id> }` leaves the form open; accepted are
 * `{"id": "…"}`, `{"id": ["…"]}`, and a list of such objects. In any other form, such as a list of ids, a map
 * of names to ids, or a map of ids to documents, every word that looks like an id is a guess.
 */
function startedIds(json) {
    const named = unique(namedIds(json));
    const guesses = named.length > 0 ? [] : unique(words(json).filter(isDocumentedId)).slice(0, MAX_GUESSES);
    const fault = [json, ...(Array.isArray(json) ? json : [])]
        .map(reported_error/* reportedError */.k)
        .find((text) => text !== undefined);
    if (fault !== undefined)
        throw new Error(`${fault}; it contains no test id`);
    if (named.length + guesses.length === 0)
        throw new Error('it contains no test id');
    return { ids: [...named, ...guesses], isGuess: named.length === 0 };
}
function namedIds(value, depth = 0) {
    if (typeof value !== 'object' || value === null || depth > started_ids_MAX_DEPTH)
        return [];
    if (Array.isArray(value))
        return value.flatMap((item) => namedIds(item, depth + 1));
    const { id, ...others } = value;
    if (id !== undefined)
        return (Array.isArray(id) ? id : [id]).filter(isTestId);
    return Object.values(others).flatMap((item) => namedIds(item, depth + 1));
}
/** All texts and field names. */
function words(value, depth = 0) {
    if (typeof value === 'string')
        return [value];
    if (typeof value !== 'object' || value === null || depth > started_ids_MAX_DEPTH)
        return [];
    if (Array.isArray(value))
        return value.flatMap((item) => words(item, depth + 1));
    return Object.entries(value).flatMap(([name, item]) => [name, ...words(item, depth + 1)]);
}
function isDocumentedId(word) {
    return /^[A-Za-z0-9]{8}$/.test(word);
}
/** Documented as 8 alphanumeric characters; if a field says that it is an id, a few more are accepted. */
function isTestId(value) {
    return typeof value === 'string' && /^[A-Za-z0-9_-]{4,64}$/.test(value);
}
function unique(ids) {
    return [...new Set(ids)];
}

// EXTERNAL MODULE: ./providers/unreadable-run.js
var unreadable_run = __webpack_require__(11858);
;// CONCATENATED MODULE: ./providers/errthquake/provider.js













function createErrthquakeProvider(options) {
    const { ports, log, inputs, needs } = options;
    const api = (0,errthquake_api/* createErrthquakeApi */.b)({ ports, inputs });
    let discovered;
    const workspace = async () => {
        discovered ??= discoverWorkspace(api, inputs);
        discovered.catch(() => (discovered = undefined));
        return await discovered;
    };
    const checkout = new CheckoutAtService({ ...options, api });
    const states = new States(api, log);
    return {
        name: 'errthquake',
        canStop: true,
        marksRuns: false,
        preflight: async (starts, faultsOf) => {
            const uid = await workspace();
            const found = await preflightErrthquake(api, inputs, uid, { starts, waits: needs.waits, faultsOf });
            return starts ? await checkout.checked(uid, found) : found;
        },
        look: async () => look(api, await workspace(), await checkout.executions()),
        bring: async (keep) => await checkout.bring(await workspace(), keep),
        removeBrought: async (brought, runIds) => await checkout.remove(await workspace(), brought, runIds),
        start: async (_intent, sending = (send) => send()) => {
            const uid = await workspace();
            const executions = await checkout.executions();
            const submit = () => sending(() => api.once(calls/* calls */.K.exec(uid, executions), startedIds));
            const started = await checkout.withFilesThere(uid, submit);
            const ids = started.isGuess ? await knownOf(api, uid, started.ids) : started.ids;
            return startAnswer(ids, inputs);
        },
        status: async (run) => await states.read(await workspace(), run),
        soFar: async (ids, signal) => {
            if (states.fromWorkspace)
                return [];
            const api = (0,errthquake_api/* createErrthquakeApi */.b)({ ports: { ...ports, signal: () => signal }, inputs });
            return await readSoFar(api, await workspace(), ids);
        },
        collect: async (run, status, directory) => {
            // Archives and downloads, which no request before the finish needs.
            const { collectErrthquake } = await Promise.all(/* import() */[__webpack_require__.e(8766), __webpack_require__.e(5992)]).then(__webpack_require__.bind(__webpack_require__, 75992));
            return await collectErrthquake({ ports, log, api, uid: await workspace(), directory }, run, status);
        },
        stop: async (runId) => {
            await api.patiently(calls/* calls */.K.stop(await workspace(), runId), () => undefined);
        },
    };
}
/** Without View Test Results only the workspace shows states; asked once, remembered for the run. */
class States {
    #api;
    #log;
    fromWorkspace = false;
    constructor(api, log) {
        this.#api = api;
        this.#log = log;
    }
    async read(uid, run) {
        if (this.fromWorkspace)
            return await statusOfWorkspace(this.#api, uid, run);
        try {
            return await statusOfResults(this.#api, uid, run);
        }
        catch (error) {
            if (!(error instanceof http/* HttpError */.j$) || error.status !== 403)
                throw error;
            this.fromWorkspace = true;
            this.#log.info('The service account may not view test results; the state is read from the workspace instead.');
            return await statusOfWorkspace(this.#api, uid, run);
        }
    }
}
/** Of the words that look like ids, those that the service knows as tests. */
async function knownOf(api, uid, words) {
    const known = [];
    for (const word of words) {
        try {
            if ((await api.once(calls/* calls */.K.result(uid, word), contract.parseResult)).id === word)
                known.push(word);
        }
        catch (error) {
            if (!(error instanceof http/* HttpError */.j$))
                throw error;
            if (error.status === 404 || error.status === 410)
                continue;
            // Not allowed, or no usable response: the workspace shows the tests too.
            const { results } = await readResults(api, uid);
            return words.filter((other) => results.some(({ id }) => id === other));
        }
    }
    if (known.length > 0)
        return known;
    throw new http/* HttpError */.j$('The response to the start names no test that the service knows.', { kind: 'mismatch' });
}
function startAnswer(ids, inputs) {
    const { executions } = inputs;
    const planned = (0,executions_planned/* plannedErrthquake */.x)(inputs);
    const incomplete = ids.length === executions.length
        ? {}
        : {
            incomplete: `${executions.length} executions were submitted, but the service responded with ${ids.length} id${ids.length === 1 ? '' : 's'}. ` +
                `Certainly started: ${ids.join(', ')}. Check the workspace in Errthquake, and stop what should not run.`,
        };
    return { executions: ids.map((id, index) => ({ label: '', ...planned[index], id })), ...incomplete };
}
/** Throws if the response does not cover every test, because nothing can be concluded from a missing one. */
async function readResults(api, uid) {
    return await api.once(calls/* calls */.K.workspace(uid), (json, serviceNowMs) => ({
        ...(0,contract/* parseListedResults */.Pb)(json),
        serviceNowMs,
    }));
}
async function look(api, uid, executions) {
    const { results, unreadable = [] } = await readResults(api, uid);
    const turnOf = turnsOf(results);
    const runs = results.map((result, index) => {
        const canBe = couldBe(result, executions);
        const ended = provider/* FINAL_STAGES */.vu.includes(result.stage);
        const turn = turnOf?.(index);
        return {
            id: result.id,
            title: `${result.id} (${result.state}, ${result.virtualUsers ?? '?'} virtual users)`,
            texts: [],
            ...(result.startedAtMs !== undefined && { startedAtMs: result.startedAtMs }),
            fits: canBe.length > 0,
            canBe,
            ended,
            isGoing: !ended,
            ...(turn !== undefined && { turn }),
        };
    });
    return [...runs, ...unreadable.map(unreadable_run/* unreadableRun */.n)];
}
async function statusOfResults(api, uid, run) {
    const answers = await Promise.all(run.executions.map((execution) => api.once(calls/* calls */.K.result(uid, execution.id), (json, serviceNowMs) => ({
        status: statusOf(execution, (0,contract.parseResult)(json)),
        serviceNowMs,
    }))));
    return { executions: answers.map(({ status }) => status), ...timeOf(answers.at(-1)?.serviceNowMs) };
}
async function statusOfWorkspace(api, uid, run) {
    const { results, unreadable = [], serviceNowMs } = await readResults(api, uid);
    const executions = run.executions.map((execution) => {
        const result = results.find(({ id }) => id === execution.id);
        if (result !== undefined)
            return statusOf(execution, result);
        if (unreadable.length === 0) {
            throw new http/* HttpError */.j$(`The service does not know test ${execution.id}.`, { kind: 'status', status: 404 });
        }
        // It may be the unreadable one.
        throw new http/* HttpError */.j$(`The service returned nothing readable about test ${execution.id}.`, {
            kind: 'mismatch',
        });
    });
    return { executions, ...timeOf(serviceNowMs) };
}
function timeOf(serviceNowMs) {
    return serviceNowMs === undefined ? {} : { serviceNowMs };
}
/** Throws if the response is about another test. */
function statusOf(execution, result) {
    const { id, label } = execution;
    if (result.id !== id)
        throw new Error(`it is about test ${result.id.slice(0, 64)}, but ${id} was requested`);
    const ended = provider/* FINAL_STAGES */.vu.includes(result.stage);
    const finish = result.finishAtMs;
    return {
        id,
        label,
        state: result.state,
        stage: result.stage,
        ...(result.virtualUsers !== undefined && { virtualUsers: result.virtualUsers }),
        ...(result.startedAtMs !== undefined && { startedAtMs: result.startedAtMs }),
        ...(ended && finish !== undefined && { finishedAtMs: finish }),
        // The finish time of an interactive test has no meaning, because it runs until it is stopped.
        ...(!ended && finish !== undefined && !result.interactive && { estimatedFinishAtMs: finish }),
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


/***/ }),

/***/ 11858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ unreadableRun)
/* harmony export */ });
/* harmony import */ var _platform_http_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64345);

/** An unreadable entry of a list: it may be any run, including ours, and is never taken. */
function unreadableRun(entry, index) {
    return {
        id: `unreadable entry ${index + 1}`,
        title: `an entry that cannot be read: ${(0,_platform_http_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .excerptOf */ .zU)(entry).slice(0, 80)}`,
        texts: [entry],
        fits: false,
        isUnreadable: true,
        ended: false,
    };
}


/***/ })

};
