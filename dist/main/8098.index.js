export const id = 8098;
export const ids = [8098];
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


/***/ }),

/***/ 33017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ createXtcApi),
  G: () => (/* binding */ explainRefusal)
});

// EXTERNAL MODULE: ./platform/http/http.js
var http = __webpack_require__(25819);
// EXTERNAL MODULE: ./platform/http/retry.js
var retry = __webpack_require__(98193);
// EXTERNAL MODULE: ./providers/authorized-call.js
var authorized_call = __webpack_require__(24169);
// EXTERNAL MODULE: ./providers/xtc/contracts/contract.js
var contracts_contract = __webpack_require__(27841);
;// CONCATENATED MODULE: ./providers/xtc/load-tests/list-place.js

/**
 * Where the list of load tests is. The documentation of v2 names it in two ways: if the first one does not
 * exist, the other is tried once, and the one that works is used for the rest of the step.
 */
class ListPlace {
    #usual;
    #other;
    #place;
    #isSettled = false;
    constructor([usual = '', other]) {
        this.#usual = usual;
        this.#other = other;
        this.#place = usual;
    }
    async ask(call, send) {
        try {
            const answer = await send(this.#at(this.#place, call));
            this.#isSettled = true;
            return answer;
        }
        catch (error) {
            // After an existing page, it means that there is no such page.
            if (this.#isSettled || this.#other === undefined || !isNotThere(error))
                throw error;
            const answer = await this.#askElsewhere(this.#at(this.#other, call), send, error);
            this.#place = this.#other;
            this.#isSettled = true;
            return answer;
        }
    }
    async #askElsewhere(call, send, first) {
        try {
            return await send(call);
        }
        catch (error) {
            if (!isNotThere(error))
                throw error;
            this.#isSettled = true;
            // The message about the usual place is one that can be looked up.
            throw first;
        }
    }
    /** Full URLs from the service are used as they are. */
    #at(place, call) {
        const { path } = call;
        const isOurs = path === this.#usual || path.startsWith(`${this.#usual}?`);
        return isOurs ? { ...call, path: `${place}${path.slice(this.#usual.length)}` } : call;
    }
}
function isNotThere(error) {
    return error instanceof http/* HttpError */.j$ && error.kind === 'status' && error.status === 404;
}

;// CONCATENATED MODULE: ./providers/xtc/api.js





function createXtcApi(options) {
    const { ports, inputs, contract, tokens } = options;
    const base = `${inputs.url}${(0,contracts_contract/* projectPath */.DZ)(contract.version, inputs.organization, inputs.project)}`;
    const origin = new URL(inputs.url).origin;
    // Links from the service are full URLs, or begin at its root.
    const urlOf = (path) => path.startsWith('/') && !path.startsWith('/public/') ? `${base}${path}` : new URL(path, base).href;
    const once = async (call, parse, sending = (work) => work()) => {
        const token = await tokenToSend();
        try {
            return await sending(() => send(call, parse, token));
        }
        catch (error) {
            if (!(error instanceof http/* HttpError */.j$) || error.status !== 401)
                throw error;
            tokens.renew(token);
            const fresh = await tokenToSend();
            return await sending(() => send(call, parse, fresh));
        }
    };
    // Whatever the reason for the missing token, the call itself was not sent, so a start may be tried again.
    const tokenToSend = async () => {
        try {
            return await tokens.get();
        }
        catch (error) {
            if (!(error instanceof http/* HttpError */.j$))
                throw error;
            const { retryAfterMs, permanent } = error;
            throw new http/* HttpError */.j$(error.message, { kind: 'not-sent', retryAfterMs, permanent, cause: error });
        }
    };
    const send = async (call, parse, token) => {
        const url = urlOf(call.path);
        if (new URL(url).origin !== origin) {
            // The token must not be sent to another service.
            throw new http/* HttpError */.j$(`${call.method} ${url.split('?')[0]} leads away from ${origin}.`, {
                kind: 'mismatch',
            });
        }
        const { method, body, content, limitMs } = call;
        const api = `XTC's API ${contract.version}`;
        const authorization = bearer(token);
        return await (0,authorized_call/* callOnce */.qO)(ports, { api, method, url, body, content, limitMs, authorization, parse });
    };
    return {
        contract,
        tokens,
        clock: ports.clock,
        listPlace: new ListPlace(contract.listPlaces),
        ready: tokenToSend,
        once,
        patiently: (call, parse, budgetMs = authorized_call/* CALL_BUDGET_MS */.EN) => (0,retry/* retrySafe */.i6)(ports, { budgetMs }, () => once(call, parse)),
        serviceUrl: inputs.url,
        urlOf,
        authorization: async (url) => (new URL(url).origin === origin ? bearer(await tokens.get()) : {}),
    };
}
function bearer(token) {
    return { authorization: `Bearer ${token}` };
}
/** What a refusal of a call below the project most likely means. */
function explainRefusal(error, inputs, what, call) {
    const where = `organization '${inputs.organization}', project '${inputs.project}'`;
    return (0,authorized_call/* explained */.to)(error, what, {
        byStatus: {
            401: `The service rejects the access token for ${where}: the credentials may be for another organization, project or API version.`,
            403: `The credentials may not do this in ${where}: they lack scope ${call.scope}, are for another project, ` +
                'or the project has disabled the credentials of the organization.',
            404: `Nothing was found: check xtc-organization and xtc-project (short names; now ${where}), the number, and xtc-api-version (v1 may be retired).`,
            410: `API ${inputs.apiVersion} seems to be retired: set xtc-api-version.`,
        },
        strange: 'Check xtc-url and xtc-api-version.',
        urlInput: 'xtc-url',
        reasonOf401: 'preflight',
    });
}


/***/ }),

/***/ 27841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ projectPath),
/* harmony export */   I9: () => (/* binding */ MARKS_RUNS),
/* harmony export */   xb: () => (/* binding */ DOWNLOAD_SCOPES),
/* harmony export */   xj: () => (/* binding */ STATES)
/* harmony export */ });
/** Whether the start request accepts a name and a description, and so our marker. */
const MARKS_RUNS = { v1: false, v2: true };
/** Documented for the archives; assumed for the report's separate files. */
const DOWNLOAD_SCOPES = {
    report: 'LOADTEST_REPORT_DOWNLOAD',
    result: 'LOADTEST_RESULT_DOWNLOAD',
    'test-report': 'LOADTEST_REPORT_DOWNLOAD',
    scorecard: 'LOADTEST_REPORT_DOWNLOAD',
};
/** The common beginning of the calls' paths. */
function projectPath(version, organization, project) {
    return `/public/api/${version}/orgs/${encodeURIComponent(organization)}/projects/${encodeURIComponent(project)}`;
}
const STATES = {
    NEW: 'waiting',
    SCHEDULED: 'waiting',
    STARTING: 'waiting',
    PROVISIONING: 'waiting',
    RUNNING: 'running',
    STOPPING: 'ending',
    DEPROVISIONING: 'ending',
    FINISHED: 'finished',
    ABORTED: 'aborted',
    ERROR: 'failed',
};


/***/ }),

/***/ 36499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ listLoadTests)
/* harmony export */ });
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48253);
/* harmony import */ var _platform_http_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25819);


/** A longer list is abandoned, and never treated as complete, because its entries are kept in memory. */
const MAX_LOAD_TESTS = 20_000;
const MAX_PAGES = 2000;
const MAX_LINK_CHARACTERS = 2000;
/** An unreadable entry is only searched for our marker. */
const MAX_ENTRY_CHARACTERS = 20_000;
/** Possible responses of a service to a request for the page after its last one. */
const NO_SUCH_PAGE = [400, 404, 416];
/**
 * All load tests of the project, or an error: an incomplete list would hide a run, and a second one would be
 * started. The size that pages report is not trusted: there are more pages until one is empty, repeats
 * earlier entries, or is shorter than the first one.
 */
async function listLoadTests(api, options) {
    const { contract, clock } = api;
    const endMs = clock.monotonicMs() + options.budgetMs;
    const found = new Map();
    const unreadable = new Set();
    const asked = new Set();
    let firstLength;
    let entries = 0;
    let path;
    while (!asked.has(path)) {
        asked.add(path);
        const leftMs = endMs - clock.monotonicMs();
        if (leftMs <= 0)
            throw endless(asked.size - 1, found.size, options);
        const page = await askFor(api, path, { ...options, budgetMs: leftMs }, isGuess(api, path, entries));
        const known = found.size + unreadable.size;
        for (const loadTest of page.loadTests)
            found.set(loadTest.number, loadTest);
        for (const entry of page.unreadable)
            unreadable.add(entry.slice(0, MAX_ENTRY_CHARACTERS));
        refuseTooLong(asked.size, found.size + unreadable.size, page.next);
        const length = page.loadTests.length + page.unreadable.length;
        entries += length;
        firstLength ??= length;
        if (found.size + unreadable.size === known)
            break;
        path = page.next ?? (length < firstLength ? undefined : contract.pageFrom?.(entries));
        if (path === undefined)
            break;
    }
    return { loadTests: [...found.values()].sort((a, b) => b.number - a.number), unreadable: [...unreadable] };
}
/** Whether only our own calculation says that there is such a page. */
function isGuess({ contract }, path, entries) {
    return path !== undefined && path === contract.pageFrom?.(entries);
}
async function askFor(api, path, { patiently, budgetMs }, mayBeNone) {
    const call = { ...api.contract.list(path), limitMs: budgetMs };
    const parse = (json) => api.contract.parseList(json);
    try {
        return await api.listPlace.ask(call, (placed) => patiently ? api.patiently(placed, parse, budgetMs) : api.once(placed, parse));
    }
    catch (error) {
        const isNone = error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ && error.kind === 'status' && mayBeNone;
        if (isNone && NO_SUCH_PAGE.includes(error.status ?? 0))
            return { loadTests: [], unreadable: [] };
        throw error;
    }
}
/** Throws if a list is longer than what is kept of a project. */
function refuseTooLong(pages, entries, next = '') {
    const excess = entries > MAX_LOAD_TESTS
        ? `more than ${MAX_LOAD_TESTS.toLocaleString('en-US')} load tests`
        : pages >= MAX_PAGES
            ? `more than ${MAX_PAGES} pages`
            : next.length > MAX_LINK_CHARACTERS
                ? 'an unusable link to its next page'
                : undefined;
    if (excess === undefined)
        return;
    throw new _platform_http_http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$(`The list of load tests could not be read completely: it has ${excess}. Set xtc-load-test to the number of the load test, or move old ones to another project.`, { kind: 'unreadable', permanent: true });
}
function endless(pages, loadTests, { budgetMs }) {
    return new _platform_http_http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$(`The list of load tests was not complete within ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSpan */ .QA)(budgetMs)} (${pages} pages, ${loadTests} load tests).`, { kind: 'stalled' });
}


/***/ }),

/***/ 44349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   Qt: () => (/* binding */ isAboutToBegin),
/* harmony export */   jf: () => (/* binding */ isGoing)
/* harmony export */ });
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32745);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75267);
/* harmony import */ var _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25819);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76876);
/* harmony import */ var _unreadable_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11858);
/* harmony import */ var _contracts_contract_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27841);
/* harmony import */ var _list_load_tests_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36499);







/** A longer look would use up the time for the others. */
const LOOK_BUDGET_MS = 30_000;
const GATE_MARKER = /\bltg-[0-9a-f]{16}\b/;
/** The project's load tests as runs: which are active, and which may be copies of the original. */
async function look(api, original) {
    if (!(await api.tokens.has('LOADTEST_LIST'))) {
        throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('start-unknown', 'The credentials lack scope LOADTEST_LIST, so the load tests cannot be listed.');
    }
    const { loadTests, unreadable } = await (0,_list_load_tests_js__WEBPACK_IMPORTED_MODULE_4__/* .listLoadTests */ ._)(api, { budgetMs: LOOK_BUDGET_MS, patiently: false });
    if (!loadTests.some(({ number }) => number === original.number)) {
        // The original exists: a list without it is incomplete, and may lack our run too.
        throw new _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$(`The list of load tests lacks load test ${original.number}, so it is incomplete.`, {
            kind: 'mismatch',
        });
    }
    const runs = loadTests.map((loadTest) => ({
        id: String(loadTest.number),
        title: `${loadTest.number} '${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(loadTest.name, 80)}'`,
        texts: [loadTest.name, loadTest.description ?? ''],
        ...(loadTest.startedAtMs !== undefined && { startedAtMs: loadTest.startedAtMs }),
        // How v1 names a copy is not documented: either like the original, or beginning with its name.
        fits: loadTest.name.startsWith(original.name),
        ended: loadTest.finishedAtMs !== undefined,
        isGoing: isGoing(loadTest),
        isAboutToBegin: isAboutToBegin(loadTest),
        turn: loadTest.number,
    }));
    return [...runs, ...unreadable.map(_unreadable_run_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadableRun */ .n)];
}
/** It was started, and will load its code soon. */
function isAboutToBegin(loadTest) {
    return isGoing(loadTest) && stageOf(loadTest) === 'waiting';
}
function stageOf({ state = '' }) {
    return _contracts_contract_js__WEBPACK_IMPORTED_MODULE_3__/* .STATES */ .xj[state.toUpperCase()];
}
/** A load test that was never run is NEW too, like one that was just started; ours can be recognized. */
function isGoing(loadTest) {
    const { name, description = '', state = '', startedAtMs, finishedAtMs } = loadTest;
    if (finishedAtMs !== undefined)
        return false;
    if (state.toUpperCase() === 'NEW')
        return GATE_MARKER.test(`${name} ${description}`);
    const stage = stageOf(loadTest);
    return stage === undefined ? startedAtMs !== undefined : !_provider_js__WEBPACK_IMPORTED_MODULE_6__/* .FINAL_STAGES */ .vu.includes(stage);
}


/***/ }),

/***/ 18098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createXtcProvider: () => (/* binding */ createXtcProvider)
});

// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./platform/http/http.js
var http = __webpack_require__(25819);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: ./foundation/duration.js
var duration = __webpack_require__(53166);
// EXTERNAL MODULE: ./formats/parameter-lines.js
var parameter_lines = __webpack_require__(10870);
// EXTERNAL MODULE: ./providers/xtc/api.js + 1 modules
var xtc_api = __webpack_require__(33017);
// EXTERNAL MODULE: ./providers/xtc/contracts/contract.js
var contract = __webpack_require__(27841);
;// CONCATENATED MODULE: ./providers/xtc/contracts/needed-scopes.js

/** The scopes that a step needs, and those that it requests if the credentials have them. */
function scopesFor({ needs, inputs }) {
    const required = ['LOADTEST_DETAILS'];
    const bringsCode = needs.starts && inputs.codeFolder !== undefined;
    if (bringsCode)
        required.push('CODEARCHIVE_UPLOAD');
    if (needs.starts)
        required.push('LOADTEST_COPY_RUN');
    // A step that only starts reads states too: a re-run must see whether the earlier attempt's run is still
    // active.
    required.push('LOADTEST_STATUS');
    if (needs.waits)
        required.push(contract/* DOWNLOAD_SCOPES */.xb.report, contract/* DOWNLOAD_SCOPES */.xb.result);
    // The list finds a load test by name, and shows after an unclear response whether a test was started; only
    // the former really needs it.
    const byName = inputs.loadTest !== undefined && 'name' in inputs.loadTest;
    const mustList = byName || needs.looks === true || bringsCode;
    if (needs.starts && mustList)
        required.push('LOADTEST_LIST');
    const optional = needs.starts && !mustList ? ['LOADTEST_LIST'] : [];
    return { required, optional: bringsCode ? [...optional, 'CODEARCHIVE_DELETE'] : optional };
}
/** What the step cannot do because a scope is missing. */
async function scopeWarnings(tokens, { codeFolder }) {
    const warnings = [];
    if (!(await tokens.has('LOADTEST_LIST')))
        warnings.push('The credentials lack scope LOADTEST_LIST: if the response to the start request is lost, the new load test cannot be found.');
    if (codeFolder !== undefined && !(await tokens.has('CODEARCHIVE_DELETE')))
        warnings.push(`The credentials lack scope CODEARCHIVE_DELETE: the code archive of ${codeFolder} stays in XTC, which keeps at most 300 per project.`);
    return warnings;
}

;// CONCATENATED MODULE: ./providers/xtc/load-tests/load-test-status.js



async function loadTestStatus(api, run) {
    const id = run.executions[0]?.id ?? '';
    const number = Number(id);
    const call = api.contract.status(number);
    const { answer, serviceNowMs } = await api.once(call, (json, nowMs) => ({
        answer: api.contract.parseStatus(json, number),
        serviceNowMs: nowMs,
    }));
    const revision = answer.revision === undefined ? undefined : (0,one_line/* oneLine */.TN)(answer.revision, 200);
    return {
        executions: [executionOf(id, answer)],
        ...(serviceNowMs !== undefined && { serviceNowMs }),
        ...(revision !== undefined && { revision, notes: [`Revision tested: ${revision}`] }),
        ...(await pageOf(api, run)),
    };
}
function executionOf(id, answer) {
    const known = contract/* STATES */.xj[answer.state.toUpperCase()];
    return {
        id,
        label: '',
        state: answer.state,
        stage: known ?? 'running',
        ...(known === undefined && { unknownState: true }),
        ...(answer.startedAtMs !== undefined && { startedAtMs: answer.startedAtMs }),
        ...(answer.finishedAtMs !== undefined && { finishedAtMs: answer.finishedAtMs }),
    };
}
/** The page in XTC, requested until it is known; never a reason to fail. */
async function pageOf(api, run) {
    if (run.url !== undefined || api.contract.version === 'v1')
        return {};
    try {
        const number = Number(run.executions[0]?.id);
        const details = await api.once(api.contract.details(number), (json) => api.contract.parseDetails(json, number));
        const texts = [details.name, details.description ?? ''];
        return { texts, ...(details.url !== undefined && { url: details.url }) };
    }
    catch (error) {
        if (error instanceof http/* HttpError */.j$)
            return {};
        throw error;
    }
}

// EXTERNAL MODULE: ./providers/xtc/load-tests/look.js
var look = __webpack_require__(44349);
;// CONCATENATED MODULE: ./providers/xtc/load-tests/xtc-cost.js

const MINUTE_MS = 60_000;
/**
 * XTC says nothing about the cost of a run. But if the load test itself was run to the end before, its copy
 * takes about as long.
 */
function xtcCost({ state = '', startedAtMs, finishedAtMs }) {
    const isWhole = contract/* STATES */.xj[state.toUpperCase()] === 'finished';
    if (!isWhole || startedAtMs === undefined || finishedAtMs === undefined || finishedAtMs <= startedAtMs)
        return undefined;
    const minutes = Math.ceil((finishedAtMs - startedAtMs) / MINUTE_MS);
    return { minutes, certainty: 'guess', how: 'as long as its last run' };
}

// EXTERNAL MODULE: ./foundation/nearest.js
var nearest = __webpack_require__(42210);
// EXTERNAL MODULE: ./providers/authorized-call.js
var authorized_call = __webpack_require__(24169);
// EXTERNAL MODULE: ./providers/xtc/load-tests/list-load-tests.js
var list_load_tests = __webpack_require__(36499);
;// CONCATENATED MODULE: ./providers/xtc/load-tests/find-load-test.js







/** Names in a project are often similar. */
const SUGGESTED = 3;
const MOST_NAMED = 5;
/** The load test to duplicate, checked; one clear error if it does not exist. */
async function findLoadTest(api, inputs, choice) {
    const number = 'number' in choice ? choice.number : await numberOfName(api, inputs, choice.name);
    const call = api.contract.details(number);
    try {
        const details = await api.patiently(call, (json) => api.contract.parseDetails(json, number));
        return { ...details, number };
    }
    catch (error) {
        if (!(error instanceof http/* HttpError */.j$) || error.status !== 404) {
            throw (0,xtc_api/* explainRefusal */.G)(error, inputs, `Looking up load test ${number}`, call);
        }
        throw await notFound(api, inputs, number, error);
    }
}
async function numberOfName(api, inputs, name) {
    let loadTests;
    try {
        ;
        ({ loadTests } = await (0,list_load_tests/* listLoadTests */._)(api, { budgetMs: authorized_call/* CALL_BUDGET_MS */.EN, patiently: true }));
    }
    catch (error) {
        throw (0,xtc_api/* explainRefusal */.G)(error, inputs, `Listing the load tests to find '${name}'`, api.contract.list(undefined));
    }
    const newest = loadTests.find((loadTest) => loadTest.name === name);
    if (newest !== undefined)
        return newest.number;
    const own = loadTests.filter((loadTest) => !isOwnCopy(loadTest));
    const names = [...new Set(own.map((loadTest) => (0,one_line/* oneLine */.TN)(loadTest.name, 200)))];
    const hint = (0,nearest/* didYouMean */.au)(name, names, SUGGESTED) || ` ${newestInWords(own)}`;
    throw new errors/* GateError */.ue('preflight', `There is no load test named '${name}' in project '${inputs.project}' of organization '${inputs.organization}'.${hint} ` +
        'Set xtc-load-test to an existing name or number. Nothing was started.');
}
/** `Its newest are 40 'Search', 39 'Checkout'.` */
function newestInWords(own) {
    const near = own
        .slice(0, MOST_NAMED)
        .map((loadTest) => `${loadTest.number} '${(0,one_line/* oneLine */.TN)(loadTest.name, 60)}'`)
        .join(', ');
    if (near === '')
        return 'It has no load tests.';
    return own.length === 1 ? `Its only one is ${near}.` : `Its newest are ${near}.`;
}
/** Copies are left out, because there are many of them, and they are hardly what is meant. */
function isOwnCopy({ name, description = '' }) {
    return /\bltg-[0-9a-f]{16}\b/.test(`${name} ${description}`);
}
/** A 404 does not show whether the project or the number is wrong; the list does. */
async function notFound(api, inputs, number, cause) {
    const call = api.contract.details(number);
    if (!(await api.tokens.has('LOADTEST_LIST')))
        return (0,xtc_api/* explainRefusal */.G)(cause, inputs, `Looking up load test ${number}`, call);
    try {
        const { loadTests } = await (0,list_load_tests/* listLoadTests */._)(api, { budgetMs: authorized_call/* CALL_BUDGET_MS */.EN, patiently: false });
        const known = newestInWords(loadTests.filter((loadTest) => !isOwnCopy(loadTest)));
        return new errors/* GateError */.ue('preflight', `There is no load test ${number} in project '${inputs.project}' of organization '${inputs.organization}'. ${known} ` +
            'Check xtc-load-test. Nothing was started.', { cause });
    }
    catch (error) {
        return (0,xtc_api/* explainRefusal */.G)(error instanceof http/* HttpError */.j$ ? error : cause, inputs, `Looking up load test ${number}`, call);
    }
}

;// CONCATENATED MODULE: ./providers/xtc/load-tests/run-marker.js
/** The description of the copy, with the marker that shows whose it is. */
function describe(intent) {
    return `Started by Load Test Gate. ${intent.title} [${intent.marker}]`;
}
/**
 * The marker must be kept, whatever `xtc-run-request` puts into the body; otherwise our run could not be
 * recognized.
 */
function keepMarker(call, marker) {
    const body = call.body;
    if (body === undefined)
        return call;
    const texts = [body['name'], body['description']];
    if (texts.some((text) => typeof text === 'string' && text.includes(marker)))
        return call;
    const { name, description } = body;
    if (typeof description !== 'string' && typeof name === 'string')
        return { ...call, body: { ...body, name: `${name} [${marker}]` } };
    const text = typeof description === 'string' ? `${description} [${marker}]` : `[${marker}]`;
    return { ...call, body: { ...body, description: text } };
}

// EXTERNAL MODULE: ./platform/http/answer.js
var http_answer = __webpack_require__(64345);
// EXTERNAL MODULE: ./platform/http/retry.js
var retry = __webpack_require__(98193);
;// CONCATENATED MODULE: ./providers/xtc/token.js




const TOKEN_PATH = '/oauth/token';
const BUDGET_MS = 60_000;
function createTokenSource(options) {
    let scopes = [...options.required, ...options.optional];
    let current;
    let refused = '';
    let everObtained = false;
    const obtain = async () => {
        try {
            return await requestToken(options, scopes);
        }
        catch (error) {
            // There was a token before, so the credentials are right: whatever this is may be temporary, and the
            // caller waits for it.
            if (everObtained && !isRefusal(error))
                throw error;
            if (!refusesScopes(error))
                throw explain(error, scopes);
            const { token, granted } = await withoutRefusedScopes(options, error);
            scopes = granted;
            return token;
        }
    };
    const token = async () => {
        const known = await current?.catch(() => undefined);
        const good = known !== undefined && known.value !== refused && options.ports.clock.monotonicMs() < known.renewAtMs;
        if (good)
            return known;
        const asked = obtain();
        current = asked;
        asked.catch(() => {
            if (current === asked)
                current = undefined;
        });
        const fresh = await asked;
        everObtained = true;
        return fresh;
    };
    return {
        get: async () => (await token()).value,
        renew: (token) => {
            refused = token;
        },
        has: async (scope) => {
            await token();
            return scopes.includes(scope);
        },
    };
}
/** Scopes are separated by single spaces only. */
function tokenForm({ clientId, clientSecret }, scopes) {
    return {
        client_id: clientId,
        client_secret: clientSecret,
        grant_type: 'client_credentials',
        scope: scopes.join(' '),
    };
}
async function requestToken(options, scopes) {
    const form = new URLSearchParams(tokenForm(options, scopes));
    const request = {
        method: 'POST',
        url: `${options.url}${TOKEN_PATH}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        // `URLSearchParams` writes `+` for a blank, as forms do; the service documents single spaces.
        body: form.toString().replaceAll('+', '%20'),
    };
    return await (0,retry/* retrySafe */.i6)(options.ports, { budgetMs: BUDGET_MS }, async () => {
        const answer = await (0,http/* exchange */.cv)(options.ports, request);
        return await readToken(options, request, answer);
    });
}
async function readToken(options, request, answer) {
    const { clock } = options.ports;
    if (answer.status < 200 || answer.status > 299)
        throw (0,http_answer/* refusalOf */.Of)(request, answer, clock.now());
    // Loaded only here, so that the request was sent before.
    const { readTokenAnswer } = await Promise.all(/* import() */[__webpack_require__.e(7232), __webpack_require__.e(2727), __webpack_require__.e(1565)]).then(__webpack_require__.bind(__webpack_require__, 21565));
    const { value, lifetimeMs } = readTokenAnswer(request, answer);
    options.onToken(value);
    // Renewed before it expires: five minutes early, or after half of a short lifetime.
    const renewAtMs = clock.monotonicMs() + Math.max(lifetimeMs - 300_000, lifetimeMs / 2);
    return { value, renewAtMs };
}
function isRefusal(error) {
    return error instanceof http/* HttpError */.j$ && error.kind === 'status' && [400, 401, 403].includes(error.status ?? 0);
}
function refusesScopes(error) {
    return (error instanceof http/* HttpError */.j$ && error.kind === 'status' && (error.status === 400 || error.status === 403));
}
/**
 * The service does not say which scope it refuses. Therefore: once without the optional scopes, then scope by
 * scope.
 */
async function withoutRefusedScopes(options, first) {
    if (options.optional.length > 0) {
        try {
            return { token: await requestToken(options, options.required), granted: options.required };
        }
        catch (error) {
            if (!refusesScopes(error))
                throw explain(error, options.required);
        }
    }
    const refused = [];
    for (const scope of options.required) {
        try {
            await requestToken(options, [scope]);
        }
        catch (error) {
            if (!refusesScopes(error))
                throw explain(error, [scope]);
            refused.push(scope);
        }
    }
    if (refused.length === 0 || refused.length === options.required.length)
        throw explain(first, options.required);
    throw new errors/* GateError */.ue('credentials', `The XTC credentials lack ${refused.length > 1 ? 'scopes' : 'scope'} ${refused.join(', ')}. ` +
        `Add ${refused.length > 1 ? 'them' : 'it'} to the API client credentials in XTC (Configuration > Integrations > API Client Credentials).`, { cause: first });
}
function explain(error, scopes) {
    if (!(error instanceof http/* HttpError */.j$))
        return error;
    const hint = {
        401: 'XTC rejects the credentials: check xtc-client-id and xtc-client-secret; the credentials may have expired or been deleted.',
        400: `Check xtc-client-id and that the credentials have the scopes ${scopes.join(', ')}.`,
        403: `Check that the credentials are for this organization or project, and have the scopes ${scopes.join(', ')}.`,
        404: 'Check xtc-url: there is no XTC at this address.',
    };
    const status = error.kind === 'status' ? (error.status ?? 0) : 0;
    const advice = hint[status] ?? 'Check xtc-url and whether the service can be reached from this runner.';
    // Without a response, nothing is known about the credentials.
    const reason = ['not-sent', 'lost', 'stalled'].includes(error.kind) ? 'preflight' : 'credentials';
    return new errors/* GateError */.ue(reason, (0,errors/* causeLast */.Ul)(`No access token could be obtained. ${advice}`, error), {
        cause: error,
    });
}

;// CONCATENATED MODULE: ./providers/xtc/provider.js















const provider_MINUTE_MS = 60_000;
const CODE_PAGE = 'its page in XTC';
function createXtcProvider(options) {
    const { ports, log, workflow, inputs } = options;
    const tokens = createTokenSource({
        ports,
        url: inputs.url,
        clientId: inputs.clientId,
        clientSecret: inputs.clientSecret,
        ...scopesFor(options),
        onToken: (token) => workflow.secret(token),
    });
    let known;
    const getApi = () => (known ??= createApi(options, tokens));
    let code;
    const getCode = () => (code ??= codeAtService(options, getApi));
    let original;
    const find = async () => {
        if (inputs.loadTest === undefined)
            throw new errors/* GateError */.ue('bad-input', "Input 'xtc-load-test' is required.");
        original ??= await findLoadTest(await getApi(), inputs, inputs.loadTest);
        return original;
    };
    return {
        name: 'xtc',
        canStop: false,
        marksRuns: contract/* MARKS_RUNS */.I9[inputs.apiVersion],
        ...(inputs.codeFolder !== undefined && bringing(getCode)),
        preflight: async (starts) => {
            const found = await preflight(options, tokens, starts ? find : undefined);
            const code = starts ? await getCode() : undefined;
            return code === undefined ? found : code.checked(found, await find());
        },
        look: async () => (0,look/* look */.Op)(await getApi(), await find()),
        start: async (intent, sending = (send) => send()) => {
            const answer = await start({ api: await getApi(), inputs, test: await find() }, intent, sending);
            (await getCode())?.started(answer.executions);
            return answer;
        },
        status: async (run) => await withCode(await loadTestStatus(await getApi(), run), await getCode()),
        collect: async (run, status, directory) => {
            // Archives and downloads, which no request before the finish needs.
            const { collectXtc } = await Promise.all(/* import() */[__webpack_require__.e(8766), __webpack_require__.e(1389)]).then(__webpack_require__.bind(__webpack_require__, 61389));
            return await collectXtc({ ports, log, api: await getApi(), directory }, run, status);
        },
        stop: async (runId) => {
            throw new Error(`XTC has no way to stop load test ${runId} through its API; stop it on ${CODE_PAGE}.`);
        },
    };
}
/** Loaded only if there is code of the checkout. */
async function codeAtService({ ports, log, inputs }, getApi) {
    if (inputs.codeFolder === undefined)
        return undefined;
    const { CodeAtService } = await __webpack_require__.e(/* import() */ 3982).then(__webpack_require__.bind(__webpack_require__, 43982));
    return new CodeAtService({ ports, log, inputs, api: await getApi() });
}
function bringing(getCode) {
    return {
        sharesBrought: true,
        bring: async (keep) => await (await getCode())?.bring(keep),
        removeBrought: async (brought, runIds) => (await (await getCode())?.remove(brought, runIds)) ?? [],
    };
}
async function withCode(status, code) {
    const [execution] = status.executions;
    if (code === undefined || execution === undefined)
        return status;
    const { notes = [], ...tested } = await code.tested(Number(execution.id), execution.stage);
    return { ...status, ...tested, notes: [...(status.notes ?? []), ...notes] };
}
/** Loads the contract of the version: its schemas take a while, and the first request needs none of them. */
async function createApi({ ports, inputs }, tokens) {
    const contract = inputs.apiVersion === 'v1'
        ? (await Promise.all(/* import() */[__webpack_require__.e(7232), __webpack_require__.e(2727), __webpack_require__.e(2603)]).then(__webpack_require__.bind(__webpack_require__, 42603))).contractV1
        : (await Promise.all(/* import() */[__webpack_require__.e(7232), __webpack_require__.e(2727), __webpack_require__.e(2974)]).then(__webpack_require__.bind(__webpack_require__, 92974))).contractV2;
    return (0,xtc_api/* createXtcApi */.K)({ ports, inputs, contract, tokens });
}
async function start({ api, inputs, test }, intent, sending) {
    const { number, name } = test;
    const likely = xtcCost(test);
    await api.ready();
    const labels = { name: intent.title, description: describe(intent) };
    const call = api.contract.start(number, labels, {
        request: inputs.runRequest ?? {},
        properties: inputs.properties,
    });
    const marked = keepMarker(call, intent.marker);
    const copy = await api.once(marked, (json) => api.contract.parseStart(json), sending);
    if (copy.number === number) {
        // Waiting for the original would return its old results as this run's.
        throw new http/* HttpError */.j$(`The response to the start names load test ${number} itself, not its copy.`, {
            kind: 'mismatch',
        });
    }
    const likelyMs = likely && likely.minutes * provider_MINUTE_MS;
    return {
        executions: [
            { id: String(copy.number), label: '', test: name, ...(likelyMs !== undefined && { likelyMs }) },
        ],
        ...(copy.url !== undefined && { url: copy.url }),
    };
}
async function preflight({ inputs }, tokens, find) {
    try {
        // Requested before the contract loads.
        await tokens.get();
    }
    catch (error) {
        if (!(error instanceof http/* HttpError */.j$))
            throw error;
        throw new errors/* GateError */.ue('credentials', (0,errors/* causeLast */.Ul)('No access token could be obtained. Check xtc-url and whether the service can be reached from this runner.', error), { cause: error });
    }
    const warnings = find === undefined ? [] : await scopeWarnings(tokens, inputs);
    if (find === undefined)
        return { lines: [], facts: [], warnings };
    const test = await find();
    const cost = xtcCost(test);
    const costText = cost === undefined ? [] : [`about ${cost.minutes} min: ${cost.how}`];
    const properties = inputs.properties.length === 0 ? [] : [(0,parameter_lines/* parametersText */.Or)(inputs.properties)];
    const last = test.state === undefined ? '' : `; its last state is ${test.state}`;
    const ended = test.finishedAtMs === undefined ? '' : `, ended ${(0,duration/* isoTime */.L)(test.finishedAtMs)}`;
    return {
        lines: [
            `Load test ${test.number} '${(0,one_line/* oneLine */.TN)(test.name, 200)}' of ${inputs.organization}/${inputs.project} will be duplicated and run${last}${ended}.`,
            ...properties.map((text) => `Properties of this run: ${text}`),
            ...costText.map((text) => `Cost: ${text}.`),
        ],
        facts: [
            ['Load test', `${(0,one_line/* oneLine */.TN)(test.name, 200)} (${test.number})`],
            ...properties.map((text) => ['Properties', text]),
            ...costText.map((text) => ['Cost', text]),
        ],
        warnings,
        ...(cost !== undefined && { cost }),
    };
}


/***/ })

};
