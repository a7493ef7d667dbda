export const id = 565;
export const ids = [565,578];
export const modules = {

/***/ 2578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contractFault: () => (/* binding */ contractFault)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7232);

/** Describes where a response differs from the contract. */
function contractFault(error) {
    if (!(error instanceof zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .$ZodError */ .a$))
        return error instanceof Error ? error.message : String(error);
    return error.issues
        .slice(0, 3)
        .map((issue) => `${issue.path.join('.') || 'the answer'}: ${issue.message || issue.code}`)
        .join('; ');
}


/***/ }),

/***/ 1565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTokenAnswer: () => (/* binding */ readTokenAnswer)
/* harmony export */ });
/* unused harmony export TOKEN_ANSWER */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7766);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7197);
/* harmony import */ var _platform_http_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4345);
/* harmony import */ var _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5819);
/* harmony import */ var _contract_fault_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2578);




const TOKEN_ANSWER = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    // It goes into a header, where a line break would start another header.
    access_token: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._regex */ .Fk(/^[\x21-\x7e]+$/)),
    // Some servers send it as text. Anything that is not a number is ignored.
    expires_in: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()])),
});
/** The documented value, if a response does not contain it. */
const LIFETIME_S = 3600;
/** Throws `HttpError` if the response contains no token. */
function readTokenAnswer(request, answer) {
    const parsed = TOKEN_ANSWER.safeParse(tokenJson(request, answer));
    if (!parsed.success) {
        throw new _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$(`POST ${request.url}: the response contains no access token: ${(0,_contract_fault_js__WEBPACK_IMPORTED_MODULE_4__.contractFault)(parsed.error)}`, { kind: 'mismatch', status: answer.status });
    }
    return { value: parsed.data.access_token, lifetimeMs: lifetimeS(parsed.data.expires_in) * 1000 };
}
function lifetimeS(said) {
    const seconds = typeof said === 'string' && said.trim() !== '' ? Number(said) : (said ?? LIFETIME_S);
    return typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0 ? seconds : LIFETIME_S;
}
/** An incomplete response may contain half a token, which is not masked, so it is not quoted. */
function tokenJson(request, answer) {
    if (answer.text.trim().startsWith('<'))
        return (0,_platform_http_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(request, answer);
    try {
        return JSON.parse(answer.text);
    }
    catch {
        throw new _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$(`POST ${request.url}: the response (status ${answer.status}, ${answer.text.length} characters) is not complete JSON.`, { kind: 'unreadable', status: answer.status });
    }
}


/***/ })

};
