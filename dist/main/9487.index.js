export const id = 9487;
export const ids = [9487];
export const modules = {

/***/ 58496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ partialInWords),
/* harmony export */   PG: () => (/* binding */ noteInWords),
/* harmony export */   Xw: () => (/* binding */ usualInWords),
/* harmony export */   _O: () => (/* binding */ usualInShort),
/* harmony export */   bc: () => (/* binding */ waiverInWords),
/* harmony export */   q_: () => (/* binding */ messageInWords),
/* harmony export */   v4: () => (/* binding */ breachCount)
/* harmony export */ });
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48253);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75267);


/** The message without the labels that are listed next to it. */
function messageInWords({ message, shortMessage }) {
    return shortMessage || message;
}
/** What is not said by observed, limit and margin; may be empty. */
function noteInWords({ message, shortMessage }) {
    return shortMessage ?? message;
}
/** How many labels broke a wildcard criterion; the list of them may be shorter. */
function breachCount({ breaches, breached }) {
    return breached ?? breaches?.length ?? 0;
}
/** Says that a criterion was judged on incomplete data; empty if it was not. */
function partialInWords({ partialData }) {
    return partialData === undefined ? '' : `Judged on incomplete data: ${partialData}`;
}
/** `Waived until 2026-12-31 by Ada: known slow`, or that the waiver expired. */
function waiverInWords(waiver) {
    const verb = waiver.active ? 'Waived until' : 'The waiver expired on';
    return `${verb} ${waiver.until}, ${waiver.owner}: ${waiver.reason}`;
}
/**
 * `Usual 412 ms ± 3% over 8 runs, judged by 2 runs of this commit; 9 fine; finds changes of 14%.`; empty for
 * other limits.
 */
function usualInWords({ usual, status, matched }) {
    if (usual === undefined)
        return '';
    const { runs, earlierRuns, findable, settledBy, text } = usual;
    const ofRuns = text === undefined ? `Usual of ${runsInWords(earlierRuns)}` : `Usual ${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(text, 300)}`;
    const by = runs > 1 ? `, judged by ${runsInWords(runs)} of this commit` : '';
    const found = findable === undefined || findable.now >= MOST_SAID
        ? ''
        : `; finds changes of ${Math.round(findable.now * 100)}%`;
    const labels = matched === undefined ? '' : `; ${countsOfWords(usual.words)}`;
    const { moreRuns, moreEarlierRuns } = settledBy;
    const ways = [
        moreRuns === undefined ? '' : `${moreRuns} more ${moreRuns === 1 ? 'run' : 'runs'} of this commit`,
        moreEarlierRuns === undefined ? '' : `${moreEarlierRuns} more of the base branch`,
    ].filter((way) => way !== '');
    const settled = status === 'inconclusive' && ways.length > 0 ? ` ${ways.join(', or ')} would settle it.` : '';
    return `${ofRuns}${by}${labels}${found}.${settled}`;
}
/** `14% slower (8% to 20%), usual 412 ms ± 3% over 8 runs`; undefined for other limits. */
function usualInShort({ usual, margin }) {
    if (usual?.text === undefined)
        return undefined;
    return `${margin === undefined ? '' : `${margin}, `}usual ${usual.text}`;
}
/** `8 fine, 1 undecided, 1 not judged`. */
function countsOfWords(words) {
    const counts = ['regression', 'suspect', 'undecided', 'not-judged', 'fine']
        .filter((word) => words[word] > 0)
        .map((word) => `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(words[word])} ${word === 'regression' ? 'worse' : word.replace('-', ' ')}`);
    return counts.join(', ') || 'no labels';
}
/** Larger changes are obvious. */
const MOST_SAID = 10;
const runsInWords = (runs) => (runs === 1 ? '1 run' : `${runs} runs`);


/***/ }),

/***/ 7711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ changesOfUsual)
/* harmony export */ });
const MOST_TOLD = 10;
/** Recent changes of the usual itself, one sentence each. */
function changesOfUsual({ criteria }) {
    const all = criteria.flatMap(({ usual }) => usual?.changes?.map(({ message }) => message) ?? []);
    const distinct = [...new Set(all)];
    const more = distinct.length - MOST_TOLD;
    return more > 0 ? [...distinct.slice(0, MOST_TOLD), `And ${more} more changes of the usual.`] : distinct;
}


/***/ }),

/***/ 19487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJunit: () => (/* binding */ renderJunit)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9888);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75267);
/* harmony import */ var _figures_usual_changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7711);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25511);
/* harmony import */ var _verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65265);
/* harmony import */ var _criterion_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58496);






/**
 * `criteria.junit.xml`: one test case per criterion. JUnit has only four results. A warning passes, and its
 * output says that it is a warning. An active waiver is skipped. Inconclusive is an error if it fails the
 * step, and otherwise skipped, so that the JUnit report is red if the step is.
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
<system-out>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeXml */ .X)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)([`${(0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L2)(verdict)}: ${verdict.message}`, ...(0,_figures_usual_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .changesOfUsual */ .Z)(verdict)].join('\n'), 10_000))}</system-out>
</testsuite>
</testsuites>
`;
}
/** In UTC without a zone, as JUnit's schema requires. */
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
    const kind = KINDS[(0,_verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .standingOf */ .YP)(criterion)];
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
    const standing = (0,_verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .standingOf */ .YP)(criterion);
    const message = `message="${attribute(`${standing === 'failed' ? '' : `${standing}: `}${criterion.message}`)}"`;
    if (kind === 'skipped')
        return `<skipped ${message}/>`;
    return `<${kind} ${message} type="${standing}">${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeXml */ .X)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(detailsOf(criterion), 10_000))}</${kind}>`;
}
function output(criterion, kind) {
    const lines = [
        (0,_verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .standingOf */ .YP)(criterion) === 'warning' ? `warning: ${criterion.message}\n${detailsOf(criterion)}` : '',
        kind === 'skipped' ? detailsOf(criterion) : '',
        kind === 'passed' && (0,_verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .standingOf */ .YP)(criterion) === 'passed' && criterion.usual ? detailsOf(criterion) : '',
        (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_5__/* .partialInWords */ .Is)(criterion),
    ].filter((line) => line !== '');
    return lines.length === 0 ? '' : `<system-out>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeXml */ .X)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(lines.join('\n'), 10_000))}</system-out>`;
}
function detailsOf(criterion) {
    return [
        criterion.observed === undefined ? '' : `observed: ${criterion.observed}`,
        criterion.limit === undefined ? '' : `limit: ${criterion.limit}`,
        criterion.margin === undefined ? '' : `margin: ${criterion.margin}`,
        ...(criterion.breaches ?? [])
            .slice(0, 20)
            .map((breach) => `${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleName */ .ko)(breach.label, 200)}: ${breach.observed}`),
        (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_5__/* .usualInWords */ .Xw)(criterion),
        criterion.waiver === undefined ? '' : (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_5__/* .waiverInWords */ .bc)(criterion.waiver),
    ]
        .filter((line) => line !== '')
        .join('\n');
}
function attribute(text) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeXml */ .X)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(text, 2000)));
}


/***/ })

};
