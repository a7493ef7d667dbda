export const id = 1486;
export const ids = [1486];
export const modules = {

/***/ 1486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plannedOf: () => (/* binding */ plannedOf),
/* harmony export */   spentOf: () => (/* binding */ spentOf),
/* harmony export */   t: () => (/* binding */ leftFor)
/* harmony export */ });
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48253);

const MINUTE_MS = 60_000;
/**
 * For a run that ended. If the service provides no times, the time from start to finish counts. Only the
 * planned length counts, because the extra time in which the service ends a test must not use up the share of
 * the next run.
 */
function spentOf({ executions }, lastedMs, plannedMs) {
    const took = executions.map(({ id, startedAtMs, finishedAtMs }) => {
        const known = startedAtMs !== undefined && finishedAtMs !== undefined;
        return { id, ms: known ? Math.max(0, finishedAtMs - startedAtMs) : lastedMs };
    });
    const minutes = took.map(({ id, ms }) => Math.min(ms, plannedMs(id) ?? Number.POSITIVE_INFINITY) / MINUTE_MS);
    return {
        lastedMs: Math.max(lastedMs, ...took.map(({ ms }) => ms)),
        minutes: minutes.reduce((sum, one) => sum + one, 0),
    };
}
/** The planned length of an execution, as the service counts it. */
function plannedOf({ executions }, { setup }) {
    return (id) => {
        const execution = executions.find((one) => one.id === id);
        return execution?.plannedMs ?? (execution?.interactive === true ? setup?.stopAfterMs : undefined);
    };
}
/**
 * What is left for a further run, or why it is not enough, as a sentence: a run with too little left would
 * only be stopped again.
 */
function leftFor({ timeoutMs, maxMinutes }, runs, leftMs) {
    const lastedMs = Math.max(...runs.map((run) => run.lastedMs));
    if (leftMs <= lastedMs)
        return `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(Math.max(0, leftMs))} are left of the timeout of ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(timeoutMs)}, and a run takes ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(lastedMs)}.`;
    if (maxMinutes === undefined)
        return { timeoutMs: leftMs };
    const needed = Math.max(...runs.map(({ minutes }) => minutes));
    const leftMinutes = maxMinutes - runs.reduce((sum, { minutes }) => sum + minutes, 0);
    if (leftMinutes < needed)
        return `${tenths(Math.max(0, leftMinutes))} of the ${maxMinutes} minutes that max-minutes allows are left, and a run costs ${tenths(needed)}.`;
    return { timeoutMs: leftMs, maxMinutes: tenths(leftMinutes) };
}
const tenths = (minutes) => Math.round(minutes * 10) / 10;


/***/ })

};
