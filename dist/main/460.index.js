export const id = 460;
export const ids = [460];
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

/***/ 40460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   annotationsFor: () => (/* binding */ annotationsFor)
/* harmony export */ });
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75267);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48253);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25511);
/* harmony import */ var _verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65265);
/* harmony import */ var _criterion_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58496);
/* harmony import */ var _figures_usual_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7711);






// GitHub keeps ten annotations of each level for a step, and cuts messages at 4,096 characters.
const MOST_BESIDE_VERDICT = 9;
const MOST_MESSAGE_CHARACTERS = 4_000;
const MOST_TITLE_CHARACTERS = 200;
const SOON_MS = 14 * 86_400_000;
/** The verdict, the worst criteria, and waivers that end soon; at most ten of each level. */
function annotationsFor(verdict, context) {
    const sorted = (0,_verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .worstFirst */ .md)(verdict.criteria);
    const failing = verdict.failsStep ? sorted.filter((criterion) => isBlamed(criterion, verdict)) : [];
    // Criteria that did not make the step fail are warnings: all of them, if the step does not fail.
    const other = sorted.filter((criterion) => isNoted(criterion) && !failing.includes(criterion) && !isSaid(criterion, verdict));
    return [
        ...verdictWith(verdict, failing, context),
        ...warningsFor(verdict, other, context),
        ...changedUsual(verdict),
        ...endingWaivers(sorted, context),
    ];
}
/** One note for all changes: nothing is wrong, but later runs will be compared with other values. */
function changedUsual(verdict) {
    const changes = (0,_figures_usual_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOfUsual */ .Z)(verdict);
    if (changes.length === 0)
        return [];
    return [{ level: 'notice', title: 'Load test: the usual has changed', message: messageOf(changes) }];
}
function isNoted(criterion) {
    return ['failed', 'error', 'invalid', 'inconclusive', 'warning'].includes((0,_verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(criterion));
}
/** A missing baseline is reported once, with the verdict. */
function isSaid({ lacksBaseline }, { reason }) {
    return lacksBaseline === true && reason === 'baseline';
}
/** Whether the criterion is one of those that made the step fail. */
function isBlamed(criterion, { outcome }) {
    const standing = (0,_verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(criterion);
    if (outcome === 'failed')
        return standing === 'failed' || standing === 'error';
    return outcome === 'inconclusive' && (standing === 'invalid' || standing === 'inconclusive');
}
function verdictWith(verdict, failing, context) {
    if (!verdict.failsStep)
        return [];
    const shown = failing.slice(0, MOST_BESIDE_VERDICT);
    const counts = verdict.criteria.length === 0 ? '' : `${(0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .countsInWords */ .Pe)((0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .countStandings */ .tI)(verdict.criteria))}.`;
    return [
        {
            level: 'error',
            title: titleOf(`Load test: ${(0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictWords */ .L2)(verdict)}`),
            message: messageOf([verdict.message, counts, unshown(failing.length - shown.length)]),
        },
        ...shown.map((criterion) => annotationOf(criterion, 'error', context)),
    ];
}
function warningsFor(verdict, other, context) {
    if (verdict.nothingJudged) {
        const title = titleOf(`Load test: ${(0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictWords */ .L2)(verdict)}`);
        const cure = "Set the input 'criteria' or 'criteria-file'.";
        return [{ level: 'warning', title, message: messageOf([verdict.message, cure]) }];
    }
    const isQuiet = !verdict.failsStep && !['passed', 'started', 'cancelled'].includes(verdict.outcome);
    const isTooMany = other.length > MOST_BESIDE_VERDICT;
    const shown = other
        .slice(0, MOST_BESIDE_VERDICT)
        .map((criterion) => annotationOf(criterion, 'warning', context));
    if (!isQuiet && !isTooMany)
        return shown;
    const head = {
        level: 'warning',
        title: titleOf(`Load test: ${(0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictWords */ .L2)(verdict)}`),
        message: messageOf([
            isQuiet ? `${verdict.message}\nThe step does not fail: 'fail-on' does not include this.` : '',
            unshown(other.length - shown.length),
        ]),
    };
    return [head, ...shown];
}
function unshown(count) {
    return count === 0
        ? ''
        : `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCounted */ .So)(count, 'more criterion is', 'more criteria are')} not shown as annotations.`;
}
function annotationOf(criterion, level, context) {
    const place = [
        criterion.observed && `observed ${criterion.observed}`,
        criterion.limit && `limit ${criterion.limit}`,
    ];
    const breaches = (criterion.breaches ?? [])
        .slice(0, 10)
        .map((breach) => `  ${breach.label}: ${breach.observed}`);
    const restOfBreaches = (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_4__/* .breachCount */ .v4)(criterion) - breaches.length;
    return {
        level,
        // The standing replaces the prefixes `warn:` and `valid:`.
        title: titleOf(`${_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .STANDING_WORDS */ .Dg[(0,_verdict_outcome_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(criterion)].word}: ${criterion.criterion.replace(/^(warn|valid):\s*/, '')}`),
        message: messageOf([
            (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_4__/* .messageInWords */ .q_)(criterion),
            place.filter(Boolean).join(', '),
            ...breaches,
            restOfBreaches > 0 && breaches.length > 0 ? `  and ${restOfBreaches} more labels` : '',
            (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_4__/* .partialInWords */ .Is)(criterion),
            criterion.waiver === undefined ? '' : (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_4__/* .waiverInWords */ .bc)(criterion.waiver),
        ]),
        ...placeOf(criterion, context),
    };
}
function placeOf({ source }, { workflowFile }) {
    if (source.file !== undefined)
        return { file: source.file, line: source.line };
    // Lines of the input count from its own first line, and its place in the workflow is unknown.
    return workflowFile === undefined ? {} : { file: workflowFile };
}
function endingWaivers(criteria, context) {
    const ending = criteria
        .flatMap((criterion) => {
        const { waiver } = criterion;
        // A waiver is active until the end of its day, UTC.
        const endMs = waiver === undefined ? NaN : Date.parse(`${waiver.until}T00:00:00Z`) + 86_400_000;
        const isSoon = waiver?.active === true && endMs - context.nowMs <= SOON_MS;
        return isSoon ? [{ criterion, waiver, endMs }] : [];
    })
        .sort((a, b) => a.endMs - b.endMs);
    const shown = ending.slice(0, MOST_BESIDE_VERDICT);
    const rest = ending.length - shown.length;
    return shown.map(({ criterion, waiver }, index) => ({
        level: 'notice',
        title: titleOf(`Waiver ends ${waiver.until}: ${criterion.criterion}`),
        message: messageOf([
            (0,_criterion_words_js__WEBPACK_IMPORTED_MODULE_4__/* .waiverInWords */ .bc)(waiver),
            index === 0 && rest > 0 ? `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCounted */ .So)(rest, 'more waiver ends', 'more waivers end')} soon.` : '',
        ]),
        ...placeOf(criterion, context),
    }));
}
function titleOf(text) {
    return (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(text), MOST_TITLE_CHARACTERS);
}
function messageOf(lines) {
    const known = lines.flatMap((line) => line.split('\n')).map((line) => line.replace(/\s+$/, ''));
    const text = known
        .filter((line) => line !== '')
        .map((line) => (line.startsWith('  ') ? '  ' : '') + (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(line));
    return (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)(text.join('\n'), MOST_MESSAGE_CHARACTERS) || 'No details.';
}


/***/ })

};
