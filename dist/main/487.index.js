export const id = 487;
export const ids = [487];
export const modules = {

/***/ 19487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJunit: () => (/* binding */ renderJunit)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9888);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25511);
/* harmony import */ var _summary_criteria_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85101);



/**
 * `criteria.junit.xml`: one test case per criterion. Reporters know four results, so: a warning passes and says so in
 * its output; an active waiver is skipped; inconclusive is an error where it fails the step, else skipped, so that a
 * reporter is red when the step is.
 */
function renderJunit({ verdict, run, title }) {
    const kinds = verdict.criteria.map((criterion) => kindOf(criterion, verdict));
    const count = (kind) => kinds.filter((one) => one === kind).length;
    const counts = `tests="${kinds.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
    const seconds = run.durationMs === undefined ? '' : ` time="${(run.durationMs / 1000).toFixed(3)}"`;
    const at = timestampOf(run.startedAtMs);
    const cases = verdict.criteria.map((criterion, index) => testCase(criterion, kinds[index] ?? 'passed'));
    return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Load Test Gate" ${counts}>
<testsuite name="${attribute(title ?? 'load test criteria')}" ${counts}${seconds}${at}>
<properties><property name="outcome" value="${verdict.outcome}"/><property name="reason" value="${verdict.reason}"/><property name="run-id" value="${attribute(run.ids.join(','))}"/></properties>
${cases.join('\n')}
<system-out>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeXml */ .X)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(`${(0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L2)(verdict)}: ${verdict.message}`, 10_000))}</system-out>
</testsuite>
</testsuites>
`;
}
/** Without a zone, as JUnit's schema has it; UTC. */
function timestampOf(ms) {
    const date = new Date(ms ?? NaN);
    return Number.isNaN(date.getTime()) ? '' : ` timestamp="${date.toISOString().slice(0, 19)}"`;
}
const KINDS = {
    passed: 'passed',
    warning: 'passed',
    failed: 'failure',
    error: 'error',
    invalid: 'as-the-step',
    inconclusive: 'as-the-step',
    waived: 'skipped',
    skipped: 'skipped',
};
function kindOf(criterion, verdict) {
    const kind = KINDS[(0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(criterion)];
    if (kind !== 'as-the-step')
        return kind;
    return verdict.failsStep ? 'error' : 'skipped';
}
function testCase(criterion, kind) {
    const { source } = criterion;
    const place = source.file === undefined ? '' : ` file="${attribute(source.file)}" line="${source.line}"`;
    const head = `<testcase classname="load-test.${attribute(criterion.subject ?? 'criteria')}" name="${attribute(criterion.criterion)}"${place}`;
    const content = resultElement(criterion, kind) + output(criterion, kind);
    return content === '' ? `${head}/>` : `${head}>${content}</testcase>`;
}
function resultElement(criterion, kind) {
    if (kind === 'passed')
        return '';
    const standing = (0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(criterion);
    const message = `message="${attribute(`${standing === 'failed' ? '' : `${standing}: `}${criterion.message}`)}"`;
    if (kind === 'skipped')
        return `<skipped ${message}/>`;
    return `<${kind} ${message} type="${standing}">${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeXml */ .X)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(detailsOf(criterion), 10_000))}</${kind}>`;
}
function output(criterion, kind) {
    const lines = [
        (0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(criterion) === 'warning' ? `warning: ${criterion.message}\n${detailsOf(criterion)}` : '',
        kind === 'skipped' ? detailsOf(criterion) : '',
        (0,_summary_criteria_js__WEBPACK_IMPORTED_MODULE_2__/* .partialInWords */ .Is)(criterion),
    ].filter((line) => line !== '');
    return lines.length === 0 ? '' : `<system-out>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeXml */ .X)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(lines.join('\n'), 10_000))}</system-out>`;
}
function detailsOf(criterion) {
    return [
        criterion.observed === undefined ? '' : `observed: ${criterion.observed}`,
        criterion.limit === undefined ? '' : `limit: ${criterion.limit}`,
        criterion.margin === undefined ? '' : `margin: ${criterion.margin}`,
        ...(criterion.breaches ?? []).slice(0, 20).map((breach) => `${breach.label}: ${breach.observed}`),
        criterion.waiver === undefined ? '' : (0,_summary_criteria_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverInWords */ .bc)(criterion.waiver),
    ]
        .filter((line) => line !== '')
        .join('\n');
}
function attribute(text) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeXml */ .X)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(text, 2000)));
}


/***/ })

};
