export const id = 1389;
export const ids = [1389];
export const modules = {

/***/ 61389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collectXtc: () => (/* binding */ collectXtc)
/* harmony export */ });
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32745);
/* harmony import */ var _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25819);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75267);
/* harmony import */ var _collect_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8766);




/** XTC downloads, archives and reports after a test has finished; only then are the archives available. */
const FINISHED_BUDGET_MS = 15 * 60_000;
/** A run that was aborted or failed may never get archives. */
const BROKEN_BUDGET_MS = 2 * 60_000;
/** The report's separate files are requested only if its archive is unavailable. */
const DOCUMENT_BUDGET_MS = 60_000;
const PARTIAL = /Download from \d+ of \d+ agent controllers failed\.?/i;
async function collectXtc(source, run, status) {
    const number = Number(run.executions[0]?.id);
    const details = await detailsOf(source.api, number);
    const broken = status.executions.some((execution) => execution.stage !== 'finished');
    const budgetMs = broken ? BROKEN_BUDGET_MS : FINISHED_BUDGET_MS;
    const archive = (kind) => collect(source, source.api.contract.archive(kind, number, details), {
        kind,
        name: `${kind}.tar.gz`,
        format: 'gzip',
        budgetMs,
    });
    const [report, result] = await Promise.all([archive('report'), archive('result')]);
    const documents = report.files.length > 0 ? [] : await reportDocuments(source, number, details);
    // Only now, after the archives were created, the names may say that data is partial.
    const last = (await detailsOf(source.api, number)) ?? details;
    const execution = status.executions[0];
    return {
        ...(0,_collect_file_js__WEBPACK_IMPORTED_MODULE_2__/* .together */ .bs)([report, result, ...documents]),
        partial: partialNames(last),
        ...(last?.url !== undefined && { url: last.url }),
        ...(last?.reportUrl !== undefined && { reportUrl: last.reportUrl }),
        facts: {
            provider: 'xtc',
            ids: [String(number)],
            // The copy's own name is unique to this run; for comparisons, the load test that was copied counts.
            ...(run.executions[0]?.test !== undefined && { test: run.executions[0].test }),
            ...(status.revision !== undefined && { revision: status.revision }),
            ...(execution !== undefined && { state: execution.state }),
            ...(execution?.startedAtMs !== undefined && { startedAtMs: execution.startedAtMs }),
            ...(execution?.finishedAtMs !== undefined && { finishedAtMs: execution.finishedAtMs }),
        },
    };
}
/** Details are useful but not necessary: the endpoints of the archives are known without them. */
async function detailsOf(api, number) {
    try {
        return await api.patiently(api.contract.details(number), (json) => api.contract.parseDetails(json, number));
    }
    catch (error) {
        if (error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ || error instanceof _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue)
            return undefined;
        throw error;
    }
}
function partialNames(details) {
    const said = (details?.archiveNames ?? []).flatMap((name) => PARTIAL.exec((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(name, 500))?.[0] ?? []);
    return [...new Set(said)];
}
/**
 * `testreport.xml` and `scorecard.xml` as separate files, if this version has them; it is no problem if they
 * don't exist.
 */
async function reportDocuments(source, number, details) {
    const { document } = source.api.contract;
    if (document === undefined)
        return [];
    const documents = [
        ['test-report', 'testreport.xml'],
        ['scorecard', 'scorecard.xml'],
    ];
    const outcomes = await Promise.all(documents.map(([kind, name]) => collect(source, document(kind, number, details), {
        kind,
        name,
        format: 'xml',
        budgetMs: DOCUMENT_BUDGET_MS,
        absent: [404],
    })));
    // A missing report is already reported for its archive; a missing scorecard may be one that failed.
    return outcomes.map(({ files, missing }) => ({
        files,
        missing: missing.filter(({ name }) => name === 'scorecard.xml'),
    }));
}
async function collect({ ports, log, api, directory }, paths, wanted) {
    // An invalid link must not prevent the use of the endpoint after it.
    const urls = paths.flatMap((path) => (path.startsWith('/') || URL.canParse(path) ? [api.urlOf(path)] : []));
    let sent = {};
    return await (0,_collect_file_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFile */ .nK)(ports, log, directory, {
        ...wanted,
        serviceUrl: api.serviceUrl,
        urls,
        headersFor: async (url) => (sent = await api.authorization(url)),
        renew: () => {
            api.tokens.renew((sent['authorization'] ?? '').replace(/^Bearer /, ''));
            return true;
        },
        ...(wanted.kind === 'result' && { openReader }),
    });
}
/** Loaded only here, because a run that waits for hours needs no reader. */
async function openReader() {
    const { ArrivingTimers } = await Promise.all(/* import() */[__webpack_require__.e(833), __webpack_require__.e(734)]).then(__webpack_require__.bind(__webpack_require__, 70734));
    return new ArrivingTimers();
}


/***/ })

};
