export const id = 1996;
export const ids = [1996];
export const modules = {

/***/ 75817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ TIMING_SUBJECTS),
/* harmony export */   T: () => (/* binding */ BAD_ENDS)
/* harmony export */ });
const TIMING_SUBJECTS = [
    'requests',
    'raw-requests',
    'actions',
    'transactions',
    'page-loads',
    'custom',
];
/** The bad endings that a run with data may have. */
const BAD_ENDS = ['timeout', 'remote-failed', 'remote-aborted', 'remote-unresponsive'];


/***/ }),

/***/ 94105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ statedPercentile)
/* harmony export */ });
/** A percentile in ms as the source states it; undefined if it does not, because nothing is interpolated. */
function statedPercentile(timing, percentile) {
    const found = timing?.percentilesMs?.find(([stated]) => Math.abs(stated - percentile) < 1e-9);
    if (found)
        return found[1];
    if (percentile === 50)
        return timing?.medianMs;
    return percentile === 100 ? timing?.maxMs : undefined;
}


/***/ }),

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


/** The message without the labels that are listed beside it: nobody wants to read them twice. */
function messageInWords({ message, shortMessage }) {
    return shortMessage || message;
}
/** What a row with observed, limit and margin still has to say; empty where that is nothing. */
function noteInWords({ message, shortMessage }) {
    return shortMessage ?? message;
}
/** How many labels broke a wildcard; the list of them may be shorter. */
function breachCount({ breaches, breached }) {
    return breached ?? breaches?.length ?? 0;
}
/** Says that a criterion was judged on less than everything; empty where it was not. */
function partialInWords({ partialData }) {
    return partialData === undefined ? '' : `Judged on incomplete data: ${partialData}`;
}
/** `Waived until 2026-12-31 by Ada: known slow`, or that it ended. */
function waiverInWords(waiver) {
    const verb = waiver.active ? 'Waived until' : 'The waiver expired on';
    return `${verb} ${waiver.until}, ${waiver.owner}: ${waiver.reason}`;
}
/** `Usual 412 ms ± 3% over 8 runs, judged by 2 runs of this commit; 9 fine; finds changes of 14%.`; empty for other limits. */
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
/** Larger changes are found by anybody. */
const MOST_SAID = 10;
const runsInWords = (runs) => (runs === 1 ? '1 run' : `${runs} runs`);


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
 * What failed and how, most frequent first. Failed actions, of which nothing more is known, are left out where requests or
 * transactions say what happened.
 */
function errorRows(measurements) {
    const rows = _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__/* .TIMING_SUBJECTS */ .$.flatMap((subject) => rowsOf(subject, measurements?.subjects[subject]));
    const told = rows.filter(({ code, message }) => code !== undefined || message !== undefined);
    // The report's codes of all requests say the same as those of the raw requests.
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
/** Errors that no row is about, because there are too many kinds. */
function unlistedErrors(measurements) {
    return _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__/* .TIMING_SUBJECTS */ .$.reduce((sum, subject) => sum + (measurements?.subjects[subject]?.errorKinds?.unlistedErrors ?? 0), 0);
}
/** `503`, `no answer`, or the message; `failed` where nothing more is known. */
function kindInWords({ code, message }) {
    if (code !== undefined)
        return code === '0' ? 'no answer' : code;
    return message ?? 'failed';
}
/** `22:17:05 to 22:40:00 UTC`; empty where it is not known. */
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

/***/ 9638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ keyFigures)
/* harmony export */ });
/* unused harmony export figuresOf */
/* harmony import */ var _measurements_stated_percentile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94105);
/* harmony import */ var _tone_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26045);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48253);
/* harmony import */ var _label_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94141);




const duration = { good: 'less', format: _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3, formatDifference: _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD };
const MEASURES = [
    {
        id: 'count',
        name: 'Count',
        good: 'neither',
        of: (timing) => timing.count,
        format: _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4,
        formatDifference: _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD,
    },
    {
        id: 'rate',
        name: 'Throughput',
        good: 'more',
        of: (timing) => timing.ratePerSecond,
        format: _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRate */ .CE,
        formatDifference: _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD,
    },
    {
        id: 'error-rate',
        name: 'Error rate',
        good: 'less',
        of: _label_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .errorShare */ .s3,
        format: _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPercent */ .l9,
        formatDifference: _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPointChange */ .eS,
    },
    { id: 'mean', name: 'Mean', of: (timing) => timing.meanMs, ...duration },
    { id: 'p50', name: 'p50', of: (timing) => (0,_measurements_stated_percentile_js__WEBPACK_IMPORTED_MODULE_2__/* .statedPercentile */ .t)(timing, 50), ...duration },
    { id: 'p95', name: 'p95', of: (timing) => (0,_measurements_stated_percentile_js__WEBPACK_IMPORTED_MODULE_2__/* .statedPercentile */ .t)(timing, 95), ...duration },
    { id: 'p99', name: 'p99', of: (timing) => (0,_measurements_stated_percentile_js__WEBPACK_IMPORTED_MODULE_2__/* .statedPercentile */ .t)(timing, 99), ...duration },
    { id: 'max', name: 'Maximum', of: (timing) => timing.maxMs, ...duration },
];
/** The figures of the main subject's total that are known, in a fixed order. */
function keyFigures(presentation) {
    const subject = (0,_label_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .mainSubject */ .wV)(presentation.measurements);
    if (subject === undefined)
        return [];
    const now = (0,_label_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(presentation.measurements?.subjects[subject]);
    const before = (0,_label_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(presentation.baseline?.subjects[subject]);
    return now === undefined ? [] : figuresOf(now, before);
}
/** The known figures of one timing beside another one. */
function figuresOf(now, before) {
    return MEASURES.flatMap((one) => {
        const value = one.of(now);
        if (value === undefined)
            return [];
        const figure = { id: one.id, name: one.name, value: one.format(value) };
        const then = before && one.of(before);
        if (before === undefined || then === undefined)
            return [figure];
        const tone = (0,_tone_js__WEBPACK_IMPORTED_MODULE_3__/* .toneOf */ .Y)(value, then, one.good, [now.count, before.count]);
        const change = { text: one.formatDifference(value, then), tone };
        return [{ ...figure, before: one.format(then), change }];
    });
}


/***/ }),

/***/ 94141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ mostFailingRows),
/* harmony export */   AO: () => (/* binding */ chartedSubject),
/* harmony export */   E7: () => (/* binding */ labelRows),
/* harmony export */   Pf: () => (/* binding */ slowestRows),
/* harmony export */   Z6: () => (/* binding */ subjectsOf),
/* harmony export */   d1: () => (/* binding */ slownessMs),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   s3: () => (/* binding */ errorShare),
/* harmony export */   wV: () => (/* binding */ mainSubject)
/* harmony export */ });
/* harmony import */ var _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75817);
/* harmony import */ var _measurements_stated_percentile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94105);


/** The subjects that hold anything, in the order of the model. */
function subjectsOf(measurements) {
    return _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__/* .TIMING_SUBJECTS */ .$.filter((subject) => {
        const timings = measurements?.subjects[subject];
        return timings !== undefined && (timings.labels.length > 0 || timings.total !== undefined);
    });
}
/** The subject that a summary is about: requests where there are any. */
function mainSubject(measurements) {
    return subjectsOf(measurements)[0];
}
/** The subject whose total is known over time: an XLT report has none of requests, its timers have. */
function chartedSubject(measurements) {
    return subjectsOf(measurements).find((subject) => (measurements?.subjects[subject]?.total?.series?.count.length ?? 0) > 0);
}
/** All together: as the source states it, else what can be added up without guessing. */
function totalOf(timings) {
    if (timings === undefined)
        return undefined;
    if (timings.total !== undefined)
        return timings.total;
    if (timings.labels.length === 0)
        return undefined;
    const count = timings.labels.reduce((sum, label) => sum + label.count, 0);
    if (timings.labels.some((label) => label.errors === undefined))
        return { count };
    return { count, errors: timings.labels.reduce((sum, label) => sum + (label.errors ?? 0), 0) };
}
/** Every label of `subject`, as the measurements order them. */
function labelRows(presentation, subject) {
    const before = new Map(presentation.baseline?.subjects[subject]?.labels.map((label) => [label.label, label]));
    const labels = presentation.measurements?.subjects[subject]?.labels ?? [];
    return labels.map((now) => {
        const then = before.get(now.label);
        return then === undefined ? { subject, now } : { subject, now, before: then };
    });
}
/** Share of the requests that failed. */
function errorShare(timing) {
    if (timing?.errors === undefined || timing.count === 0)
        return undefined;
    return timing.errors / timing.count;
}
/** What labels are called slow by: p95, or the mean where there is no p95. */
function slownessMs(timing) {
    return (0,_measurements_stated_percentile_js__WEBPACK_IMPORTED_MODULE_1__/* .statedPercentile */ .t)(timing, 95) ?? timing.meanMs ?? 0;
}
/** The slowest labels, slowest first. */
function slowestRows(rows, most) {
    return rows
        .filter((row) => slownessMs(row.now) > 0)
        .sort((a, b) => slownessMs(b.now) - slownessMs(a.now))
        .slice(0, most);
}
/** The labels with the most errors; those without any are left out. */
function mostFailingRows(rows, most) {
    return rows
        .filter((row) => (row.now.errors ?? 0) > 0)
        .sort((a, b) => (b.now.errors ?? 0) - (a.now.errors ?? 0))
        .slice(0, most);
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
/** The same series in at most `maxPoints` intervals: counts are added up, durations weighted by their counts. */
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
 * Requests per second of each interval. The last interval, and after down-sampling the last group, may be shorter than
 * the others: `endMs` is the end of the run where it is known.
 */
function ratesPerSecond(series, endMs) {
    return series.count.map((count, index) => {
        const startMs = series.startMs + index * series.intervalMs;
        const isLast = index === series.count.length - 1;
        const restMs = isLast && endMs !== undefined ? endMs - startMs : series.intervalMs;
        // A sliver of an interval would show a rate of anything.
        const lengthMs = restMs >= series.intervalMs / 4 && restMs < series.intervalMs ? restMs : series.intervalMs;
        return (count * 1000) / lengthMs;
    });
}
/** Gaps within are bridged by a straight line, for charts that know no gaps; at the ends they take the next value. */
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
/** `▁▃█▅·▂`: from zero to the greatest value; a dot where nothing is known. */
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

/***/ 26045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ toneOf),
/* harmony export */   j: () => (/* binding */ durationChange)
/* harmony export */ });
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48253);

// Two runs of the same software differ by less than this, and by anything where they counted little.
const NOTICEABLE = 0.05;
const FEWEST = 100;
/** What it means that a number went from `before` to `now`; `counts` are those behind the two. */
function toneOf(now, before, good, counts = []) {
    if (good === 'neither')
        return 'neutral';
    if (counts.some((count) => count < FEWEST))
        return 'same';
    if (Math.abs(now - before) <= Math.abs(before) * NOTICEABLE)
        return 'same';
    return now < before === (good === 'less') ? 'better' : 'worse';
}
/** The change of one duration, such as a label's p95; `counts` are those behind the two. */
function durationChange(nowMs, beforeMs, counts) {
    if (nowMs === undefined || beforeMs === undefined)
        return undefined;
    return { text: (0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD)(nowMs, beforeMs), tone: toneOf(nowMs, beforeMs, 'less', counts) };
}


/***/ }),

/***/ 7711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ changesOfUsual)
/* harmony export */ });
const MOST_TOLD = 10;
/** Where the usual itself changed lately, one sentence each. */
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
/** XLT knows six; a report from elsewhere must not make a table without end. */
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
/* harmony import */ var _verdict_comparable_baseline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87654);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75267);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48253);



/** `XTC run 4711`; the mode alone where there is no run. */
function plainRunName(run) {
    const { service = '' } = run;
    const shown = run.ids.slice(0, 5).join(', ') + (run.ids.length > 5 ? ` and ${run.ids.length - 5} more` : '');
    if (shown === '')
        return `${service} mode ${run.mode}`.trim();
    return `${service} ${run.ids.length > 1 ? 'runs' : 'run'} ${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(shown, 200)}`.trim();
}
/** `confirming run 4712`, for each that was started, with its page where there is one. */
function confirmingLinks({ confirming = [] }) {
    return confirming.map(({ ids, url }) => ({ name: `confirming run ${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(ids.join(', '), 200)}`, url }));
}
/** `Compared with branch: run 4711, commit 1a2b3c4d, 2 d 3 h old.`; empty where the verdict says why there is nothing to compare with. */
function baselineInWords({ baseline, message, warnings }) {
    if (baseline === undefined)
        return '';
    if (baseline.status !== 'used') {
        const why = (0,_verdict_comparable_baseline_js__WEBPACK_IMPORTED_MODULE_1__/* .whyNoBaseline */ .HF)(baseline);
        return message.includes(why) || warnings.includes(why) ? '' : why;
    }
    const known = [
        baseline.runId === undefined ? '' : `run ${baseline.runId}`,
        baseline.commit === undefined ? '' : `commit ${baseline.commit.slice(0, 8)}`,
        baseline.ageMs === undefined ? '' : `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(baseline.ageMs)} old`,
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
/** Where there is more: the page, the report, and what of GitHub the run belongs to. */
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
/** The warnings of the verdict, of the data, and the files that are missing, each once. */
function allWarnings({ verdict, measurements, missingFiles }) {
    const ofData = measurements?.warnings.flatMap(({ code, message }) => (code === 'note' ? [] : message)) ?? [];
    const ofFiles = missingFiles.map((file) => `Missing file: ${file}`);
    return [...new Set([...verdict.warnings, ...ofData, ...ofFiles])];
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

/***/ 1255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ agentInWords),
/* harmony export */   Jo: () => (/* binding */ scorecardInWords),
/* harmony export */   Lg: () => (/* binding */ factsSection),
/* harmony export */   Wn: () => (/* binding */ scorecardSection),
/* harmony export */   bE: () => (/* binding */ filesSection),
/* harmony export */   li: () => (/* binding */ errorsSection),
/* harmony export */   x2: () => (/* binding */ vitalsSection)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9888);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75267);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48253);
/* harmony import */ var _figures_error_rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93145);
/* harmony import */ var _figures_web_vitals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30195);
/* harmony import */ var _markdown_table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66086);






const LIMITS = { maxRows: 100, maxBytes: 60_000 };
/** The service's own scorecard; the rules that did not pass are listed. */
function scorecardSection({ measurements }) {
    const scorecard = measurements?.scorecard;
    if (scorecard === undefined)
        return '';
    const rules = scorecard.rules.filter((rule) => rule.result !== 'PASSED' && rule.result !== 'SKIPPED');
    const rows = rules.map((rule) => [
        rule.testFailed ? '❌ fails the test' : rule.result === 'ERROR' ? '⛔ error' : '⚠️ not passed',
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(`${rule.group} / ${rule.rule}`, 160)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(rule.message ?? '', 300)),
    ]);
    const title = `### Scorecard: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(scorecardInWords(scorecard))}`;
    return rows.length === 0
        ? title
        : `${title}\n\n${tableWithRest({ head: ['', 'Rule', 'Message'], align: 'lll', rows })}`;
}
/** `87 of 100 points (87%), rating B, the test failed`. */
function scorecardInWords(scorecard) {
    const { points, totalPoints, pointsPercent, rating, testFailed, error } = scorecard;
    const share = pointsPercent === undefined ? '' : ` (${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPercent */ .l9)(pointsPercent / 100)})`;
    const parts = [
        points === undefined
            ? ''
            : `${points}${totalPoints === undefined ? '' : ` of ${totalPoints}`} points${share}`,
        rating === undefined ? '' : `rating ${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(rating, 60)}`,
        testFailed ? 'the test failed' : '',
        error === undefined ? '' : (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(error, 300),
    ];
    return parts.filter((part) => part !== '').join(', ') || 'no points';
}
const SHOWN_ERRORS = 5;
/** The most frequent errors, a line each: code or message, label, count, when, and a URL. */
function errorsSection({ measurements }) {
    const rows = (0,_figures_error_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .errorRows */ .GI)(measurements);
    if (rows.length === 0)
        return '';
    const lines = rows.slice(0, SHOWN_ERRORS).map((row) => {
        const label = row.label === undefined ? 'all' : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleName */ .ko)(row.label, 120));
        const span = (0,_figures_error_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .spanInWords */ .zw)(row);
        const sample = row.sample === undefined ? '' : `, such as ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(row.sample, 160))}`;
        return `- **${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_figures_error_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .kindInWords */ .bh)(row), 160))}** at ${label} (${row.subject}): ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(row.count)}${span === '' ? '' : `, ${span}`}${sample}`;
    });
    const rest = rows.length - lines.length;
    const more = rest === 0 ? '' : `\n\n_${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCounted */ .So)(rest, 'more kind', 'more kinds')}; the page lists them_`;
    return `### Errors: ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCounted */ .So)(rows.length, 'kind', 'kinds')}\n\n${lines.join('\n')}${more}`;
}
/** Core Web Vitals, a row for each page, folded. */
function vitalsSection({ measurements }) {
    const vitals = measurements?.webVitals ?? [];
    if (vitals.length === 0)
        return '';
    const { names, pages } = (0,_figures_web_vitals_js__WEBPACK_IMPORTED_MODULE_4__/* .vitalTable */ .v)(vitals);
    const rows = pages.map(({ page, cells }) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(page, 120)),
        ...cells.map((cell) => cell === undefined ? '' : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(`${cell.value} ${cell.rating}`.trim(), 60))),
    ]);
    const head = ['Page', ...names.map((name) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(name, 20)))];
    const table = tableWithRest({ head, align: `l${'r'.repeat(names.length)}`, rows });
    return `<details><summary>Web vitals of ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCounted */ .So)(pages.length, 'page', 'pages')}</summary>\n\n${table}\n\n</details>`;
}
/** The artifacts with their sizes. */
function filesSection({ artifacts }) {
    if (artifacts.length === 0)
        return '';
    const rows = artifacts.map((artifact) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLink */ .iQ)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(artifact.name, 200), artifact.url),
        (0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(artifact.sizeBytes),
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
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(name, 120)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(value, 400)),
    ]);
    if (rows.length === 0)
        return '';
    const table = tableWithRest({ head: ['Fact', 'Value'], align: 'll', rows });
    return `<details><summary>Run facts</summary>\n\n${table}\n\n</details>`;
}
/** `CPU mean 41%, CPU at most 77%, memory at most 812 MB`. */
function agentInWords(agent) {
    const parts = [
        agent.cpuMeanPercent === undefined ? '' : `CPU mean ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPercent */ .l9)(agent.cpuMeanPercent / 100)}`,
        agent.cpuMaxPercent === undefined ? '' : `CPU maximum ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPercent */ .l9)(agent.cpuMaxPercent / 100)}`,
        agent.memoryMaxMb === undefined ? '' : `memory maximum ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(agent.memoryMaxMb)} MB`,
    ];
    return parts.filter((part) => part !== '').join(', ') || 'unknown';
}
function tableWithRest(table) {
    const { markdown, shownRows } = (0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_5__/* .renderTable */ .b)(table, LIMITS);
    const rest = table.rows.length - shownRows;
    return rest === 0 ? markdown : `${markdown}\n\n_and ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rest)} more_`;
}


/***/ })

};
