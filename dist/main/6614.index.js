export const id = 6614;
export const ids = [6614,21];
export const modules = {

/***/ 54891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ busyWhileSlow),
/* harmony export */   W: () => (/* binding */ busyInWords)
/* harmony export */ });
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48253);
/* harmony import */ var _figures_label_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94141);
/* harmony import */ var _generators_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89735);
/* harmony import */ var _onset_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36030);




/**
 * Undefined unless response times became long and the busiest load generator was above 80 % on average during
 * that time. A slow span begins before its peak and ends after it, so only its slower intervals count.
 */
function busyWhileSlow(load, series, slow) {
    if (load?.cpuMaxPercent === undefined || series === undefined || !isSpan(slow))
        return undefined;
    const [fromMs, toMs] = [Date.parse(slow.at), slow.until === undefined ? Infinity : Date.parse(slow.until)];
    const during = [];
    const otherwise = [];
    for (const [at, percent] of load.cpuMaxPercent.entries()) {
        const middleMs = load.startMs + (at + 0.5) * load.intervalMs;
        const p95Ms = series.p95Ms[Math.floor((middleMs - series.startMs) / series.intervalMs)] ?? 0;
        const isWithin = middleMs >= fromMs && middleMs < toMs;
        if (!isWithin)
            otherwise.push(percent);
        else if (p95Ms >= (slow.before + slow.during) / 2)
            during.push(percent);
    }
    const cpuPercent = meanOf(during);
    const otherwisePercent = meanOf(otherwise);
    if (cpuPercent === undefined || cpuPercent <= _generators_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORT_PERCENT */ .X)
        return undefined;
    return { at: slow.at, cpuPercent, ...(otherwisePercent !== undefined && { otherwisePercent }) };
}
function isSpan(onset) {
    return onset !== undefined && 'at' in onset;
}
/** A sentence for people; empty unless the load generators were busy during a slow span. */
function busyInWords(measurements) {
    const subject = (0,_figures_label_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .chartedSubject */ .AO)(measurements);
    const series = subject && measurements?.subjects[subject]?.total?.series;
    const slow = subject && series && (0,_onset_js__WEBPACK_IMPORTED_MODULE_0__/* .onsetOfSlowness */ .r)(series, subject);
    const busy = busyWhileSlow(measurements?.load, series, slow);
    if (busy === undefined || !isSpan(slow))
        return '';
    const otherwise = busy.otherwisePercent === undefined ? '' : ` (${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPercent */ .l9)(rounded(busy.otherwisePercent))} otherwise)`;
    return (`${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(slow.afterSeconds * 1000)} after the start, p95 rose from ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(slow.before)} to ` +
        `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(slow.during)} while the busiest load generator was at ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPercent */ .l9)(rounded(busy.cpuPercent))} CPU${otherwise}. ` +
        `Above ${_generators_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORT_PERCENT */ .X}%, the times may be the load generator's own.`);
}
/** Rounded to whole percents, because CPU is not more precise than that. */
function rounded(percent) {
    return Math.round(percent) / 100;
}
function meanOf(values) {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}


/***/ }),

/***/ 89735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ generatorsOf),
/* harmony export */   X: () => (/* binding */ SHORT_PERCENT)
/* harmony export */ });
const SHORT_PERCENT = 80;
const PEAK_PERCENT = 95;
const MOST_AGENTS = 5;
/** CPU load of the whole machine, for all agents. */
function generatorsOf(agents = []) {
    const busiest = agents
        .filter((agent) => agent.cpuMeanPercent !== undefined || agent.cpuMaxPercent !== undefined)
        .toSorted((a, b) => load(b) - load(a));
    const means = busiest.flatMap(({ cpuMeanPercent }) => cpuMeanPercent ?? []);
    const peaks = busiest.flatMap(({ cpuMaxPercent }) => cpuMaxPercent ?? []);
    return {
        cpu: busiest.length === 0
            ? 'unknown'
            : means.some((percent) => percent >= SHORT_PERCENT)
                ? 'short'
                : peaks.some((percent) => percent >= PEAK_PERCENT)
                    ? 'peaks'
                    : 'fine',
        busiest: busiest.slice(0, MOST_AGENTS).map(({ agent, cpuMeanPercent, cpuMaxPercent }) => ({
            agent,
            ...(cpuMeanPercent !== undefined && { cpuMeanPercent }),
            ...(cpuMaxPercent !== undefined && { cpuMaxPercent }),
        })),
    };
}
const load = ({ cpuMeanPercent, cpuMaxPercent }) => cpuMeanPercent ?? cpuMaxPercent ?? 0;


/***/ }),

/***/ 36030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ onsetOfSlowness),
/* harmony export */   y: () => (/* binding */ onsetOfErrors)
/* harmony export */ });
/* harmony import */ var _foundation_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53166);

/** It counts as a change if errors are twice as frequent, or times a quarter longer. */
const MORE_ERRORS = 2;
const LONGER = 1.25;
const FEWEST_ERRORS = 3;
/** When errors became frequent; undefined if there are none. */
function onsetOfErrors(series, subject) {
    const shares = series.count.map((count, index) => count === 0 ? null : Math.min(1, (series.errors[index] ?? 0) / count));
    const errors = series.errors.reduce((sum, count) => sum + count, 0);
    if (errors === 0)
        return undefined;
    const span = errors < FEWEST_ERRORS ? undefined : worstSpan(series.count, shares);
    const isChange = span !== undefined && span.during >= span.before * MORE_ERRORS;
    return onsetOf(series, subject, isChange ? span : undefined, meanOf(series.count, shares));
}
/** When response times became long, by p95; undefined if there are none. */
function onsetOfSlowness(series, subject) {
    const times = series.p95Ms.map((value, index) => value ?? series.meanMs[index] ?? null);
    if (times.every((value) => value === null))
        return undefined;
    const span = worstSpan(series.count, times);
    const isChange = span !== undefined && span.during >= span.before * LONGER;
    return onsetOf(series, subject, isChange ? span : undefined, meanOf(series.count, times));
}
function onsetOf(series, subject, span, mean) {
    if (span === undefined)
        return { subject, steady: true, during: mean };
    const { startMs, intervalMs } = series;
    const isOver = span.end < series.count.length;
    return {
        subject,
        at: (0,_foundation_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(startMs + span.start * intervalMs),
        afterSeconds: (span.start * intervalMs) / 1000,
        ...(isOver && { until: (0,_foundation_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(startMs + span.end * intervalMs) }),
        before: span.before,
        during: span.during,
        resolutionSeconds: intervalMs / 1000,
    };
}
/**
 * The span whose values exceed the mean most, by cumulative sums, which fall while values are below the mean
 * and rise while they are above it. Undefined if everything or nothing would be in the span.
 */
function worstSpan(weights, values) {
    const mean = meanOf(weights, values);
    let [sum, lowest, low, best] = [0, 0, 0, 0];
    let [start, end] = [0, 0];
    for (const [index, value] of values.entries()) {
        if (value !== null)
            sum += (weights[index] ?? 0) * (value - mean);
        if (sum - lowest > best)
            [best, start, end] = [sum - lowest, low, index + 1];
        if (sum < lowest)
            [lowest, low] = [sum, index + 1];
    }
    const within = (index) => index >= start && index < end;
    const inside = weights.map((weight, index) => (within(index) ? weight : 0));
    const outside = weights.map((weight, index) => (within(index) ? 0 : weight));
    if (!inside.some((weight) => weight > 0) || !outside.some((weight) => weight > 0))
        return undefined;
    return { start, end, before: meanOf(outside, values), during: meanOf(inside, values) };
}
/** 0 if the total weight is 0. */
function meanOf(weights, values) {
    let [total, weight] = [0, 0];
    for (const [index, value] of values.entries()) {
        if (value === null)
            continue;
        total += (weights[index] ?? 0) * value;
        weight += weights[index] ?? 0;
    }
    return weight === 0 ? 0 : total / weight;
}


/***/ }),

/***/ 93145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ unlistedErrors),
/* harmony export */   GI: () => (/* binding */ errorRows),
/* harmony export */   bh: () => (/* binding */ kindInWords),
/* harmony export */   ie: () => (/* binding */ clockOf),
/* harmony export */   zw: () => (/* binding */ spanInWords)
/* harmony export */ });
/* harmony import */ var _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75817);

/**
 * What failed and how, most frequent first. Failed actions without more information are left out if requests
 * or transactions say what happened.
 */
function errorRows(measurements) {
    const rows = _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__/* .TIMING_SUBJECTS */ .$.flatMap((subject) => rowsOf(subject, measurements?.subjects[subject]));
    const told = rows.filter(({ code, message }) => code !== undefined || message !== undefined);
    // The report's codes of all requests are the same as those of the raw requests.
    const hasLabels = told.some(({ label, code }) => label !== undefined && code !== undefined);
    const chosen = hasLabels ? told.filter(({ label }) => label !== undefined) : told;
    return (chosen.length > 0 ? chosen : rows).sort((a, b) => b.count - a.count);
}
function rowsOf(subject, timings) {
    const { kinds, codes = [] } = timings?.errorKinds ?? {};
    if (kinds !== undefined)
        return kinds.map((kind) => ({ subject, ...kind }));
    return codes.map(({ code, count }) => ({ subject, code, count }));
}
/** The number of errors without a row, because there are too many kinds. */
function unlistedErrors(measurements) {
    return _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__/* .TIMING_SUBJECTS */ .$.reduce((sum, subject) => sum + (measurements?.subjects[subject]?.errorKinds?.unlistedErrors ?? 0), 0);
}
/** `503`, `no answer`, or the message; `failed` if nothing more is known. */
function kindInWords({ code, message }) {
    if (code !== undefined)
        return code === '0' ? 'no answer' : code;
    return message ?? 'failed';
}
/** `22:17:05 to 22:40:00 UTC`; empty if it is unknown. */
function spanInWords({ firstAtMs, lastAtMs }) {
    if (firstAtMs === undefined || lastAtMs === undefined)
        return '';
    const [first, last] = [clockOf(firstAtMs), clockOf(lastAtMs)];
    return first === last ? `${first} UTC` : `${first} to ${last} UTC`;
}
/** `22:17:05`, UTC. */
function clockOf(ms) {
    const date = new Date(ms);
    return Number.isNaN(date.getTime()) ? '–' : date.toISOString().slice(11, 19);
}


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ twoNamings)
/* harmony export */ });
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48253);

/**
 * Why `requests` and `raw-requests` have different figures, where a run has both: one sentence for every place that shows
 * them.
 */
function twoNamings(measurements) {
    const { requests, 'raw-requests': raw } = measurements?.subjects ?? {};
    if (requests === undefined || raw === undefined)
        return undefined;
    const labels = `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(requests.labels.length)} labels instead of ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(raw.labels.length)}`;
    const [counted, measured] = [requests.total?.count, raw.total?.count];
    const counts = counted === undefined || measured === undefined
        ? ''
        : counted === measured
            ? ` Both count the same ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(counted)} requests.`
            : ` XLT counts ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(counted)} of ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(measured)}, because its rules or the report's time range leave some out.`;
    return `requests is XLT's report, which renames and merges requests by its rules (${labels}); raw-requests is every request of the raw result under its own name.${counts} Charts over time show raw-requests, because the report has no series.`;
}


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

/***/ 30195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ vitalTable)
/* harmony export */ });
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48253);

const CORE = ['lcp', 'inp', 'cls', 'fcp', 'ttfb', 'fid'];
/** XLT has six; a report from another source must not make the table too wide. */
const MOST_VITALS = 8;
/** Layout shifts have no unit; all other vitals are durations. */
const UNITLESS = 'cls';
/** Core Web Vitals with a row for each page and a column for each vital. */
function vitalTable(vitals) {
    const rank = (vital) => (CORE.includes(vital) ? CORE.indexOf(vital) : CORE.length);
    const names = [...new Set(vitals.map(({ vital }) => vital.toLowerCase()))]
        .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
        .slice(0, MOST_VITALS);
    const byPage = new Map();
    for (const vital of vitals) {
        const known = byPage.get(vital.page) ?? new Map();
        byPage.set(vital.page, known.set(vital.vital.toLowerCase(), vital));
    }
    return {
        names: names.map((name) => name.toUpperCase()),
        pages: [...byPage].map(([page, known]) => ({
            page,
            cells: names.map((name) => cellOf(known.get(name))),
        })),
    };
}
function cellOf(vital) {
    if (vital?.score === undefined)
        return undefined;
    const value = vital.vital.toLowerCase() === UNITLESS
        ? String(Number(vital.score.toPrecision(3)))
        : (0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(vital.score);
    return { value, rating: vital.rating ?? '' };
}


/***/ }),

/***/ 66086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTable),
/* harmony export */   d: () => (/* binding */ utf8Bytes)
/* harmony export */ });
/** As many rows as fit into both limits, in their order; empty if not even one fits. */
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
/** The unit of GitHub's limit for a summary. */
function utf8Bytes(text) {
    return Buffer.byteLength(text, 'utf8');
}
function tableLine(cells) {
    return `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
}


/***/ }),

/***/ 1255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ generatorsLine),
/* harmony export */   IC: () => (/* binding */ agentInWords),
/* harmony export */   Jo: () => (/* binding */ scorecardInWords),
/* harmony export */   Lg: () => (/* binding */ factsSection),
/* harmony export */   Wn: () => (/* binding */ scorecardSection),
/* harmony export */   bE: () => (/* binding */ filesSection),
/* harmony export */   li: () => (/* binding */ errorsSection),
/* harmony export */   x2: () => (/* binding */ vitalsSection)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9888);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75267);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48253);
/* harmony import */ var _diagnosis_busy_generators_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54891);
/* harmony import */ var _figures_error_rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93145);
/* harmony import */ var _figures_web_vitals_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30195);
/* harmony import */ var _markdown_table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66086);







const LIMITS = { maxRows: 100, maxBytes: 60_000 };
/** The service's own scorecard, with the rules that did not pass. */
function scorecardSection({ measurements }) {
    const scorecard = measurements?.scorecard;
    if (scorecard === undefined)
        return '';
    const rules = scorecard.rules.filter((rule) => rule.result !== 'PASSED' && rule.result !== 'SKIPPED');
    const rows = rules.map((rule) => [
        rule.testFailed ? '❌ fails the test' : rule.result === 'ERROR' ? '⛔ error' : '⚠️ not passed',
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(`${rule.group} / ${rule.rule}`, 160)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(rule.message ?? '', 300)),
    ]);
    const title = `### Scorecard: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(scorecardInWords(scorecard))}`;
    return rows.length === 0
        ? title
        : `${title}\n\n${tableWithRest({ head: ['', 'Rule', 'Message'], align: 'lll', rows })}`;
}
/** `87 of 100 points (87%), rating B, the test failed`. */
function scorecardInWords(scorecard) {
    const { points, totalPoints, pointsPercent, rating, testFailed, error } = scorecard;
    const share = pointsPercent === undefined ? '' : ` (${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPercent */ .l9)(pointsPercent / 100)})`;
    const parts = [
        points === undefined
            ? ''
            : `${points}${totalPoints === undefined ? '' : ` of ${totalPoints}`} points${share}`,
        rating === undefined ? '' : `rating ${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(rating, 60)}`,
        testFailed ? 'the test failed' : '',
        error === undefined ? '' : (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(error, 300),
    ];
    return parts.filter((part) => part !== '').join(', ') || 'no points';
}
const SHOWN_ERRORS = 5;
/** The most frequent errors, one line each: code or message, label, count, time, and a URL. */
function errorsSection({ measurements }) {
    const rows = (0,_figures_error_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .errorRows */ .GI)(measurements);
    if (rows.length === 0)
        return '';
    const lines = rows.slice(0, SHOWN_ERRORS).map((row) => {
        const label = row.label === undefined ? 'all' : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleName */ .ko)(row.label, 120));
        const span = (0,_figures_error_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .spanInWords */ .zw)(row);
        const sample = row.sample === undefined ? '' : `, such as ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(row.sample, 160))}`;
        return `- **${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_figures_error_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .kindInWords */ .bh)(row), 160))}** at ${label} (${row.subject}): ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(row.count)}${span === '' ? '' : `, ${span}`}${sample}`;
    });
    const rest = rows.length - lines.length;
    const more = rest === 0 ? '' : `\n\n_${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCounted */ .So)(rest, 'more kind', 'more kinds')}; the page lists them_`;
    return `### Errors: ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCounted */ .So)(rows.length, 'kind', 'kinds')}\n\n${lines.join('\n')}${more}`;
}
/** A line where the load generators were busy while response times were long. */
function generatorsLine({ measurements }) {
    const words = (0,_diagnosis_busy_generators_js__WEBPACK_IMPORTED_MODULE_1__/* .busyInWords */ .W)(measurements);
    return words === '' ? '' : `⚠️ **Load generators:** ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(words)}`;
}
/** Core Web Vitals, a row for each page, folded. */
function vitalsSection({ measurements }) {
    const vitals = measurements?.webVitals ?? [];
    if (vitals.length === 0)
        return '';
    const { names, pages } = (0,_figures_web_vitals_js__WEBPACK_IMPORTED_MODULE_5__/* .vitalTable */ .v)(vitals);
    const rows = pages.map(({ page, cells }) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(page, 120)),
        ...cells.map((cell) => cell === undefined ? '' : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(`${cell.value} ${cell.rating}`.trim(), 60))),
    ]);
    const head = ['Page', ...names.map((name) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(name, 20)))];
    const table = tableWithRest({ head, align: `l${'r'.repeat(names.length)}`, rows });
    return `<details><summary>Web vitals of ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCounted */ .So)(pages.length, 'page', 'pages')}</summary>\n\n${table}\n\n</details>`;
}
/** The artifacts with their sizes. */
function filesSection({ artifacts }) {
    if (artifacts.length === 0)
        return '';
    const rows = artifacts.map((artifact) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLink */ .iQ)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(artifact.name, 200), artifact.url),
        (0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(artifact.sizeBytes),
    ]);
    return `### Artifacts\n\n${tableWithRest({ head: ['Artifact', 'Size'], align: 'lr', rows })}`;
}
/** Facts of the provider, the load profile and the agents, folded. */
function factsSection({ facts, measurements }) {
    const profile = (measurements?.run.loadProfile ?? []).map((entry) => [
        `Load: ${entry.name}`,
        entry.settings.map(([name, value]) => `${name} ${value}`).join(', '),
    ]);
    const agents = (measurements?.agents ?? []).map((agent) => [
        `Agent ${agent.agent}`,
        agentInWords(agent),
    ]);
    const rows = [...facts, ...profile, ...agents].map(([name, value]) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(name, 120)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(value, 400)),
    ]);
    if (rows.length === 0)
        return '';
    const table = tableWithRest({ head: ['Fact', 'Value'], align: 'll', rows });
    return `<details><summary>Run facts</summary>\n\n${table}\n\n</details>`;
}
/** `CPU mean 41%, CPU maximum 77%, memory maximum 812 MB`. */
function agentInWords(agent) {
    const parts = [
        agent.cpuMeanPercent === undefined ? '' : `CPU mean ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPercent */ .l9)(agent.cpuMeanPercent / 100)}`,
        agent.cpuMaxPercent === undefined ? '' : `CPU maximum ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPercent */ .l9)(agent.cpuMaxPercent / 100)}`,
        agent.memoryMaxMb === undefined ? '' : `memory maximum ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(agent.memoryMaxMb)} MB`,
    ];
    return parts.filter((part) => part !== '').join(', ') || 'unknown';
}
function tableWithRest(table) {
    const { markdown, shownRows } = (0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_6__/* .renderTable */ .b)(table, LIMITS);
    const rest = table.rows.length - shownRows;
    return rest === 0 ? markdown : `${markdown}\n\n_and ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(rest)} more_`;
}


/***/ }),

/***/ 46614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSummary: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./report/summary/markdown-table.js
var markdown_table = __webpack_require__(66086);
// EXTERNAL MODULE: ./report/escape.js
var report_escape = __webpack_require__(9888);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: ./foundation/format.js
var format = __webpack_require__(48253);
// EXTERNAL MODULE: ./report/standing.js
var standing = __webpack_require__(25511);
// EXTERNAL MODULE: ./report/run-words.js
var run_words = __webpack_require__(41850);
// EXTERNAL MODULE: ./report/figures/usual-changes.js
var usual_changes = __webpack_require__(7711);
;// CONCATENATED MODULE: ./report/summary/summary-head.js






const MOST_MESSAGE_CHARACTERS = 2_000;
const MOST_WARNINGS = 20;
/** The first line: the outcome and the reason. */
function headline({ verdict, title }) {
    const words = title === undefined ? (0,standing/* verdictWords */.L2)(verdict) : `${(0,one_line/* clip */.$Q)(title, 120)}: ${(0,standing/* verdictWords */.L2)(verdict)}`;
    const [first = '', ...others] = (0,one_line/* clip */.$Q)(verdict.message, MOST_MESSAGE_CHARACTERS).split('\n');
    const message = (0,report_escape/* escapeMarkdown */.FV)(first);
    const faults = others.map((line) => `\n- ${(0,report_escape/* escapeMarkdown */.FV)(line.replace(/^- /, ''))}`).join('');
    const line = `## ${standing/* OUTCOME_WORDS */.nx[verdict.outcome].icon} ${(0,report_escape/* escapeMarkdown */.FV)(words)}${message === '' ? '' : ' — ' + message}${faults === '' ? '' : `\n${faults}`}`;
    const isQuiet = !verdict.failsStep && !['passed', 'started', 'cancelled'].includes(verdict.outcome);
    return isQuiet ? `${line}\n\nThe step does not fail: \`fail-on\` does not include this.` : line;
}
/** One line about the run: what ran, where, and how long. */
function runLine({ run }) {
    const parts = [
        runName(run),
        run.test === undefined ? '' : `test ${(0,report_escape/* markdownCode */.D9)((0,one_line/* clip */.$Q)(run.test, 200))}`,
        run.state === undefined ? '' : `state ${(0,report_escape/* markdownCode */.D9)((0,one_line/* clip */.$Q)(run.state, 60))}`,
        run.startedAtMs === undefined ? '' : `started ${(0,format/* formatTime */.fU)(run.startedAtMs)}`,
        run.durationMs === undefined ? '' : `took ${(0,format/* formatDuration */.a3)(run.durationMs)}`,
        run.adopted === true ? 'found running, not started by this step' : '',
        (run.attempt ?? 1) > 1 ? `attempt ${run.attempt}` : '',
    ];
    return parts.filter((part) => part !== '').join(' · ');
}
/** Where to find more: page, report, workflow run, commit, pull request. */
function linksLine(presentation) {
    return (0,run_words/* linksOf */.hP)(presentation)
        .map(({ name, url }) => (0,report_escape/* markdownLink */.iQ)(name, url))
        .join(' · ');
}
function runName(run) {
    return `**${(0,report_escape/* markdownLink */.iQ)((0,run_words/* plainRunName */.Zb)(run), run.url)}**`;
}
/**
 * What the run was compared with, or why there was no comparison, and the other runs that it was judged
 * together with.
 */
function baselineLine({ verdict }) {
    const { commitRuns } = verdict;
    const lines = [
        (0,one_line/* clip */.$Q)((0,run_words/* baselineInWords */.Ue)(verdict), 600),
        commitRuns === undefined ? '' : (0,run_words/* commitRunsInWords */.Wd)(commitRuns),
    ];
    return lines
        .filter((line) => line !== '')
        .map(report_escape/* escapeMarkdown */.FV)
        .join('\n\n');
}
/** Recent changes of the usual itself. */
function changesList({ verdict }) {
    const changes = (0,usual_changes/* changesOfUsual */.Z)(verdict);
    if (changes.length === 0)
        return '';
    return ['> [!NOTE]', ...changes.map((change) => `> - ${(0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)(change, 1000))}`)].join('\n');
}
/** What readers must know before they trust the numbers. */
function warningsList(presentation) {
    const warnings = (0,run_words/* allWarnings */.hc)(presentation);
    if (warnings.length === 0)
        return '';
    const lines = warnings.slice(0, MOST_WARNINGS).map((warning) => `> - ${(0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)(warning, 600))}`);
    const rest = warnings.length - lines.length;
    if (rest > 0)
        lines.push(`> - and ${(0,format/* formatCount */.B4)(rest)} more warnings`);
    return ['> [!WARNING]', ...lines].join('\n');
}

// EXTERNAL MODULE: ./report/figures/changed-labels.js
var changed_labels = __webpack_require__(41993);
;// CONCATENATED MODULE: ./report/summary/summary-changes.js





const MOST_OPEN = 5;
const LIMITS = { maxRows: 50, maxBytes: 60_000 };
const MOST_NAMED = 10;
const TONE_WORDS = {
    better: ' better',
    worse: ' **worse**',
    same: '',
    neutral: '',
};
/** The labels that changed most from the baseline, and those that are new or gone. */
function changesSection(presentation) {
    const changes = (0,changed_labels/* changedLabels */.EB)(presentation);
    if (changes === undefined)
        return '';
    const { subject, changed, added, vanished, compared } = changes;
    const parts = [
        `### What changed most: ${subject}`,
        changed.length === 0
            ? `None of ${(0,format/* formatCounted */.So)(compared, 'label', 'labels')} changed by more than chance explains.`
            : tableOf(changed.slice(0, MOST_OPEN)),
        folded(changed.slice(MOST_OPEN)),
        named('New', added),
        named('No longer there', vanished),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function tableOf(changed) {
    const head = ['Label', 'Figure', 'Baseline', 'This run', 'Change', 'Also changed'];
    const rows = changed.slice(0, LIMITS.maxRows).map(rowOf);
    return (0,markdown_table/* renderTable */.b)({ head, align: 'llrrll', rows }, LIMITS).markdown;
}
function rowOf({ now, figures: [first, ...others] }) {
    const name = (0,report_escape/* markdownCode */.D9)((0,one_line/* visibleName */.ko)(now.label, 120));
    if (first === undefined)
        return [name];
    const { change, before, value } = first;
    const also = others.map(changed_labels/* shortFigure */.Fs).join(', ');
    return [
        name,
        first.name,
        (0,report_escape/* escapeMarkdown */.FV)(before),
        (0,report_escape/* escapeMarkdown */.FV)(value),
        (0,report_escape/* escapeMarkdown */.FV)(change.text) + TONE_WORDS[change.tone],
        (0,report_escape/* escapeMarkdown */.FV)(also),
    ];
}
function folded(changed) {
    if (changed.length === 0)
        return '';
    const rest = changed.length - LIMITS.maxRows;
    const note = rest > 0 ? `\n\n_and ${(0,format/* formatCount */.B4)(rest)} more; the page has all labels_` : '';
    return `<details><summary>${(0,format/* formatCount */.B4)(changed.length)} more</summary>\n\n${tableOf(changed)}${note}\n\n</details>`;
}
function named(title, labels) {
    if (labels.length === 0)
        return '';
    const shown = labels.slice(0, MOST_NAMED).map((label) => (0,report_escape/* markdownCode */.D9)((0,one_line/* visibleName */.ko)(label, 80)));
    const rest = labels.length - shown.length;
    return `**${title}**: ${shown.join(', ')}${rest > 0 ? ` and ${(0,format/* formatCount */.B4)(rest)} more` : ''}`;
}

// EXTERNAL MODULE: ./verdict/outcome/standing.js
var outcome_standing = __webpack_require__(65265);
// EXTERNAL MODULE: ./report/criterion-words.js
var criterion_words = __webpack_require__(58496);
;// CONCATENATED MODULE: ./report/summary/summary-criteria.js







const NOTED_LIMITS = { maxRows: 200, maxBytes: 250_000 };
const PASSED_LIMITS = { maxRows: 300, maxBytes: 150_000 };
/** Up to this number of rows, the table is quick to read, and nothing is folded. */
const MOST_UNFOLDED = 15;
/** The criteria, worst first; if many passed, those are folded. */
function criteriaSection({ verdict }) {
    const sorted = (0,outcome_standing/* worstFirst */.md)(verdict.criteria);
    if (sorted.length === 0)
        return '';
    const title = `### Criteria: ${(0,standing/* countsInWords */.Pe)((0,standing/* countStandings */.tI)(sorted))}`;
    if (sorted.length <= MOST_UNFOLDED)
        return `${title}\n\n${summary_criteria_tableOf(sorted, NOTED_LIMITS)}`;
    const noted = sorted.filter((criterion) => (0,outcome_standing/* standingOf */.YP)(criterion) !== 'passed');
    const passed = sorted.slice(noted.length);
    return [title, summary_criteria_tableOf(noted, NOTED_LIMITS), summary_criteria_folded(passed)].filter((part) => part !== '').join('\n\n');
}
function summary_criteria_folded(passed) {
    if (passed.length === 0)
        return '';
    const summary = `<summary>${(0,format/* formatCount */.B4)(passed.length)} passed</summary>`;
    return `<details>${summary}\n\n${summary_criteria_tableOf(passed, PASSED_LIMITS)}\n\n</details>`;
}
function summary_criteria_tableOf(criteria, limits) {
    if (criteria.length === 0)
        return '';
    const head = ['', 'Criterion', 'Observed', 'Limit', 'Margin'];
    // Rows beyond the limit are not created, because there may be 10,000.
    const rows = criteria.slice(0, limits.maxRows).map(summary_criteria_rowOf);
    const { markdown, shownRows } = (0,markdown_table/* renderTable */.b)({ head, align: 'llrrr', rows }, limits);
    const rest = criteria.length - shownRows;
    if (rest === 0)
        return markdown;
    return `${markdown}\n\n_${(0,format/* formatCount */.B4)(shownRows)} of ${(0,format/* formatCount */.B4)(criteria.length)} shown; the other ${(0,format/* formatCount */.B4)(rest)} are in_ \`criteria.json\`.`;
}
function summary_criteria_rowOf(criterion) {
    const { icon, word } = standing/* STANDING_WORDS */.Dg[(0,outcome_standing/* standingOf */.YP)(criterion)];
    return [
        // Otherwise narrow columns would break the line between icon and word.
        `${icon}&nbsp;${word.replaceAll(' ', '&nbsp;')}`,
        [(0,report_escape/* markdownCode */.D9)((0,one_line/* clip */.$Q)(criterion.criterion, 200)), ...notes(criterion)].join('<br>'),
        cell(criterion.observed),
        cell(criterion.limit),
        cell(criterion.margin),
    ];
}
function cell(text) {
    return (0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)(text ?? '', 160));
}
function notes(criterion) {
    const isPassed = criterion.status === 'passed';
    const message = isPassed ? '' : (0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)((0,criterion_words/* noteInWords */.PG)(criterion), 300));
    const partial = (0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)((0,criterion_words/* partialInWords */.Is)(criterion), 200));
    const usual = (0,report_escape/* escapeMarkdown */.FV)((0,criterion_words/* usualInWords */.Xw)(criterion));
    const all = [message, isPassed ? '' : breachesNote(criterion), usual, partial, waiverNote(criterion)];
    return all.filter((note) => note !== '');
}
const MOST_BREACHES = 5;
function breachesNote(criterion) {
    const shown = (criterion.breaches ?? [])
        .slice(0, MOST_BREACHES)
        .map((breach) => `${(0,report_escape/* markdownCode */.D9)((0,one_line/* visibleName */.ko)(breach.label, 80))} ${(0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)(breach.observed, 40))}`);
    const rest = (0,criterion_words/* breachCount */.v4)(criterion) - shown.length;
    return shown.join(', ') + (rest > 0 && shown.length > 0 ? ` and ${(0,format/* formatCount */.B4)(rest)} more` : '');
}
function waiverNote(criterion) {
    return criterion.waiver === undefined ? '' : (0,report_escape/* escapeMarkdown */.FV)((0,one_line/* clip */.$Q)((0,criterion_words/* waiverInWords */.bc)(criterion.waiver), 300));
}

// EXTERNAL MODULE: ./measurements/stated-percentile.js
var stated_percentile = __webpack_require__(94105);
// EXTERNAL MODULE: ./report/figures/tone.js
var tone = __webpack_require__(26045);
// EXTERNAL MODULE: ./report/figures/two-namings.js
var two_namings = __webpack_require__(4043);
// EXTERNAL MODULE: ./report/figures/key-figures.js
var key_figures = __webpack_require__(9638);
// EXTERNAL MODULE: ./report/figures/label-rows.js
var label_rows = __webpack_require__(94141);
;// CONCATENATED MODULE: ./report/summary/mermaid-chart.js
// The first color of Mermaid's own themes is too pale; this blue is readable on white and on black.
const INIT = '%%{init: {"xyChart": {"width": 900, "height": 320}, "themeVariables": {"xyChart": {"plotColorPalette": "#3b82e0"}}}}%%';
/**
 * The chart as a fenced block. Titles must be our own, and not from a service, because Mermaid cannot escape
 * quotes.
 */
function mermaidLineChart(chart) {
    const isSeconds = chart.minutes < 3;
    const span = isSeconds ? chart.minutes * 60 : chart.minutes;
    return [
        '```mermaid',
        INIT,
        'xychart-beta',
        `  title "${chart.title}"`,
        `  x-axis "${isSeconds ? 'seconds' : 'minutes'}" 0 --> ${plain(span)}`,
        `  y-axis "${chart.yTitle}" 0 --> ${plain(ceiling(Math.max(...chart.values)))}`,
        `  line [${chart.values.map(plain).join(', ')}]`,
        '```',
    ].join('\n');
}
/** The next round number above, so that the line does not touch the top. */
function ceiling(greatest) {
    if (!(greatest > 0))
        return 1;
    const step = 10 ** Math.floor(Math.log10(greatest)) / 2;
    return Math.ceil((greatest * 1.02) / step) * step;
}
/** Mermaid cannot read exponents. */
function plain(value) {
    if (!Number.isFinite(value))
        return '0';
    return value.toFixed(Math.abs(value) < 10 ? 3 : 1).replace(/\.?0+$/, '');
}

// EXTERNAL MODULE: ./report/figures/over-time.js
var over_time = __webpack_require__(2753);
;// CONCATENATED MODULE: ./report/summary/summary-figures.js












const MOST_CHART_POINTS = 60;
/** A line with fewer points is not worth a chart. */
const LEAST_CHART_POINTS = 5;
const SHOWN_LABELS = 10;
const FOLDED_LIMITS = { maxRows: 100, maxBytes: 100_000 };
/** The key figures of the main subject, next to those of the baseline if there is one. */
function figuresSection(presentation) {
    const figures = (0,key_figures/* keyFigures */.FK)(presentation);
    if (figures.length === 0)
        return '';
    const hasBaseline = figures.some((figure) => figure.change !== undefined);
    const head = ['', 'This run', ...(hasBaseline ? ['Baseline', 'Change'] : [])];
    const rows = figures.map((figure) => [
        figure.name,
        figure.value,
        ...(hasBaseline ? changeCells(figure) : []),
    ]);
    const align = hasBaseline ? 'lrrl' : 'lr';
    const { markdown } = (0,markdown_table/* renderTable */.b)({ head, align, rows }, FOLDED_LIMITS);
    const namings = (0,two_namings/* twoNamings */.A)(presentation.measurements);
    const note = namings === undefined ? '' : `\n\n_${(0,report_escape/* escapeMarkdown */.FV)(namings)}_`;
    return `### Key figures: ${(0,label_rows/* mainSubject */.wV)(presentation.measurements) ?? ''}\n\n${markdown}${note}`;
}
function changeCells(figure) {
    if (figure.change === undefined)
        return ['', ''];
    return [figure.before ?? '', figure.change.text + TONE_WORDS[figure.change.tone]];
}
/** Throughput and p95 over time, as two charts, because a Mermaid chart has only one y axis. */
function chartsSection(presentation) {
    const subject = (0,label_rows/* chartedSubject */.AO)(presentation.measurements);
    const series = subject && presentation.measurements?.subjects[subject]?.total?.series;
    if (subject === undefined || series === undefined)
        return '';
    const endMs = presentation.run.finishedAtMs;
    return series.count.length < LEAST_CHART_POINTS
        ? sparklines(series, subject, endMs)
        : mermaidCharts((0,over_time/* downsample */.Jd)(series, MOST_CHART_POINTS), subject, endMs);
}
function sparklines(series, subject, endMs) {
    const rates = (0,over_time/* ratesPerSecond */.by)(series, endMs);
    const peakMs = Math.max(...series.p95Ms.map((value) => value ?? 0));
    const lines = [
        `Throughput ${(0,over_time/* sparkline */.KM)(rates)} up to ${(0,format/* formatRate */.CE)(Math.max(...rates))}`,
        peakMs > 0 ? `p95 ${(0,over_time/* sparkline */.KM)(series.p95Ms)} up to ${(0,format/* formatDuration */.a3)(peakMs)}` : '',
    ];
    return `### Over time: ${subject}\n\n${lines.filter((line) => line !== '').join('  \n')}`;
}
function mermaidCharts(series, subject, endMs) {
    const minutes = (series.count.length * series.intervalMs) / 60_000;
    const rates = mermaidLineChart({
        title: `Throughput: ${subject} per second`,
        yTitle: '1/s',
        values: (0,over_time/* ratesPerSecond */.by)(series, endMs),
        minutes,
    });
    const parts = [`### Over time: ${subject}`, rates];
    if (series.p95Ms.some((value) => value !== null)) {
        const values = (0,over_time/* bridgeGaps */.TB)(series.p95Ms);
        parts.push(mermaidLineChart({ title: `p95: ${subject}, milliseconds`, yTitle: 'ms', values, minutes }));
    }
    return parts.join('\n\n');
}
/** The slowest labels and those with the most errors, for the main subject; more of each are folded. */
function labelSections(presentation) {
    const subject = (0,label_rows/* mainSubject */.wV)(presentation.measurements);
    if (subject === undefined)
        return [];
    const rows = (0,label_rows/* labelRows */.E7)(presentation, subject);
    if (rows.length === 0)
        return [];
    return [
        labelSection('Slowest', (0,label_rows/* slowestRows */.Pf)(rows, FOLDED_LIMITS.maxRows), rows.length),
        labelSection('Most errors', (0,label_rows/* mostFailingRows */.$o)(rows, FOLDED_LIMITS.maxRows), rows.length),
    ].filter((section) => section !== '');
}
function labelSection(title, rows, allRows) {
    if (rows.length === 0)
        return '';
    const first = labelTable(rows.slice(0, SHOWN_LABELS));
    const more = labelTable(rows.slice(SHOWN_LABELS));
    const shownRows = first.shownRows + more.shownRows;
    const note = shownRows < allRows
        ? `\n\n_${(0,format/* formatCount */.B4)(shownRows)} of ${(0,format/* formatCount */.B4)(allRows)} labels; the page has more._`
        : '';
    const folded = more.shownRows === 0
        ? ''
        : `\n\n<details><summary>${(0,format/* formatCount */.B4)(more.shownRows)} more</summary>\n\n${more.markdown}\n\n</details>`;
    return `### ${title}\n\n${first.markdown}${folded}${note}`;
}
function labelTable(rows) {
    const hasBaseline = rows.some((row) => row.before !== undefined);
    const head = [
        'Label',
        'Count',
        'Errors',
        'Mean',
        'p95',
        'Max',
        ...(hasBaseline ? ['p95 vs. baseline'] : []),
    ];
    const cells = rows.map((row) => [...labelCells(row), ...(hasBaseline ? [changeCell(row)] : [])]);
    return (0,markdown_table/* renderTable */.b)({ head, align: hasBaseline ? 'lrrrrrl' : 'lrrrrr', rows: cells }, FOLDED_LIMITS);
}
function labelCells({ now }) {
    const share = (0,label_rows/* errorShare */.s3)(now);
    return [
        (0,report_escape/* markdownCode */.D9)((0,one_line/* visibleName */.ko)(now.label, 120)),
        (0,format/* formatCount */.B4)(now.count),
        share === undefined
            ? ''
            : share === 0
                ? '0'
                : `${(0,format/* formatCount */.B4)(now.errors ?? 0)} (${(0,format/* formatPercent */.l9)(share)})`,
        duration(now.meanMs),
        duration((0,stated_percentile/* statedPercentile */.t)(now, 95)),
        duration(now.maxMs),
    ];
}
function changeCell({ now, before }) {
    if (before === undefined)
        return 'new';
    const change = (0,tone/* durationChange */.jz)((0,stated_percentile/* statedPercentile */.t)(now, 95), (0,stated_percentile/* statedPercentile */.t)(before, 95), [
        now.count,
        before.count,
    ]);
    return change === undefined ? '' : change.text + TONE_WORDS[change.tone];
}
function duration(ms) {
    return ms === undefined ? '' : (0,format/* formatDuration */.a3)(ms);
}

// EXTERNAL MODULE: ./report/figures/trend-words.js
var trend_words = __webpack_require__(99266);
;// CONCATENATED MODULE: ./report/summary/summary-trends.js



const MOST_LINES = 8;
/** How the figures went over the earlier runs, a line each: columns for those who see them, and the same in words. */
function trendsSection({ trends = [] }) {
    if (trends.length === 0)
        return '';
    const longest = Math.max(...trends.map(({ points }) => points.length));
    const lines = trends.slice(0, MOST_LINES).map((trend) => {
        const name = (0,one_line/* visibleName */.ko)((0,trend_words/* trendName */.j4)(trend), 120);
        const called = trend.kind === 'criterion' ? (0,report_escape/* markdownCode */.D9)(name) : `**${(0,report_escape/* escapeMarkdown */.FV)(name)}**`;
        const limit = trend.limit === undefined ? '' : ` (limit ${(0,report_escape/* escapeMarkdown */.FV)((0,trend_words/* trendFigure */.MF)(trend, trend.limit))})`;
        const first = trend.since && trend.points[trend.since.index];
        const link = first?.url === undefined ? '' : ` ${(0,report_escape/* markdownLink */.iQ)('see that run', first.url)}`;
        // Columns say nothing to a screen reader.
        return `- <span aria-hidden="true">${(0,trend_words/* trendSparkline */.Pw)(trend.points)}</span> ${called}${limit}: ${(0,report_escape/* escapeMarkdown */.FV)((0,trend_words/* trendInWords */.qy)(trend))}${link}`;
    });
    return `### Trend over ${longest} runs\n\n${lines.join('\n')}`;
}

// EXTERNAL MODULE: ./verdict/suggest/suggestions-file.js
var suggestions_file = __webpack_require__(10021);
;// CONCATENATED MODULE: ./report/summary/summary-suggestions.js


/** Criteria that earlier runs suggest, folded, as text to copy. */
function suggestionsSection({ suggestions }) {
    if (suggestions === undefined)
        return '';
    const { usual, fixed, runs } = suggestions;
    const title = `${(0,format/* formatCounted */.So)(usual.length + fixed.length, 'suggested criterion', 'suggested criteria')} from ${runs} kept runs`;
    const text = (0,suggestions_file.suggestionsFile)(suggestions).trimEnd();
    const fence = fenceAround(text);
    return `<details><summary>${title}</summary>\n\nAlso in \`suggestions.yaml\`, which works as \`criteria-file\`. None is looser than a criterion of today.\n\n${fence}yaml\n${text}\n${fence}\n\n</details>`;
}
/** Longer than all fences in the text, because labels may contain some. */
function fenceAround(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    return '`'.repeat(longest + 1);
}

// EXTERNAL MODULE: ./report/summary/summary-details.js
var summary_details = __webpack_require__(1255);
;// CONCATENATED MODULE: ./report/summary/summary.js








/** GitHub drops a summary of more than 1 MiB. The limit is for each step, but some room is left. */
const MOST_BYTES = 900_000;
/** The job summary: `summary.md`. Always below 1 MiB; if sections are left out, it says so. */
function renderSummary(presentation) {
    // In the order of reading; the last sections are left out first if all together are too long.
    const sections = [
        headline(presentation),
        runLine(presentation),
        linksLine(presentation),
        baselineLine(presentation),
        warningsList(presentation),
        changesList(presentation),
        changesSection(presentation),
        criteriaSection(presentation),
        trendsSection(presentation),
        suggestionsSection(presentation),
        (0,summary_details/* scorecardSection */.Wn)(presentation),
        (0,summary_details/* errorsSection */.li)(presentation),
        (0,summary_details/* generatorsLine */.BW)(presentation),
        figuresSection(presentation),
        chartsSection(presentation),
        ...labelSections(presentation),
        (0,summary_details/* vitalsSection */.x2)(presentation),
        (0,summary_details/* filesSection */.bE)(presentation),
        (0,summary_details/* factsSection */.Lg)(presentation),
    ].filter((section) => section !== '');
    return withinBytes(sections, MOST_BYTES).join('\n\n') + '\n';
}
function withinBytes(sections, mostBytes) {
    const kept = [];
    let bytes = 200;
    for (const section of sections) {
        bytes += (0,markdown_table/* utf8Bytes */.d)(section) + 2;
        if (bytes > mostBytes) {
            kept.push(`_${sections.length - kept.length} more sections are left out, because the summary would be too long._`);
            break;
        }
        kept.push(section);
    }
    return kept;
}


/***/ }),

/***/ 10021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   suggestionsFile: () => (/* binding */ suggestionsFile)
/* harmony export */ });
/** `suggestions.yaml`: a complete criteria file. */
function suggestionsFile({ runs, usual, fixed }) {
    return [
        `# Suggested by Load Test Gate from ${runs} kept runs: the tightest limits that all of them meet. If nothing changes, at most`,
        '# 1 of 100 runs fails them. Copy the ones that you need, or use this file as criteria-file.',
        'criteria:',
        ...(usual.length > 0 ? ['  # Compared with the usual: they allow for the noise between runs.'] : []),
        ...usual.map(lineOf),
        ...(fixed.length > 0 ? ['  # Fixed limits: they also find slow, gradual changes.'] : []),
        ...fixed.map(lineOf),
        '',
    ].join('\n');
}
/** In single quotes, because only the quote itself must be escaped there, and labels may contain anything. */
const lineOf = (criterion) => `  - '${criterion.replaceAll("'", "''")}'`;


/***/ })

};
