export const id = 6101;
export const ids = [6101];
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
 * Absent unless response times became long, and the busiest load generator was above 80% on average then. A slow span
 * begins before its peak and ends after it, so only its slower intervals count.
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
/** A sentence for people; empty unless the generators were busy while it was slow. */
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
/** The share of whole percents: CPU is no more precise than that. */
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

/***/ 2753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ downsample),
/* harmony export */   KM: () => (/* binding */ sparkline),
/* harmony export */   TB: () => (/* binding */ bridgeGaps),
/* harmony export */   by: () => (/* binding */ ratesPerSecond)
/* harmony export */ });
/**
 * The same series with at most `maxPoints` intervals: counts are added, durations are weighted by their
 * counts.
 */
function downsample(series, maxPoints) {
    const points = series.count.length;
    const group = Math.ceil(points / maxPoints);
    if (group <= 1)
        return series;
    const starts = Array.from({ length: Math.ceil(points / group) }, (_, index) => index * group);
    const weighted = (values) => starts.map((start) => weightedMean(values, series.count, start, start + group));
    return {
        startMs: series.startMs,
        intervalMs: series.intervalMs * group,
        count: starts.map((start) => sum(series.count, start, start + group)),
        errors: starts.map((start) => sum(series.errors, start, start + group)),
        meanMs: weighted(series.meanMs),
        p50Ms: weighted(series.p50Ms),
        p95Ms: weighted(series.p95Ms),
    };
}
/**
 * Requests per second of each interval. The last interval, and after downsampling the last group, may be
 * shorter than the others: `endMs` is the end of the run, if it is known.
 */
function ratesPerSecond(series, endMs) {
    return series.count.map((count, index) => {
        const startMs = series.startMs + index * series.intervalMs;
        const isLast = index === series.count.length - 1;
        const restMs = isLast && endMs !== undefined ? endMs - startMs : series.intervalMs;
        // For a very short interval, the rate would be random.
        const lengthMs = restMs >= series.intervalMs / 4 && restMs < series.intervalMs ? restMs : series.intervalMs;
        return (count * 1000) / lengthMs;
    });
}
/**
 * Fills gaps between values with a straight line, for charts that have no gaps; at the ends, the nearest
 * value is used.
 */
function bridgeGaps(values) {
    const known = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
    let next = 0;
    return values.map((value, index) => {
        if (value !== null)
            return value;
        while (next < known.length && (known[next]?.index ?? 0) < index)
            next += 1;
        const after = known[next];
        const before = known[next - 1];
        if (before === undefined || after === undefined)
            return (before ?? after)?.value ?? 0;
        return (before.value + ((after.value - before.value) * (index - before.index)) / (after.index - before.index));
    });
}
const BARS = '▁▂▃▄▅▆▇█';
/** `▁▃█▅·▂`: from zero to the greatest value; a dot for an unknown value. */
function sparkline(values) {
    const greatest = Math.max(0, ...values.map((value) => value ?? 0));
    return values
        .map((value) => {
        if (value === null)
            return '·';
        const step = greatest === 0 ? 0 : Math.round((value / greatest) * (BARS.length - 1));
        return BARS.charAt(step);
    })
        .join('');
}
function sum(values, start, end) {
    return values.slice(start, end).reduce((total, value) => total + value, 0);
}
function weightedMean(values, weights, start, end) {
    let total = 0;
    let weight = 0;
    for (let index = start; index < Math.min(end, values.length); index += 1) {
        const value = values[index];
        const count = weights[index] ?? 0;
        if (value === null || value === undefined || count === 0)
            continue;
        total += value * count;
        weight += count;
    }
    return weight === 0 ? null : total / weight;
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


/***/ })

};
