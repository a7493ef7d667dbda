export const id = 4493;
export const ids = [4493];
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

/***/ 54493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   closingLines: () => (/* binding */ closingLines),
/* harmony export */   criteriaLines: () => (/* binding */ criteriaLines)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9888);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75267);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48253);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25511);
/* harmony import */ var _verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65265);
/* harmony import */ var _criterion_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58496);
/* harmony import */ var _run_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41850);
/* harmony import */ var _figures_usual_changes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7711);








const WIDTH_COLUMNS = 120;
const MOST_ROWS = 50;
const GAP = '  ';
/** The maximum widths; the criterion gets what the other columns leave. */
const MOST_COLUMNS = { observed: 14, limit: 34, margin: 24 };
/** The criteria as lines of at most 120 columns, worst first; with words, without color. */
function criteriaLines({ verdict }) {
    const sorted = (0,_verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_2__/* .worstFirst */ .md)(verdict.criteria);
    if (sorted.length === 0)
        return [];
    const shown = sorted.slice(0, MOST_ROWS);
    const widths = widthsOf([HEAD, ...shown.map(cellsOf)]);
    const lines = [lineOf(HEAD, widths), widths.map((width) => '-'.repeat(width)).join(GAP)];
    for (const criterion of shown)
        lines.push(lineOf(cellsOf(criterion), widths), ...notesOf(criterion));
    const rest = sorted.length - shown.length;
    if (rest > 0)
        lines.push(`and ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(rest)} more, ${restInWords(sorted.slice(MOST_ROWS))}`);
    return lines;
}
const INDENT = ' '.repeat(9);
/**
 * What the columns do not say, below the row: why there is no figure, which labels, until when it is waived.
 */
function notesOf(criterion) {
    const { status, observed, waiver } = criterion;
    if (status === 'skipped')
        return [];
    const notes = [
        observed === undefined ? (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_4__/* .messageInWords */ .q_)(criterion) : '',
        breachesInWords(criterion),
        (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_4__/* .partialInWords */ .Is)(criterion),
        waiver === undefined ? '' : (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_4__/* .waiverInWords */ .bc)(waiver),
    ];
    const shown = status === 'passed' ? [] : notes;
    return [...shown, ...(0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_4__/* .usualInWords */ .Xw)(criterion).split(/(?<=\.) /)]
        .filter((note) => note !== '')
        .map((note) => INDENT + clipColumns((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)(note, 400)), WIDTH_COLUMNS - INDENT.length));
}
function breachesInWords(criterion) {
    const shown = (criterion.breaches ?? [])
        .slice(0, 3)
        .map(({ label, observed }) => `${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)(label, 40)} ${observed}`);
    const rest = (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_4__/* .breachCount */ .v4)(criterion) - shown.length;
    return shown.join(', ') + (rest > 0 && shown.length > 0 ? ` and ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(rest)} more` : '');
}
const HEAD = ['STATUS', 'CRITERION', 'OBSERVED', 'LIMIT', 'MARGIN'];
function cellsOf(criterion) {
    return [
        _standing_js__WEBPACK_IMPORTED_MODULE_1__/* .STANDING_WORDS */ .Dg[(0,_verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_2__/* .standingOf */ .YP)(criterion)].short,
        (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)(criterion.criterion, 400)),
        clipColumns((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(criterion.observed ?? ''), MOST_COLUMNS.observed),
        clipColumns((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(criterion.limit ?? ''), MOST_COLUMNS.limit),
        clipColumns((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(criterion.margin ?? ''), MOST_COLUMNS.margin),
    ];
}
function widthsOf(rows) {
    const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))));
    const others = widths.reduce((sum, width, column) => (column === 1 ? sum : sum + width), 0);
    widths[1] = Math.min(widths[1] ?? 0, WIDTH_COLUMNS - others - GAP.length * (HEAD.length - 1));
    return widths;
}
function lineOf(row, widths) {
    const padded = row.map((text, column) => {
        const clipped = clipColumns(text, widths[column] ?? 0);
        const room = ' '.repeat(Math.max(0, (widths[column] ?? 0) - columnsOf(clipped)));
        // Numbers are aligned to the right.
        return column < 2 ? clipped + room : room + clipped;
    });
    return padded.join(GAP).trimEnd();
}
function restInWords(rest) {
    const passed = rest.filter((criterion) => (0,_verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_2__/* .standingOf */ .YP)(criterion) === 'passed').length;
    return passed === rest.length
        ? 'all of them passed'
        : `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(rest.length - passed)} of them not passed`;
}
/** The last lines of the log: the outcome, the reason, and where to find more. */
function closingLines({ verdict, run }) {
    // Faults have lines of their own.
    const [message = '', ...faults] = (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)(verdict.message, 2000)
        .split('\n')
        .map((line) => (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(line));
    const address = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .safeUrl */ .Pl)(run.url);
    const confirming = (0,_run_words_js__WEBPACK_IMPORTED_MODULE_6__/* .confirmingLinks */ .mJ)(run).map(({ name, url }) => ({ name: capital(name), url: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .safeUrl */ .Pl)(url) }));
    const addresses = [{ name: (0,_run_words_js__WEBPACK_IMPORTED_MODULE_6__/* .plainRunName */ .Zb)(run), url: address }, ...confirming].flatMap(({ name, url }) => url === undefined ? [] : [`${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)(name, 80))}: ${url}`]);
    const outcome = `${(0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L2)(verdict).toUpperCase()}${message === '' ? '' : `: ${message}`}`;
    const isQuiet = !verdict.failsStep && !['passed', 'started', 'cancelled'].includes(verdict.outcome);
    // If the outcome is about the criteria, its message counts them.
    const isCounted = verdict.criteria.length === 0 || verdict.reason === '' || verdict.reason === 'criteria';
    const counted = isCounted ? '' : ` (${(0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .countsInWords */ .Pe)((0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .countStandings */ .tI)(verdict.criteria))})`;
    return [
        ...(0,_figures_usual_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .changesOfUsual */ .Z)(verdict).map((line) => (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)(line, 1000))),
        outcome + counted,
        ...faults,
        ...(isQuiet ? ["The step does not fail: 'fail-on' does not include this."] : []),
        ...addresses,
    ];
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
// Ideographs and most emoji take two columns of a terminal; combining marks take none.
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;
const COMBINING = /\p{Mn}|\u200c|\u200d/gu;
function columnsOf(text) {
    const characters = Array.from(text).length;
    return characters + (text.match(WIDE)?.length ?? 0) - (text.match(COMBINING)?.length ?? 0);
}
function clipColumns(text, mostColumns) {
    let clipped = (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)(text, mostColumns);
    for (let most = mostColumns - 1; columnsOf(clipped) > mostColumns && most > 1; most -= 1)
        clipped = (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)(text, most);
    return clipped;
}


/***/ }),

/***/ 41850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ue: () => (/* binding */ baselineInWords),
/* harmony export */   Wd: () => (/* binding */ commitRunsInWords),
/* harmony export */   Zb: () => (/* binding */ plainRunName),
/* harmony export */   hP: () => (/* binding */ linksOf),
/* harmony export */   hc: () => (/* binding */ allWarnings),
/* harmony export */   mJ: () => (/* binding */ confirmingLinks)
/* harmony export */ });
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75267);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48253);


/** `XTC run 4711`; only the mode if there is no run. */
function plainRunName(run) {
    const { service = '' } = run;
    const shown = run.ids.slice(0, 5).join(', ') + (run.ids.length > 5 ? ` and ${run.ids.length - 5} more` : '');
    if (shown === '')
        return `${service} mode ${run.mode}`.trim();
    return `${service} ${run.ids.length > 1 ? 'runs' : 'run'} ${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(shown, 200)}`.trim();
}
/** `confirming run 4712`, for each that was started, with its page if there is one. */
function confirmingLinks({ confirming = [] }) {
    return confirming.map(({ ids, url }) => ({ name: `confirming run ${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(ids.join(', '), 200)}`, url }));
}
/**
 * `Compared with branch: run 4711, commit 1a2b3c4d, 2 d 3 h old.`; empty if the verdict already says why
 * there is no comparison.
 */
function baselineInWords({ baseline }) {
    if (baseline?.status !== 'used')
        return '';
    const known = [
        baseline.runId === undefined ? '' : `run ${baseline.runId}`,
        baseline.commit === undefined ? '' : `commit ${baseline.commit.slice(0, 8)}`,
        baseline.ageMs === undefined ? '' : `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(baseline.ageMs)} old`,
    ].filter((part) => part !== '');
    return `Compared with ${baseline.from}${known.length === 0 ? '' : ': ' + known.join(', ')}.`;
}
/** `Judged by 2 runs of this commit: attempts 1 and 2.` */
function commitRunsInWords(runs) {
    const attempts = runs.flatMap(({ attempt }) => attempt ?? []);
    const isEach = attempts.length === runs.length && new Set(attempts).size === runs.length;
    const named = isEach
        ? `attempts ${listed(attempts.map(String))}`
        : listed(runs.map(({ name }) => (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(name, 120)));
    return `Judged by ${runs.length} runs of this commit: ${named}.`;
}
function listed(names) {
    return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((name) => name !== '').join(' and ');
}
/** Where to find more: the page, the report, and the related pages on GitHub. */
function linksOf({ pageUrl, run, workflow }) {
    const { runUrl, commit, pullRequest } = workflow ?? {};
    return [
        ...confirmingLinks(run),
        ...(pageUrl === undefined ? [] : [{ name: 'page with charts', url: pageUrl }]),
        ...(run.report === undefined
            ? []
            : [{ name: run.report.isArchive ? 'report (archive)' : 'report', url: run.report.url }]),
        ...(runUrl === undefined ? [] : [{ name: 'workflow run', url: runUrl }]),
        ...(commit === undefined ? [] : [{ name: `commit ${commit.sha.slice(0, 8)}`, url: commit.url }]),
        ...(pullRequest === undefined
            ? []
            : [{ name: `pull request #${pullRequest.number}`, url: pullRequest.url }]),
    ];
}
/** The warnings of the verdict and of the data, and the missing files, each once. */
function allWarnings({ verdict, measurements, missingFiles }) {
    const ofData = measurements?.warnings.flatMap(({ code, message }) => (code === 'note' ? [] : message)) ?? [];
    const ofFiles = missingFiles.map((file) => `Missing file: ${file}`);
    return [...new Set([...verdict.warnings, ...ofData, ...ofFiles])];
}


/***/ })

};
