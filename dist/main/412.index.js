export const id = 412;
export const ids = [412];
export const modules = {

/***/ 12412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lookUp: () => (/* binding */ lookUp)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5915);
/* harmony import */ var _http_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64345);
/* harmony import */ var _http_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25819);
/* harmony import */ var _http_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98193);
/* harmony import */ var _cache_service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4291);






/** The library saves with zstd where the machine has it, else with gzip; each has entries of its own. */
const COMPRESSIONS = ['zstd-without-long', 'gzip'];
const VERSION_SALT = '1.0';
/** The service takes no more at once. */
const MOST_KEYS = 10;
/** Others wait for the answer: a cache that fails this long has nothing. */
const LOOK_BUDGET_MS = 5000;
/**
 * For each compression the entry that the service takes for the best one of those whose key begins with one of the
 * prefixes: of this ref before that of its base, and there the newest. Downloads nothing.
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
            body: JSON.stringify({ key, ...(others.length === 0 ? {} : { restore_keys: others }), version }),
        },
        read: (answer) => {
            const { success, data } = SECOND.safeParse(answer);
            if (!success)
                throw new Error('its answer to a look-up has another shape than is known');
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
                throw new Error('its answer to a look-up has another shape than is known');
            return entryOf(data.cacheKey, data.archiveLocation);
        },
    };
}
function entryOf(key, url) {
    return key === undefined || url === undefined || !URL.canParse(url) ? undefined : { key, url };
}
/** An entry is found only under the version that it was saved with. The library computes it in the same way. */
function versionOf(compression) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update([_cache_service_js__WEBPACK_IMPORTED_MODULE_5__/* .ENTRY_PATH */ .H, compression, VERSION_SALT].join('|')).digest('hex');
}
function inParts(prefixes) {
    const parts = Math.ceil(prefixes.length / MOST_KEYS);
    return Array.from({ length: parts }, (_, part) => prefixes.slice(part * MOST_KEYS, (part + 1) * MOST_KEYS));
}


/***/ })

};
