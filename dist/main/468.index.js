export const id = 468;
export const ids = [468];
export const modules = {

/***/ 23207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ toneOf),
/* harmony export */   j: () => (/* binding */ durationChange)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14752);

// Below one percent is noise to a reader, whatever the arrow says.
const NOTICEABLE = 0.01;
/** What it means that a number went from `before` to `now`. */
function toneOf(now, before, good) {
    if (good === 'neither')
        return 'neutral';
    if (Math.abs(now - before) <= Math.abs(before) * NOTICEABLE)
        return 'same';
    return now < before === (good === 'less') ? 'better' : 'worse';
}
/** The change of one duration, such as a label's p95. */
function durationChange(nowMs, beforeMs) {
    if (nowMs === undefined || beforeMs === undefined)
        return undefined;
    return { text: (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD)(nowMs, beforeMs), tone: toneOf(nowMs, beforeMs, 'less') };
}


/***/ }),

/***/ 40776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ keyFigures)
/* harmony export */ });
/* unused harmony export figuresOf */
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23207);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14752);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51620);



const duration = { good: 'less', format: _format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3, formatDifference: _format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD };
const MEASURES = [
    {
        id: 'count',
        name: 'Count',
        good: 'neither',
        of: (timing) => timing.count,
        format: _format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4,
        formatDifference: _format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD,
    },
    {
        id: 'rate',
        name: 'Throughput',
        good: 'more',
        of: (timing) => timing.ratePerSecond,
        format: _format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRate */ .CE,
        formatDifference: _format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD,
    },
    {
        id: 'error-rate',
        name: 'Error rate',
        good: 'less',
        of: _labels_js__WEBPACK_IMPORTED_MODULE_1__/* .errorShare */ .s3,
        format: _format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPercent */ .l9,
        formatDifference: _format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPointChange */ .eS,
    },
    { id: 'mean', name: 'Mean', of: (timing) => timing.meanMs, ...duration },
    { id: 'p50', name: 'p50', of: (timing) => (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .percentileOf */ .D4)(timing, 50), ...duration },
    { id: 'p95', name: 'p95', of: (timing) => (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .percentileOf */ .D4)(timing, 95), ...duration },
    { id: 'p99', name: 'p99', of: (timing) => (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .percentileOf */ .D4)(timing, 99), ...duration },
    { id: 'max', name: 'Maximum', of: (timing) => timing.maxMs, ...duration },
];
/** The figures of the main subject's total that are known, in a fixed order. */
function keyFigures(presentation) {
    const subject = (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .mainSubject */ .wV)(presentation.measurements);
    if (subject === undefined)
        return [];
    const now = (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(presentation.measurements?.subjects[subject]);
    const before = (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(presentation.baseline?.subjects[subject]);
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
        if (then === undefined)
            return [figure];
        const change = { text: one.formatDifference(value, then), tone: (0,_change_js__WEBPACK_IMPORTED_MODULE_2__/* .toneOf */ .Y)(value, then, one.good) };
        return [{ ...figure, before: one.format(then), change }];
    });
}


/***/ }),

/***/ 51620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ mostFailingRows),
/* harmony export */   D4: () => (/* binding */ percentileOf),
/* harmony export */   E7: () => (/* binding */ labelRows),
/* harmony export */   Pf: () => (/* binding */ slowestRows),
/* harmony export */   Z6: () => (/* binding */ subjectsOf),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   s3: () => (/* binding */ errorShare),
/* harmony export */   wV: () => (/* binding */ mainSubject)
/* harmony export */ });
/* unused harmony export slownessMs */
/* harmony import */ var _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75817);

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
/** A percentile as the source states it; nothing is made up between two of them. */
function percentileOf(timing, percentile) {
    const stated = timing?.percentilesMs?.find(([at]) => at === percentile)?.[1];
    return stated ?? (percentile === 50 ? timing?.medianMs : undefined);
}
/** Share of the requests that failed. */
function errorShare(timing) {
    if (timing?.errors === undefined || timing.count === 0)
        return undefined;
    return timing.errors / timing.count;
}
/** What labels are called slow by: p95, or the mean where there is no p95. */
function slownessMs(timing) {
    return percentileOf(timing, 95) ?? timing.meanMs ?? 0;
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

/***/ 61939:
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

/***/ 72164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ agentInWords),
/* harmony export */   Jo: () => (/* binding */ scorecardInWords),
/* harmony export */   Lg: () => (/* binding */ factsSection),
/* harmony export */   Wn: () => (/* binding */ scorecardSection),
/* harmony export */   bE: () => (/* binding */ filesSection),
/* harmony export */   x2: () => (/* binding */ vitalsSection)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9888);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14752);
/* harmony import */ var _markdown_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66231);



const LIMITS = { maxRows: 100, maxBytes: 60_000 };
/** The service's own scorecard; the rules that did not pass are listed. */
function scorecardSection({ measurements }) {
    const scorecard = measurements?.scorecard;
    if (scorecard === undefined)
        return '';
    const rules = scorecard.rules.filter((rule) => rule.result !== 'PASSED' && rule.result !== 'SKIPPED');
    const rows = rules.map((rule) => [
        rule.testFailed ? '❌ fails the test' : rule.result === 'ERROR' ? '⛔ error' : '⚠️ not passed',
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(`${rule.group} / ${rule.rule}`, 160)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(rule.message ?? '', 300)),
    ]);
    const title = `### Scorecard: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(scorecardInWords(scorecard))}`;
    return rows.length === 0
        ? title
        : `${title}\n\n${tableWithRest({ head: ['', 'Rule', 'Message'], align: 'lll', rows })}`;
}
/** `87 of 100 points (87 %), rating B, the test failed`. */
function scorecardInWords(scorecard) {
    const { points, totalPoints, pointsPercent, rating, testFailed, error } = scorecard;
    const share = pointsPercent === undefined ? '' : ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(pointsPercent / 100)})`;
    const parts = [
        points === undefined
            ? ''
            : `${points}${totalPoints === undefined ? '' : ` of ${totalPoints}`} points${share}`,
        rating === undefined ? '' : `rating ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(rating, 60)}`,
        testFailed ? 'the test failed' : '',
        error === undefined ? '' : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(error, 300),
    ];
    return parts.filter((part) => part !== '').join(', ') || 'no points';
}
/** Core Web Vitals that are not rated good, and how many are. */
function vitalsSection({ measurements }) {
    const vitals = measurements?.webVitals ?? [];
    if (vitals.length === 0)
        return '';
    const rows = vitals.map((vital) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(vital.page, 120)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(vital.vital, 20)),
        vital.score === undefined ? '' : String(vital.score),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(vital.rating ?? '', 40)),
    ]);
    const table = tableWithRest({ head: ['Page', 'Vital', 'Score', 'Rating'], align: 'llrl', rows });
    return `<details><summary>${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(vitals.length)} web vitals</summary>\n\n${table}\n\n</details>`;
}
/** The artifacts with their sizes. */
function filesSection({ artifacts }) {
    if (artifacts.length === 0)
        return '';
    const rows = artifacts.map((artifact) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLink */ .iQ)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(artifact.name, 200), artifact.url),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(artifact.sizeBytes),
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
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(name, 120)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(value, 400)),
    ]);
    if (rows.length === 0)
        return '';
    const table = tableWithRest({ head: ['Fact', 'Value'], align: 'll', rows });
    return `<details><summary>Run facts</summary>\n\n${table}\n\n</details>`;
}
/** `CPU mean 41 %, CPU at most 77 %, memory at most 812 MB`. */
function agentInWords(agent) {
    const parts = [
        agent.cpuMeanPercent === undefined ? '' : `CPU mean ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(agent.cpuMeanPercent / 100)}`,
        agent.cpuMaxPercent === undefined ? '' : `CPU at most ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(agent.cpuMaxPercent / 100)}`,
        agent.memoryMaxMb === undefined ? '' : `memory at most ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(agent.memoryMaxMb)} MB`,
    ];
    return parts.filter((part) => part !== '').join(', ') || 'nothing known';
}
function tableWithRest(table) {
    const { markdown, shownRows } = (0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTable */ .b)(table, LIMITS);
    const rest = table.rows.length - shownRows;
    return rest === 0 ? markdown : `${markdown}\n\n_and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(rest)} more_`;
}


/***/ }),

/***/ 56468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSummary: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./report/markdown-table.js
var markdown_table = __webpack_require__(66231);
// EXTERNAL MODULE: ./report/summary-head.js
var summary_head = __webpack_require__(10830);
// EXTERNAL MODULE: ./report/summary-criteria.js
var summary_criteria = __webpack_require__(85101);
// EXTERNAL MODULE: ./report/change.js
var report_change = __webpack_require__(23207);
// EXTERNAL MODULE: ./report/escape.js
var report_escape = __webpack_require__(9888);
// EXTERNAL MODULE: ./report/format.js
var format = __webpack_require__(14752);
// EXTERNAL MODULE: ./report/key-figures.js
var key_figures = __webpack_require__(40776);
// EXTERNAL MODULE: ./report/labels.js
var labels = __webpack_require__(51620);
;// CONCATENATED MODULE: ./report/mermaid-chart.js
// The palette of Mermaid's own themes draws the first line too pale to see; this blue is read on white and on black.
const INIT = '%%{init: {"xyChart": {"width": 900, "height": 320}, "themeVariables": {"xyChart": {"plotColorPalette": "#3b82e0"}}}}%%';
/** The chart as a fenced block. Titles are ours, never a service's: Mermaid has no escape for quotes. */
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
/** Mermaid reads no exponents. */
function plain(value) {
    if (!Number.isFinite(value))
        return '0';
    return value.toFixed(Math.abs(value) < 10 ? 3 : 1).replace(/\.?0+$/, '');
}

// EXTERNAL MODULE: ./report/over-time.js
var over_time = __webpack_require__(61939);
;// CONCATENATED MODULE: ./report/summary-figures.js








const MOST_CHART_POINTS = 60;
/** Fewer points make no line worth a chart. */
const LEAST_CHART_POINTS = 5;
const SHOWN_LABELS = 10;
const FOLDED_LIMITS = { maxRows: 100, maxBytes: 100_000 };
const TONE_WORDS = { better: ' better', worse: ' **worse**', same: '', neutral: '' };
/** The key figures of the main subject, beside the baseline's where there is one. */
function figuresSection(presentation) {
    const figures = (0,key_figures/* keyFigures */.F)(presentation);
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
    return `### Key figures: ${(0,labels/* mainSubject */.wV)(presentation.measurements) ?? ''}\n\n${markdown}`;
}
function changeCells(figure) {
    if (figure.change === undefined)
        return ['', ''];
    return [figure.before ?? '', figure.change.text + TONE_WORDS[figure.change.tone]];
}
/** Throughput and p95 over time: two charts, since one chart of Mermaid's has one y axis. */
function chartsSection(presentation) {
    const subject = (0,labels/* mainSubject */.wV)(presentation.measurements);
    const series = subject && presentation.measurements?.subjects[subject]?.total?.series;
    if (subject === undefined || series === undefined || series.count.length === 0)
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
/** The slowest and the most failing labels of the main subject; more of each is folded. */
function labelSections(presentation) {
    const subject = (0,labels/* mainSubject */.wV)(presentation.measurements);
    if (subject === undefined)
        return [];
    const rows = (0,labels/* labelRows */.E7)(presentation, subject);
    if (rows.length === 0)
        return [];
    return [
        labelSection('Slowest', (0,labels/* slowestRows */.Pf)(rows, FOLDED_LIMITS.maxRows), rows.length),
        labelSection('Most failing', (0,labels/* mostFailingRows */.$o)(rows, FOLDED_LIMITS.maxRows), rows.length),
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
        ...(hasBaseline ? ['p95 against baseline'] : []),
    ];
    const cells = rows.map((row) => [...labelCells(row), ...(hasBaseline ? [changeCell(row)] : [])]);
    return (0,markdown_table/* renderTable */.b)({ head, align: hasBaseline ? 'lrrrrrl' : 'lrrrrr', rows: cells }, FOLDED_LIMITS);
}
function labelCells({ now }) {
    const share = (0,labels/* errorShare */.s3)(now);
    return [
        (0,report_escape/* markdownCode */.D9)((0,report_escape/* clip */.$Q)(now.label, 120)),
        (0,format/* formatCount */.B4)(now.count),
        share === undefined
            ? ''
            : share === 0
                ? '0'
                : `${(0,format/* formatCount */.B4)(now.errors ?? 0)} (${(0,format/* formatPercent */.l9)(share)})`,
        duration(now.meanMs),
        duration((0,labels/* percentileOf */.D4)(now, 95)),
        duration(now.maxMs),
    ];
}
function changeCell({ now, before }) {
    if (before === undefined)
        return 'new';
    const change = (0,report_change/* durationChange */.j)((0,labels/* percentileOf */.D4)(now, 95), (0,labels/* percentileOf */.D4)(before, 95));
    return change === undefined ? '' : change.text + TONE_WORDS[change.tone];
}
function duration(ms) {
    return ms === undefined ? '' : (0,format/* formatDuration */.a3)(ms);
}

// EXTERNAL MODULE: ./report/summary-details.js
var summary_details = __webpack_require__(72164);
;// CONCATENATED MODULE: ./report/summary-markdown.js





/** GitHub drops a summary beyond 1 MiB; other steps of the job share nothing of it, but some room is left. */
const MOST_BYTES = 900_000;
/** The job summary: `summary.md`. Always below 1 MiB; what is left out is said. */
function renderSummary(presentation) {
    // The order of reading; what comes later is left out first should the sections together be too long.
    const sections = [
        (0,summary_head/* headline */.Pl)(presentation),
        (0,summary_head/* runLine */.u_)(presentation),
        (0,summary_head/* baselineLine */.G)(presentation),
        (0,summary_head/* warningsList */.e)(presentation),
        (0,summary_criteria/* criteriaSection */.r)(presentation),
        (0,summary_details/* scorecardSection */.Wn)(presentation),
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
            kept.push(`_${sections.length - kept.length} more sections are left out: the summary would be too long._`);
            break;
        }
        kept.push(section);
    }
    return kept;
}


/***/ })

};
