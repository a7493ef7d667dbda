export const id = 292;
export const ids = [292];
export const modules = {

/***/ 31292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   closingLines: () => (/* binding */ closingLines),
/* harmony export */   criteriaLines: () => (/* binding */ criteriaLines)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9888);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14752);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25511);
/* harmony import */ var _summary_criteria_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85101);
/* harmony import */ var _summary_head_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10830);





const WIDTH_COLUMNS = 120;
const MOST_ROWS = 50;
const GAP = '  ';
/** What a column may take at most; the criterion gets what the others leave. */
const MOST_COLUMNS = { observed: 14, limit: 34, margin: 24 };
/** The criteria as lines of at most 120 columns, worst first; words, no colour. */
function criteriaLines({ verdict }) {
    const sorted = (0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .worstFirst */ .md)(verdict.criteria);
    if (sorted.length === 0)
        return [];
    const shown = sorted.slice(0, MOST_ROWS);
    const widths = widthsOf([HEAD, ...shown.map(cellsOf)]);
    const lines = [lineOf(HEAD, widths), widths.map((width) => '-'.repeat(width)).join(GAP)];
    for (const criterion of shown)
        lines.push(lineOf(cellsOf(criterion), widths), ...notesOf(criterion));
    const rest = sorted.length - shown.length;
    if (rest > 0)
        lines.push(`and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B4)(rest)} more, ${restInWords(sorted.slice(MOST_ROWS))}`);
    return lines;
}
const INDENT = ' '.repeat(9);
/** What the columns do not say, under the row: why there is no figure, which labels, until when it is waived. */
function notesOf(criterion) {
    const { status, observed, message, waiver } = criterion;
    if (status === 'passed' || status === 'skipped')
        return [];
    const notes = [
        observed === undefined ? message : '',
        breachesInWords(criterion),
        (0,_summary_criteria_js__WEBPACK_IMPORTED_MODULE_2__/* .partialInWords */ .Is)(criterion),
        waiver === undefined ? '' : (0,_summary_criteria_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverInWords */ .bc)(waiver),
    ];
    return notes
        .filter((note) => note !== '')
        .map((note) => INDENT + clipColumns((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(note, 400)), WIDTH_COLUMNS - INDENT.length));
}
function breachesInWords(criterion) {
    const shown = (criterion.breaches ?? [])
        .slice(0, 3)
        .map(({ label, observed }) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(label, 40)} ${observed}`);
    const rest = (0,_summary_criteria_js__WEBPACK_IMPORTED_MODULE_2__/* .breachCount */ .v4)(criterion) - shown.length;
    return shown.join(', ') + (rest > 0 && shown.length > 0 ? ` and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B4)(rest)} more` : '');
}
const HEAD = ['STATUS', 'CRITERION', 'OBSERVED', 'LIMIT', 'MARGIN'];
function cellsOf(criterion) {
    return [
        _standing_js__WEBPACK_IMPORTED_MODULE_1__/* .STANDING_WORDS */ .Dg[(0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(criterion)].short,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(criterion.criterion, 400)),
        clipColumns((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(criterion.observed ?? ''), MOST_COLUMNS.observed),
        clipColumns((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(criterion.limit ?? ''), MOST_COLUMNS.limit),
        clipColumns((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(criterion.margin ?? ''), MOST_COLUMNS.margin),
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
        // Numbers stand at the right, under each other.
        return column < 2 ? clipped + room : room + clipped;
    });
    return padded.join(GAP).trimEnd();
}
function restInWords(rest) {
    const passed = rest.filter((criterion) => (0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(criterion) === 'passed').length;
    return passed === rest.length
        ? 'all of them passed'
        : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B4)(rest.length - passed)} of them not passed`;
}
/** The last lines of the log: what came out, why, and where to look. */
function closingLines({ verdict, run, links }) {
    const message = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(verdict.message, 2000));
    const addresses = [{ name: (0,_summary_head_js__WEBPACK_IMPORTED_MODULE_3__/* .plainRunName */ .Zb)(run), url: run.url }, ...links].flatMap(({ name, url }) => {
        const address = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .safeUrl */ .Pl)(url);
        return address === undefined ? [] : [`${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(name, 80))}: ${address}`];
    });
    const outcome = `${(0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L2)(verdict).toUpperCase()}${message === '' ? '' : `: ${message}`}`;
    const isQuiet = !verdict.failsStep && !['passed', 'started', 'cancelled'].includes(verdict.outcome);
    return [outcome, ...(isQuiet ? ['The step does not fail: fail-on leaves this out.'] : []), ...addresses];
}
// Ideographs and most pictures take two columns of a terminal; marks that combine take none.
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;
const COMBINING = /\p{Mn}|\u200c|\u200d/gu;
function columnsOf(text) {
    const characters = Array.from(text).length;
    return characters + (text.match(WIDE)?.length ?? 0) - (text.match(COMBINING)?.length ?? 0);
}
function clipColumns(text, mostColumns) {
    let clipped = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(text, mostColumns);
    for (let most = mostColumns - 1; columnsOf(clipped) > mostColumns && most > 1; most -= 1)
        clipped = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(text, most);
    return clipped;
}


/***/ })

};
