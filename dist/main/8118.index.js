export const id = 8118;
export const ids = [8118];
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

/***/ 41993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ changedLabels),
/* harmony export */   Fs: () => (/* binding */ shortFigure),
/* harmony export */   k0: () => (/* binding */ figuresInWords)
/* harmony export */ });
/* harmony import */ var _verdict_against_usual_sampling_of_timing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87908);
/* harmony import */ var _key_figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9638);
/* harmony import */ var _label_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94141);
/* harmony import */ var _tone_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26045);




/** How much two runs of unchanged software differ, besides what happens by chance inside a run. */
const SPREAD_OF_RUNS = 0.03;
/** A change counts if it is larger than 95 of 100 changes by chance. */
const SURE = 1.96;
/**
 * Near 0, the ratio of two shares has no meaning: there, half a percentage point more counts as twice as
 * many.
 */
const SHARE_STEP = 0.005;
const SCALES = {
    count: (timing) => scaled(timing.count, timing, { name: 'count' }),
    rate: (timing) => scaled(timing.ratePerSecond, timing, { name: 'rate' }),
    // With few requests, an error rate says too little.
    'error-rate': (timing) => (timing.count < _tone_js__WEBPACK_IMPORTED_MODULE_1__/* .FEWEST */ .TQ ? undefined : scaledShare(timing)),
    mean: (timing) => scaledDuration(timing.meanMs, timing, { name: 'mean' }),
    p95: (timing) => scaledDuration(P95?.of(timing), timing, { name: 'percentile', percentile: 95 }),
};
const P95 = _key_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .FIGURE_MEASURES */ .PQ.find(({ id }) => id === 'p95');
/**
 * The labels of the main subject, those that changed most from the baseline first. What counts is the part of
 * a change that is not explained by chance inside the runs, or by the usual difference between two runs.
 * Undefined if the subject has no baseline.
 */
function changedLabels(presentation) {
    const subject = (0,_label_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .mainSubject */ .wV)(presentation.measurements);
    const earlier = subject && presentation.baseline?.subjects[subject];
    if (subject === undefined || earlier === undefined)
        return undefined;
    const rows = (0,_label_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .labelRows */ .E7)(presentation, subject);
    if (rows.length === 0 && earlier.labels.length === 0)
        return undefined;
    const here = new Set(rows.map(({ now }) => now.label));
    const both = rows.filter((row) => row.before !== undefined);
    return {
        subject,
        changed: ranked(both),
        added: byCount(rows.flatMap(({ now, before }) => (before === undefined ? [now] : []))),
        vanished: byCount(earlier.labels.filter(({ label }) => !here.has(label))),
        compared: both.length,
    };
}
function byCount(timings) {
    return timings.toSorted((a, b) => b.count - a.count).map(({ label }) => label);
}
function ranked(rows) {
    const known = rows.flatMap(({ subject, now, before }) => {
        const surest = before === undefined ? [] : surestChanges(now, before);
        const [first] = surest;
        return before === undefined || first === undefined
            ? []
            : [{ subject, now, before, surest, sure: first.sure }];
    });
    return known
        .sort((a, b) => b.sure - a.sure)
        .map(({ surest, sure: _sure, ...row }) => ({ ...row, figures: surest.map(({ figure }) => figure()) }));
}
/**
 * The changes that are certain, largest first. The texts are created only on request, because there may be
 * thousands of labels.
 */
function surestChanges(now, before) {
    const found = _key_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .FIGURE_MEASURES */ .PQ.flatMap((measure) => {
        const scale = SCALES[measure.id];
        const [here, there] = [scale?.(now), scale?.(before)];
        if (here === undefined || there === undefined)
            return [];
        const change = Math.abs(here.x - there.x);
        const sure = change - SURE * Math.sqrt(here.variance + there.variance + 2 * SPREAD_OF_RUNS ** 2);
        if (!(sure > 0) || change < Math.log1p(_tone_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTICEABLE */ .pM))
            return [];
        return [{ id: measure.id, sure, figure: () => figureOf(measure, now, before) }];
    });
    // If runs are equally long, count and rate say the same.
    const hasRate = found.some(({ id }) => id === 'rate');
    return found.filter(({ id }) => id !== 'count' || !hasRate).sort((a, b) => b.sure - a.sure);
}
function figureOf(measure, now, before) {
    const { change, before: then } = (0,_key_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .changeOf */ .C2)(measure, now, before);
    return { id: measure.id, name: measure.name, before: then, value: measure.format(measure.of(now)), change };
}
function scaled(value, timing, measure) {
    if (value === undefined || !(value > 0))
        return undefined;
    return {
        x: Math.log(value),
        variance: (0,_verdict_against_usual_sampling_of_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .samplingVarianceOf */ .k)(timing, measure) ?? 1 / Math.max(1, timing.count),
    };
}
function scaledDuration(ms, timing, measure) {
    return timing.count < _tone_js__WEBPACK_IMPORTED_MODULE_1__/* .FEWEST */ .TQ ? undefined : scaled(ms, timing, measure);
}
function scaledShare(timing) {
    const share = (0,_label_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .errorShare */ .s3)(timing);
    if (share === undefined || timing.count === 0)
        return undefined;
    const variance = Math.max(share * (1 - share), 1 / timing.count) / timing.count;
    return { x: Math.log(share + SHARE_STEP), variance: variance / (share + SHARE_STEP) ** 2 };
}
/** `p95 412 ms → 543 ms (▲ +31.8%), mean ▲ +30.1%`. */
function figuresInWords([first, ...others]) {
    if (first === undefined)
        return '';
    const { name, before, value, change } = first;
    return [`${name} ${before} → ${value} (${change.text})`, ...others.map(shortFigure)].join(', ');
}
/** `mean ▲ +30.1%` */
function shortFigure({ name, change }) {
    return `${/^[A-Z]/.test(name) ? name.toLowerCase() : name} ${change.text}`;
}


/***/ }),

/***/ 9638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   FK: () => (/* binding */ keyFigures),
/* harmony export */   PQ: () => (/* binding */ FIGURE_MEASURES)
/* harmony export */ });
/* unused harmony export figuresOf */
/* harmony import */ var _measurements_stated_percentile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94105);
/* harmony import */ var _tone_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26045);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48253);
/* harmony import */ var _label_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94141);




const duration = { good: 'less', format: _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3, formatDifference: _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD };
const FIGURE_MEASURES = [
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
/** The known figures of the main subject's total, in a fixed order. */
function keyFigures(presentation) {
    const subject = (0,_label_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .mainSubject */ .wV)(presentation.measurements);
    if (subject === undefined)
        return [];
    const now = (0,_label_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(presentation.measurements?.subjects[subject]);
    const before = (0,_label_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(presentation.baseline?.subjects[subject]);
    return now === undefined ? [] : figuresOf(now, before);
}
/** The known figures of one timing, with those of another one. */
function figuresOf(now, before) {
    return FIGURE_MEASURES.flatMap((one) => {
        const value = one.of(now);
        if (value === undefined)
            return [];
        const figure = { id: one.id, name: one.name, value: one.format(value) };
        const change = before && changeOf(one, now, before);
        return [change === undefined ? figure : { ...figure, ...change }];
    });
}
/** One figure compared with the baseline's; undefined if one of them is unknown. */
function changeOf(measure, now, before) {
    const [value, then] = [measure.of(now), measure.of(before)];
    if (value === undefined || then === undefined)
        return undefined;
    const tone = (0,_tone_js__WEBPACK_IMPORTED_MODULE_3__/* .toneOf */ .YV)(value, then, measure.good, [now.count, before.count]);
    return { before: measure.format(then), change: { text: measure.formatDifference(value, then), tone } };
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


/** The subjects with data, in the order of the model. */
function subjectsOf(measurements) {
    return _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__/* .TIMING_SUBJECTS */ .$.filter((subject) => {
        const timings = measurements?.subjects[subject];
        return timings !== undefined && (timings.labels.length > 0 || timings.total !== undefined);
    });
}
/** The subject that a summary is about: requests, if there are any. */
function mainSubject(measurements) {
    return subjectsOf(measurements)[0];
}
/** The first subject whose total has a series: an XLT report has none for requests, but its timers have. */
function chartedSubject(measurements) {
    return subjectsOf(measurements).find((subject) => (measurements?.subjects[subject]?.total?.series?.count.length ?? 0) > 0);
}
/** The total: as the source states it; otherwise only what can be added exactly. */
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
/** Every label of `subject`, in the order of the measurements. */
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
/** The value that slow labels are found by: p95, or the mean if there is no p95. */
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
/** The labels with the most errors; those without errors are left out. */
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

/***/ 26045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TQ: () => (/* binding */ FEWEST),
/* harmony export */   YV: () => (/* binding */ toneOf),
/* harmony export */   jz: () => (/* binding */ durationChange),
/* harmony export */   pM: () => (/* binding */ NOTICEABLE)
/* harmony export */ });
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48253);

// Two runs of the same software differ by less than this, unless they have few requests: then they may differ
// by any amount.
const NOTICEABLE = 0.05;
const FEWEST = 100;
/**
 * What a change from `before` to `now` means; `counts` are the requests that the two numbers are based on.
 */
function toneOf(now, before, good, counts = []) {
    if (good === 'neither')
        return 'neutral';
    if (counts.some((count) => count < FEWEST))
        return 'same';
    if (Math.abs(now - before) <= Math.abs(before) * NOTICEABLE)
        return 'same';
    return now < before === (good === 'less') ? 'better' : 'worse';
}
/** The change of one duration, such as a label's p95; `counts` are the requests that the two are based on. */
function durationChange(nowMs, beforeMs, counts) {
    if (nowMs === undefined || beforeMs === undefined)
        return undefined;
    return { text: (0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD)(nowMs, beforeMs), tone: toneOf(nowMs, beforeMs, 'less', counts) };
}


/***/ }),

/***/ 99266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MF: () => (/* binding */ trendFigure),
/* harmony export */   Pw: () => (/* binding */ trendSparkline),
/* harmony export */   bS: () => (/* binding */ sinceInWords),
/* harmony export */   j4: () => (/* binding */ trendName),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   qy: () => (/* binding */ trendInWords),
/* harmony export */   rt: () => (/* binding */ runName)
/* harmony export */ });
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48253);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75267);
/* harmony import */ var _verdict_figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87291);
/* harmony import */ var _over_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2753);




/** `412 ms`, `0.8%`: a value of a trend, as the same figure is shown elsewhere. */
function trendFigure({ dimension }, value) {
    if (dimension === 'duration')
        return (0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(value);
    if (dimension === 'share')
        return (0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(value);
    if (dimension === 'rate')
        return (0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRate */ .CE)(value);
    return dimension === 'count' ? (0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(value) : (0,_verdict_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .figureFor */ .w9)(value, (0,_verdict_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .readableUnit */ .ro)(value, dimension));
}
/** `2026-11-20`; empty if the time is not known. */
function dayOf({ atMs = NaN }) {
    const date = new Date(atMs);
    return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
/** `2026-11-20 (commit abc1234)`, as far as it is known; `run 4711` otherwise. */
function runName(point) {
    const commit = point.commit === undefined ? '' : `commit ${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(point.commit, 100).slice(0, 7)}`;
    const day = dayOf(point);
    if (day !== '')
        return commit === '' ? day : `${day} (${commit})`;
    return commit === '' ? `run ${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(point.runId ?? '', 60)}`.trim() : commit;
}
/** `limit broken since 2026-11-20 (commit abc1234), in 3 runs`; empty if nothing changed. */
function sinceInWords({ points, since }) {
    if (since === undefined)
        return '';
    const { what, index, orEarlier } = since;
    const known = points.slice(index).filter(({ value }) => value !== undefined).length;
    const state = what === 'broken' ? 'limit broken' : `${what} than before`;
    if (index === points.length - 1)
        return what === 'broken' ? 'limit broken first by this run' : `${state}, first in this run`;
    if (orEarlier === true)
        return `${state} in all ${known} runs`;
    return `${state} since ${runName(points[index])}, in ${known} runs`;
}
const EVEN = 0.2;
/** A column for each run. Changes of a few percent stay small: it spans at least a fifth of the greatest value. */
function trendSparkline(points) {
    const known = points.flatMap(({ value }) => value ?? []);
    const greatest = Math.max(0, ...known);
    const from = Math.max(0, Math.min(...known, greatest * (1 - EVEN)) - greatest * 0.02);
    return (0,_over_time_js__WEBPACK_IMPORTED_MODULE_3__/* .sparkline */ .KM)(points.map(({ value }) => (value === undefined ? null : value - from)));
}
/** `412 ms to 582 ms over 12 runs, 543 ms now; higher than before since …`: what the chart shows. */
function trendInWords(trend) {
    const known = trend.points.flatMap(({ value }) => value ?? []);
    const [low, high] = [Math.min(...known), Math.max(...known)].map((value) => trendFigure(trend, value));
    const range = low === high ? `always ${low}` : `${low} to ${high}`;
    const now = trendFigure(trend, known.at(-1) ?? 0);
    const words = [`${range} over ${known.length} runs, ${now} now`, sinceInWords(trend)];
    return words.filter((part) => part !== '').join('; ');
}
const NAMES = {
    rate: 'Throughput',
    'error-rate': 'Error rate',
    mean: 'Mean',
    count: 'Count',
};
/** As the tiles call it; a criterion as it is written. */
function trendName({ name, kind }) {
    return kind === 'figure' ? (NAMES[name] ?? name) : (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(name, 200);
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


/***/ }),

/***/ 87908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ samplingVarianceOf)
});

;// CONCATENATED MODULE: ./verdict/usual/mathematics/sampling-error.js
/**
 * How much a figure of one run varies by chance alone, as a variance of its logarithm; undefined if the
 * numbers are not sufficient. The requests of a run are not independent, so use the larger of the independent
 * part and that of blocks.
 */
const MIN_BLOCKS = 8;
/**
 * q (1 − q) / count · slope²: the asymptotic variance of an order statistic (David and Nagaraja, Order
 * Statistics, 2003, 10.2). The slope of ln(value) per probability comes from the nearest other percentiles.
 */
function samplingVarianceOfPercentile(percentile, count, percentiles) {
    const usable = percentiles.filter(([at, value]) => at > 0 && at < 100 && value > 0 && Number.isFinite(value));
    const below = nearest(usable.filter(([at]) => at < percentile), percentile);
    const above = nearest(usable.filter(([at]) => at > percentile), percentile);
    const self = usable.find(([at]) => at === percentile);
    const [from, to] = [below ?? self, above ?? self];
    if (!from || !to || from[0] >= to[0] || !(count > 0))
        return undefined;
    const slope = (100 * Math.log(to[1] / from[1])) / (to[0] - from[0]);
    const q = percentile / 100;
    return finite((q * (1 - q) * slope * slope) / count);
}
function nearest(values, percentile) {
    return values.toSorted((a, b) => Math.abs(a[0] - percentile) - Math.abs(b[0] - percentile))[0];
}
/** (deviation / mean)² / count: the variance of a mean, as a variance of its logarithm. */
function samplingVarianceOfMean(mean, deviation, count) {
    return mean > 0 && count > 0 ? finite((deviation / mean) ** 2 / count) : undefined;
}
/** 1 / count: the variance of a Poisson count, as a variance of its logarithm. */
function samplingVarianceOfRate(count) {
    return count > 0 ? finite(1 / count) : undefined;
}
/**
 * The variance of ln(value) over at least 8 equal blocks of the run's time, divided by their number: batch
 * means (Law, Simulation Modeling and Analysis, 9.5). It includes what requests that are close in time have
 * in common.
 */
function samplingVarianceOfBlocks(values) {
    const logs = values.flatMap((value) => value !== null && value > 0 && Number.isFinite(value) ? [Math.log(value)] : []);
    if (logs.length < MIN_BLOCKS)
        return undefined;
    const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
    const squares = logs.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    return squares / (logs.length - 1) / logs.length;
}
const finite = (value) => (Number.isFinite(value) ? value : undefined);

;// CONCATENATED MODULE: ./verdict/against-usual/sampling-of-timing.js

const LEAST_BLOCKS = 8;
/** With fewer requests, the figure of a block is too uncertain. */
const LEAST_REQUESTS = 20;
/** Blocks during ramp-up and shutdown are small, and may be left out. */
const SHARE_OF_BLOCKS = 0.8;
/**
 * How much a figure varies by chance within its run, as a variance of its logarithm: the larger of the
 * variance that independent requests would have, and the variance between blocks of time. Undefined if the
 * timing does not have the data.
 */
function samplingVarianceOf(timing, measure) {
    const parts = [independentPart(timing, measure), blocksPart(timing.series, measure)];
    const known = parts.filter((part) => part !== undefined);
    return known.length === 0 ? undefined : Math.max(...known);
}
function independentPart(timing, measure) {
    const { count, meanMs, deviationMs } = timing;
    switch (measure.name) {
        case 'percentile':
            return samplingVarianceOfPercentile(measure.percentile, count, percentilesOf(timing));
        case 'median':
            return samplingVarianceOfPercentile(50, count, percentilesOf(timing));
        case 'mean':
            return meanMs === undefined || deviationMs === undefined
                ? undefined
                : samplingVarianceOfMean(meanMs, deviationMs, count);
        case 'rate':
        case 'count':
            return samplingVarianceOfRate(count);
        default:
            return undefined;
    }
}
function percentilesOf({ percentilesMs = [], medianMs }) {
    const hasMedian = medianMs === undefined || percentilesMs.some(([percentile]) => percentile === 50);
    return hasMedian ? percentilesMs : [...percentilesMs, [50, medianMs]];
}
function blocksPart(series, measure) {
    const values = series && valuesOf(series, measure);
    return series && values && samplingVarianceOfBlocks(blocksOf(series.count, values));
}
function valuesOf({ p95Ms, p50Ms, meanMs }, measure) {
    if (measure.name === 'mean')
        return meanMs;
    if (measure.name === 'median')
        return p50Ms;
    if (measure.name !== 'percentile')
        return undefined;
    return measure.percentile === 95 ? p95Ms : measure.percentile === 50 ? p50Ms : undefined;
}
/** The shortest blocks of which most have enough requests; empty if there would be too few of them. */
function blocksOf(counts, values) {
    for (let length = 1; counts.length >= LEAST_BLOCKS * length; length++) {
        const blocks = joined(counts, values, length);
        const large = blocks.filter(({ count }) => count >= LEAST_REQUESTS);
        if (large.length >= Math.max(LEAST_BLOCKS, SHARE_OF_BLOCKS * blocks.length))
            return large.map(({ value }) => value);
    }
    return [];
}
function joined(counts, values, length) {
    return Array.from({ length: Math.floor(counts.length / length) }, (_, block) => {
        let [count, sum] = [0, 0];
        for (let at = block * length; at < (block + 1) * length; at++) {
            const value = values[at];
            if (value === null || value === undefined)
                continue;
            count += counts[at] ?? 0;
            sum += (counts[at] ?? 0) * value;
        }
        return { count, value: sum / count };
    });
}


/***/ }),

/***/ 87291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jf: () => (/* binding */ sameFigure),
/* harmony export */   cW: () => (/* binding */ relativeText),
/* harmony export */   ow: () => (/* binding */ distinctFigures),
/* harmony export */   ro: () => (/* binding */ readableUnit),
/* harmony export */   w9: () => (/* binding */ figureFor),
/* harmony export */   x8: () => (/* binding */ factorText)
/* harmony export */ });
/* harmony import */ var _criteria_language_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34040);

const MOST_DECIMALS = 6;
const SPACED = new Set(['ms', 's', 'm', 'pp', 'B', 'kB', 'MB', 'GB']);
/**
 * Formats a value in the base unit of its dimension: `1,234 ms`, `0.85%`, `12.3/s`. Larger values have fewer
 * decimals.
 */
function figureFor(baseValue, unit, decimals) {
    const value = (0,_criteria_language_units_js__WEBPACK_IMPORTED_MODULE_0__/* .inUnit */ .IP)(baseValue, unit);
    const text = numberText(value, decimals ?? usualDecimals(value));
    return unit !== '' && SPACED.has(unit) ? `${text} ${unit}` : `${text}${unit}`;
}
/** Formats two figures with enough digits that different values look different: `500.4 ms` and `500 ms`. */
function distinctFigures(a, b, unitOf) {
    const pair = (decimals) => [
        figureFor(a, unitOf(a), decimals),
        figureFor(b, unitOf(b), decimals),
    ];
    let texts = pair();
    if (sameFigure(a, b))
        return [texts[1], texts[1]];
    for (let decimals = 1; texts[0] === texts[1] && decimals <= MOST_DECIMALS; decimals++)
        texts = pair(decimals);
    return texts;
}
/** A share as text: `8.4%`, `22%`, `99.8%`. */
function relativeText(ratio) {
    const percent = Math.abs(ratio) * 100;
    // A share below 100% must not be rounded to 100%.
    if (percent >= 99.5 && percent < 100)
        return percent >= 99.95 ? '> 99.9%' : `${numberText(percent, 1)}%`;
    return `${numberText(percent, percent >= 10 ? 0 : percent >= 0.1 || percent === 0 ? 1 : 3)}%`;
}
/** A factor with three digits, at most 1,000: `12.5`, `400`, `over 1,000`. */
function factorText(factor) {
    if (factor > 1000)
        return 'over 1,000';
    return numberText(factor, usualDecimals(factor));
}
/** The most readable unit for a value in the base unit of its dimension. */
function readableUnit(baseValue, dimension, bareScore = false) {
    const size = Math.abs(baseValue);
    switch (dimension) {
        case 'duration':
            return Math.round(size) >= 1000 ? 's' : 'ms';
        case 'size':
            return size >= 10e9 ? 'GB' : size >= 10e6 ? 'MB' : size >= 10e3 ? 'kB' : 'B';
        case 'share':
            return '%';
        case 'rate':
            return '/s';
        case 'score':
            return bareScore ? '' : 'ms';
        case 'count':
            return '';
        default:
            return dimension;
    }
}
/** Whether two values are equal except for the rounding of binary fractions: 409 × 1.1 is 449.9. */
function sameFigure(a, b) {
    return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
function usualDecimals(value) {
    const size = Math.abs(value);
    if (Number.isInteger(value) || size >= 100)
        return 0;
    if (size >= 10)
        return 1;
    if (size >= 1)
        return 2;
    return size >= 0.001 ? 3 : MOST_DECIMALS;
}
function numberText(value, decimals) {
    const text = formatFor(decimals).format(value);
    return text === '-0' ? '0' : text;
}
/**
 * Cached, because creating a format takes much longer than using it, and tables have tens of thousands of
 * numbers.
 */
const formats = new Map();
function formatFor(decimals) {
    const known = formats.get(decimals);
    if (known)
        return known;
    const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals });
    formats.set(decimals, format);
    return format;
}


/***/ })

};
