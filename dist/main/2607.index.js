export const id = 2607;
export const ids = [2607];
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

/***/ 72607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diagnosisOf: () => (/* binding */ diagnosisOf)
});

// EXTERNAL MODULE: ./foundation/duration.js
var duration = __webpack_require__(53166);
// EXTERNAL MODULE: ./verdict/outcome/standing.js
var standing = __webpack_require__(65265);
// EXTERNAL MODULE: ./report/figures/error-rows.js
var error_rows = __webpack_require__(93145);
// EXTERNAL MODULE: ./report/figures/label-rows.js
var label_rows = __webpack_require__(94141);
// EXTERNAL MODULE: ./report/standing.js
var report_standing = __webpack_require__(25511);
// EXTERNAL MODULE: ./report/criterion-words.js
var criterion_words = __webpack_require__(58496);
;// CONCATENATED MODULE: ./report/diagnosis/broken-criteria.js


const MOST_LABELS = 5;
/** The criteria that did not pass, worst first. */
function brokenCriteria(criteria) {
    return (0,standing/* worstFirst */.md)(criteria)
        .filter(({ status }) => status !== 'passed' && status !== 'skipped')
        .map(brokenCriterion);
}
function brokenCriterion(result) {
    const { id, criterion, observed, limit, margin, subject, label } = result;
    const { breaches, inconclusiveBecause, partialData, waiver, usual, source } = result;
    const told = (0,criterion_words/* messageInWords */.q_)(result);
    return {
        id,
        criterion,
        standing: (0,standing/* standingOf */.YP)(result),
        ...(observed !== undefined && { observed }),
        ...(limit !== undefined && { limit }),
        ...(margin !== undefined && { margin }),
        message: told,
        ...(subject !== undefined && { subject }),
        ...(label !== undefined && { label }),
        ...(breaches !== undefined && {
            breaches: breaches.slice(0, MOST_LABELS),
            breached: (0,criterion_words/* breachCount */.v4)(result),
        }),
        ...(inconclusiveBecause !== undefined && { inconclusiveBecause }),
        ...(partialData !== undefined && { partialData }),
        ...(waiver?.active === true && {
            waiver: { until: waiver.until, owner: waiver.owner, reason: waiver.reason },
        }),
        ...(usual !== undefined && { history: historyOf(usual) }),
        source: { line: source.line, ...(source.file !== undefined && { file: source.file }) },
    };
}
function historyOf(usual) {
    const { runs, earlierRuns, words, settledBy, findable, labels, vanished } = usual;
    return {
        runs,
        earlierRuns,
        words,
        settledBy,
        ...(findable !== undefined && { findable }),
        labels: labels.slice(0, MOST_LABELS),
        ...(vanished !== undefined && { vanished: vanished.slice(0, MOST_LABELS) }),
    };
}

// EXTERNAL MODULE: ./report/diagnosis/busy-generators.js
var busy_generators = __webpack_require__(54891);
// EXTERNAL MODULE: ./report/diagnosis/generators.js
var diagnosis_generators = __webpack_require__(89735);
;// CONCATENATED MODULE: ./report/diagnosis/next-steps.js
/** The advice for this outcome; empty if everything passed. */
function nextSteps(known) {
    const { verdict } = known.presentation;
    const { reason, outcome, nothingJudged } = verdict;
    if (outcome === 'started')
        return [ATTACH_STARTED];
    if (nothingJudged === true)
        return [ADD_CRITERIA];
    if (reason === '')
        return [];
    return ADVICE[reason](known);
}
const ADVICE = {
    'bad-input': () => [
        {
            action: 'fix-inputs',
            why: 'The message names every input that is wrong.',
            see: 'docs/troubleshooting.md',
        },
        CHECK,
    ],
    credentials: () => [
        {
            action: 'fix-credentials',
            why: 'The service refused the credentials, or they lack a scope.',
            see: 'docs/permissions.md',
        },
        CHECK,
    ],
    preflight: () => [CHECK],
    'start-unknown': (known) => [lookAtRun(known, 'It is not known whether the test started.'), attach(known)],
    'contact-lost': (known) => [lookAtRun(known, 'The run may still be active.'), attach(known)],
    internal: (known) => [reRun(known, 'The action failed, not the test.'), ...judgeAgain(known)],
    'remote-failed': (known) => [
        lookAtRun(known, 'The run failed at the service.'),
        reRun(known, 'Another attempt starts a new run.'),
    ],
    'remote-aborted': (known) => [
        lookAtRun(known, 'Somebody or something aborted the run at the service.'),
        reRun(known, 'Another attempt starts a new run.'),
    ],
    'remote-unresponsive': (known) => [
        ...strongerGenerators(known),
        lookAtRun(known, 'The load generators stopped answering.'),
        reRun(known, 'Another attempt starts a new run.'),
    ],
    timeout: (known) => [
        {
            action: 'more-time',
            why: 'The step reached its timeout or max-minutes: allow more, or run a shorter test.',
            see: 'docs/cancel-and-re-run.md',
        },
        lookAtRun(known, 'It shows whether the test made any progress.'),
    ],
    validity: (known) => [...strongerGenerators(known), ...whyNotJudged(known)],
    criteria: (known) => [...strongerGenerators(known), ...ofCriteria(known), ...judgeAgain(known)],
    scorecard: (known) => [
        ...strongerGenerators(known),
        { action: 'look-at-labels', why: 'The scorecard names the rules that failed.', see: 'docs/outcomes.md' },
    ],
    baseline: (known) => [...settling(known), ...next_steps_confirm(known), KEEP_BASELINE],
    cancelled: (known) => [reRun(known, 'The step was cancelled before it could judge.')],
};
const CHECK = {
    action: 'check',
    why: 'Mode check verifies credentials, names, limits and criteria, and starts nothing.',
    inputs: { mode: 'check' },
    see: 'docs/troubleshooting.md',
};
const ADD_CRITERIA = {
    action: 'add-criteria',
    why: 'No criterion was judged, so the run could not fail.',
    see: 'docs/criteria.md',
};
const KEEP_BASELINE = {
    action: 'keep-baseline',
    why: 'Run the test on the base branch: a run that passes there is kept as the baseline.',
    see: 'docs/baselines.md',
};
const ATTACH_STARTED = {
    action: 'attach',
    why: 'The run is still active; mode wait judges it.',
    inputs: { mode: 'wait' },
    see: 'docs/cancel-and-re-run.md',
};
function attach({ presentation: { run } }) {
    return {
        action: 'attach',
        why: 'Once the run is known, mode wait continues with it, without a second load test.',
        inputs: { mode: 'wait', ...(run.ids.length > 0 && { 'run-id': run.ids.join(',') }) },
        see: 'docs/reliability.md',
    };
}
function lookAtRun({ presentation: { run } }, why) {
    const page = run.url === undefined ? '' : ' Its page is run.url.';
    return { action: 'look-at-run', why: why + page, see: 'docs/outcomes.md' };
}
function reRun({ presentation: { workflow } }, why) {
    const runId = /\/actions\/runs\/(\d+)$/.exec(workflow?.runUrl ?? '')?.[1];
    return {
        action: 're-run',
        why,
        ...(runId !== undefined && { command: `gh run rerun ${runId} --failed` }),
        see: 'docs/cancel-and-re-run.md',
    };
}
function strongerGenerators({ generators }) {
    if (generators.cpu !== 'short' && generators.whileSlow === undefined)
        return [];
    const why = 'The load generators were short of CPU, so they may have caused the response times and errors themselves: use more or larger ones, or less load.';
    return [{ action: 'stronger-generators', why, see: 'docs/criteria.md' }];
}
function whyNotJudged({ presentation: { verdict }, broken }) {
    const isTooShort = broken.some(({ standing }) => standing === 'invalid') || verdict.criteria.length === 0;
    return [
        isTooShort
            ? {
                action: 'longer-test',
                why: 'The run has too little data to be judged: run the whole test, or a longer one.',
                see: 'docs/criteria.md',
            }
            : {
                action: 'fix-criteria',
                why: 'Data that a criterion needs is missing or partial; its message says which.',
                see: 'docs/outcomes.md',
            },
    ];
}
function ofCriteria(known) {
    const { broken } = known;
    const failed = broken.filter(({ standing }) => standing === 'failed');
    const errors = broken.filter(({ standing }) => standing === 'error');
    return [
        ...(errors.length === 0
            ? []
            : [
                {
                    action: 'fix-criteria',
                    why: 'A criterion in error cannot be judged at all; its message says why.',
                    see: 'docs/criteria.md',
                },
            ]),
        ...(failed.length === 0
            ? []
            : [
                {
                    action: 'look-at-labels',
                    why: 'The worst labels show since when they have failed or been slow, and which errors they have.',
                    see: 'docs/files.md',
                },
            ]),
        ...settling(known),
    ];
}
/** Further runs of the same commit, if they would settle criteria that compare with the usual. */
function settling(known) {
    const runs = known.broken.flatMap(({ history }) => history?.settledBy.moreRuns ?? []);
    if (runs.length === 0)
        return [];
    const more = Math.max(...runs);
    const why = `${more === 1 ? 'One more run' : `${more} more runs`} of this commit would settle what the usual leaves open.`;
    return [{ ...reRun(known, why), see: 'docs/baselines.md' }];
}
/** A suspicion that the step itself may settle the next time. */
function next_steps_confirm({ presentation: { run, verdict } }) {
    const isSuspect = verdict.criteria.some(({ usual, severity }) => usual?.suspect === true && severity !== 'warning');
    if (!isSuspect || run.mode !== 'run' || (run.mostConfirming ?? 0) > 0)
        return [];
    return [
        {
            action: 'confirm',
            why: 'A limit from the usual looks broken but is not proven: with confirm, the step itself runs the test up to two more times and settles it.',
            inputs: { confirm: '2' },
            see: 'docs/baselines.md',
        },
    ];
}
function judgeAgain({ presentation: { measurements } }) {
    if (measurements === undefined)
        return [];
    return [
        {
            action: 'judge-again',
            why: 'If a limit is wrong, the same files can be judged again without a load test.',
            inputs: { mode: 'judge' },
            see: 'docs/files.md',
        },
    ];
}

// EXTERNAL MODULE: ./report/diagnosis/onset.js
var onset = __webpack_require__(36030);
// EXTERNAL MODULE: ./measurements/model.js
var model = __webpack_require__(75817);
// EXTERNAL MODULE: ./measurements/stated-percentile.js
var stated_percentile = __webpack_require__(94105);
;// CONCATENATED MODULE: ./report/diagnosis/worst-labels.js






const worst_labels_MOST_LABELS = 5;
const MOST_KINDS = 3;
/** A label counts as slower than the baseline from this factor on. */
const SLOWER = 1.2;
/**
 * At most five: the labels of broken criteria first, then those with errors, those that became slower, and
 * the slowest.
 */
function worstLabels(presentation, broken) {
    const main = (0,label_rows/* mainSubject */.wV)(presentation.measurements);
    if (main === undefined)
        return [];
    const rows = (0,label_rows/* labelRows */.E7)(presentation, main);
    const candidates = [
        ...worst_labels_ofCriteria(presentation, broken).map(because('criterion')),
        ...(0,label_rows/* mostFailingRows */.$o)(rows, worst_labels_MOST_LABELS).map(because('errors')),
        ...slowerRows(rows).map(because('slower')),
        ...(0,label_rows/* slowestRows */.Pf)(rows, worst_labels_MOST_LABELS).map(because('slow')),
    ];
    const chosen = new Map();
    for (const [row, why] of candidates) {
        const key = JSON.stringify([row.subject, row.now.label]);
        if (chosen.size < worst_labels_MOST_LABELS && !chosen.has(key))
            chosen.set(key, labelOf(presentation, row, why));
    }
    return [...chosen.values()];
}
function because(why) {
    return (row) => [row, why];
}
/** The labels that criteria name, or that broke a wildcard; worst first. */
function worst_labels_ofCriteria(presentation, broken) {
    return (broken
        .filter((criterion) => !['waived', 'warning'].includes((0,standing/* standingOf */.YP)(criterion)))
        .filter(({ label, breaches = [] }) => label !== undefined || breaches.length > 0)
        // There may be 10,000 of each.
        .slice(0, worst_labels_MOST_LABELS)
        .flatMap(({ subject: name, label, breaches = [] }) => {
        const subject = model/* TIMING_SUBJECTS */.$.find((one) => one === name);
        if (subject === undefined)
            return [];
        const labels = label === undefined ? breaches.map((breach) => breach.label) : [label];
        const wanted = labels.slice(0, worst_labels_MOST_LABELS);
        const rows = (0,label_rows/* labelRows */.E7)(presentation, subject).filter(({ now }) => wanted.includes(now.label));
        return rows.toSorted((a, b) => wanted.indexOf(a.now.label) - wanted.indexOf(b.now.label));
    })
        .slice(0, worst_labels_MOST_LABELS));
}
function slowerRows(rows) {
    const factor = ({ now, before }) => before === undefined ? 0 : (0,label_rows/* slownessMs */.d1)(now) / (0,label_rows/* slownessMs */.d1)(before);
    return rows
        .filter((row) => factor(row) >= SLOWER && Number.isFinite(factor(row)))
        .sort((a, b) => factor(b) - factor(a))
        .slice(0, worst_labels_MOST_LABELS);
}
function labelOf(presentation, row, why) {
    const { now, before, subject } = row;
    const share = (0,label_rows/* errorShare */.s3)(now);
    const p95Ms = (0,stated_percentile/* statedPercentile */.t)(now, 95);
    const baselineP95Ms = (0,stated_percentile/* statedPercentile */.t)(before, 95);
    const over = seriesOf(presentation, row);
    const errorsSince = over && (0,onset/* onsetOfErrors */.y)(over.series, over.subject);
    const slowSince = over && (0,onset/* onsetOfSlowness */.r)(over.series, over.subject);
    const kinds = kindsOf((0,error_rows/* errorRows */.GI)(presentation.measurements), row);
    return {
        subject,
        label: now.label,
        because: why,
        count: now.count,
        ...(now.errors !== undefined && { errors: now.errors }),
        ...(share !== undefined && { errorShare: share }),
        ...(p95Ms !== undefined && { p95Ms }),
        ...(baselineP95Ms !== undefined && { baselineP95Ms }),
        ...(errorsSince !== undefined && { errorsSince }),
        ...(slowSince !== undefined && { slowSince }),
        ...(kinds.length > 0 && { errorKinds: kinds }),
    };
}
/**
 * The label's own errors. If there are none, those of the raw requests that XLT's report merges under this
 * name by default: `Homepage.1.4`.
 */
function kindsOf(errors, { now, subject }) {
    const own = errors.filter((error) => error.subject === subject && error.label === now.label);
    if (own.length > 0 || (now.errors ?? 0) === 0)
        return own.slice(0, MOST_KINDS);
    const isMerged = ({ label = '' }) => label.startsWith(now.label) && /^(?:\.\d+)*$/.test(label.slice(now.label.length));
    return errors.filter((error) => error.subject === 'raw-requests' && isMerged(error)).slice(0, MOST_KINDS);
}
/**
 * The label's own series. If there is none, that of another label with the same name, because an XLT report
 * has only totals of requests.
 */
function seriesOf({ measurements }, { now, subject }) {
    if (now.series !== undefined && now.series.count.length > 0)
        return { series: now.series, subject };
    for (const other of ['raw-requests', 'actions', 'page-loads', 'transactions']) {
        const timing = measurements?.subjects[other]?.labels.find(({ label }) => label === now.label);
        if (timing?.series !== undefined && timing.series.count.length > 0)
            return { series: timing.series, subject: other };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./report/diagnosis/diagnosis.js











const MOST_CRITERIA = 50;
const MOST_WARNINGS = 20;
const MOST_ERRORS = 10;
/** What a program or an agent needs to investigate a failed gate. */
function diagnosisOf(presentation) {
    const { verdict, measurements } = presentation;
    const broken = brokenCriteria(verdict.criteria);
    const listed = broken.slice(0, MOST_CRITERIA);
    const charted = (0,label_rows/* chartedSubject */.AO)(measurements);
    const series = charted && measurements?.subjects[charted]?.total?.series;
    const overall = overallOf(charted, series);
    const whileSlow = (0,busy_generators/* busyWhileSlow */.Q)(measurements?.load, series, overall?.slowSince);
    const generators = { ...(0,diagnosis_generators/* generatorsOf */.I)(measurements?.agents), ...(whileSlow !== undefined && { whileSlow }) };
    const notPassed = (0,standing/* worstFirst */.md)(verdict.criteria).filter((criterion) => !['passed', 'skipped'].includes((0,standing/* standingOf */.YP)(criterion)));
    return {
        schemaVersion: 1,
        outcome: verdict.outcome,
        reason: verdict.reason,
        message: verdict.message,
        failsStep: verdict.failsStep,
        run: runOf(presentation),
        ...(verdict.baseline !== undefined && { baseline: verdict.baseline }),
        criteria: {
            counts: (0,report_standing/* countStandings */.tI)(verdict.criteria),
            broken: listed,
            leftOut: broken.length - listed.length,
        },
        ...(overall !== undefined && { overall }),
        errors: (0,error_rows/* errorRows */.GI)(measurements).slice(0, MOST_ERRORS),
        labels: worstLabels(presentation, notPassed),
        generators,
        warnings: verdict.warnings.slice(0, MOST_WARNINGS),
        next: nextSteps({ presentation, broken, generators }),
    };
}
function runOf({ run, workflow, pageUrl }) {
    const { service, ids, url, report, test, state, startedAtMs, finishedAtMs } = run;
    const { commit, pullRequest, runUrl } = workflow ?? {};
    return {
        ...(service !== undefined && { service }),
        ids: ids.slice(0, 100),
        ...(url !== undefined && { url }),
        ...(report !== undefined && { reportUrl: report.url }),
        ...(pageUrl !== undefined && { pageUrl }),
        ...(test !== undefined && { test }),
        ...(state !== undefined && { state }),
        ...(startedAtMs !== undefined && { startedAt: (0,duration/* isoTime */.L)(startedAtMs) }),
        ...(finishedAtMs !== undefined && { finishedAt: (0,duration/* isoTime */.L)(finishedAtMs) }),
        ...(commit !== undefined && { commit: commit.sha }),
        ...(pullRequest !== undefined && { pullRequest: pullRequest.number }),
        ...(runUrl !== undefined && { workflowRunUrl: runUrl }),
    };
}
function overallOf(subject, series) {
    if (subject === undefined || series === undefined)
        return undefined;
    const errorsSince = (0,onset/* onsetOfErrors */.y)(series, subject);
    const slowSince = (0,onset/* onsetOfSlowness */.r)(series, subject);
    return {
        ...(errorsSince !== undefined && { errorsSince }),
        ...(slowSince !== undefined && { slowSince }),
    };
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


/***/ })

};
