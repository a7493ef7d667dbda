export const id = 2412;
export const ids = [2412];
export const modules = {

/***/ 12412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lookUp: () => (/* binding */ lookUp)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22727);
/* harmony import */ var _http_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64345);
/* harmony import */ var _http_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25819);
/* harmony import */ var _http_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98193);
/* harmony import */ var _cache_service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4291);






/**
 * The library saves with zstd if it is installed, and otherwise with gzip; the entries of the two are
 * separate.
 */
const COMPRESSIONS = ['zstd-without-long', 'gzip'];
const VERSION_SALT = '1.0';
/** The service accepts no more at once. */
const MOST_KEYS = 10;
/** Others wait for the result: a cache that fails for this long is treated as empty. */
const LOOK_BUDGET_MS = 5000;
/**
 * For each compression, the entry that the service considers the best of those whose key begins with one of
 * the prefixes: those of this ref before those of its base, and the newest in each. Downloads nothing.
 */
async function lookUp(http, service, prefixes) {
    const ask = service.version === 'v2' ? askSecond : askFirst;
    const questions = COMPRESSIONS.map(versionOf).flatMap((version) => inParts(prefixes).map((keys) => ask(service, keys, version)));
    const found = await Promise.all(questions.map(({ request, read }) => (0,_http_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retrySafe */ .i6)(http, { budgetMs: LOOK_BUDGET_MS }, async () => {
        const answer = await (0,_http_http_js__WEBPACK_IMPORTED_MODULE_2__/* .exchange */ .cv)(http, request);
        if (answer.status === 204)
            return undefined;
        if (answer.status !== 200)
            throw (0,_http_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalOf */ .Of)(request, answer, http.clock.now());
        return read((0,_http_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)(request, answer));
    })));
    return found.filter((entry) => entry !== undefined);
}
const SECOND = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({
    ok: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()),
    matched_key: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    matchedKey: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    signed_download_url: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    signedDownloadUrl: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
});
function askSecond(service, [key = '', ...others], version) {
    const path = '/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL';
    return {
        request: {
            method: 'POST',
            url: new URL(path, service.url).href,
            headers: { authorization: `Bearer ${service.token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ key, ...(others.length !== 0 && { restore_keys: others }), version }),
        },
        read: (answer) => {
            const { success, data } = SECOND.safeParse(answer);
            if (!success)
                throw new Error('its response to a look-up has an unknown form');
            return data.ok === true
                ? entryOf(data.matched_key ?? data.matchedKey, data.signed_download_url ?? data.signedDownloadUrl)
                : undefined;
        },
    };
}
const FIRST = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({
    cacheKey: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    archiveLocation: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
});
function askFirst(service, keys, version) {
    const query = `keys=${encodeURIComponent(keys.join(','))}&version=${version}`;
    return {
        request: {
            method: 'GET',
            url: `${service.url}_apis/artifactcache/cache?${query}`,
            headers: {
                authorization: `Bearer ${service.token}`,
                accept: 'application/json;api-version=6.0-preview.1',
            },
        },
        read: (answer) => {
            const { success, data } = FIRST.safeParse(answer);
            if (!success)
                throw new Error('its response to a look-up has an unknown form');
            return entryOf(data.cacheKey, data.archiveLocation);
        },
    };
}
function entryOf(key, url) {
    return key === undefined || url === undefined || !URL.canParse(url) ? undefined : { key, url };
}
/**
 * An entry is found only under the version that it was saved with. The library computes it in the same way.
 */
function versionOf(compression) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update([_cache_service_js__WEBPACK_IMPORTED_MODULE_5__/* .ENTRY_PATH */ .H, compression, VERSION_SALT].join('|')).digest('hex');
}
function inParts(prefixes) {
    const parts = Math.ceil(prefixes.length / MOST_KEYS);
    return Array.from({ length: parts }, (_, part) => prefixes.slice(part * MOST_KEYS, (part + 1) * MOST_KEYS));
}


/***/ }),

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


/***/ })

};
