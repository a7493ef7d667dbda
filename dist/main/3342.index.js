export const id = 3342;
export const ids = [3342,21];
export const modules = {

/***/ 33342:
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
    return `### Key figures: ${(0,label_rows/* mainSubject */.wV)(presentation.measurements) ?? ''}\n\n${markdown}`;
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
