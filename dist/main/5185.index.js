export const id = 5185;
export const ids = [5185,7566];
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

/***/ 93035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ legOf),
/* harmony export */   u: () => (/* binding */ stepTitleOf)
/* harmony export */ });
/** The readable name of a matrix job, such as `eu-west-1, 20`; empty if `step-key` has no values. */
function legOf(stepKey) {
    const values = valuesIn(parsed(stepKey));
    return values.length === 0 ? '' : values.join(', ');
}
/** `performance (eu-west-1, 20)`, as GitHub names the jobs of a matrix; undefined if there is only one. */
function stepTitleOf(job, stepKey) {
    const leg = legOf(stepKey);
    return leg === '' ? undefined : `${job} (${leg})`.trim();
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // A key that is not JSON was written by the user.
        return text.trim();
    }
}
/** The plain values, at any depth. */
function valuesIn(value) {
    if (value === null || value === undefined || value === '')
        return [];
    if (typeof value === 'object')
        return Object.values(value).flatMap(valuesIn);
    return [typeof value === 'string' ? value : JSON.stringify(value)];
}


/***/ }),

/***/ 37566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkComment: () => (/* binding */ checkComment),
  commentOn: () => (/* binding */ commentOn)
});

;// CONCATENATED MODULE: ./step/publish/comment-target.js
/** One commit may be the head of several pull requests with different target branches. */
const MOST_PULL_REQUESTS = 5;
/**
 * The event names the pull request, if it is about one. For a pushed commit, only open pull requests with
 * that commit as their head count: others that contain it, such as those of later branches, are about
 * something else.
 */
async function commentTarget({ eventName, pullRequest, repository, sha }, github) {
    if (pullRequest !== undefined)
        return { pullRequests: [pullRequest] };
    if (eventName !== 'push')
        return { none: `the event ${eventName || '(unknown)'} has no pull request` };
    if (!/^[0-9a-f]{40,64}$/.test(sha))
        return { none: 'the pushed commit is unknown' };
    const found = await github.pullRequestsWithHead(repository, sha);
    if (found === undefined)
        return { none: 'this server does not say which pull requests a pushed commit belongs to', unknown: true };
    return found.length === 0
        ? { none: `no open pull request has commit ${sha.slice(0, 8)} as its head` }
        : { pullRequests: found.slice(0, MOST_PULL_REQUESTS) };
}

// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ../../node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(22727);
// EXTERNAL MODULE: ./foundation/fields.js
var fields = __webpack_require__(34315);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: ./platform/http/answer.js
var http_answer = __webpack_require__(64345);
// EXTERNAL MODULE: ./platform/http/http.js
var http = __webpack_require__(25819);
;// CONCATENATED MODULE: ./platform/github/github-answer.js




const PER_PAGE = 100;
/** The time that GitHub recommends if it limits requests without a time. */
const UNSAID_PAUSE_MS = 60_000;
const REFUSAL = schemas/* looseObject */._H3({ message: schemas/* string */.YjP() });
/** Throws `HttpError` if GitHub refuses. */
function answered(request, answer, nowMs) {
    const { status, headers } = answer;
    if (status >= 200 && status < 300)
        return { request, headers, answer };
    const words = wordsOf(answer);
    const message = `${(0,http/* nameOf */.Vb)(request)}: HTTP ${status}${words === '' ? '' : `, ${words}`}`;
    const isLimit = status === 429 || (status === 403 && limits(headers, words));
    throw new http/* HttpError */.j$(message, {
        kind: 'status',
        // A rate limit has the status 403 or 429; the retry policy treats both the same.
        status: isLimit ? 429 : status,
        retryAfterMs: isLimit ? pauseOf(headers, nowMs) : (0,http_answer/* retryAfterMs */.Vs)(headers, nowMs),
    });
}
/** GitHub's own message, if there is one. */
function wordsOf({ text, scrub }) {
    try {
        const refusal = REFUSAL.safeParse(JSON.parse(text));
        if (!refusal.success)
            return '';
        const { message } = refusal.data;
        return (0,one_line/* oneLine */.TN)(scrub?.(message) ?? message, 200);
    }
    catch {
        return '';
    }
}
function limits(headers, words) {
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /rate limit|abuse|submitted too quickly/i.test(words));
}
function pauseOf(headers, nowMs) {
    const said = (0,http_answer/* retryAfterMs */.Vs)(headers, nowMs);
    if (said !== undefined)
        return said;
    const resetMs = Number(headers['x-ratelimit-reset']) * 1000;
    const spent = headers['x-ratelimit-remaining'] === '0' && Number.isFinite(resetMs);
    return spent ? Math.max(resetMs - nowMs, 0) : UNSAID_PAUSE_MS;
}
function parsed(schema, { request, answer }) {
    const result = schema.safeParse((0,http_answer/* jsonOf */.o_)(request, answer));
    if (result.success)
        return result.data;
    throw new http/* HttpError */.j$(`${(0,http/* nameOf */.Vb)(request)}: the response is not as documented by GitHub.`, {
        kind: 'mismatch',
    });
}
/**
 * A response with a single page has no `Link`; if something in between removes headers, a full page means
 * that there may be more.
 */
function hasNext(headers, count) {
    const { link } = headers;
    return link === undefined ? count >= PER_PAGE : /rel="?next"?/.test(link);
}

// EXTERNAL MODULE: ./platform/http/retry.js
var http_retry = __webpack_require__(98193);
;// CONCATENATED MODULE: ./platform/github/github.js






/** It is unknown whether the comment was created: it must be looked for before another one is written. */
class UnclearError extends errors/* ActionError */.lZ {
    code = 'unclear';
    constructor(cause) {
        super(cause.message, { cause });
    }
}
/** For one request with its repetitions; the caller limits the total. */
const BUDGET_MS = 25_000;
const USER = schemas/* nullish */.cl6(schemas/* looseObject */._H3({ login: schemas/* string */.YjP() }));
const COMMENT = schemas/* looseObject */._H3({
    id: schemas/* number */.aig(),
    user: USER,
    body: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    html_url: schemas/* nullish */.cl6(schemas/* string */.YjP()),
});
const PULL = schemas/* looseObject */._H3({
    number: schemas/* number */.aig(),
    state: schemas/* string */.YjP(),
    head: schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() }),
});
const VIEWER = schemas/* looseObject */._H3({
    data: schemas/* looseObject */._H3({ viewer: schemas/* looseObject */._H3({ login: schemas/* string */.YjP(), id: schemas/* nullish */.cl6(schemas/* string */.YjP()) }) }),
});
const OWN_USER = schemas/* looseObject */._H3({ login: schemas/* string */.YjP() });
/**
 * GitHub's API at one origin: the token is sent nowhere else, because neither links nor redirects are
 * followed.
 */
function createGitHub(ports, access, retry = {}) {
    const api = (0,fields/* baseUrl */.pc)(access.apiUrl === '' ? 'https://api.github.com' : access.apiUrl);
    if (api === undefined)
        throw new Error(`GITHUB_API_URL must be ${fields/* BASE_URL_ALLOWED */.vx}`);
    const graphql = graphqlUrlFor(api, access.graphqlUrl);
    const options = { budgetMs: BUDGET_MS, ...retry };
    const once = async (method, url, body) => {
        const request = requestFor(method, url, access.token, body);
        return answered(request, await (0,http/* exchange */.cv)(ports, request), ports.clock.now());
    };
    const safely = (method, url, body) => (0,http_retry/* retrySafe */.i6)(ports, options, () => once(method, url, body));
    // Gitea and Forgejo have most of GitHub's REST API, but no GraphQL.
    const viewer = () => unlessMissing(safely('POST', graphql, { query: 'query { viewer { login id } }' }));
    return {
        comments: (repository, pullRequest) => {
            const issue = `${api}/repos/${repository}/issues/${pullRequest}/comments`;
            const one = (id) => `${api}/repos/${repository}/issues/comments/${id}`;
            return {
                viewerLogin: async () => {
                    const answer = await viewer();
                    return answer === undefined
                        ? parsed(OWN_USER, await safely('GET', `${api}/user`)).login
                        : loginLikeRest(parsed(VIEWER, answer).data.viewer, access.token);
                },
                list: async (page) => {
                    const answer = await safely('GET', `${issue}?per_page=${PER_PAGE}&page=${page}`);
                    const comments = parsed(schemas/* array */.YOg(COMMENT), answer).map(commentOf);
                    return { comments, hasMore: hasNext(answer.headers, comments.length) };
                },
                create: (body) => createOnce(ports, options, async () => await once('POST', issue, { body })),
                // Writing the same text twice results in the same comment, and the step reads it again afterwards.
                update: async (id, body) => void (await safely('PATCH', one(id), { body })),
                remove: async (id) => void (await safely('DELETE', one(id))),
            };
        },
        pullRequestsWithHead: async (repository, sha) => {
            const url = `${api}/repos/${repository}/commits/${sha}/pulls?per_page=${PER_PAGE}`;
            const answer = await unlessMissing(safely('GET', url), async () => (await viewer()) === undefined);
            if (answer === undefined)
                return undefined;
            return parsed(schemas/* array */.YOg(PULL), answer)
                .filter((pull) => pull.state === 'open' && pull.head.sha === sha)
                .map((pull) => pull.number)
                .sort((a, b) => a - b);
        },
        // GitHub looks at the token's permissions before it looks at the text, Gitea and Forgejo after it.
        refusalOfComment: async (repository, pullRequest) => {
            try {
                await safely('POST', `${api}/repos/${repository}/issues/${pullRequest}/comments`, { body: '' });
                return undefined;
            }
            catch (error) {
                if (!(error instanceof http/* HttpError */.j$))
                    throw error;
                if (error.status !== 422)
                    return error;
                return (await viewer()) === undefined ? 'unknown' : undefined;
            }
        },
    };
}
/**
 * Undefined for a 404 that means that the server has no such address. GitHub also responds with 404 to tokens
 * without access, so it may take a second request to know.
 */
async function unlessMissing(asked, isMissing) {
    try {
        return await asked;
    }
    catch (error) {
        const isRefused = !(error instanceof http/* HttpError */.j$) || error.status !== 404;
        if (isRefused || (isMissing !== undefined && !(await isMissing())))
            throw error;
        return undefined;
    }
}
/**
 * github.com has `…/graphql` next to the REST paths; GitHub Enterprise Server has `/api/graphql` next to
 * `/api/v3`.
 */
function graphqlUrlFor(api, given) {
    const url = (0,fields/* baseUrl */.pc)(given);
    if (url !== undefined && new URL(url).origin === new URL(api).origin)
        return url;
    return api.endsWith('/api/v3') ? api.replace(/v3$/, 'graphql') : `${api}/graphql`;
}
/** Tokens of apps, including the workflow's own, act as `name[bot]`, which is the author's name in REST. */
function loginLikeRest({ login, id }, token) {
    const isBot = token.startsWith('ghs_') || /^(BOT_|MDM6Qm90)/.test(id ?? '');
    return isBot && !login.endsWith('[bot]') ? `${login}[bot]` : login;
}
function requestFor(method, url, token, body) {
    return {
        method,
        url,
        headers: {
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
            'x-github-api-version': '2022-11-28',
            ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
    };
}
/**
 * A duplicate comment would stay forever, so one is sent again only if the first one was certainly not
 * written.
 */
async function createOnce(ports, options, send) {
    try {
        const answer = await (0,http_retry/* retrySafe */.i6)(ports, options, () => send().catch(rethrowUnclear));
        return commentOf(parsed(COMMENT, answer));
    }
    catch (error) {
        // Written, but the response is not a comment: it has to be looked for as well.
        if (error instanceof http/* HttpError */.j$ && error.kind !== 'status' && (0,http_retry/* policyFor */.KV)(error).start === 'look')
            throw new UnclearError(error);
        throw error;
    }
}
function rethrowUnclear(error) {
    const unclear = error instanceof http/* HttpError */.j$ && ['look', 'wait-look'].includes((0,http_retry/* policyFor */.KV)(error).start);
    throw unclear ? new UnclearError(error) : error;
}
function commentOf(raw) {
    return {
        id: raw.id,
        // A comment of a deleted account has no author.
        author: raw.user?.login ?? '',
        body: raw.body ?? '',
        ...(typeof raw.html_url === 'string' && { url: raw.html_url }),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./report/escape.js
var report_escape = __webpack_require__(9888);
// EXTERNAL MODULE: ./foundation/format.js
var format = __webpack_require__(48253);
;// CONCATENATED MODULE: ./report/comment/comment-rows.js
const MOST_ROWS = 60;
/** The most labels with changes that a row names. */
const MOST_CHANGED = 5;
const MOST_TRENDS = 4;
/** Listed or not. GitHub allows 256 jobs in a matrix. */
const MOST_KNOWN_ROWS = 500;
/**
 * The same rows, but only the most important `most` of them are listed; the others are counted. The row of
 * this step is always listed.
 */
function listAtMost(rows, most, ownKey) {
    const listed = rows.filter((row) => row.unlisted !== true);
    if (listed.length <= most)
        return [...rows];
    const kept = new Set(byImportance(listed, rows, ownKey).slice(0, most));
    return rows.map((row) => (kept.has(row) ? row : unlisted(row)));
}
/** The row of this step first, then those of the newest workflow run, then those that did not pass. */
function byImportance(rows, all, ownKey) {
    const current = new Set(rowsOfNewestRun(all));
    const rank = (row) => (row.key === ownKey ? 0 : 4) + (current.has(row) ? 0 : 2) + (isFine(row) ? 1 : 0);
    return rows.toSorted((a, b) => rank(a) - rank(b) || -compareAge(a, b) || inOrder(a, b));
}
/**
 * The rows that the title is about. If a re-run of failed jobs leaves out a job, its row from an earlier
 * attempt still belongs to the workflow run.
 */
function rowsOfNewestRun(rows) {
    let newest = 0;
    for (const row of rows)
        newest = Math.max(newest, row.workflowRunId);
    return rows.filter((row) => row.workflowRunId === newest);
}
function isFine({ outcome }) {
    return outcome === 'passed' || outcome === 'started';
}
function unlisted({ key, workflowRunId, attempt, outcome, }) {
    return {
        key,
        workflowRunId,
        attempt,
        outcome,
        title: '',
        commit: '',
        words: '',
        message: '',
        failedCount: 0,
        failed: [],
        figures: [],
        links: [],
        unlisted: true,
    };
}
/** Merges rows that were read at different times: for each job the newer row, in a stable order. */
function mergeRows(theirs, ours) {
    const byKey = new Map();
    for (const row of [...theirs, ...ours]) {
        const known = byKey.get(row.key);
        if (known === undefined || replaces(row, known))
            byKey.set(row.key, row);
    }
    const rows = [...byKey.values()];
    const known = rows.length > MOST_KNOWN_ROWS ? byImportance(rows, rows, ours[0]?.key).slice(0, MOST_KNOWN_ROWS) : rows;
    return known.sort(inOrder);
}
function replaces(row, known) {
    const age = compareAge(row, known);
    return age > 0 || (age === 0 && (row.unlisted !== true || known.unlisted === true));
}
function inOrder(a, b) {
    return a.title + a.key < b.title + b.key ? -1 : 1;
}
/** Negative if `a` is from an earlier workflow run or attempt than `b`. */
function compareAge(a, b) {
    return a.workflowRunId - b.workflowRunId || a.attempt - b.attempt;
}

// EXTERNAL MODULE: ./report/figures/changed-labels.js
var changed_labels = __webpack_require__(41993);
// EXTERNAL MODULE: ./report/figures/trend-words.js
var trend_words = __webpack_require__(99266);
;// CONCATENATED MODULE: ./report/comment/comment-changes.js





const MOST_LEGS = 10;
/** The labels that changed most from the baseline, as part of a row. */
function changedOf(presentation) {
    const changed = (0,changed_labels/* changedLabels */.EB)(presentation)?.changed.slice(0, MOST_CHANGED) ?? [];
    if (changed.length === 0)
        return {};
    return {
        changed: changed.map(({ now, figures }) => ({
            label: (0,one_line/* visibleName */.ko)(now.label, 80),
            change: (0,one_line/* clip */.$Q)((0,changed_labels/* figuresInWords */.k0)(figures), 160),
        })),
    };
}
/** What changed most from the baseline, for each job. */
function changesOf(counted) {
    const legs = counted.filter(({ changed = [] }) => changed.length > 0).slice(0, MOST_LEGS);
    if (legs.length === 0)
        return '';
    const lists = legs.map(({ title, changed = [] }) => {
        const name = legs.length === 1 || title === '' ? '' : `${(0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)(title, 80))}:\n\n`;
        return (name +
            changed.map(({ label, change }) => `- ${(0,report_escape/* markdownCode */.D9)(label)} ${(0,report_escape/* escapeMarkdown */.FV)(change)}`).join('\n'));
    });
    return `**What changed most**\n\n${lists.join('\n\n')}`;
}
/** How figures went over the earlier runs, as part of a row: criteria that failed first. */
function trendsOf({ trends = [] }) {
    if (trends.length === 0)
        return {};
    return {
        trends: trends.slice(0, MOST_TRENDS).map((trend) => ({
            name: (0,one_line/* visibleName */.ko)((0,trend_words/* trendName */.j4)(trend), 120),
            columns: (0,trend_words/* trendSparkline */.Pw)(trend.points),
            words: (0,one_line/* clip */.$Q)((0,trend_words/* trendInWords */.qy)(trend), 160),
        })),
    };
}
/** A line for each figure. The columns say nothing to a screen reader, the words beside them do. */
function trendLinesOf(counted) {
    const legs = counted.filter(({ trends = [] }) => trends.length > 0).slice(0, MOST_LEGS);
    if (legs.length === 0)
        return '';
    const lists = legs.map(({ title, trends = [] }) => {
        const name = legs.length === 1 || title === '' ? '' : `${(0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)(title, 80))}:\n\n`;
        const lines = trends.map((trend) => `- <span aria-hidden="true">${(0,report_escape/* escapeMarkdown */.FV)(trend.columns)}</span> ${(0,report_escape/* markdownCode */.D9)(trend.name)} ${(0,report_escape/* escapeMarkdown */.FV)(trend.words)}`);
        return name + lines.join('\n');
    });
    return `**Trend**\n\n${lists.join('\n\n')}`;
}

;// CONCATENATED MODULE: ./verdict/verdict.js
/** The step's result and the reason for it: the content of `criteria.json` and of all reports. */
const OUTCOMES = [
    'passed',
    'failed',
    'inconclusive',
    'error',
    'timed-out',
    'cancelled',
    'started',
];

;// CONCATENATED MODULE: ./report/comment/comment-data.js




const DATA_START = '<!-- load-test-gate:rows:v1:';
const DATA_END = ' -->';
/** GitHub refuses comments with more than 65,536 characters; the visible part needs the rest. */
const MOST_DATA_CHARACTERS = 24_000;
const MOST_READ_CHARACTERS = 60_000;
/**
 * The rows as a hidden line of the comment. If there are too many, details are left out first, and then the
 * least important rows are only counted.
 */
function writeRows(rows, ownKey) {
    for (const smaller of shrinking(rows, ownKey)) {
        const encoded = Buffer.from(JSON.stringify(packed(smaller)), 'utf8').toString('base64url');
        if (encoded.length <= MOST_DATA_CHARACTERS)
            return `${DATA_START}${encoded}${DATA_END}`;
    }
    return `${DATA_START}W10${DATA_END}`;
}
function* shrinking(rows, ownKey) {
    yield rows;
    const brief = rows.map((row) => ({
        ...row,
        message: (0,one_line/* clip */.$Q)(row.message, 120),
        failed: row.failed.slice(0, 1),
        ...(row.changed && { changed: row.changed.slice(0, 1) }),
    }));
    yield brief;
    const bare = brief.map(({ usual: _usual, changed: _changed, trends: _trends, ...row }) => ({
        ...row,
        message: '',
        failed: [],
        links: row.links.slice(0, 1),
    }));
    for (let count = MOST_ROWS; count > 0; count -= 2)
        yield listAtMost(bare, count, ownKey);
    yield bare.map(unlisted);
}
function packed(rows) {
    const counted = new Map();
    for (const { unlisted: isUnlisted, workflowRunId, attempt, outcome, key } of rows) {
        if (isUnlisted !== true)
            continue;
        const group = `${workflowRunId} ${attempt} ${outcome}`;
        const known = counted.get(group);
        if (known === undefined)
            counted.set(group, [workflowRunId, attempt, outcome, [key]]);
        else
            known[3].push(key);
    }
    return [...rows.filter((row) => row.unlisted !== true), ...counted.values()];
}
/** The rows of a comment. Anybody may have edited it, so everything that is not a valid row is dropped. */
function readRows(body) {
    const start = body.indexOf(DATA_START);
    if (start < 0)
        return [];
    const end = body.indexOf(DATA_END, start);
    const encoded = end < 0 ? '' : body.slice(start + DATA_START.length, end);
    if (encoded.length > MOST_READ_CHARACTERS || !/^[\w-]+$/.test(encoded))
        return [];
    const value = comment_data_parsed(Buffer.from(encoded, 'base64url').toString('utf8'));
    const rows = Array.isArray(value) ? value.slice(0, MOST_KNOWN_ROWS).flatMap(checkedRow) : [];
    return rows.slice(0, MOST_KNOWN_ROWS);
}
function comment_data_parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}
function checkedRow(value) {
    if (Array.isArray(value))
        return checkedCounted(value);
    if (!isRecord(value))
        return [];
    const outcome = OUTCOMES.find((one) => one === value['outcome']);
    const key = value['key'];
    if (outcome === undefined || typeof key !== 'string' || key.length > 2000)
        return [];
    return [
        {
            key,
            outcome,
            title: textOf(value['title'], 200),
            workflowRunId: wholeOf(value['workflowRunId']),
            attempt: wholeOf(value['attempt']),
            commit: /^[0-9a-f]{0,64}$/.exec(textOf(value['commit'], 64))?.[0] ?? '',
            words: textOf(value['words'], 100),
            message: textOf(value['message'], 400),
            ...(typeof value['usual'] === 'string' && { usual: textOf(value['usual'], 200) }),
            ...(typeof value['judgedBy'] === 'string' && { judgedBy: textOf(value['judgedBy'], 200) }),
            failedCount: wholeOf(value['failedCount']),
            failed: listOf(value['failed'], 5).map((item) => ({
                criterion: textOf(item['criterion'], 200),
                observed: textOf(item['observed'], 60),
                limit: textOf(item['limit'], 100),
                ...(typeof item['note'] === 'string' && { note: textOf(item['note'], 200) }),
            })),
            figures: listOf(value['figures'], 3).map((item) => ({
                name: textOf(item['name'], 30),
                value: textOf(item['value'], 30),
                change: textOf(item['change'], 30),
            })),
            ...checkedChanges(value['changed']),
            ...checkedTrends(value['trends']),
            links: listOf(value['links'], 5).flatMap((item) => {
                const url = (0,report_escape/* safeUrl */.Pl)(textOf(item['url'], 2048));
                return url === undefined ? [] : [{ name: textOf(item['name'], 80), url }];
            }),
        },
    ];
}
function checkedChanges(value) {
    const changed = listOf(value, MOST_CHANGED).map((item) => ({
        label: textOf(item['label'], 80),
        change: textOf(item['change'], 160),
    }));
    return changed.length === 0 ? {} : { changed };
}
function checkedTrends(value) {
    const trends = listOf(value, MOST_TRENDS).map((item) => ({
        name: textOf(item['name'], 120),
        columns: textOf(item['columns'], 40),
        words: textOf(item['words'], 160),
    }));
    return trends.length === 0 ? {} : { trends };
}
function checkedCounted([workflowRunId, attempt, word, keys]) {
    const outcome = OUTCOMES.find((one) => one === word);
    if (outcome === undefined || !Array.isArray(keys))
        return [];
    const age = { workflowRunId: wholeOf(workflowRunId), attempt: wholeOf(attempt) };
    return keys
        .filter((key) => typeof key === 'string' && key.length <= 2000)
        .map((key) => unlisted({ ...age, key, outcome }));
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function listOf(value, most) {
    return Array.isArray(value) ? value.slice(0, most).filter(isRecord) : [];
}
function textOf(value, mostCharacters) {
    return typeof value === 'string' ? (0,one_line/* clip */.$Q)((0,one_line/* oneLine */.TN)(value.slice(0, mostCharacters * 4)), mostCharacters) : '';
}
function wholeOf(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

// EXTERNAL MODULE: ./report/figures/key-figures.js
var key_figures = __webpack_require__(9638);
// EXTERNAL MODULE: ./report/criterion-words.js
var criterion_words = __webpack_require__(58496);
// EXTERNAL MODULE: ./report/run-words.js
var run_words = __webpack_require__(41850);
// EXTERNAL MODULE: ./report/standing.js
var standing = __webpack_require__(25511);
// EXTERNAL MODULE: ./verdict/outcome/standing.js
var outcome_standing = __webpack_require__(65265);
;// CONCATENATED MODULE: ./report/comment/comment.js












/** Identifies the comment of this subject. Anybody can write it, so the author is checked too. */
function markerOf({ workflow, job, step }) {
    const name = Buffer.from(JSON.stringify([workflow, job, step]), 'utf8').toString('base64url');
    return `<!-- load-test-gate:comment:v1:${name} -->`;
}
/** Whether the comment begins with the marker: in a reply that quotes it, it is further down. */
function hasMarker(body, marker) {
    return body.startsWith(marker);
}
/** This step's row. */
function commentRowOf(presentation, origin) {
    const { verdict, title } = presentation;
    const failed = (0,outcome_standing/* worstFirst */.md)(verdict.criteria).filter((criterion) => {
        const standing = (0,outcome_standing/* standingOf */.YP)(criterion);
        return outcome_standing/* STANDINGS */.CV.indexOf(standing) <= outcome_standing/* STANDINGS */.CV.indexOf('inconclusive');
    });
    return {
        key: shortKey(origin.key),
        title: (0,one_line/* clip */.$Q)(origin.title ?? title ?? '', 200),
        workflowRunId: origin.workflowRunId,
        attempt: origin.attempt,
        commit: origin.commit,
        outcome: verdict.outcome,
        words: (0,standing/* verdictWords */.L2)(verdict),
        message: (0,one_line/* clip */.$Q)(verdict.message, 400),
        ...(verdict.commitRuns && { judgedBy: (0,one_line/* clip */.$Q)((0,run_words/* commitRunsInWords */.Wd)(verdict.commitRuns), 200) }),
        ...(failed.length === 0 && usualOf(verdict)),
        failedCount: failed.length,
        failed: failed.slice(0, 5).map((criterion) => ({
            criterion: (0,one_line/* clip */.$Q)(criterion.criterion, 200),
            observed: (0,one_line/* clip */.$Q)(criterion.observed ?? '', 60),
            limit: (0,one_line/* clip */.$Q)(criterion.limit ?? '', 100),
            ...noteOf(criterion),
        })),
        figures: figuresOf(presentation),
        ...changedOf(presentation),
        ...trendsOf(presentation),
        links: commentLinks(presentation),
    };
}
/** The usual of the criterion that is closest to its limit. */
function usualOf({ criteria }) {
    const closest = criteria.toSorted((a, b) => (b.badness ?? 0) - (a.badness ?? 0)).find(criterion_words/* usualInShort */._O);
    if (closest === undefined)
        return {};
    return { usual: (0,one_line/* clip */.$Q)(`${(0,one_line/* clip */.$Q)(closest.criterion, 80)}: ${(0,criterion_words/* usualInShort */._O)(closest)}`, 200) };
}
/** The message if there is no figure; otherwise the comparison with the usual, if there is one. */
function noteOf(criterion) {
    const note = criterion.observed === undefined ? (0,criterion_words/* messageInWords */.q_)(criterion) : (0,criterion_words/* usualInShort */._O)(criterion);
    return note === undefined ? {} : { note: (0,one_line/* clip */.$Q)(note, 200) };
}
/** Without the pull request, because readers of the comment are already there. */
function commentLinks(presentation) {
    const { pullRequest: _here, ...workflow } = presentation.workflow ?? {};
    const links = [
        { name: 'run', url: presentation.run.url },
        ...(0,run_words/* linksOf */.hP)({ ...presentation, workflow }),
    ];
    return links.flatMap(({ name, url: given }) => {
        const url = (0,report_escape/* safeUrl */.Pl)(given);
        return url === undefined ? [] : [{ name, url }];
    });
}
/** Shortened, because a matrix as JSON may be longer than the rest of the row. */
function shortKey(key) {
    return (0,external_node_crypto_.createHash)('sha256').update(key).digest('base64url').slice(0, 22);
}
const SHOWN_FIGURES = ['p95', 'error-rate', 'rate'];
function figuresOf(presentation) {
    const figures = (0,key_figures/* keyFigures */.FK)(presentation);
    return SHOWN_FIGURES.flatMap((id) => {
        const figure = figures.find((one) => one.id === id);
        return figure === undefined
            ? []
            : [{ name: figure.name, value: figure.value, change: figure.change?.text ?? '' }];
    });
}
// GitHub refuses comments with more than 65,536 characters.
const MOST_CHARACTERS = 65_000;
const MOST_DETAILED = 10;
/**
 * The whole comment: the marker, the visible text, and the rows as data. It is always short enough for
 * GitHub: rows without room are counted, and the writer's own row is always listed. The title is about the
 * newest workflow run.
 */
function renderComment(marker, subject, rows, ownKey) {
    const all = listAtMost(rows, MOST_ROWS, ownKey);
    const counted = rowsOfNewestRun(all);
    const bad = counted.filter((row) => !isFine(row));
    const icon = standing/* OUTCOME_WORDS */.nx[bad[0]?.outcome ?? 'passed'].icon;
    const title = `### ${icon} Load test ${(0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)(subject.job, 120))}: ${summaryOf(counted, bad)}`;
    const details = bad
        .filter((row) => row.message !== '' || row.failed.length > 0)
        .slice(0, MOST_DETAILED)
        .map(failedOf)
        .join('\n\n');
    const changes = [changesOf(counted), trendLinesOf(counted)].filter((part) => part !== '').join('\n\n');
    const rest = restOf(all, counted);
    const data = writeRows(all, ownKey);
    const bodies = [
        [marker, title, changes, rowsTable(all, true), rest, details, data],
        [marker, title, rowsTable(all, true), rest, details, data],
        [marker, title, rowsTable(all, true), rest, data],
        [marker, title, rowsTable(all, false), rest, data],
        [marker, title, 'Too many jobs to list here: see the summary of each.', data],
    ].map((parts) => parts.filter((part) => part !== '').join('\n\n'));
    return bodies.find((body) => body.length <= MOST_CHARACTERS) ?? `${marker}\n\n${title}`;
}
function summaryOf(counted, bad) {
    const [only] = counted;
    if (counted.length === 1 && only !== undefined && only.unlisted !== true)
        return (0,report_escape/* escapeMarkdown */.FV)(only.words);
    return bad.length === 0
        ? `all ${(0,format/* formatCount */.B4)(counted.length)} passed`
        : `${(0,format/* formatCount */.B4)(bad.length)} of ${(0,format/* formatCount */.B4)(counted.length)} not passed`;
}
/** What the table does not list, and what the title does not count. */
function restOf(all, counted) {
    const isCounted = new Set(counted);
    const earlier = all.filter((row) => !isCounted.has(row));
    return [
        moreOf(counted, ''),
        moreOf(earlier, ' of earlier commits'),
        earlier.length === 0 ? '' : 'Totals exclude earlier commits.',
    ]
        .filter(Boolean)
        .join('<br>');
}
function moreOf(rows, of) {
    const cut = rows.filter((row) => row.unlisted === true);
    if (cut.length === 0)
        return '';
    const bad = cut.filter((row) => !isFine(row)).length;
    const words = bad === 0 ? 'all passed' : bad === cut.length ? 'none passed' : `${(0,format/* formatCount */.B4)(bad)} of them not passed`;
    return `and ${(0,format/* formatCounted */.So)(cut.length, 'more row', 'more rows')}${of}, ${words}`;
}
const FIGURE_NAMES = ['p95', 'Error rate', 'Throughput'];
function rowsTable(rows, withLinks) {
    const newest = rowsOfNewestRun(rows);
    const head = ['', 'Leg', 'Verdict', ...FIGURE_NAMES, 'Links'];
    const listed = rows.filter((row) => row.unlisted !== true);
    const lines = listed.map((row) => [
        standing/* OUTCOME_WORDS */.nx[row.outcome].icon,
        (0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)(row.title, 80)) || '–',
        (0,report_escape/* escapeMarkdown */.FV)(row.words) + judgedByNote(row) + ageNote(row, newest),
        ...FIGURE_NAMES.map((name) => figureCell(row, name)),
        withLinks ? row.links.map((link) => (0,report_escape/* markdownLink */.iQ)(link.name, link.url)).join(' · ') : '',
    ]);
    const table = [head, ['---', '---', '---', '---:', '---:', '---:', '---'], ...lines];
    return table.map((cells) => `| ${cells.map((cell) => cell || ' ').join(' | ')} |`).join('\n');
}
function judgedByNote({ judgedBy, usual }) {
    const notes = [usual, judgedBy].filter((note) => note !== undefined);
    return notes.map((note) => `<br><sub>${(0,report_escape/* escapeMarkdown */.FV)(note)}</sub>`).join('');
}
/** Marks the row of a job that has not reported for the newest commit yet, or no longer exists. */
function ageNote(row, newest) {
    if (newest.includes(row))
        return '';
    const isSameCommit = newest.some(({ commit }) => commit === row.commit);
    if (row.commit === '' || isSameCommit)
        return ' <sub>from an earlier run</sub>';
    return ` <sub>from the earlier commit ${(0,report_escape/* escapeMarkdown */.FV)(row.commit.slice(0, 8))}</sub>`;
}
function figureCell(row, name) {
    const figure = row.figures.find((one) => one.name === name);
    if (figure === undefined)
        return '';
    return (0,report_escape/* escapeMarkdown */.FV)(figure.value) + (figure.change === '' ? '' : `<br>${(0,report_escape/* escapeMarkdown */.FV)(figure.change)}`);
}
function failedOf(row) {
    const lines = row.failed.map((one) => {
        const figures = [one.observed && `observed ${one.observed}`, one.limit && `limit ${one.limit}`].filter(Boolean);
        if (one.note !== undefined)
            figures.push(one.note);
        return `- ${(0,report_escape/* markdownCode */.D9)(one.criterion)}${figures.length === 0 ? '' : ': ' + (0,report_escape/* escapeMarkdown */.FV)(figures.join(', '))}`;
    });
    const rest = row.failedCount - row.failed.length;
    if (rest > 0 && lines.length > 0)
        lines.push(`- and ${(0,format/* formatCount */.B4)(rest)} more`);
    const title = row.title === '' ? '' : `**${(0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)(row.title, 80))}**: `;
    const [first = '', ...faults] = (0,one_line/* clip */.$Q)(row.message, 400).split('\n');
    const items = faults.map((fault) => `- ${(0,report_escape/* escapeMarkdown */.FV)(fault.replace(/^- /, ''))}`);
    return [`${title}${(0,report_escape/* escapeMarkdown */.FV)(first)}`, ...items, ...lines].join('\n');
}

;// CONCATENATED MODULE: ./step/publish/sync-comment.js





const MOST_ROUNDS = 5;
const MOST_PAGES = 100;
const REREAD_AFTER_MS = 1000;
const REREAD_SPREAD_MS = 2000;
/**
 * Writes the row into the comment of its subject. GitHub has no conditional updates, so another job may
 * overwrite the row: the comment is read again after a while, and written again if the row is gone. Never
 * throws, because a missing comment must not fail the step.
 */
async function syncComment(subject, row, sync) {
    try {
        return await writeUntilKept(subject, row, sync);
    }
    catch (error) {
        return { status: 'failed', warnings: [warningOf(error)] };
    }
}
async function writeUntilKept(subject, row, sync) {
    const marker = markerOf(subject);
    const author = await sync.api.viewerLogin();
    let own = await ownComments(sync.api, author, marker);
    if (own.length === 0 && sync.onlyExisting === true)
        return { status: 'not-needed', warnings: [] };
    let unclear;
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
        unclear = await writeOnce(own, subject, row, sync.api);
        await sync.sleep(REREAD_AFTER_MS + sync.random() * REREAD_SPREAD_MS);
        own = await ownComments(sync.api, author, marker);
        const [kept] = own;
        if (kept !== undefined && holds(kept, row)) {
            await removeOthers(own, row, sync.api);
            return { status: 'written', warnings: [], ...(kept.url !== undefined && { url: kept.url }) };
        }
    }
    if (unclear !== undefined)
        throw unclear;
    const warning = `The pull-request comment was overwritten ${MOST_ROUNDS} times by other jobs: it may lack this one.`;
    return { status: 'failed', warnings: [warning] };
}
/** Writes the row, together with those of other jobs, into the oldest comment, or into a new one. */
async function writeOnce(own, subject, row, api) {
    const [oldest] = own;
    const rows = mergeRows(own.flatMap((comment) => readRows(comment.body)), [row]);
    const body = renderComment(markerOf(subject), subject, rows, row.key);
    if (oldest === undefined)
        return await createOrDoubt(body, api);
    if (oldest.body !== body)
        await updateOrForget(oldest, body, api);
    return undefined;
}
/** If the response is unclear, the comment may or may not have been created: the next read shows it. */
async function createOrDoubt(body, api) {
    try {
        await api.create(body);
        return undefined;
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, 'unclear'))
            return error;
        throw error;
    }
}
/** If the comment was deleted in the meantime, the next round creates a new one. */
async function updateOrForget(comment, body, api) {
    try {
        await api.update(comment.id, body);
    }
    catch (error) {
        if (statusOf(error) !== 404)
            throw error;
    }
}
/** The comments with the marker that this user wrote, oldest first. Others can write the marker too. */
async function ownComments(api, author, marker) {
    const all = new Map();
    for (let page = 1; page <= MOST_PAGES; page += 1) {
        const { comments, hasMore } = await api.list(page);
        // Gitea has no pages of comments, and always returns all of them: none may count twice.
        const knownBefore = all.size;
        for (const comment of comments)
            all.set(comment.id, comment);
        if (!hasMore || all.size === knownBefore)
            break;
    }
    return [...all.values()]
        .filter((comment) => comment.author === author && hasMarker(comment.body, marker))
        .sort((a, b) => a.id - b.id);
}
/** Whether the comment has this row, or a newer one for the same job. */
function holds(comment, row) {
    const kept = readRows(comment.body).find((one) => one.key === row.key);
    if (kept === undefined)
        return false;
    if (kept.workflowRunId !== row.workflowRunId)
        return kept.workflowRunId > row.workflowRunId;
    return kept.attempt > row.attempt || (kept.attempt === row.attempt && kept.outcome === row.outcome);
}
/** Deletes newer comments if the oldest one has all of their rows. */
async function removeOthers(own, row, api) {
    const [oldest, ...others] = own;
    if (api.remove === undefined || oldest === undefined)
        return;
    for (const other of others) {
        const isHeld = readRows(other.body).every((one) => one.key === row.key || holds(oldest, one));
        // Another job may have deleted it already, or deleting may be refused: a second comment does no harm.
        if (isHeld)
            await api.remove(other.id).catch(() => undefined);
    }
}
const STATUS_WORDS = {
    401: 'the token was rejected. Check the input github-token',
    403: 'the token may not write comments here. Give the job `permissions: pull-requests: write`; runs for forks and Dependabot get a read-only token',
    404: 'there is no such pull request, or the token may not read it. Give the job `permissions: pull-requests: write`, and `contents: read` in a private repository',
    422: 'GitHub rejected its content, as it does if nobody may comment anymore',
    429: 'GitHub limits the rate at which this token may write, for longer than the step waits',
};
/** One sentence for users: the result, what to do about it, and the text of the response. */
function warningOf(error) {
    const status = statusOf(error);
    const words = status === undefined ? undefined : STATUS_WORDS[status];
    const said = (0,one_line/* oneLine */.TN)(error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
    return `No pull-request comment: ${words === undefined ? said : `${words} (${said})`}.`;
}
function statusOf(error) {
    if (typeof error !== 'object' || error === null || !('status' in error))
        return undefined;
    return typeof error.status === 'number' ? error.status : undefined;
}

// EXTERNAL MODULE: ./step/publish/leg.js
var leg = __webpack_require__(93035);
// EXTERNAL MODULE: ./foundation/scrub-texts.js
var scrub_texts = __webpack_require__(61434);
;// CONCATENATED MODULE: ./step/publish/post-comment.js








/** The time limit for everything together: a comment must not delay a known verdict for long. */
const WHOLE_MS = 60_000;
/** Writes the verdict to the pull request's comment. Never throws: problems are logged as warnings. */
async function commentOn(ports, presented) {
    await bounded(ports, async (github, http) => {
        const target = await commentTarget(ports.context, github);
        if ('none' in target) {
            // If the server lacks a feature, that is logged only at debug level, because it would be repeated on
            // every push.
            ports.log[target.unknown === true ? 'debug' : 'info'](`No pull-request comment: ${target.none}.`);
            return;
        }
        const row = rowOf(ports, presented);
        for (const number of target.pullRequests)
            await commentOnOne({ ...ports, http }, github, row, number);
    });
}
/** For mode `check`: whether a comment could be written. Writes nothing. */
async function checkComment(ports) {
    const found = { lines: [], warnings: [], refusals: [] };
    await bounded({ ...ports, warn: (text) => found.warnings.push(text) }, async (github) => {
        const target = await commentTarget(ports.context, github);
        if ('none' in target) {
            found.lines.push(`Pull-request comment: not checked, because ${target.none}.`);
            return;
        }
        await checkTarget(ports, github, target, found);
    });
    return found;
}
async function checkTarget({ context }, github, target, found) {
    for (const number of target.pullRequests) {
        try {
            const login = await github.comments(context.repository, number).viewerLogin();
            const refusal = await github.refusalOfComment(context.repository, number);
            if (refusal instanceof http/* HttpError */.j$)
                throw refusal;
            found.lines.push(refusal === undefined
                ? `Pull-request comment: ${login} may write to #${number}.`
                : `Pull-request comment: ${login} would write to #${number}; this server does not say beforehand whether it may.`);
        }
        catch (error) {
            if (!isRefusal(error))
                throw error;
            // Only a warning for a fork, because its token cannot be changed.
            const told = context.withoutSecrets === undefined ? found.refusals : found.warnings;
            told.push(warningOf(error) + hintFor(context));
        }
    }
}
function isRefusal(error) {
    return error instanceof http/* HttpError */.j$ && [401, 403, 404].includes(error.status ?? 0);
}
async function commentOnOne({ context, inputs, log, http }, github, row, number) {
    const { clock, random, signal } = http;
    const written = await syncComment(subjectOf(context), row, {
        api: github.comments(context.repository, number),
        sleep: (ms) => clock.sleep(ms, signal()),
        random,
        // With `on-failure`, a passed run only updates a comment that exists.
        onlyExisting: inputs.comment === 'on-failure' && post_comment_isFine(row),
    });
    // The time limit and a cancellation abort the requests. Throwing here avoids one warning per comment: the
    // caller logs the reason once.
    signal().throwIfAborted();
    for (const warning of written.warnings)
        log.warning(warning + hintFor(context));
    if (written.status === 'written')
        log.info(`Pull-request comment on #${number}${written.url === undefined ? '' : `: ${written.url}`}`);
}
function post_comment_isFine({ outcome }) {
    return outcome === 'passed' || outcome === 'started';
}
const HINTS = {
    fork: ' This pull request comes from a fork.',
    dependabot: ' Dependabot started this run.',
};
function hintFor({ withoutSecrets }) {
    return withoutSecrets === undefined ? '' : HINTS[withoutSecrets];
}
class TookTooLong extends errors/* ActionError */.lZ {
    code = 'took-too-long';
}
/** Runs the work with requests that are aborted by a cancellation, and by the time limit for everything. */
async function bounded(ports, work) {
    const { http, context, log } = ports;
    const warn = ports.warn ?? ((text) => log.warning(text));
    if (!/^[\w.-]+\/[\w.-]+$/.test(context.repository))
        return log.info('No pull-request comment: there is no repository.');
    // Forks get no secrets, so a token from a secret is empty there. That must not fail the step.
    if (ports.github.token === '')
        return warn(`No pull-request comment: the input github-token is empty.${hintFor(context)}`);
    const limit = new AbortController();
    const done = new AbortController();
    const late = http.clock.sleep(WHOLE_MS, done.signal).then(() => limit.abort(new TookTooLong(`GitHub took longer than ${WHOLE_MS / 1000} s`)), () => undefined);
    const signal = AbortSignal.any([limit.signal, http.signal()]);
    const within = { ...http, signal: () => signal };
    try {
        await work(createGitHub(within, ports.github), within);
    }
    catch (error) {
        // After a cancellation, warnings about the comment are of no use.
        if (!http.signal().aborted)
            warn(warningOf(error) + hintFor(context));
        log.debug((0,errors/* messageOf */.bD)(error));
    }
    finally {
        done.abort(new Error('done'));
        await late;
    }
}
/** The workflow's file, not its name, because names change and may be used twice. */
function subjectOf({ workflow, workflowRef, job, actionId }) {
    return { workflow: workflowRef.replace(/@.*$/, '') || workflow, job, step: actionId };
}
function rowOf({ context, inputs, workflow }, presented) {
    const row = commentRowOf(presented, {
        key: inputs.stepKey,
        title: (0,leg/* legOf */.Y)(inputs.stepKey),
        workflowRunId: Number(context.runId) || 0,
        attempt: context.attempt,
        commit: context.headSha ?? context.sha,
    });
    // Secrets are removed here, because they would not be recognized in the encoded rows.
    return (0,scrub_texts/* scrubTexts */.K)(row, workflow.scrub);
}


/***/ })

};
