export const id = 5992;
export const ids = [5992];
export const modules = {

/***/ 75992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collectErrthquake: () => (/* binding */ collectErrthquake)
/* harmony export */ });
/* harmony import */ var _collect_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8766);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78059);


/**
 * Results are stored before a test counts as complete, so anything that is missing will arrive soon or never.
 */
const FINISHED_BUDGET_MS = 10 * 60_000;
const BROKEN_BUDGET_MS = 60_000;
async function collectErrthquake(context, run, status) {
    const several = run.executions.length > 1;
    const outcomes = await Promise.all(status.executions.map((execution) => collectExecution(context, execution, several ? `${execution.id}/` : '')));
    const started = status.executions.flatMap((execution) => execution.startedAtMs ?? []);
    const finished = status.executions.flatMap((execution) => execution.finishedAtMs ?? []);
    const tests = [...new Set(run.executions.flatMap((execution) => execution.test ?? []))];
    const profile = run.executions.flatMap((execution) => execution.profile ?? []);
    const observed = status.executions.map(({ virtualUsers, startedAtMs, finishedAtMs }) => ({
        ...(virtualUsers !== undefined && { virtualUsers }),
        ...(startedAtMs !== undefined && finishedAtMs !== undefined && { lastedMs: finishedAtMs - startedAtMs }),
    }));
    return {
        ...(0,_collect_file_js__WEBPACK_IMPORTED_MODULE_0__/* .together */ .bs)(outcomes),
        partial: [],
        facts: {
            provider: 'errthquake',
            ids: run.executions.map((execution) => execution.id),
            state: status.executions.map((execution) => execution.state).join(','),
            ...(tests.length !== 0 && { test: tests.join(', ') }),
            ...(profile.length !== 0 && { loadProfile: profile }),
            observed,
            ...(started.length !== 0 && { startedAtMs: Math.min(...started) }),
            ...(finished.length !== 0 && { finishedAtMs: Math.max(...finished) }),
        },
    };
}
/** Loaded only here, because a run that waits for hours needs no reader. */
async function openReader() {
    const { ArrivingRequestLog } = await Promise.all(/* import() */[__webpack_require__.e(833), __webpack_require__.e(734)]).then(__webpack_require__.bind(__webpack_require__, 70734));
    return new ArrivingRequestLog();
}
/** Three files per execution; the documents are kept unchanged. */
async function collectExecution({ ports, log, api, uid, directory }, { id, stage }, prefix) {
    const budgetMs = stage === 'finished' ? FINISHED_BUDGET_MS : BROKEN_BUDGET_MS;
    const wanted = [
        { kind: 'metrics', file: 'run.json', call: _calls_js__WEBPACK_IMPORTED_MODULE_1__/* .calls */ .K.result(uid, id), format: 'json' },
        { kind: 'metrics', file: 'metrics.json', call: _calls_js__WEBPACK_IMPORTED_MODULE_1__/* .calls */ .K.metrics(uid, id), format: 'json' },
        { kind: 'result', file: 'logs.zip', call: _calls_js__WEBPACK_IMPORTED_MODULE_1__/* .calls */ .K.logs(uid, id), format: 'zip' },
    ];
    const outcomes = wanted.map(({ kind, file, call, format }) => (0,_collect_file_js__WEBPACK_IMPORTED_MODULE_0__/* .collectFile */ .nK)(ports, log, directory, {
        kind,
        name: `${prefix}${file}`,
        serviceUrl: api.serviceUrl,
        urls: [api.urlOf(call.path)],
        headersFor: async (url) => api.authorization(url),
        format,
        budgetMs,
        ...(kind === 'result' && { openReader }),
    }));
    return (0,_collect_file_js__WEBPACK_IMPORTED_MODULE_0__/* .together */ .bs)(await Promise.all(outcomes));
}


/***/ })

};
