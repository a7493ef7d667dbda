export const id = 136;
export const ids = [136];
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


/***/ })

};
