export const id = 605;
export const ids = [605];
export const modules = {

/***/ 90605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   annotationsFor: () => (/* binding */ annotationsFor)
/* harmony export */ });
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75267);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48253);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25511);
/* harmony import */ var _summary_summary_criteria_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5624);




// GitHub keeps ten of a level for each step, and cuts messages at 4,096 characters.
const MOST_BESIDE_VERDICT = 9;
const MOST_MESSAGE_CHARACTERS = 4_000;
const MOST_TITLE_CHARACTERS = 200;
const SOON_MS = 14 * 86_400_000;
/** The verdict with the worst criteria beside it, and the waivers that end soon; at most ten of each level. */
function annotationsFor(verdict, context) {
    const sorted = (0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .worstFirst */ .md)(verdict.criteria);
    const failing = verdict.failsStep ? sorted.filter((criterion) => isBlamed(criterion, verdict)) : [];
    // What is not the step's failure is a warning: all of it, when the step does not fail.
    const other = sorted.filter((criterion) => isNoted(criterion) && !failing.includes(criterion));
    return [
        ...verdictWith(verdict, failing, context),
        ...warningsFor(verdict, other, context),
        ...endingWaivers(sorted, context),
    ];
}
function isNoted(criterion) {
    return ['failed', 'error', 'invalid', 'inconclusive', 'warning'].includes((0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .standingOf */ .YP)(criterion));
}
/** Whether the criterion is among what made the step fail. */
function isBlamed(criterion, { outcome }) {
    const standing = (0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .standingOf */ .YP)(criterion);
    if (outcome === 'failed')
        return standing === 'failed' || standing === 'error';
    return outcome === 'inconclusive' && (standing === 'invalid' || standing === 'inconclusive');
}
function verdictWith(verdict, failing, context) {
    if (!verdict.failsStep)
        return [];
    const shown = failing.slice(0, MOST_BESIDE_VERDICT);
    const counts = verdict.criteria.length === 0 ? '' : `Criteria: ${(0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .countsInWords */ .Pe)((0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .countStandings */ .tI)(verdict.criteria))}.`;
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
            isQuiet ? `${verdict.message}\nThe step does not fail: fail-on leaves this out.` : '',
            unshown(other.length - shown.length),
        ]),
    };
    return [head, ...shown];
}
function unshown(count) {
    return count === 0
        ? ''
        : `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCounted */ .So)(count, 'more criterion is', 'more criteria are')} not shown as annotations.`;
}
function annotationOf(criterion, level, context) {
    const place = [
        criterion.observed && `observed ${criterion.observed}`,
        criterion.limit && `limit ${criterion.limit}`,
    ];
    const breaches = (criterion.breaches ?? [])
        .slice(0, 10)
        .map((breach) => `  ${breach.label}: ${breach.observed}`);
    const restOfBreaches = (0,_summary_summary_criteria_js__WEBPACK_IMPORTED_MODULE_1__/* .breachCount */ .v4)(criterion) - breaches.length;
    return {
        level,
        // The standing says what `warn:` and `valid:` say.
        title: titleOf(`${(0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .standingOf */ .YP)(criterion)}: ${criterion.criterion.replace(/^(warn|valid):\s*/, '')}`),
        message: messageOf([
            (0,_summary_summary_criteria_js__WEBPACK_IMPORTED_MODULE_1__/* .messageInWords */ .q_)(criterion),
            place.filter(Boolean).join(', '),
            ...breaches,
            restOfBreaches > 0 && breaches.length > 0 ? `  and ${restOfBreaches} more labels` : '',
            (0,_summary_summary_criteria_js__WEBPACK_IMPORTED_MODULE_1__/* .partialInWords */ .Is)(criterion),
            criterion.waiver === undefined ? '' : (0,_summary_summary_criteria_js__WEBPACK_IMPORTED_MODULE_1__/* .waiverInWords */ .bc)(criterion.waiver),
        ]),
        ...placeOf(criterion, context),
    };
}
function placeOf({ source }, { workflowFile }) {
    if (source.file !== undefined)
        return { file: source.file, line: source.line };
    // Lines of the input count from its own first line, wherever that stands in the workflow.
    return workflowFile === undefined ? {} : { file: workflowFile };
}
function endingWaivers(criteria, context) {
    const ending = criteria
        .flatMap((criterion) => {
        const { waiver } = criterion;
        // A waiver holds through the end of its day, UTC.
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
            (0,_summary_summary_criteria_js__WEBPACK_IMPORTED_MODULE_1__/* .waiverInWords */ .bc)(waiver),
            index === 0 && rest > 0 ? `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCounted */ .So)(rest, 'more waiver ends', 'more waivers end')} soon.` : '',
        ]),
        ...placeOf(criterion, context),
    }));
}
function titleOf(text) {
    return (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .T)(text), MOST_TITLE_CHARACTERS);
}
function messageOf(lines) {
    const known = lines.flatMap((line) => line.split('\n')).map((line) => line.replace(/\s+$/, ''));
    const text = known
        .filter((line) => line !== '')
        .map((line) => (line.startsWith('  ') ? '  ' : '') + (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .T)(line));
    return (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$)(text.join('\n'), MOST_MESSAGE_CHARACTERS) || 'No details.';
}


/***/ }),

/***/ 9888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Pl: () => (/* binding */ safeUrl),
/* harmony export */   X: () => (/* binding */ escapeXml),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   vN: () => (/* binding */ jsonForScript)
/* harmony export */ });
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75267);

/**
 * Every string of a service, a file or a comment passes one of these before people see it: names of requests are
 * chosen by whoever wrote the tested application, so they may hold anything.
 */
const HTML_ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** For HTML text and quoted attribute values. */
function escapeHtml(text) {
    return (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)(text).replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? '');
}
// GitHub looks for mentions, issues and addresses after Markdown was rendered, so an entity alone does not stop it.
const BREAK = '&#8203;';
/**
 * For text within one line of GitHub's Markdown (a table cell, a list item, a heading): renders as written, starts no
 * construct, links nothing, mentions nobody.
 */
function escapeMarkdown(text) {
    return ((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)(text)
        .replace(/[&<>"'\\`*_{}[\]|~$^]/g, entity)
        // Not the `#` of the entities just made.
        .replace(/@|(?<!&)#/g, (character) => entity(character) + BREAK)
        .replace(/:\/\//g, `:${BREAK}//`)
        .replace(/:(?=[a-z0-9_+-]*[a-z][a-z0-9_+-]*:)/gi, `:${BREAK}`)
        .replace(/\b(www)\.|\b(gh-)(?=\d)/gi, (match) => match.slice(0, -1) + BREAK + match.slice(-1))
        .replace(/^(?:[-+=]|\d+(?=[.)](?:\s|$)))/, (start) => entity(start) + start.slice(1)));
}
/** A name in Markdown, set as code: GitHub leaves text within `code` alone. */
function markdownCode(text) {
    const escaped = escapeMarkdown(text);
    return escaped === '' ? '' : `<code>${escaped}</code>`;
}
/** A link where the address is plain http(s), the escaped text alone where it is not. */
function markdownLink(text, url) {
    const address = safeUrl(url);
    if (address === undefined)
        return escapeMarkdown(text);
    return `[${escapeMarkdown(text)}](<${address.replace(/[\\<>|`*_~[\]]/g, percentEncode).replaceAll('&', '&amp;')}>)`;
}
/** The address in its normal form when it is http or https, else nothing: no `javascript:`, no `data:`. */
function safeUrl(url) {
    if (url === undefined || url.length > 2048 || !URL.canParse(url))
        return undefined;
    const parsed = new URL(url);
    const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:';
    // A user or password in an address is a secret or a deceit.
    return isWeb && parsed.username === '' && parsed.password === '' ? parsed.href : undefined;
}
// XML 1.0 forbids these even as character references.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** For XML text and quoted attribute values; keeps line breaks, removes what XML 1.0 cannot hold. */
function escapeXml(text) {
    return text
        .toWellFormed()
        .replace(NOT_XML, '')
        .replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? '')
        .replace(/[\t\n\r\u007f-\u009f\u2028\u2029]/g, entity);
}
/** JSON that may stand in a `<script>` element: nothing in it ends the element or starts a comment. */
function jsonForScript(value) {
    return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, unicodeEscape);
}
function unicodeEscape(character) {
    return '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0');
}
function entity(character) {
    return `&#${character.charCodeAt(0)};`;
}
/** `encodeURIComponent` leaves `*`, `_` and `~` alone, which Markdown does not. */
function percentEncode(character) {
    return '%' + character.charCodeAt(0).toString(16).toUpperCase();
}


/***/ }),

/***/ 25511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ STANDINGS),
/* harmony export */   Dg: () => (/* binding */ STANDING_WORDS),
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   Pe: () => (/* binding */ countsInWords),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   md: () => (/* binding */ worstFirst),
/* harmony export */   nx: () => (/* binding */ OUTCOME_WORDS),
/* harmony export */   tI: () => (/* binding */ countStandings)
/* harmony export */ });
/**
 * How a criterion stands for a reader: status, severity and waiver in one word.
 * Ordered from what a reader must see first to what can be folded.
 */
const STANDINGS = [
    'failed',
    'error',
    'invalid',
    'inconclusive',
    'warning',
    'waived',
    'skipped',
    'passed',
];
/** Words that need neither colour nor picture, and the picture that Markdown shows beside them. */
const STANDING_WORDS = {
    failed: { word: 'failed', icon: '❌', short: 'FAIL' },
    error: { word: 'error', icon: '⛔', short: 'ERROR' },
    invalid: { word: 'not valid', icon: '⛔', short: 'INVALID' },
    inconclusive: { word: 'inconclusive', icon: '❔', short: 'UNCLEAR' },
    warning: { word: 'warning', icon: '⚠️', short: 'WARN' },
    waived: { word: 'waived', icon: '🩹', short: 'WAIVED' },
    skipped: { word: 'skipped', icon: '⏭️', short: 'SKIP' },
    passed: { word: 'passed', icon: '✅', short: 'PASS' },
};
const OUTCOME_WORDS = {
    passed: { word: 'Passed', icon: '✅' },
    failed: { word: 'Failed', icon: '❌' },
    inconclusive: { word: 'Inconclusive', icon: '❔' },
    error: { word: 'Error', icon: '⛔' },
    'timed-out': { word: 'Timed out', icon: '⏱️' },
    cancelled: { word: 'Cancelled', icon: '🚫' },
    started: { word: 'Started', icon: '🚀' },
};
const REASON_WORDS = {
    'bad-input': 'bad input',
    credentials: 'credentials',
    preflight: 'preflight',
    'start-unknown': 'unknown whether it started',
    'contact-lost': 'contact lost',
    'remote-failed': 'the run failed at the service',
    'remote-aborted': 'the run was aborted at the service',
    'remote-unresponsive': 'the run went unresponsive',
    timeout: 'time limit',
    validity: 'validity',
    criteria: 'criteria',
    scorecard: 'scorecard',
    baseline: 'baseline',
    cancelled: 'cancelled',
};
/** `Failed (criteria)`; the reason is left out where it says nothing new. */
function verdictWords(verdict) {
    const { word } = OUTCOME_WORDS[verdict.outcome];
    if (verdict.reason === '' || verdict.reason === verdict.outcome)
        return word;
    return `${word} (${REASON_WORDS[verdict.reason]})`;
}
/** See `Standing`. */
function standingOf(criterion) {
    const { status, severity, waiver } = criterion;
    if (status === 'passed' || status === 'skipped')
        return status;
    if (waiver?.active === true)
        return 'waived';
    if (severity === 'warning')
        return 'warning';
    if (status === 'failed' && severity === 'validity')
        return 'invalid';
    return status;
}
/** Worst first: by standing, then by badness, then as written. */
function worstFirst(criteria) {
    return criteria.toSorted((a, b) => STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) ||
        (b.badness ?? 0) - (a.badness ?? 0));
}
/** How many criteria stand how. */
function countStandings(criteria) {
    const counts = {
        failed: 0,
        error: 0,
        invalid: 0,
        inconclusive: 0,
        warning: 0,
        waived: 0,
        skipped: 0,
        passed: 0,
    };
    for (const criterion of criteria)
        counts[standingOf(criterion)] += 1;
    return counts;
}
/** `2 failed, 1 warning, 9 passed`; `no criteria` where there is none. */
function countsInWords(counts) {
    const parts = STANDINGS.filter((standing) => counts[standing] > 0);
    if (parts.length === 0)
        return 'no criteria';
    return parts.map((standing) => `${counts[standing]} ${STANDING_WORDS[standing].word}`).join(', ');
}


/***/ }),

/***/ 66086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTable),
/* harmony export */   d: () => (/* binding */ utf8Bytes)
/* harmony export */ });
/** As many rows as fit both limits, in their order; nothing where not even one does. */
function renderTable(table, limits) {
    const lines = [
        tableLine(table.head),
        tableLine(Array.from(table.align, (side) => (side === 'r' ? '---:' : '---'))),
    ];
    let bytes = utf8Bytes(lines.join('\n'));
    let shownRows = 0;
    for (const row of table.rows) {
        if (shownRows === limits.maxRows)
            break;
        const line = tableLine(row);
        bytes += utf8Bytes(line) + 1;
        if (bytes > limits.maxBytes)
            break;
        lines.push(line);
        shownRows += 1;
    }
    return { markdown: shownRows === 0 ? '' : lines.join('\n'), shownRows };
}
/** GitHub counts the limit of a summary in these. */
function utf8Bytes(text) {
    return Buffer.byteLength(text, 'utf8');
}
function tableLine(cells) {
    return `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
}


/***/ }),

/***/ 5624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ partialInWords),
/* harmony export */   bc: () => (/* binding */ waiverInWords),
/* harmony export */   q_: () => (/* binding */ messageInWords),
/* harmony export */   r: () => (/* binding */ criteriaSection),
/* harmony export */   v4: () => (/* binding */ breachCount)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9888);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75267);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48253);
/* harmony import */ var _markdown_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66086);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25511);





const NOTED_LIMITS = { maxRows: 200, maxBytes: 250_000 };
const PASSED_LIMITS = { maxRows: 300, maxBytes: 150_000 };
/** Up to here the whole table is a few seconds' reading: nothing is folded. */
const MOST_UNFOLDED = 15;
/** The criteria, worst first; many that passed are folded. */
function criteriaSection({ verdict }) {
    const sorted = (0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .worstFirst */ .md)(verdict.criteria);
    if (sorted.length === 0)
        return '';
    const title = `### Criteria: ${(0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .countsInWords */ .Pe)((0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .countStandings */ .tI)(sorted))}`;
    if (sorted.length <= MOST_UNFOLDED)
        return `${title}\n\n${tableOf(sorted, NOTED_LIMITS)}`;
    const noted = sorted.filter((criterion) => (0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(criterion) !== 'passed');
    const passed = sorted.slice(noted.length);
    return [title, tableOf(noted, NOTED_LIMITS), folded(passed)].filter((part) => part !== '').join('\n\n');
}
function folded(passed) {
    if (passed.length === 0)
        return '';
    const summary = `<summary>${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(passed.length)} passed</summary>`;
    return `<details>${summary}\n\n${tableOf(passed, PASSED_LIMITS)}\n\n</details>`;
}
function tableOf(criteria, limits) {
    if (criteria.length === 0)
        return '';
    const head = ['', 'Criterion', 'Observed', 'Limit', 'Margin'];
    // Rows beyond the limit are not even made: there may be 10,000.
    const rows = criteria.slice(0, limits.maxRows).map(rowOf);
    const { markdown, shownRows } = (0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__/* .renderTable */ .b)({ head, align: 'llrrr', rows }, limits);
    const rest = criteria.length - shownRows;
    if (rest === 0)
        return markdown;
    return `${markdown}\n\n_${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(shownRows)} of ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(criteria.length)} shown, ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rest)} left out here; all are in_ \`criteria.json\`.`;
}
function rowOf(criterion) {
    const { icon, word } = _standing_js__WEBPACK_IMPORTED_MODULE_1__/* .STANDING_WORDS */ .Dg[(0,_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(criterion)];
    return [
        // Narrow columns would put picture and word on two lines.
        `${icon}&nbsp;${word.replaceAll(' ', '&nbsp;')}`,
        [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$)(criterion.criterion, 200)), ...notes(criterion)].join('<br>'),
        cell(criterion.observed),
        cell(criterion.limit),
        cell(criterion.margin),
    ];
}
function cell(text) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$)(text ?? '', 160));
}
function notes(criterion) {
    const isPassed = criterion.status === 'passed';
    const message = isPassed ? '' : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$)(messageInWords(criterion), 300));
    const partial = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$)(partialInWords(criterion), 200));
    const all = [message, isPassed ? '' : breachesNote(criterion), partial, waiverNote(criterion)];
    return all.filter((note) => note !== '');
}
const MOST_BREACHES = 5;
function breachesNote(criterion) {
    const shown = (criterion.breaches ?? [])
        .slice(0, MOST_BREACHES)
        .map((breach) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$)(breach.label, 80))} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$)(breach.observed, 40))}`);
    const rest = breachCount(criterion) - shown.length;
    return shown.join(', ') + (rest > 0 && shown.length > 0 ? ` and ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rest)} more` : '');
}
/** The message without the labels that are listed beside it: nobody wants to read them twice. */
function messageInWords({ message, breaches }) {
    return breaches === undefined || breaches.length === 0 ? message : message.replace(/: ".*$/s, '');
}
/** How many labels broke a wildcard; the list of them may be shorter. */
function breachCount({ breaches, breached }) {
    return breached ?? breaches?.length ?? 0;
}
/** Says that a criterion was judged on less than everything; empty where it was not. */
function partialInWords({ partialData }) {
    return partialData === undefined ? '' : `Judged on incomplete data: ${partialData}`;
}
function waiverNote(criterion) {
    return criterion.waiver === undefined ? '' : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$)(waiverInWords(criterion.waiver), 300));
}
/** `Waived until 2026-12-31 by Ada: known slow`, or that it ended. */
function waiverInWords(waiver) {
    const verb = waiver.active ? 'Waived until' : 'The waiver ended on';
    return `${verb} ${waiver.until}, ${waiver.owner}: ${waiver.reason}`;
}


/***/ })

};
