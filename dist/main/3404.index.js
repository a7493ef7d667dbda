export const id = 3404;
export const ids = [3404];
export const modules = {

/***/ 43404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explainUpload: () => (/* binding */ explainUpload),
/* harmony export */   isRefusedUpload: () => (/* binding */ isRefusedUpload),
/* harmony export */   uploadOnce: () => (/* binding */ uploadOnce)
/* harmony export */ });
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32745);
/* harmony import */ var _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25819);
/* harmony import */ var _platform_http_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98193);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33017);




const SEND_BUDGET_MS = 5 * 60_000;
/**
 * Uploads the archive; returns its number if the response has it. The upload is repeated only if it certainly
 * had no effect, because XTC cannot list archives, so it is impossible to look for one. Throws every
 * `HttpError` unchanged.
 */
async function uploadOnce({ api, ports }, call, parse) {
    const endMs = ports.clock.monotonicMs() + SEND_BUDGET_MS;
    for (let failures = 1;; failures++) {
        try {
            return await api.once(call, parse);
        }
        catch (error) {
            if (!(error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$) || error.permanent || (0,_platform_http_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .policyFor */ .KV)(error).start !== 'again')
                throw error;
            const pauseMs = Math.max(error.retryAfterMs ?? 0, (0,_platform_http_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .backoffMs */ .jo)(failures, ports.random));
            if (ports.clock.monotonicMs() + pauseMs >= endMs)
                throw error;
            await ports.clock.sleep(pauseMs, ports.signal());
        }
    }
}
/** Whether the archive was certainly not accepted. */
function isRefusedUpload(error) {
    return error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && ['again', 'refused', 'renew'].includes((0,_platform_http_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .policyFor */ .KV)(error).start);
}
/** The error for people. */
function explainUpload(error, inputs, call) {
    const folder = inputs.codeFolder ?? '';
    if (isRefusedUpload(error))
        return (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .explainRefusal */ .G)(error, inputs, `Uploading ${folder}`, call);
    if (!(error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$))
        return error;
    return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('preflight', (0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeLast */ .Ul)(`It is unknown whether ${folder} was uploaded as a code archive, and it was not sent again. Nothing was started. Look for the archive in XTC, and delete it if it is there.`, error), { cause: error });
}


/***/ })

};
