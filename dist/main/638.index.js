export const id = 638;
export const ids = [638];
export const modules = {

/***/ 1638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSummary: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./report/summary/markdown-table.js
var markdown_table = __webpack_require__(66086);
// EXTERNAL MODULE: ./report/summary/summary-head.js
var summary_head = __webpack_require__(61763);
// EXTERNAL MODULE: ./report/summary/summary-criteria.js
var summary_criteria = __webpack_require__(5624);
// EXTERNAL MODULE: ./report/figures/tone.js
var tone = __webpack_require__(26045);
// EXTERNAL MODULE: ./report/escape.js
var report_escape = __webpack_require__(9888);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: ./foundation/format.js
var format = __webpack_require__(48253);
// EXTERNAL MODULE: ./report/figures/key-figures.js
var key_figures = __webpack_require__(9638);
// EXTERNAL MODULE: ./report/figures/label-rows.js
var label_rows = __webpack_require__(94141);
;// CONCATENATED MODULE: ./report/summary/mermaid-chart.js
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

// EXTERNAL MODULE: ./report/figures/over-time.js
var over_time = __webpack_require__(2753);
;// CONCATENATED MODULE: ./report/summary/summary-figures.js









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
    return `### Key figures: ${(0,label_rows/* mainSubject */.wV)(presentation.measurements) ?? ''}\n\n${markdown}`;
}
function changeCells(figure) {
    if (figure.change === undefined)
        return ['', ''];
    return [figure.before ?? '', figure.change.text + TONE_WORDS[figure.change.tone]];
}
/** Throughput and p95 over time: two charts, since one chart of Mermaid's has one y axis. */
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
/** The slowest and the most failing labels of the main subject; more of each is folded. */
function labelSections(presentation) {
    const subject = (0,label_rows/* mainSubject */.wV)(presentation.measurements);
    if (subject === undefined)
        return [];
    const rows = (0,label_rows/* labelRows */.E7)(presentation, subject);
    if (rows.length === 0)
        return [];
    return [
        labelSection('Slowest', (0,label_rows/* slowestRows */.Pf)(rows, FOLDED_LIMITS.maxRows), rows.length),
        labelSection('Most failing', (0,label_rows/* mostFailingRows */.$o)(rows, FOLDED_LIMITS.maxRows), rows.length),
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
    const share = (0,label_rows/* errorShare */.s3)(now);
    return [
        (0,report_escape/* markdownCode */.D9)((0,one_line/* clip */.$)(now.label, 120)),
        (0,format/* formatCount */.B4)(now.count),
        share === undefined
            ? ''
            : share === 0
                ? '0'
                : `${(0,format/* formatCount */.B4)(now.errors ?? 0)} (${(0,format/* formatPercent */.l9)(share)})`,
        duration(now.meanMs),
        duration((0,label_rows/* percentileOf */.D4)(now, 95)),
        duration(now.maxMs),
    ];
}
function changeCell({ now, before }) {
    if (before === undefined)
        return 'new';
    const change = (0,tone/* durationChange */.j)((0,label_rows/* percentileOf */.D4)(now, 95), (0,label_rows/* percentileOf */.D4)(before, 95));
    return change === undefined ? '' : change.text + TONE_WORDS[change.tone];
}
function duration(ms) {
    return ms === undefined ? '' : (0,format/* formatDuration */.a3)(ms);
}

// EXTERNAL MODULE: ./report/summary/summary-details.js
var summary_details = __webpack_require__(1255);
;// CONCATENATED MODULE: ./report/summary/summary.js





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
