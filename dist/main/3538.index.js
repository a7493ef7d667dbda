export const id = 3538;
export const ids = [3538,3010];
export const modules = {

/***/ 15579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eu: () => (/* binding */ waiverText),
/* harmony export */   fo: () => (/* binding */ isWaiverActive),
/* harmony export */   vi: () => (/* binding */ endOfDayMs)
/* harmony export */ });
const DAY_MS = 86_400_000;
/** The first millisecond after a day written as `2026-12-31` (UTC); undefined if there is no such day. */
function endOfDayMs(day) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
        return undefined;
    const start = Date.parse(`${day}T00:00:00Z`);
    // Some engines turn 30 February into a day in March.
    if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day)
        return undefined;
    return start + DAY_MS;
}
/** A waiver is active until the end of its last day in UTC. */
function isWaiverActive(waiver, nowMs) {
    const end = endOfDayMs(waiver.until);
    return end !== undefined && nowMs < end;
}
/** The text about the waiver of a criterion that is not met. */
function waiverText(waiver, active) {
    return active
        ? `Waived by ${waiver.owner} through ${waiver.until}: ${waiver.reason}.`
        : `Waiver by ${waiver.owner} expired ${waiver.until}: ${waiver.reason}.`;
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

/***/ 38836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ whyNotWhole),
/* harmony export */   Lv: () => (/* binding */ alignedRuns),
/* harmony export */   VW: () => (/* binding */ whyUnfit),
/* harmony export */   mX: () => (/* binding */ differenceFrom),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   vC: () => (/* binding */ comparableRuns)
/* harmony export */ });
/* unused harmony export MOST_EARLIER_RUNS */
/* harmony import */ var _providers_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35922);
/* harmony import */ var _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75817);
/* harmony import */ var _verdict_comparable_baseline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87654);



/** More runs are neither kept nor read; the newest count. */
const MOST_EARLIER_RUNS = 20;
/** When a run ended, according to its measurements. */
function timeOf({ run, subjects }) {
    const series = _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__/* .TIMING_SUBJECTS */ .$.map((subject) => subjects[subject]?.total?.series?.startMs);
    return run.finishedAtMs ?? run.startedAtMs ?? series.find((startMs) => startMs !== undefined) ?? -Infinity;
}
/** Why a run cannot be compared with this one; undefined if it can. */
function whyUnfit(services, run, measurements) {
    return whyNotWhole(measurements) ?? differenceFrom(services, run, measurements.run);
}
/**
 * Why a run cannot be used for comparisons: it did not end well, or its data is partial. Otherwise undefined.
 */
function whyNotWhole({ run: earlier, warnings }) {
    if (earlier.failure)
        return `it did not finish successfully: ${earlier.failure.message}`;
    if (earlier.endedEarly !== undefined)
        return earlier.endedEarly;
    const lost = warnings.find(({ code, affects }) => PARTIAL.has(code) || affects === 'result');
    if (lost)
        return `its data is partial: ${lost.message}`;
    return undefined;
}
/** The newest runs with the same test and load, oldest first. */
function comparableRuns(services, runs, run) {
    return newestOf(runs.filter(({ facts }) => differenceFrom(services, run, facts) === undefined));
}
const PARTIAL = new Set(['partial-archives', 'unreadable-part']);
/** The newest runs, oldest first; runs with the same time stay in their order. */
function newestOf(runs) {
    // Infinity minus Infinity is not a number.
    return runs.toSorted((a, b) => (a.atMs === b.atMs ? 0 : a.atMs - b.atMs)).slice(-MOST_EARLIER_RUNS);
}
/** The difference that prevents a comparison with an earlier run; undefined if there is none. */
function differenceFrom(services, run, earlier) {
    const aligned = alignedRuns(services, run, earlier);
    return (0,_verdict_comparable_baseline_js__WEBPACK_IMPORTED_MODULE_1__/* .differencesFrom */ .Jh)(aligned.run, aligned.baseline)[0];
}
/** Two runs, prepared for the comparison: if one of them was not started here, its plan is unknown. */
function alignedRuns(services, run, baseline) {
    const { align } = (0,_providers_service_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceNamed */ .f)(services, run.provider).files;
    return run.provider === baseline.provider && align !== undefined
        ? align(run, baseline)
        : { run, baseline, notes: [] };
}


/***/ }),

/***/ 29480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ownRun),
/* harmony export */   w: () => (/* binding */ countsForUsual)
/* harmony export */ });
/* harmony import */ var _criteria_language_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34040);
/* harmony import */ var _measurements_model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75817);
/* harmony import */ var _verdict_against_usual_run_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3764);
/* harmony import */ var _verdict_against_usual_usual_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55198);
/* harmony import */ var _earlier_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38836);





/** Kept even if no criterion uses them now, because a later one may. */
const ALWAYS = [
    ...[50, 90, 95, 99].map((percentile) => ({ name: 'percentile', percentile })),
    { name: 'mean' },
    { name: 'rate' },
];
/**
 * Whether a run counts for what is usual. Every valid run counts, even a failed one, because a slowdown that
 * was accepted has to become the usual.
 */
function countsForUsual({ outcome, reason }, measurements) {
    const valid = outcome === 'passed' || outcome === 'failed' || (outcome === 'inconclusive' && reason === 'baseline');
    return valid && (0,_earlier_run_js__WEBPACK_IMPORTED_MODULE_3__/* .whyNotWhole */ .$B)(measurements) === undefined;
}
/** This run in the form in which later runs are compared with it. */
function ownRun(measurements, criteria, percentileOf) {
    const asked = (0,_verdict_against_usual_usual_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedFigures */ .t9)(criteria);
    const wanted = new Map();
    for (const subject of _measurements_model_js__WEBPACK_IMPORTED_MODULE_4__/* .TIMING_SUBJECTS */ .$) {
        const measures = asked.get(subject) ?? [];
        // The labels of the raw result are the same requests again, and there are often many of them.
        if (measurements.subjects[subject] === undefined || (subject === 'raw-requests' && measures.length === 0))
            continue;
        const names = new Set(measures.map(_criteria_language_units_js__WEBPACK_IMPORTED_MODULE_0__/* .measureText */ .kD));
        wanted.set(subject, [...measures, ...ALWAYS.filter((measure) => !names.has((0,_criteria_language_units_js__WEBPACK_IMPORTED_MODULE_0__/* .measureText */ .kD)(measure)))]);
    }
    return {
        facts: measurements.run,
        figures: (0,_verdict_against_usual_run_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .runFiguresOf */ .A)(measurements, wanted, percentileOf),
        atMs: (0,_earlier_run_js__WEBPACK_IMPORTED_MODULE_3__/* .timeOf */ .nR)(measurements),
    };
}


/***/ }),

/***/ 71488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ whyNotTogether),
/* harmony export */   v: () => (/* binding */ runsOfCommit)
/* harmony export */ });
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75267);
/* harmony import */ var _report_run_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41850);
/* harmony import */ var _verdict_usual_settled_by_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75117);
/* harmony import */ var _earlier_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38836);




/**
 * The newest three runs of the same test, load and commit, including this one; runs that do not fit are named
 * in a warning.
 */
function runsOfCommit(ports, asked, others) {
    const { context, log } = ports;
    const { furtherRuns = [], formerRuns = [] } = others;
    const { run } = asked;
    const isAttempt = formerRuns.length > 0;
    const confirms = furtherRuns.some((further) => further.confirms);
    const own = {
        named: isAttempt
            ? ofAttempt(run.ids, context.attempt)
            : { name: confirms ? nameOf(run.ids) : 'this one', ids: run.ids },
        figures: () => asked.figuresOf(asked.measured),
        isThis: true,
    };
    const attempt = isAttempt ? context.attempt : undefined;
    const further = fittingFurther(ports, asked, { furtherRuns, attempt });
    const all = [...fittingAttempts(ports, run, formerRuns), own, ...further];
    const newest = all.slice(-_verdict_usual_settled_by_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_RUNS */ .nD);
    const at = newest.findIndex(({ isThis }) => isThis);
    const [before, after] = [newest.slice(0, Math.max(0, at)), newest.slice(at + 1)];
    const result = {
        before: before.map(({ figures }) => figures()),
        after: after.map(({ figures }) => figures()),
    };
    if (newest.length < 2)
        return result;
    const named = newest.map((one) => one.named);
    log.info((0,_report_run_words_js__WEBPACK_IMPORTED_MODULE_2__/* .commitRunsInWords */ .Wd)(named));
    return { ...result, named };
}
/**
 * If several attempts judged the same run, because a later one continued it, only the newest attempt counts.
 */
function fittingAttempts({ log, services }, run, former) {
    const seen = new Set([idsText(run)]);
    const fitting = [];
    for (const { attempt, run: earlier } of former.toReversed()) {
        const { facts, figures } = earlier;
        if (seen.has(idsText(facts)))
            continue;
        seen.add(idsText(facts));
        const why = (0,_earlier_run_js__WEBPACK_IMPORTED_MODULE_1__/* .differenceFrom */ .mX)(services, run, facts) ?? otherCommit(run.commit, facts.commit);
        if (why === undefined)
            fitting.unshift({
                named: ofAttempt(facts.ids, attempt),
                figures: () => figures,
            });
        else
            log.warning(`${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleName */ .ko)(nameOf(facts.ids), 100)} of attempt ${attempt} is not judged together with this run: ${why}`);
    }
    return fitting;
}
const idsText = ({ ids }) => ids.join(',');
const nameOf = (ids) => `run ${ids.join(', ')}`;
function ofAttempt(ids, attempt) {
    return { name: `${nameOf(ids)} of attempt ${attempt}`, attempt, ids };
}
function fittingFurther({ log, services }, { measured, figuresOf }, { furtherRuns, attempt }) {
    return furtherRuns.flatMap(({ name, measurements, confirms }) => {
        const shown = (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleName */ .ko)(name, 100);
        const { ids } = measurements.run;
        const named = confirms && attempt !== undefined
            ? ofAttempt(ids, attempt)
            : { name: confirms ? nameOf(ids) : shown, ids };
        const why = whyNotTogether(services, measured.run, measurements);
        if (why === undefined)
            return [{ named, figures: () => figuresOf(measurements) }];
        log.warning(`${shown} is not judged together with this run: ${why}`);
        return [];
    });
}
/** Why a run cannot be judged together with this one; undefined if it can. */
function whyNotTogether(services, run, further) {
    return (0,_earlier_run_js__WEBPACK_IMPORTED_MODULE_1__/* .whyUnfit */ .VW)(services, run, further) ?? otherCommit(run.commit, further.run.commit);
}
function otherCommit(commit, other) {
    if (commit === undefined || other === undefined || commit === other)
        return undefined;
    return `it is for commit ${other.slice(0, 7)}, this run for ${commit.slice(0, 7)}.`;
}


/***/ }),

/***/ 20127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hI: () => (/* binding */ judgePrepared),
  uw: () => (/* binding */ measureRun),
  qy: () => (/* binding */ prepareJudgment)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./step/judge/baseline-cache.js
var baseline_cache = __webpack_require__(82191);
// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./step/judge/history/earlier-run.js
var earlier_run = __webpack_require__(38836);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: ./platform/files/files-in.js
var files_in = __webpack_require__(5741);
// EXTERNAL MODULE: ./platform/files/regular-file.js
var regular_file = __webpack_require__(38717);
// EXTERNAL MODULE: ./providers/service.js
var service = __webpack_require__(35922);
;// CONCATENATED MODULE: ./step/judge/history/read-history.js







/**
 * Only twenty runs are used, but some of the files may not fit, and a file has to be read to know its time.
 */
const MOST_FILES = 200;
const MOST_BYTES = 2e9;
/** Other files that a run leaves. */
const OTHERS = /(^|\.)(criteria|baseline|metrics|run)\.json$/i;
/** Whether a file in a folder may be measurements, by its name. */
function mayBeMeasurements(path) {
    const name = (0,external_node_path_.basename)(path);
    return /\.json$/i.test(name) && !OTHERS.test(name);
}
/**
 * Reads one file after another and keeps only the figures, because all files together may be larger than the
 * memory.
 */
async function readHistory(paths, { services, run, figuresOf }) {
    const history = { runs: [], skipped: [] };
    const sorted = paths.toSorted(files_in/* byName */.n);
    const left = sorted.splice(0, Math.max(0, sorted.length - MOST_FILES));
    if (left.length > 0)
        history.skipped.push(`${left.length} files, ${nameOf(left[0])} and those after it by name (at most ${MOST_FILES} are read)`);
    let [bytesLeft, newestAtMs] = [MOST_BYTES, -Infinity];
    for (const path of sorted.toReversed()) {
        try {
            bytesLeft -= await (0,regular_file/* sizeOf */.$d)(path);
            if (bytesLeft < 0)
                throw new Error(`together they have more than ${MOST_BYTES / 1e9} GB`);
            const measurements = await measurementsIn(path, (0,service/* namesOf */.e)(services));
            const unfit = (0,earlier_run/* whyUnfit */.VW)(services, run, measurements);
            if (unfit !== undefined)
                throw new Error(unfit);
            const atMs = (0,earlier_run/* timeOf */.nR)(measurements);
            history.runs.unshift({ facts: measurements.run, figures: figuresOf(measurements), atMs });
            if (history.newest !== undefined && !(atMs > newestAtMs))
                continue;
            history.newest = measurements;
            newestAtMs = atMs;
        }
        catch (error) {
            history.skipped.unshift(`${nameOf(path)} (${reasonOf(error)})`);
        }
    }
    return { ...history, runs: (0,earlier_run/* newestOf */.su)(history.runs) };
}
async function measurementsIn(path, providers) {
    const { parseMeasurements, MAX_FILE_BYTES } = await Promise.all(/* import() */[__webpack_require__.e(7232), __webpack_require__.e(2727), __webpack_require__.e(7889)]).then(__webpack_require__.bind(__webpack_require__, 30270));
    return parseMeasurements(await (0,regular_file/* regularFile */.VI)(path).text(MAX_FILE_BYTES), providers);
}
const nameOf = (path) => JSON.stringify((0,one_line/* oneLine */.TN)(path, MOST_NAME));
const reasonOf = (error) => (0,one_line/* oneLine */.TN)((0,errors/* messageOf */.bD)(error), MOST_REASON).replace(/\.$/, '');
const MOST_NAME = 120;
const MOST_REASON = 160;
const MOST_NAMED = 10;
/** One warning for all files that were left out; undefined if there are none. */
function skippedText({ skipped, runs }, from) {
    if (skipped.length === 0)
        return undefined;
    const named = skipped.slice(0, MOST_NAMED).join('; ');
    const more = skipped.length > MOST_NAMED ? `; and ${skipped.length - MOST_NAMED} more` : '';
    return `Of ${from}, ${runs.length} ${runs.length === 1 ? 'run is' : 'runs are'} used; left out: ${named}${more}.`;
}

;// CONCATENATED MODULE: ./step/judge/data-troubles.js
/** Files that are unavailable, partial or unreadable. A criterion that needs one of them cannot be judged. */
function troublesOf(service, collected, measurements) {
    return [
        ...troublesOfCollecting(collected),
        // The warnings of the measurements have these too.
        ...unreadable(service, collected, measurements),
        ...scorecardTrouble(measurements),
        ...lostRecords(measurements),
    ];
}
/** Problems that were found while collecting, and are in no warning of the measurements. */
function troublesOfCollecting(collected) {
    const covered = collected.files.some((file) => file.kind === 'test-report');
    const missing = collected.missing.map(({ name, reason, measuredWithout }) => {
        const file = fileOf(name);
        // Only the log of one of several executions is missing, so the others can still be used.
        const some = name.includes('/') && collected.files.some((other) => fileOf(other.name) === file);
        // The report's own document has everything that the archive would have.
        const judgeable = measuredWithout === true || (file === 'report' && covered);
        return {
            file: judgeable ? 'metrics' : file,
            ...(some && !judgeable ? { kind: 'partial', fileMissing: true } : { kind: 'missing' }),
            reason: `${name} is unavailable: ${reason}`,
        };
    });
    const partial = collected.partial.flatMap((reason) => [
        { file: 'report', kind: 'partial', reason },
        { file: 'result', kind: 'partial', reason },
    ]);
    return [...missing, ...partial];
}
function fileOf(name) {
    if (name.endsWith('scorecard.xml'))
        return 'scorecard';
    if (name.endsWith('report.tar.gz') || name.endsWith('.xml'))
        return 'report';
    return name.endsWith('.json') ? 'metrics' : 'result';
}
/** Files that exist but could not be read. */
function unreadable(service, { files }, measurements) {
    const warnings = measurements?.warnings.filter((warning) => warning.code === 'unreadable-part') ?? [];
    if (warnings.length === 0)
        return [];
    const reason = warnings.map((warning) => warning.message).join(' ');
    const kinds = new Set(files.map((file) => file.kind));
    return service
        .unread({ kinds, subjects: measurements?.subjects ?? {} })
        .map((unread) => ({ ...unread, reason }));
}
/** A scorecard exists, as a file or in the archive, but could not be read: it may be one that failed. */
function scorecardTrouble(measurements) {
    if (measurements?.scorecard)
        return [];
    const reasons = reasonsOf(measurements, 'scorecard');
    return reasons.length > 0 ? [{ file: 'scorecard', kind: 'missing', reason: reasons.join(' ') }] : [];
}
/** Some records could not be read, so the others are only a part of the data. */
function lostRecords(measurements) {
    const reasons = reasonsOf(measurements, 'result');
    if (!measurements || reasons.length === 0)
        return [];
    const partial = { kind: 'partial', reason: reasons.join(' ') };
    // Without a report, actions and transactions are judged by the raw result.
    const instead = ['actions', 'transactions'];
    const inPlace = instead.some((subject) => measurements.subjects[subject]?.source === 'xlt-timers');
    const reportRead = measurements.subjects.requests?.source === 'xlt-report';
    return [
        { file: 'result', ...partial },
        ...(inPlace && !reportRead ? [{ file: 'report', ...partial }] : []),
    ];
}
function reasonsOf(measurements, affects) {
    return (measurements?.warnings ?? [])
        .filter((warning) => warning.affects === affects)
        .map(({ message }) => message);
}

// EXTERNAL MODULE: ./step/judge/history/look-at-run.js
var look_at_run = __webpack_require__(95431);
;// CONCATENATED MODULE: ./step/judge/history/run-from-service.js



/**
 * Downloads an earlier run into a folder and measures it. Returns `missing` with the reason if it cannot be
 * used.
 */
async function runFromService({ provider, services, http }, ids, folder) {
    if (provider === undefined)
        return {
            missing: 'Mode judge contacts no service; use file:, or leave baseline.json in the output directory.',
        };
    const { run, status, hasEnded, failure } = await (0,look_at_run/* lookAtRun */.U)({ provider, http }, ids);
    if (!hasEnded)
        return { missing: `Run ${ids.join(', ')} has not finished yet.` };
    if (failure !== undefined)
        return { missing: `Run ${ids.join(', ')} cannot be used as a baseline: ${failure}` };
    const collected = await provider.collect(run, status, folder);
    const { files } = (0,service/* serviceNamed */.f)(services, provider.name);
    const measurements = await files.measure(collected, run.executions);
    const troubles = troublesOf(files, collected, measurements).filter(({ file }) => ['report', 'result'].includes(file));
    if (Object.keys(measurements.subjects).length > 0) {
        if (troubles.length === 0)
            return { measurements };
        const whole = [...new Set(troubles.map(({ reason }) => reason))].join(' ');
        return { missing: `The data of run ${ids.join(', ')} is incomplete. ${whole}` };
    }
    const reasons = [
        ...collected.missing.map((file) => file.reason),
        ...measurements.warnings.map((warning) => warning.message),
    ];
    return { missing: `Run ${ids.join(', ')} has no readable data. ${reasons.join(' ')}` };
}

// EXTERNAL MODULE: ./platform/files/file-errors.js
var file_errors = __webpack_require__(50944);
// EXTERNAL MODULE: ./platform/http/http.js
var http = __webpack_require__(25819);
;// CONCATENATED MODULE: ./step/judge/baseline-store.js











/**
 * Finds the baseline. Does not throw if there is none: then its criteria are inconclusive. A cancellation is
 * passed on.
 */
async function findBaseline(ports, choice, asked) {
    try {
        if (choice.kind === 'file')
            return await fromFiles(ports, choice.path, asked);
        return await (choice.kind === 'run' ? fromService(ports, choice.runs, asked) : (0,baseline_cache/* readKeptBaseline */.Cr)(ports));
    }
    catch (error) {
        return { missing: baseline_store_reasonOf(error) };
    }
}
/** Why there is no baseline; rethrows unexpected errors. */
function baseline_store_reasonOf(error) {
    if (error instanceof errors/* GateError */.ue || error instanceof http/* HttpError */.j$ || (0,file_errors/* isFileError */.lz)(error))
        return (0,errors/* messageOf */.bD)(error);
    throw error;
}
async function fromFiles({ log, services }, path, asked) {
    const named = await (0,files_in/* filesNamed */.h)(path);
    if (named.kind === 'single') {
        const { readMeasurements } = await Promise.all(/* import() */[__webpack_require__.e(7232), __webpack_require__.e(2727), __webpack_require__.e(7889)]).then(__webpack_require__.bind(__webpack_require__, 30270));
        return { measurements: await readMeasurements((0,regular_file/* regularFile */.VI)(named.path), (0,service/* namesOf */.e)(services)) };
    }
    const paths = named.kind === 'folder' ? named.paths.filter(mayBeMeasurements) : named.paths;
    const from = `${paths.length} ${paths.length === 1 ? 'file' : 'files'} of ${(0,external_node_path_.resolve)(path)}`;
    if (paths.length === 0)
        return { missing: `There are no measurements in ${(0,external_node_path_.resolve)(path)}.` };
    const history = await readHistory(paths, asked);
    const skipped = skippedText(history, from);
    if (history.newest === undefined)
        return { missing: skipped ?? `This run cannot be compared with any of ${from}.` };
    if (skipped !== undefined)
        log.warning(skipped);
    return { measurements: history.newest, history: history.runs };
}
/**
 * A single run is returned as it is, and checked by the caller. If there are several, those that cannot be
 * compared are left out.
 */
async function fromService(ports, groups, { run, figuresOf }) {
    const runs = [...new Map(groups.map((ids) => [ids.join(), ids])).values()];
    const [first] = runs;
    if (runs.length === 1 && first !== undefined)
        return await runFromService(ports, first, ports.directory.folder('baseline'));
    const history = [];
    const unfit = [];
    let newest;
    for (const ids of runs) {
        const folder = ports.directory.folder('baseline').folder(ids.join('-'));
        const found = await runFromService(ports, ids, folder).catch((error) => ({
            missing: baseline_store_reasonOf(error),
        }));
        const why = 'missing' in found ? found.missing : (0,earlier_run/* whyUnfit */.VW)(ports.services, run, found.measurements);
        if ('missing' in found || why !== undefined) {
            unfit.push(`run ${ids.join(', ')} (${why ?? ''})`);
            continue;
        }
        const atMs = (0,earlier_run/* timeOf */.nR)(found.measurements);
        history.push({ facts: found.measurements.run, figures: figuresOf(found.measurements), atMs });
        if (newest === undefined || atMs >= newest.atMs)
            newest = { atMs, found };
    }
    const left = unfit.length === 0 ? '' : `These runs are not used: ${unfit.join('; ')}.`;
    if (newest === undefined)
        return { missing: left };
    if (left !== '')
        ports.log.warning(left);
    return { ...newest.found, history: (0,earlier_run/* newestOf */.su)(history) };
}

// EXTERNAL MODULE: ./verdict/comparable-baseline.js
var comparable_baseline = __webpack_require__(87654);
// EXTERNAL MODULE: ./measurements/model.js
var model = __webpack_require__(75817);
// EXTERNAL MODULE: ./step/publish/workflow-links.js
var workflow_links = __webpack_require__(93010);
;// CONCATENATED MODULE: ./step/judge/told-measurements.js



const DATA = ['report', 'result'];
/**
 * Adds to the measurements that data is partial. A later judgment or comparison has no other source for that.
 */
function withPartial(measurements, collected) {
    const partial = troublesOfCollecting(collected)
        .filter(({ file, kind }) => kind === 'partial' && DATA.includes(file))
        .map(({ reason }) => reason);
    // When files are judged again, the first judgment has already added the warnings.
    const known = new Set(measurements.warnings.map(({ message }) => message));
    const added = [...new Set(partial)].filter((message) => !known.has(message));
    const warnings = added.map((message) => ({ code: 'partial-archives', message }));
    return { ...measurements, warnings: [...warnings, ...measurements.warnings] };
}
/** Adds where the measurements come from, for later comparisons. */
function withOrigin(context, measurements) {
    const runUrl = (0,workflow_links/* workflowRunUrl */.C)(context);
    return {
        ...measurements,
        run: {
            ...measurements.run,
            ...(context.sha !== '' && measurements.run.commit === undefined && { commit: context.sha }),
            ...(runUrl !== undefined &&
                measurements.run.workflowRunUrl === undefined && { workflowRunUrl: runUrl }),
        },
    };
}
/** Adds how the run ended. A later judgment has no other source for that. */
function withEnd(measurements, { failure, endedEarly }) {
    const reason = model/* BAD_ENDS */.T.find((one) => one === failure?.reason);
    return {
        ...measurements,
        run: {
            ...measurements.run,
            ...(failure !== undefined && reason !== undefined && { failure: { reason, message: failure.message } }),
            ...(endedEarly !== undefined && { endedEarly }),
        },
    };
}

// EXTERNAL MODULE: ./criteria/language/units.js
var units = __webpack_require__(34040);
// EXTERNAL MODULE: ./criteria/language/label-pattern.js
var label_pattern = __webpack_require__(35530);
// EXTERNAL MODULE: ./verdict/usual/history/spread.js
var spread = __webpack_require__(68661);
;// CONCATENATED MODULE: ./verdict/usual/figures.js
/**
 * The figures of one comparison as a table: one row per label, one column per run. All values are logarithms
 * that grow when it gets worse.
 */

const MIN_REQUESTS = 20;
/** Steps to which reports round figures, coarsest first: XLT rounds to 1 ms, old versions to 5 or 10. */
const ROUNDED_TO = [10, 5, 1];
/** Creates the grid for a subject's labels, or only its total, with these figures. */
function gridOf(earlier, runs, { subject, labels }, figures) {
    const columns = earlier.length + runs.length;
    const rows = new Map();
    const order = [...runs.keys()].map((run) => earlier.length + run).toReversed();
    const all = [...earlier, ...runs].map((run) => timingsOf(run.subjects.get(subject), labels === 'total'));
    const put = (column, into, opens) => {
        for (const timing of all[column]) {
            let row = into.get(timing.label);
            if (!row) {
                if (!opens)
                    continue;
                row = { label: timing.label, index: into.size, cells: Array(columns).fill(undefined) };
                into.set(timing.label, row);
            }
            row.cells[column] ??= timing;
        }
    };
    for (const column of order)
        put(column, rows, true);
    for (const column of earlier.keys())
        put(column, rows, false);
    const gone = new Map();
    if (earlier.length > 0)
        put(earlier.length - 1, gone, true);
    for (const label of rows.keys())
        gone.delete(label);
    const ordered = [...rows.values()];
    return {
        earlier: earlier.length,
        columns,
        rows: ordered,
        gone: [...gone.values()],
        figures: figuresOf(ordered, columns, figures),
    };
}
/**
 * Reads run by run, with all figures of a label at once: that is faster, because thousands of small maps are
 * far apart in memory.
 */
function figuresOf(rows, columns, names) {
    const all = names.map(() => {
        const values = new Float64Array(rows.length * columns).fill(Number.NaN);
        return { values, samplings: new Float64Array(rows.length * columns) };
    });
    for (let column = 0; column < columns; column++) {
        for (let index = 0; index < rows.length; index++) {
            const figures = rows[index].cells[column]?.figures;
            if (!figures)
                continue;
            for (let name = 0; name < names.length; name++) {
                const figure = figures.get(names[name]);
                if (!figure || !comparable(figure))
                    continue;
                const at = index * columns + column;
                all[name].values[at] = figure.value;
                all[name].samplings[at] = samplingOf(figure);
            }
        }
    }
    return new Map(names.map((name, index) => [name, all[index]]));
}
function timingsOf(figures, total) {
    if (!total)
        return figures?.labels ?? [];
    return figures?.total ? [{ ...figures.total, label: '' }] : [];
}
/** The rows that a comparison is about. */
function chosenRows(rows, { labels }) {
    if (labels === 'total' || labels === 'all')
        return rows;
    const chosen = new Set(labels);
    return rows.filter(({ label }) => chosen.has(label));
}
const minRequestsOf = ({ minRequests }) => minRequests !== undefined && minRequests > MIN_REQUESTS ? minRequests : MIN_REQUESTS;
/** The figures of one comparison. */
function tableOf(grid, comparison) {
    const { earlier, columns } = grid;
    const chosen = chosenRows(grid.rows, comparison);
    const stated = grid.figures.get(comparison.figure);
    const values = new Float64Array(chosen.length * columns);
    const rows = chosen.map((row, index) => rowOf(row, values.subarray(index * columns, (index + 1) * columns), { earlier, comparison, stated }));
    const roundedTo = ROUNDED_TO.find((step) => areMultiples(values, step)) ?? 0;
    toLogarithms(values, roundedTo, comparison.worse === 'lower' ? -1 : 1);
    for (const row of rows)
        row.why ??= whyNot(row.x, earlier);
    return { earlier, columns, rows, roundedTo, field: spread/* FIELD_SPREAD */.vi };
}
/**
 * Whether all values above 0 are multiples of the step. A loop, because calling a function for each of tens
 * of thousands of values would take most of the time.
 */
function areMultiples(values, step) {
    for (let i = 0; i < values.length; i++)
        if (values[i] > 0 && values[i] % step !== 0)
            return false;
    return true;
}
function rowOf({ label, index, cells }, values, { earlier, comparison, stated }) {
    const minRequests = minRequestsOf(comparison);
    const row = { label, count: 0, why: undefined, x: values, earlierSampling: 0, sampling: 0 };
    const from = index * cells.length;
    let [sumBefore, numberBefore, sumNow, numberNow] = [0, 0, 0, 0];
    let [seen, few] = [false, false];
    for (let column = 0; column < cells.length; column++) {
        values[column] = Number.NaN;
        const timing = cells[column];
        if (!timing)
            continue;
        const { count } = timing;
        if (column < earlier)
            seen = true;
        else
            row.count = count >= 0 && count < Infinity ? count : 0;
        if (!(count >= minRequests)) {
            few = true;
            continue;
        }
        const value = stated.values[from + column];
        if (Number.isNaN(value))
            continue;
        values[column] = value;
        if (column < earlier) {
            sumBefore += stated.samplings[from + column];
            numberBefore++;
        }
        else {
            sumNow += stated.samplings[from + column];
            numberNow++;
        }
    }
    if (!seen)
        row.why = 'new';
    else if (few && (numberBefore === 0 || numberNow === 0))
        row.why = 'few-requests';
    row.earlierSampling = numberBefore === 0 ? 0 : sumBefore / numberBefore;
    row.sampling = numberNow === 0 ? 0 : sumNow / numberNow;
    return row;
}
const comparable = ({ value }) => Number.isFinite(value) && value >= 0;
const samplingOf = ({ samplingVariance }) => samplingVariance !== undefined && samplingVariance > 0 && samplingVariance < 1e6 ? samplingVariance : 0;
/** 0 has no logarithm: if values are rounded, it becomes half a step; otherwise it is unusable. */
function toLogarithms(values, roundedTo, sign) {
    for (let i = 0; i < values.length; i++) {
        const value = Math.max(values[i], roundedTo / 2);
        values[i] = value > 0 ? sign * Math.log(value) : Number.NaN;
    }
}
function whyNot(x, earlier) {
    return hasKnown(x, 0, earlier) && hasKnown(x, earlier, x.length) ? undefined : 'no-figure';
}
function hasKnown(x, from, to) {
    for (let column = from; column < to; column++)
        if (!Number.isNaN(x[column]))
            return true;
    return false;
}
/** The columns from `from` up to `to` (exclusive) that have a value. */
function knownColumns(x, from, to) {
    const known = [];
    for (let column = from; column < to; column++)
        if (!Number.isNaN(x[column]))
            known.push(column);
    return known;
}

// EXTERNAL MODULE: ./verdict/usual/mathematics/student-t.js
var student_t = __webpack_require__(324);
;// CONCATENATED MODULE: ./verdict/usual/errors/error-counts.js
/**
 * Errors per request are judged by their counts: near 0 a share has no logarithm, and may double by chance
 * alone.
 */

/** Jeffreys' prior for a count is half an error. */
const PRIOR_ERRORS = 0.5;
/**
 * How much error counts vary between runs beyond chance, as a variance of their ratio, before enough runs are
 * known, and how many runs that assumption counts as.
 */
const PRIOR_DISPERSION = 0.25;
const PRIOR_RUNS = 2;
/**
 * Combines earlier runs. The variation between runs beyond chance is estimated by moments, and drawn towards
 * the prior.
 */
function expectedErrors(earlier) {
    const errors = sumOf(earlier.map((run) => run.errors));
    const requests = sumOf(earlier.map(({ count }) => count));
    const share = (errors + PRIOR_ERRORS) / requests;
    const chi = sumOf(earlier.map((run) => (run.errors - share * run.count) ** 2 / (share * run.count)));
    const freedom = earlier.length - 1;
    const beyondChance = freedom > 0 ? Math.max(0, chi / freedom - 1) / ((share * requests) / earlier.length) : 0;
    const betweenRuns = (PRIOR_RUNS * PRIOR_DISPERSION + freedom * beyondChance) / (PRIOR_RUNS + freedom);
    return { share, ofShare: 1 / (errors + PRIOR_ERRORS) + betweenRuns / earlier.length, betweenRuns };
}
/** The probability of at least this many errors by chance; with `share`, if that were the usual share. */
function chanceOfErrors(expected, runs, { share, ofShare } = expected) {
    const errors = sumOf(runs.map((run) => run.errors));
    const requests = sumOf(runs.map(({ count }) => count));
    const shape = 1 / (ofShare + expected.betweenRuns / runs.length);
    return (0,student_t/* upperTailOfCount */.FD)(errors, share * requests, shape);
}
const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);

// EXTERNAL MODULE: ./verdict/usual/decide.js
var decide = __webpack_require__(61019);
// EXTERNAL MODULE: ./verdict/usual/mathematics/median.js
var median = __webpack_require__(30686);
;// CONCATENATED MODULE: ./verdict/usual/history/environment.js

/** With fewer labels, common changes cannot be separated from those of single labels. */
const MIN_LABELS = 5;
const SWEEPS = 2;
/**
 * The environment of each run, as a logarithm; NaN for an earlier run with too few labels. Undefined if there
 * are too few labels. It is the column effect of a median polish (Tukey, Exploratory Data Analysis, 1977,
 * chapter 11).
 */
function environmentOf({ rows, columns, earlier }) {
    const usable = rows.filter((row) => row.why === undefined);
    if (usable.length < MIN_LABELS)
        return undefined;
    const environment = new Float64Array(columns);
    const scratch = new Float64Array(Math.max(usable.length, columns));
    const usual = new Float64Array(usable.length);
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
        for (let index = 0; index < usable.length; index++)
            usual[index] = usualOf(usable[index], environment, { earlier, scratch });
        for (let column = 0; column < columns; column++) {
            let known = 0;
            for (let index = 0; index < usable.length; index++) {
                const difference = usable[index].x[column] - usual[index];
                if (!Number.isNaN(difference))
                    scratch[known++] = difference;
            }
            environment[column] = known < MIN_LABELS ? Number.NaN : (0,median/* medianInPlace */.T)(scratch, known);
        }
    }
    return environment.subarray(earlier).some(Number.isNaN) ? undefined : environment;
}
function usualOf({ x }, environment, { earlier, scratch }) {
    let known = 0;
    for (let column = 0; column < earlier; column++) {
        const value = x[column] - environment[column];
        if (!Number.isNaN(value))
            scratch[known++] = value;
    }
    return (0,median/* medianInPlace */.T)(scratch, known);
}

;// CONCATENATED MODULE: ./verdict/usual/history/outliers.js
/**
 * Accidental outliers of single labels in earlier runs. A single new run that is not much further away may be
 * another accident.
 */
/** A run that is this many spreads away is an accident, because chance does not explain it. */
const ACCIDENT_FROM = 3.5;
/** Accidents of labels that are this many times noisier count in proportion for a calmer label. */
const MUCH_NOISIER = 3;
/** The largest ones are enough to compare with. */
const MOST_KEPT = 200;
/** The accidents among each label's most distant run. */
function accidentsOf(furthest) {
    return furthest
        .filter(({ distance, spread }) => distance > ACCIDENT_FROM * spread)
        .sort((a, b) => b.distance / b.spread - a.distance / a.spread)
        .slice(0, MOST_KEPT);
}
/** How far a label with this spread would be away in the worst of these accidents; 0 if there were none. */
function worstAccident(accidents, spread) {
    let worst = 0;
    for (const accident of accidents) {
        const calmer = Math.min(1, (MUCH_NOISIER * spread) / accident.spread);
        worst = Math.max(worst, accident.distance * calmer);
    }
    return worst;
}

// EXTERNAL MODULE: ./verdict/usual/history/reference.js + 1 modules
var reference = __webpack_require__(9342);
;// CONCATENATED MODULE: ./verdict/usual/judge-figures.js
/** Judges the labels of one comparison, and what they have in common, by their figures. */







/** With fewer runs, at least the assumed spread is used: two runs may be similar by accident. */
const FEW_RUNS = 3;
/** Subtracts the environment, fits the earlier runs of every label, and draws their spreads together. */
function casesOf(table) {
    const environment = environmentOf(table);
    const usable = table.rows.filter((row) => row.why === undefined);
    const common = environment && fittedCases([asRow(environment)], { ...table, roundedTo: middleStep(usable, table) })[0];
    if (environment)
        for (const { x } of usable)
            for (let i = 0; i < x.length; i++)
                x[i] -= environment[i];
    const labels = fittedCases(usable, table);
    if (common === undefined)
        return { labels };
    const taken = { usual: common.evidence.reference.x, now: meanOf(common.evidence.now) };
    for (const label of labels) {
        label.taken = taken;
        label.evidence.environment = taken.now - taken.usual;
    }
    delete common.row;
    return { environment: common, labels };
}
/**
 * The rounding step of the median label, as a share of its value: the environment is a median over labels.
 */
function middleStep(usable, { roundedTo, earlier }) {
    if (!(roundedTo > 0))
        return roundedTo;
    const sizes = Float64Array.from(usable, ({ x }) => Math.abs(x[earlier]));
    return roundedTo / Math.exp((0,median/* medianInPlace */.T)(sizes, sizes.length));
}
const asRow = (x) => ({
    label: '',
    count: 0,
    why: undefined,
    x,
    earlierSampling: 0,
    sampling: 0,
});
/** Fits the earlier runs of every row that has some, and draws their spreads together. */
function fittedCases(allRows, table) {
    const scratch = new Float64Array(table.columns);
    const known = allRows.map((row) => ({ row, columns: knownColumns(row.x, 0, table.earlier) }));
    // Earlier runs with too few labels have no environment, so a row that occurs only in them has no values
    // left.
    for (const { row, columns } of known)
        if (columns.length === 0)
            row.why = 'new';
    const fitted = known.filter(({ columns }) => columns.length > 0);
    const earlier = packed(fitted, table.earlier);
    const rough = (0,spread/* roughSpreads */.wy)(earlier, scratch, table.field);
    const fits = earlier.map((x, index) => (0,reference/* fitOf */.Z)(x, rough[index], scratch));
    const scatters = fits.map(({ scatter }, index) => ({
        ...scatter,
        sampling: fitted[index].row.earlierSampling,
    }));
    const spreads = (0,spread/* drawnTogether */.DZ)(scatters, table.field).map((spread, index) => earlier[index].length < FEW_RUNS ? atLeast(table.field, spread) : spread);
    const accidents = accidentsOf(fits.map(({ furthest }, index) => ({ distance: furthest, spread: Math.sqrt(spreads[index].variance) })));
    return fitted.map(({ row, columns }, index) => ({
        row,
        columns,
        taken: { usual: 0, now: 0 },
        evidence: evidenceOf(row, {
            table,
            reference: fits[index].reference,
            spread: spreads[index],
            accidents,
        }),
    }));
}
/**
 * The known values of the earlier runs, without gaps. All rows share one buffer, because thousands of buffers
 * would be slow.
 */
function packed(rows, earlier) {
    const buffer = new Float64Array(rows.length * earlier);
    return rows.map(({ row, columns }, index) => {
        const from = index * earlier;
        for (let i = 0; i < columns.length; i++)
            buffer[from + i] = row.x[columns[i]];
        return buffer.subarray(from, from + columns.length);
    });
}
const atLeast = (field, spread) => ({
    ...spread,
    variance: Math.max(spread.variance, field ** 2),
});
function evidenceOf(row, { table, reference, spread, accidents }) {
    return {
        now: knownColumns(row.x, table.earlier, table.columns).map((column) => row.x[column]),
        reference,
        spread,
        excess: Math.max(0, row.sampling - row.earlierSampling),
        rounding: roundingVariance(table.roundedTo / Math.exp(Math.abs(reference.x)), spread),
        environment: 0,
        outlier: worstAccident(accidents, Math.sqrt(spread.variance)),
    };
}
/**
 * The variance that rounding adds to the difference of two figures, for a step as a share of the value: step²
 * / 12 for each. More runs do not reduce it, unless they spread over several steps (Widrow and Kollár,
 * Quantization Noise, 2008).
 */
function roundingVariance(step, { variance }) {
    if (!(step > 0))
        return 0;
    return (step ** 2 / 6) * Math.exp((-2 * Math.PI ** 2 * variance) / step ** 2);
}
/** The verdict of one case; `sign` is −1 if lower is worse. */
function verdictOf(subject, bar, sign) {
    const { row, evidence, columns } = subject;
    const decision = (0,decide/* decide */.LD)(evidence, bar);
    const { reference, spread } = evidence;
    const halfBand = (0,decide/* intervalQuantile */.tO)(spread.freedom) * Math.sqrt(spread.variance * (1 + reference.varianceShare));
    const facts = {
        change: Math.expm1(sign * decision.change),
        interval: around(sign * decision.change, decision.halfWidth, -1),
        p: decision.p,
        spread: Math.sqrt(spread.variance),
        runs: evidence.now.length,
        earlierRuns: reference.runs,
        levelStart: columns[reference.start],
    };
    const former = reference.level ?? reference.former;
    if (former !== undefined)
        facts.levelChange = Math.expm1(sign * (reference.x - former));
    if (row) {
        const usual = sign * (reference.x + subject.taken.usual);
        facts.value = Math.exp(sign * (reference.x + decision.change + subject.taken.now));
        facts.usual = Math.exp(usual);
        facts.band = around(usual, halfBand, 0);
        if (former !== undefined)
            facts.formerUsual = Math.exp(sign * (former + subject.taken.usual));
    }
    const verdict = { label: row?.label ?? '', word: decision.word, facts };
    return decision.word === 'not-judged' ? { ...verdict, why: 'noise' } : verdict;
}
const around = (x, half, offset) => ({
    low: Math.exp(x - half) + offset,
    high: Math.exp(x + half) + offset,
});
const meanOf = (values) => values.reduce((sum, x) => sum + x, 0) / values.length;

;// CONCATENATED MODULE: ./verdict/suggest/fixed-limits.js




/**
 * At most this share of runs of unchanged software exceeds any of the limits; each limit gets its part of it.
 * Together with the 0.3 % for limits that compare with the usual, that is 1 %.
 */
const FALSE_ALARMS = 0.007;
/**
 * Limits for p95 in milliseconds, rounded up. The limit is the upper end of the interval that contains the
 * next run with a probability of 1 - 0.007 / `number`, by Student's t from the spread between runs. It is
 * never below the value of a kept run.
 */
function fixedTimeLimits(history, { subject, labels }, number) {
    if (labels !== 'total' && labels.length === 0)
        return [];
    const comparison = {
        name: '',
        subject,
        labels,
        figure: 'p95',
        kind: 'figure',
        worse: 'higher',
        limit: { ratio: 0 },
    };
    // The table needs a current run besides the earlier ones, which are fitted: the newest earlier run stands
    // for it.
    const grid = gridOf(history, history.slice(-1), comparison, ['p95']);
    const table = tableOf(grid, comparison);
    const usable = table.rows.filter(({ why }) => why === undefined);
    return fittedCases(usable, table).flatMap(({ row, evidence }) => {
        const { reference, spread, rounding } = evidence;
        const error = Math.sqrt(spread.variance * (1 + reference.varianceShare) + rounding);
        const next = Math.exp(reference.x + (0,student_t/* quantileOfT */.LU)(FALSE_ALARMS / number, spread.freedom) * error);
        const highest = Math.exp(Math.max(...row.x.filter((x) => !Number.isNaN(x))));
        const ms = roundedUp(Math.max(next, highest));
        return Number.isFinite(ms) ? [{ label: row.label, ms }] : [];
    });
}
/** The share of failed requests, in percent. */
function fixedErrorLimit(history, subject, number) {
    const counted = history.flatMap(({ subjects }) => {
        const { errors = 0, count = 0 } = subjects.get(subject)?.total ?? {};
        return count > 0 ? [{ errors: Math.min(errors, count), count }] : [];
    });
    const counts = counted.map(({ count }) => count).sort((a, b) => a - b);
    const count = counts[counts.length >> 1];
    const expected = expectedErrors(counted);
    const isRare = (errors) => chanceOfErrors(expected, [{ errors: errors + 1, count }]) <= FALSE_ALARMS / number;
    let [low, high] = [0, count];
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (isRare(middle))
            high = middle;
        else
            low = middle + 1;
    }
    const highest = Math.max(low / count, ...counted.map((run) => run.errors / run.count));
    return Math.min(100, upTo(highest * 100, 2));
}
/** Three digits, and at most tenths, as people write limits. */
const roundedUp = (ms) => (ms < 10 ? upTo(ms, 2) : Math.ceil(upTo(ms, 3)));
/** Rounded up to this number of significant digits. */
function upTo(value, digits) {
    if (!(value > 0))
        return 0;
    const step = 10 ** (Math.floor(Math.log10(value)) + 1 - digits);
    // A value with that few digits must stay as it is, in spite of binary fractions.
    return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(digits + 1));
}

// EXTERNAL MODULE: ./criteria/language/criterion-parser.js + 5 modules
var criterion_parser = __webpack_require__(8357);
;// CONCATENATED MODULE: ./verdict/suggest/is-tighter.js



/**
 * Whether a suggested criterion is stricter than all existing criteria for the same labels, or for more of
 * them.
 */
function isTighter(text, entries) {
    const parsed = (0,criterion_parser/* parseCriterion */.J)(text);
    // A criterion that cannot be parsed is never suggested.
    if ('fault' in parsed)
        return false;
    const { criterion } = parsed;
    const same = entries.flatMap(({ test, enabled, severity }) => enabled && severity === 'error' && test.kind === 'measure' && isAbout(test.criterion, criterion)
        ? [test.criterion]
        : []);
    return !same.some((existing) => demandsAsMuch(existing.limit, criterion.limit));
}
function isAbout(existing, { subject, label, measure }) {
    if (existing.subject !== subject || (0,units/* measureText */.kD)(existing.measure) !== (0,units/* measureText */.kD)(measure))
        return false;
    if (!existing.operator.startsWith('<'))
        return false;
    if (existing.label === undefined || label === undefined)
        return existing.label === label;
    return label.parts.length === 1
        ? (0,label_pattern/* matchesLabel */.eK)(existing.label, label.parts[0])
        : existing.label.parts.every((part) => part === '') && existing.label.parts.length > 1;
}
function demandsAsMuch(existing, suggested) {
    if (existing.kind === 'usual' && suggested.kind === 'usual') {
        const [own, other] = [existing.change?.figure, suggested.change?.figure];
        // Without a figure the method's own margin applies, which is tight.
        return own === undefined || (own.unit === other?.unit && own.value <= other.value);
    }
    if (existing.kind !== 'figure' || suggested.kind !== 'figure')
        return false;
    return (0,units/* inBaseUnit */.$r)(existing.figure) <= (0,units/* inBaseUnit */.$r)(suggested.figure);
}

;// CONCATENATED MODULE: ./verdict/usual/errors/judge-errors.js
/**
 * Judges errors per request of one comparison, label by label, in two ways that must agree: as counts, which
 * handle chance well if there are few errors, and as figures, which handle the variation between runs well if
 * there are many.
 */




/** Assumed as long as nothing is known about a label: its error shares vary by half between runs. */
const FIELD_SPREAD_OF_ERRORS = 0.5;
/** The largest share of a spread that is attributed to chance. */
const MOST_OF_CHANCE = 0.75;
const MISSED_SHARE = 0.025;
const NORMAL_95 = 1.96;
/** Collects the counts of the labels, and fits them. */
function errorCasesOf(grid, comparison) {
    const { earlier, columns } = grid;
    const counted = chosenRows(grid.rows, comparison).map((row) => countedRow(row, minRequestsOf(comparison)));
    const usable = counted.filter(({ cells }) => cells.slice(0, earlier).some(isKnown) && cells.slice(earlier).some(isKnown));
    const table = { earlier, columns, rows: [], roundedTo: 0, field: FIELD_SPREAD_OF_ERRORS };
    const fits = fittedCases(usable.map((row) => asFigures(row, earlier)), table);
    for (const { row, evidence } of fits)
        evidence.excess = excessOf(row, evidence);
    const byRow = new Map(usable.map((row, index) => [row, fits[index]]));
    return counted.map((row) => {
        const { label, count, cells, why } = row;
        const fit = byRow.get(row);
        if (!fit)
            return { label, count, why: why(earlier) };
        const [before, runs] = [cells.slice(0, earlier).filter(isKnown), cells.slice(earlier).filter(isKnown)];
        const levelStart = fit.columns[fit.evidence.reference.start];
        return {
            label,
            count,
            known: { runs, expected: expectedErrors(before), evidence: fit.evidence, levelStart },
        };
    });
}
/**
 * How much larger the variance from counting is now than in the earlier runs. It may be smaller: runs with
 * one or two errors vary mostly by chance, and a run with many errors does not.
 */
function excessOf({ sampling, earlierSampling }, { spread }) {
    return Math.max(sampling - earlierSampling, -MOST_OF_CHANCE * spread.variance);
}
function countedRow({ label, cells }, minRequests) {
    const newest = cells.findLast((timing) => timing !== undefined);
    return {
        label,
        count: newest && isCount(newest.count) ? newest.count : 0,
        cells: cells.map((timing) => countedErrors(timing, minRequests)),
        why: (earlier) => {
            if (!cells.slice(0, earlier).some((timing) => timing !== undefined))
                return 'new';
            return cells.some((timing) => isCount(timing?.errors)) ? 'few-requests' : 'no-figure';
        },
    };
}
function countedErrors(timing, minRequests) {
    if (!timing || !isCount(timing.errors) || !isCount(timing.count) || timing.count < minRequests)
        return undefined;
    return { errors: Math.min(timing.errors, timing.count), count: timing.count };
}
const isKnown = (cell) => cell !== undefined;
const isCount = (value) => value !== undefined && value >= 0 && value < Infinity;
/** ln(errors per request), with half an error added, and the variance of a Poisson count. */
function asFigures({ label, count, cells }, earlier) {
    const x = Float64Array.from(cells, (cell) => cell ? Math.log((cell.errors + PRIOR_ERRORS) / cell.count) : Number.NaN);
    const sampling = (some) => {
        const variances = some.filter(isKnown).map(({ errors }) => 1 / (errors + PRIOR_ERRORS));
        return sumOf(variances) / variances.length;
    };
    const [before, now] = [sampling(cells.slice(0, earlier)), sampling(cells.slice(earlier))];
    return { label, count, why: undefined, x, earlierSampling: before, sampling: now };
}
function errorVerdictOf(errors, bar, limit) {
    const { label, known } = errors;
    if (!known)
        return { label, word: 'not-judged', ...(errors.why && { why: errors.why }) };
    const { expected, evidence, runs } = known;
    const { share } = expected;
    const allowed = worseShare(expected, { times: 1, bar, limit }).share;
    const decision = (0,decide/* decide */.LD)(evidence, { ...bar, limit: Math.log(allowed / share) });
    const word = agreed(wordOfCounts(known, { bar, limit }), decision.word);
    const value = sumOf(runs.map((run) => run.errors)) / sumOf(runs.map(({ count }) => count));
    return {
        label,
        word,
        ...(word === 'not-judged' && { why: 'noise' }),
        facts: {
            value,
            usual: share,
            band: bandOf(known),
            change: value / share - 1,
            interval: intervalOf(known, decision),
            p: Math.max(decision.p, chanceOfErrors(expected, runs)),
            spread: Math.sqrt(evidence.spread.variance),
            runs: runs.length,
            earlierRuns: evidence.reference.runs,
            levelStart: known.levelStart,
        },
    };
}
/**
 * The result of both ways: a regression, suspect or fine only if both agree; otherwise the less certain word.
 */
function agreed(counts, figures) {
    if (counts === figures)
        return counts;
    const red = (word) => word === 'regression' || word === 'suspect';
    if (red(counts) && red(figures))
        return 'suspect';
    return counts === 'not-judged' || figures === 'not-judged' ? 'not-judged' : 'undecided';
}
function intervalOf({ runs, expected }, { halfWidth }) {
    const errors = sumOf(runs.map((run) => run.errors)) + PRIOR_ERRORS;
    const ratio = errors / sumOf(runs.map(({ count }) => count)) / expected.share;
    const error = Math.sqrt(1 / errors + expected.ofShare + expected.betweenRuns / runs.length);
    const half = Math.min(Math.max(NORMAL_95 * error, halfWidth), MOST_HALF_WIDTH);
    return { low: ratio * Math.exp(-half) - 1, high: ratio * Math.exp(half) - 1 };
}
/** Wider intervals say nothing more, and would be infinite. */
const MOST_HALF_WIDTH = 20;
function bandOf({ runs, expected, evidence }) {
    const { share, ofShare, betweenRuns } = expected;
    const requests = sumOf(runs.map(({ count }) => count)) / runs.length;
    const variance = ofShare + Math.max(betweenRuns, evidence.spread.variance) + 1 / (share * requests);
    const half = Math.min(NORMAL_95 * Math.sqrt(variance), MOST_HALF_WIDTH);
    return { low: share * Math.exp(-half), high: Math.min(1, share * Math.exp(half)) };
}
function wordOfCounts({ expected, runs }, { bar, limit }) {
    const worse = (times) => worseShare(expected, { times, bar, limit });
    const allowed = worse(1).share;
    const requests = sumOf(runs.map(({ count }) => count));
    const errors = sumOf(runs.map((run) => run.errors));
    const certain = (some, alpha) => sumOf(some.map((run) => run.errors)) > allowed * sumOf(some.map(({ count }) => count)) &&
        chanceOfErrors(expected, some) < alpha;
    if (certain(runs, bar.red) && (runs.length === 1 || runs.every((run) => certain([run], bar.alone))))
        return 'regression';
    if (certain(runs, bar.suspect))
        return 'suspect';
    /** The probability of so few errors, if the share had grown by the amount that must not be missed. */
    const missed = (few) => 1 - chanceOfErrors(expected, spreadOver({ errors: few + 1, count: requests }, runs), worse(decide/* MUST_NOT_MISS */.Lk));
    if (errors <= allowed * requests && missed(errors) < MISSED_SHARE)
        return 'fine';
    return missed(Math.round(expected.share * requests)) < MISSED_SHARE ? 'undecided' : 'not-judged';
}
/**
 * The share at this many times the limit. Points are added, and the absolute uncertainty of the usual share
 * stays the same.
 */
function worseShare(expected, { times, bar, limit }) {
    if (!('points' in limit))
        return { share: expected.share * Math.exp(times * bar.limit), ofShare: expected.ofShare };
    const share = expected.share + times * limit.points;
    return { share, ofShare: expected.ofShare * (expected.share / share) ** 2 };
}
/**
 * The same number of errors, distributed over as many runs, because the variation between runs averages out.
 */
function spreadOver({ errors, count }, runs) {
    return runs.map(() => ({ errors: errors / runs.length, count: count / runs.length }));
}

;// CONCATENATED MODULE: ./verdict/usual/preparation.js
/** What comparisons of the same runs have in common, prepared once. */



/** What several comparisons, in one set or in several, have in common is prepared once. */
function preparing(history, runs) {
    const grids = new Map();
    const known = new Map();
    return (comparisons) => {
        const figures = Map.groupBy(comparisons, gridKey);
        return comparisons.map((comparison) => {
            // Several limits for one figure share the preparation.
            const same = sameFigures(comparison);
            const before = known.get(same);
            if (before)
                return { ...before, comparison };
            const names = namesOf(figures.get(gridKey(comparison)));
            const key = JSON.stringify([gridKey(comparison), names]);
            const grid = grids.get(key) ?? gridOf(history, runs, comparison, names);
            grids.set(key, grid);
            const first = prepare(comparison, grid);
            known.set(same, first);
            return first;
        });
    };
}
/** Comparisons about the same labels share a grid. */
const gridKey = ({ subject, labels }) => `${labels === 'total' ? 'total' : 'labels'} ${subject}`;
const namesOf = (comparisons) => [
    ...new Set(comparisons.flatMap(({ kind, figure }) => (kind === 'figure' ? [figure] : []))),
];
/** Everything that `prepare` depends on. */
function sameFigures({ subject, labels, figure, kind, worse, minRequests }) {
    return JSON.stringify([subject, labels, figure, kind, worse, minRequests ?? 0]);
}
function prepare(comparison, grid) {
    if (comparison.kind === 'error-share') {
        return { comparison, grid, errors: errorCasesOf(grid, comparison) };
    }
    const table = tableOf(grid, comparison);
    return { comparison, grid, table, cases: casesOf(table) };
}

// EXTERNAL MODULE: ./verdict/usual/settled-by.js + 1 modules
var settled_by = __webpack_require__(75117);
;// CONCATENATED MODULE: ./verdict/usual/sum-up.js
/**
 * A criterion passes only if at least this share of the requests is judged, and at most this share is too
 * noisy.
 */
const LEAST_JUDGED = 0.5;
const MOST_NOISE = 0.2;
function statusOf(environment, labels, shares) {
    const words = [environment?.word ?? 'fine', ...labels.map(({ word }) => word)];
    if (words.includes('regression'))
        return 'failed';
    const open = words.some((word) => word === 'suspect' || word === 'undecided');
    const blind = environment?.word === 'not-judged' || tooLittleJudged(shares);
    return open || blind ? 'inconclusive' : 'passed';
}
const tooLittleJudged = ({ judged, noise }) => !(judged >= LEAST_JUDGED) || noise > MOST_NOISE;
function wordsOf(labels) {
    const words = { regression: 0, suspect: 0, fine: 0, undecided: 0, 'not-judged': 0 };
    for (const { word } of labels)
        words[word]++;
    return words;
}
/** `counts` has the same order as `labels`. */
function sharesOf(labels, counts) {
    let [judged, noise, all] = [0, 0, 0];
    for (const [index, { word, why }] of labels.entries()) {
        const count = counts[index]?.count ?? 0;
        all += count;
        if (word !== 'not-judged')
            judged += count;
        else if (why === 'noise')
            noise += count;
    }
    return all > 0 ? { judged: judged / all, noise: noise / all } : { judged: 0, noise: 0 };
}

;// CONCATENATED MODULE: ./verdict/usual/judge-usual.js






const MOST_EARLIER_RUNS = 12;
/** The largest share of steps that fail although nothing changed, with one run and with several. */
const judge_usual_FALSE_ALARMS = { oneRun: 0.003, severalRuns: 0.005 };
/** The part of it that the environments may use; the labels share the rest. */
const ENVIRONMENT_SHARE = 0.25;
/** The largest share of unchanged steps in which another run may seem necessary. */
const SUSPECT_SHARE = 0.2;
/** If there are several runs, each of them must be beyond chance by itself. */
const ALONE = { share: 0.4, least: 0.004, most: 0.1 };
/** The largest probability that a change is only a step that the newest earlier runs already show. */
const MOST_NEWEST = { label: 0.08, environment: 0.02 };
/** The margin of the method itself, for `usual` without a figure (a limit of 0). */
const OWN_MARGIN = 0.03;
function judgeUsual({ runs, history, comparisons }) {
    return usualJudge(runs, history).verdicts(comparisons);
}
function usualJudge(allRuns, allEarlier) {
    const runs = lastOfEach(allRuns, new Set()).slice(-settled_by/* MOST_RUNS */.nD);
    const ours = new Set(runs.flatMap(({ id }) => (id === undefined ? [] : [id])));
    const history = lastOfEach(allEarlier, ours).slice(-MOST_EARLIER_RUNS);
    const positions = history.map((run) => allEarlier.lastIndexOf(run));
    const preparations = preparing(history, runs);
    return {
        verdicts: (comparisons) => {
            const prepared = preparations(comparisons);
            const budget = budgetOf(prepared, runs.length);
            return {
                comparisons: prepared.map((one) => verdictOn(one, budget, positions)),
                compared: budget.labels + budget.environments,
            };
        },
        statuses: (comparisons) => {
            const prepared = preparations(comparisons);
            const budget = budgetOf(prepared, runs.length);
            return prepared.map((one) => judged(one, budget)?.status ?? 'inconclusive');
        },
    };
}
function budgetOf(prepared, runs) {
    return {
        labels: judge_usual_sumOf(prepared, ({ cases, errors }) => (cases ?? { labels: errors ?? [] }).labels.length),
        environments: judge_usual_sumOf(prepared, ({ cases }) => (cases?.environment ? 1 : 0)),
        runs,
    };
}
/**
 * The runs without those that occur again later, or are in `others`. A run without an ID is never a
 * duplicate.
 */
function lastOfEach(runs, others) {
    const seen = new Set(others);
    const kept = [];
    for (const run of runs.toReversed()) {
        if (run.id !== undefined && seen.has(run.id))
            continue;
        if (run.id !== undefined)
            seen.add(run.id);
        kept.push(run);
    }
    return kept.toReversed();
}
/** All comparisons of the step share one budget of false alarms, by Bonferroni. */
function proofOf(what, { labels, environments, runs }, limit) {
    const share = environments > 0 ? ENVIRONMENT_SHARE : 0;
    const each = what === 'label' ? (1 - share) / Math.max(1, labels) : share / Math.max(1, environments);
    const alone = Math.min(ALONE.most, Math.max(ALONE.least, ALONE.share * each));
    const several = {
        limit,
        red: judge_usual_FALSE_ALARMS.severalRuns * each,
        suspect: SUSPECT_SHARE * each,
        alone,
        newest: Math.min(MOST_NEWEST[what], alone),
    };
    return { now: runs > 1 ? several : { ...several, red: judge_usual_FALSE_ALARMS.oneRun * each }, several };
}
/**
 * ln(1 + limit); undefined if the limit is invalid. For points it only shows whether the limit is valid,
 * because counts are compared differently.
 */
function limitOf({ limit, worse, kind }) {
    if ('points' in limit)
        return kind === 'error-share' && limit.points > 0 && limit.points < 1 ? OWN_MARGIN : undefined;
    const given = limit.ratio === 0 ? OWN_MARGIN : limit.ratio;
    const ln = worse === 'lower' ? -Math.log1p(-given) : Math.log1p(given);
    return given > 0 && Number.isFinite(ln) ? ln : undefined;
}
/** Undefined if the limit is invalid. */
function judged({ comparison, cases, errors, table }, budget) {
    const limit = limitOf(comparison);
    if (limit === undefined)
        return undefined;
    const proofs = {
        label: proofOf('label', budget, limit),
        environment: proofOf('environment', budget, limit),
    };
    const sign = comparison.worse === 'lower' ? -1 : 1;
    const labels = errors
        ? errors.map((one) => errorVerdictOf(one, proofs.label.now, comparison.limit))
        : labelVerdicts(table, cases, { bar: proofs.label.now, sign });
    const environment = cases?.environment && verdictOf(cases.environment, proofs.environment.now, sign);
    const shares = sharesOf(labels, errors ?? table?.rows ?? []);
    return { status: statusOf(environment, labels, shares), labels, environment, shares, proofs };
}
function verdictOn(prepared, budget, positions) {
    const decided = judged(prepared, budget);
    if (decided === undefined)
        return withoutLimit(prepared);
    const { cases, grid } = prepared;
    const { status, labels, environment, shares, proofs } = decided;
    const all = environment ? [environment, ...labels] : labels;
    for (const { facts } of all)
        if (facts)
            facts.levelStart = positions[facts.levelStart] ?? 0;
    const verdict = {
        ...frameOf(prepared, labels),
        status,
        suspect: status === 'inconclusive' && all.some(({ word }) => word === 'suspect'),
        ...(environment && { environment }),
        judgedShare: shares.judged,
    };
    if (!cases)
        return verdict;
    if (status === 'inconclusive')
        verdict.settledBy = (0,settled_by/* settledBy */.FV)(openCases(cases, { verdict, shares, proofs }));
    const findable = (0,settled_by/* findableOf */.Lu)(cases, proofs.label, grid.columns - grid.earlier);
    return findable ? { ...verdict, findable } : verdict;
}
function withoutLimit(prepared) {
    const rows = chosenRows(prepared.grid.rows, prepared.comparison);
    return frameOf(prepared, rows.map(({ label }) => ({ label, word: 'not-judged', why: 'no-limit' })));
}
/** The verdict without any decision. */
function frameOf(prepared, labels) {
    const { comparison, grid } = prepared;
    return {
        name: comparison.name,
        status: 'inconclusive',
        suspect: false,
        labels,
        vanished: vanishedFrom(prepared),
        words: wordsOf(labels),
        judgedShare: 0,
        runs: grid.columns - grid.earlier,
        earlierRuns: grid.earlier,
        settledBy: {},
    };
}
function openCases({ environment, labels }, { verdict, shares, proofs }) {
    const byLabel = new Map(verdict.labels.map((label) => [label.label, label]));
    const tooLittle = tooLittleJudged(shares);
    const open = labels
        .filter(({ row }) => (0,settled_by/* isOpen */.nT)(byLabel.get(row?.label ?? ''), tooLittle))
        .map(({ evidence }) => ({ evidence, proof: proofs.label }));
    const blind = environment && verdict.environment && (0,settled_by/* isOpen */.nT)(verdict.environment, true);
    return blind ? [{ evidence: environment.evidence, proof: proofs.environment }, ...open] : open;
}
function labelVerdicts(table, cases, { bar, sign }) {
    const byRow = new Map(cases?.labels.map((one) => [one.row, one]));
    return (table?.rows ?? []).map((row) => {
        const one = byRow.get(row);
        return one
            ? verdictOf(one, bar, sign)
            : { label: row.label, word: 'not-judged', ...(row.why && { why: row.why }) };
    });
}
function vanishedFrom({ grid, comparison }) {
    const least = minRequestsOf(comparison);
    const gone = chosenRows(grid.gone, comparison);
    return gone.filter(({ cells }) => cells[grid.earlier - 1].count >= least).map(({ label }) => label);
}
function judge_usual_sumOf(items, value) {
    return items.reduce((sum, item) => sum + value(item), 0);
}

;// CONCATENATED MODULE: ./verdict/suggest/tightest-usual.js

/**
 * In percent, and in percentage points: values that people write. Larger ones would miss changes that matter.
 */
const STEPS = {
    figure: [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 25, 30, 35, 40, 45, 50],
    'error-share': [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 4, 5],
};
/**
 * For each candidate, the tightest step at which every run passes against the others; undefined if there is
 * none. A run that passes at a limit also passes at each larger one, so the step is found by binary search,
 * for all candidates at once.
 */
function tightestUsual(history, candidates) {
    // Each run is judged against all others as if it were the newest.
    const judges = history.map((run) => usualJudge([run], history.filter((other) => other !== run)));
    const range = candidates.map(({ kind }) => ({ low: 0, high: STEPS[kind].length }));
    for (;;) {
        const open = [...range.keys()].filter((index) => range[index].low < range[index].high);
        if (open.length === 0)
            break;
        const tried = open.map((index) => {
            const { low, high } = range[index];
            return (low + high) >> 1;
        });
        const passed = allPass(judges, open.map((index, at) => comparisonOf(candidates[index], STEPS[candidates[index].kind][tried[at]])));
        for (const [at, index] of open.entries()) {
            if (passed[at])
                range[index].high = tried[at];
            else
                range[index].low = tried[at] + 1;
        }
    }
    return candidates.map(({ kind }, index) => STEPS[kind][range[index].low]);
}
function comparisonOf(candidate, limit) {
    const part = limit / 100;
    return {
        ...candidate,
        name: '',
        worse: 'higher',
        limit: candidate.kind === 'figure' ? { ratio: part } : { points: part },
    };
}
/** Whether each comparison passes for every run. */
function allPass(judges, comparisons) {
    const passed = comparisons.map(() => true);
    for (const judge of judges) {
        const left = [...comparisons.keys()].filter((index) => passed[index]);
        if (left.length === 0)
            break;
        const statuses = judge.statuses(left.map((index) => comparisons[index]));
        for (const [at, status] of statuses.entries())
            if (status !== 'passed')
                passed[left[at]] = false;
    }
    return passed;
}

;// CONCATENATED MODULE: ./verdict/suggest/suggest-criteria.js







/** Fewer runs say too little about the next one. */
const LEAST_RUNS = 5;
/** Those with the most requests. */
const MOST_LABELS = 20;
/** For more labels, trying a wildcard takes seconds. */
const MOST_WILDCARD_LABELS = 1000;
const MOST_LABEL_CHARACTERS = 200;
/** A label gets its own limit only if it is at most this share of the limit for all labels. */
const WORTH_A_LINE = 2 / 3;
/**
 * The tightest limits that all kept runs would have met: limits that compare with the usual, tried on each
 * run against the others, and fixed limits, which 99 of 100 runs of unchanged software meet, all of them
 * together. What an existing criterion already requires is left out, so that adding suggestions only makes
 * the criteria stricter. Undefined if there are too few runs, or nothing to suggest.
 */
function suggestCriteria(history, entries) {
    const known = history.length < LEAST_RUNS ? undefined : knownOf(history);
    if (known === undefined)
        return undefined;
    if (!triesAllLabels(known.allLabels))
        known.history = onlyLabels(known);
    const isNews = (text) => isTighter(text, entries);
    const usual = usualLimits(known).filter(isNews);
    const fixed = fixedLimits(known).filter(isNews);
    return usual.length + fixed.length === 0 ? undefined : { runs: history.length, usual, fixed };
}
const triesAllLabels = (allLabels) => allLabels > 1 && allLabels <= MOST_WILDCARD_LABELS;
/** The runs without the labels that no suggestion is about. */
function onlyLabels({ history, subject, labels }) {
    const wanted = new Set(labels);
    return history.map((run) => {
        const { total, labels: all = [] } = run.subjects.get(subject) ?? {};
        const few = { ...(total && { total }), labels: all.filter(({ label }) => wanted.has(label)) };
        return { ...run, subjects: new Map([[subject, few]]) };
    });
}
/**
 * The subject of suggestions: the first one with timings, except the raw result, which has the same requests
 * again.
 */
function suggestedSubject(subjects) {
    return model/* TIMING_SUBJECTS */.$.find((subject) => subject !== 'raw-requests' && subjects.has(subject));
}
function knownOf(history) {
    const newest = history.at(-1);
    const subject = suggestedSubject(newest.subjects);
    if (subject === undefined)
        return undefined;
    const runs = history.map(({ subjects }) => subjects.get(subject));
    const inAll = (test, find) => runs.every((run) => {
        const timing = find(run);
        return timing !== undefined && test(timing);
    });
    const byLabel = runs.map((run) => new Map(run?.labels.map((one) => [one.label, one])));
    const labels = (runs.at(-1)?.labels ?? [])
        .toSorted((a, b) => b.count - a.count)
        .map(({ label }) => label)
        .filter(isPlain)
        .filter((label) => byLabel.every((one) => hasTime(one.get(label))));
    return {
        history,
        subject,
        labels: labels.slice(0, MOST_LABELS),
        allLabels: Math.max(...runs.map((run) => run?.labels.length ?? 0)),
        hasTotalTime: inAll(hasTime, (run) => run?.total),
        hasErrors: inAll(({ errors, count }) => errors !== undefined && count > 0, (run) => run?.total),
    };
}
const hasTime = (timing) => timing !== undefined && timing.count >= MIN_REQUESTS && (timing.figures.get('p95')?.value ?? 0) > 0;
/** A readable name that can be written to a file unchanged. */
const isPlain = (label) => label !== '' && label.length <= MOST_LABEL_CHARACTERS && (0,one_line/* oneLine */.TN)(label) === label;
const quoted = (label) => `["${(0,label_pattern/* labelText */.QK)({ parts: [label] })}"]`;
function usualLimits({ history, subject, labels, allLabels, hasTotalTime, hasErrors }) {
    const time = { subject, figure: 'p95', kind: 'figure' };
    const each = triesAllLabels(allLabels);
    const candidates = [
        ...(each ? [{ ...time, labels: 'all' }] : []),
        ...labels.map((label) => ({ ...time, labels: [label] })),
        ...(hasTotalTime ? [{ ...time, labels: 'total' }] : []),
        ...(hasErrors
            ? [{ subject, figure: 'error-rate', kind: 'error-share', labels: 'total' }]
            : []),
    ];
    const limits = tightestUsual(history, candidates);
    const ofAll = each ? (limits[0] ?? Infinity) : Infinity;
    return candidates.flatMap((candidate, index) => {
        const limit = limits[index];
        if (limit === undefined)
            return [];
        const { labels: of, kind, figure } = candidate;
        if (Array.isArray(of) && limit > WORTH_A_LINE * ofAll)
            return [];
        const label = of === 'total' ? '' : of === 'all' ? '["*"]' : quoted(of[0]);
        return [`${subject}${label}.${figure} <= usual + ${limit}${kind === 'figure' ? '%' : 'pp'}`];
    });
}
function fixedLimits({ history, subject, labels, hasTotalTime, hasErrors }) {
    const number = labels.length + (hasTotalTime ? 1 : 0) + (hasErrors ? 1 : 0);
    const ofLabels = fixedTimeLimits(history, { subject, labels }, number);
    const ofTotal = hasTotalTime ? fixedTimeLimits(history, { subject, labels: 'total' }, number) : [];
    const times = [
        ...ofTotal.map(({ ms }) => `${subject}.p95 <= ${ms}ms`),
        ...ofLabels.map(({ label, ms }) => `${subject}${quoted(label)}.p95 <= ${ms}ms`),
    ];
    if (!hasErrors)
        return times;
    const percent = fixedErrorLimit(history, subject, number);
    return [`${subject}.error-rate <= ${percent}%`, ...times];
}

;// CONCATENATED MODULE: ./step/judge/history/suggestions.js


const P95 = { name: 'percentile', percentile: 95 };
/**
 * The figures needed of earlier runs: those that criteria compare, and those that suggestions are made from.
 */
function withSuggested(wanted, { subjects }) {
    const subject = suggestedSubject({ has: (one) => subjects[one] !== undefined });
    if (subject === undefined)
        return wanted;
    const measures = wanted.get(subject) ?? [];
    if (measures.some((measure) => (0,units/* measureText */.kD)(measure) === (0,units/* measureText */.kD)(P95)))
        return wanted;
    return new Map([...wanted, [subject, [...measures, P95]]]);
}
/**
 * Criteria that the earlier runs suggest. One that contains a secret is left out, because the suggestions are
 * written to a file.
 */
function suggestionsFrom(history, criteria, scrub) {
    const suggested = history && suggestCriteria(history, criteria);
    if (!suggested)
        return undefined;
    const open = (texts) => texts.filter((text) => scrub(text) === text);
    const [usual, fixed] = [open(suggested.usual), open(suggested.fixed)];
    return usual.length + fixed.length === 0 ? undefined : { ...suggested, usual, fixed };
}

// EXTERNAL MODULE: ./criteria/language/criterion-text.js
var criterion_text = __webpack_require__(74738);
// EXTERNAL MODULE: ./verdict/figures.js
var figures = __webpack_require__(87291);
;// CONCATENATED MODULE: ./verdict/compare.js



/** Larger ratios say nothing more, and JSON has no infinity. */
const WORST = 1e6;
/** From here on, a factor is easier to read than a percentage. */
const FACTOR_FROM = 10;
/**
 * The limit in the base unit of its dimension. `baseline` is the same measure of the baseline run. Undefined
 * if the limit needs a baseline and there is none.
 */
function limitValue(limit, baseline) {
    if (limit.kind === 'figure')
        return (0,units/* inBaseUnit */.$r)(limit.figure);
    if (baseline === undefined)
        return undefined;
    switch (limit.kind) {
        case 'baseline':
            return baseline;
        case 'baseline-factor':
            return baseline * limit.factor;
        case 'baseline-percent':
            return baseline * (1 + (limit.sign * limit.percent) / 100);
        case 'baseline-figure':
            return baseline + limit.sign * (0,units/* inBaseUnit */.$r)(limit.figure);
        default:
            return limit;
    }
}
/**
 * One value compared with its limit. The texts are created when they are read, because most of them are never
 * shown.
 */
class Comparison {
    label;
    holds;
    /**
     * The distance from the limit relative to the limit; positive if the limit is not met, negative if it is.
     * Greater is worse.
     */
    badness;
    #criterion;
    #values;
    constructor(criterion, values) {
        this.#criterion = criterion;
        this.#values = values;
        this.label = values.label;
        this.holds = holdsFor(criterion.operator, values.observed, values.limit);
        const distance = distanceOf(values.observed, values.limit);
        this.badness = this.holds ? -distance : distance;
    }
    get observed() {
        return this.#figures()[0];
    }
    get limit() {
        const { operator, limit } = this.#criterion;
        return `${operator} ${this.#figures()[1]}${originText(limit, this.#values.baseline, this.#unitOf())}`;
    }
    get margin() {
        return marginText(this.#values.observed, this.#values.limit);
    }
    #figures() {
        return (0,figures/* distinctFigures */.ow)(this.#values.observed, this.#values.limit, this.#unitOf());
    }
    #unitOf() {
        return (baseValue) => displayUnit(this.#criterion, this.#values, baseValue);
    }
}
function holdsFor(operator, observed, limit) {
    const same = (0,figures/* sameFigure */.Jf)(observed, limit);
    switch (operator) {
        case '<':
            return !same && observed < limit;
        case '<=':
            return same || observed < limit;
        case '>':
            return !same && observed > limit;
        case '>=':
            return same || observed > limit;
        case '==':
            return same;
        case '!=':
            return !same;
        default:
            return operator;
    }
}
function distanceOf(observed, limit) {
    if ((0,figures/* sameFigure */.Jf)(observed, limit))
        return 0;
    return Math.min(WORST, limit === 0 ? 1000 + Math.abs(observed) : Math.abs(observed - limit) / Math.abs(limit));
}
/** A duration is shown in the unit that suits its size; other values have the unit of the limit. */
function displayUnit({ measure, limit }, values, baseValue) {
    const dimension = (0,units/* dimensionOf */.eT)(measure);
    if (dimension === 'duration')
        return (0,figures/* readableUnit */.ro)(baseValue, dimension);
    const written = limit.kind === 'figure' ? limit.figure.unit : '';
    if (written !== '')
        return written;
    const bareScore = values.label !== undefined && /(^|\/)cls$/.test(values.label);
    return (0,figures/* readableUnit */.ro)(values.limit === 0 ? values.observed : values.limit, dimension, bareScore);
}
/** ` (baseline 409 ms + 10%)`; empty for a limit that was written as a figure. */
function originText(limit, baseline, unitOf) {
    if (limit.kind === 'figure' || baseline === undefined)
        return '';
    const from = `baseline ${(0,figures/* figureFor */.w9)(baseline, unitOf(baseline))}`;
    switch (limit.kind) {
        case 'baseline':
            return ` (${from})`;
        case 'baseline-factor':
            return ` (${from} × ${(0,criterion_text/* plainNumber */.ku)(limit.factor)})`;
        case 'baseline-percent':
            return ` (${from} ${(0,criterion_text/* signText */.X8)(limit.sign)} ${(0,criterion_text/* plainNumber */.ku)(limit.percent)}%)`;
        case 'baseline-figure':
            return ` (${from} ${(0,criterion_text/* signText */.X8)(limit.sign)} ${(0,criterion_text/* figureText */.OP)(limit.figure)})`;
        default:
            return limit;
    }
}
/** `8.4% below`, `33% above`, `40 times the limit`. */
function marginText(observed, limit) {
    if ((0,figures/* sameFigure */.Jf)(observed, limit))
        return 'exactly at the limit';
    const side = observed < limit ? 'below' : 'above';
    if (limit === 0)
        return side;
    const ratio = observed / limit;
    if (ratio >= FACTOR_FROM)
        return `${(0,figures/* factorText */.x8)(ratio)} times the limit`;
    return `${(0,figures/* relativeText */.cW)(ratio - 1)} ${side}`;
}

;// CONCATENATED MODULE: ./verdict/against-usual/trends/since.js
/** Two runs of the same software differ by less than this. */
const NOTICEABLE = 0.05;
/** So many runs tell what was before. */
const LEAST_BEFORE = 3;
/** Runs before the change differ by so much themselves; what is beyond that is a change. */
const SPREADS = 3;
/** Since which run in a row a limit has been broken; undefined if the last one does not break it. */
function sinceBroken(points, isBroken) {
    let index;
    for (let at = points.length - 1; at >= 0; at--) {
        const { value } = points[at];
        if (value === undefined)
            continue;
        if (!isBroken(value))
            break;
        index = at;
    }
    if (index === undefined)
        return undefined;
    const isFirst = points.slice(0, index).every(({ value }) => value === undefined);
    return { what: 'broken', index, ...(isFirst && { orEarlier: true }) };
}
/** Since which run the figure has been higher, or lower, than in all runs before it; undefined if it has not changed. */
function sinceLevel(points) {
    const known = points.flatMap(({ value }, index) => (value === undefined ? [] : [{ value, index }]));
    for (let at = LEAST_BEFORE; at < known.length; at++) {
        const before = known.slice(0, at).map(({ value }) => value);
        const after = known.slice(at).map(({ value }) => value);
        const usual = medianOf(before);
        const spread = medianOf(before.map((value) => Math.abs(value - usual)));
        const room = Math.max(usual * NOTICEABLE, SPREADS * 1.4826 * spread);
        const index = known[at].index;
        if (Math.min(...after) > Math.max(usual + room, ...before))
            return { what: 'higher', index };
        if (Math.max(...after) < Math.min(usual - room, ...before))
            return { what: 'lower', index };
    }
    return undefined;
}
function medianOf(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

;// CONCATENATED MODULE: ./verdict/against-usual/trends/run-trends.js






const MOST_RUNS = 20;
/** Fewer make no line. */
const LEAST_POINTS = 3;
const MOST_CRITERIA = 12;
const percentile = (of) => ({ name: 'percentile', percentile: of });
/** In the order of importance. */
const KEY_MEASURES = [
    percentile(95),
    { name: 'error-rate' },
    { name: 'rate' },
    { name: 'mean' },
    percentile(50),
    percentile(99),
    { name: 'count' },
];
/** The subject that the key figures are about. */
function trendSubject({ subjects }) {
    return model/* TIMING_SUBJECTS */.$.find((subject) => subjects[subject]?.total !== undefined);
}
/** The figures of runs that trends need: key figures, and what criteria with other limits than the usual measure. */
function withTrends(wanted, criteria, subject) {
    const all = new Map([...wanted].map(([name, measures]) => [name, [...measures]]));
    const add = (to, measure) => {
        // Every run has its counts.
        if (['count', 'errors', 'error-rate'].includes(measure.name))
            return;
        const measures = all.get(to) ?? [];
        all.set(to, measures);
        if (!measures.some((one) => (0,units/* measureText */.kD)(one) === (0,units/* measureText */.kD)(measure)))
            measures.push(measure);
    };
    for (const entry of criteria) {
        const criterion = timedCriterion(entry);
        if (criterion)
            add(criterion.subject, criterion.measure);
    }
    if (subject !== undefined)
        for (const measure of KEY_MEASURES)
            add(subject, measure);
    return all;
}
/** How the key figures and the criteria that did not pass went over the newest runs; worst criteria first. */
function trendsOf(question) {
    const { subject, now, history } = question;
    const earlier = history.filter(({ id }) => id === undefined || id !== now.id).slice(1 - MOST_RUNS);
    if (earlier.length === 0)
        return [];
    const runs = [...earlier, now];
    const figures = subject === undefined ? [] : KEY_MEASURES.map((measure) => keyTrend(runs, subject, measure));
    return [...criterionTrends(question, runs), ...figures].filter(({ points }) => points.at(-1)?.value !== undefined && run_trends_knownOf(points).length >= LEAST_POINTS);
}
const run_trends_knownOf = (points) => points.flatMap(({ value }) => value ?? []);
function keyTrend(runs, subject, measure) {
    const points = runs.map((run) => pointOf(run, run.subjects.get(subject)?.total, measure));
    const since = sinceLevel(points);
    const of = { name: (0,units/* measureText */.kD)(measure), kind: 'figure', dimension: (0,units/* dimensionOf */.eT)(measure), points };
    return { ...of, ...(since && { since }) };
}
function criterionTrends({ criteria, results }, runs) {
    const entries = new Map(criteria.map((entry) => [entry.id, entry]));
    return results
        .filter(({ status, usual }) => status === 'failed' && usual?.trends === undefined)
        .flatMap((result) => {
        const entry = entries.get(result.id);
        const criterion = entry && timedCriterion(entry);
        return criterion ? [criterionTrend(criterion, result, runs)] : [];
    })
        .slice(0, MOST_CRITERIA);
}
function timedCriterion({ enabled, test }) {
    if (!enabled || test.kind !== 'measure')
        return undefined;
    const isTimed = model/* TIMING_SUBJECTS */.$.some((subject) => subject === test.criterion.subject);
    return isTimed ? test.criterion : undefined;
}
/** Of a wildcard, the label that broke the limit most. */
function criterionTrend(criterion, { label, breaches }, runs) {
    const { subject, measure, operator } = criterion;
    const about = criterion.label && (label ?? breaches?.[0]?.label);
    const points = runs.map((run) => {
        const figures = run.subjects.get(subject);
        const timing = about === undefined ? figures?.total : figures?.labels.find((one) => one.label === about);
        // Without a label that it is about, the total would be another figure.
        return pointOf(run, criterion.label && about === undefined ? undefined : timing, measure);
    });
    const limit = fixedLimit(criterion);
    const since = limit === undefined ? sinceLevel(points) : sinceBroken(points, breaks(operator, limit));
    const isNamed = about !== undefined && criterion.label !== undefined && (0,label_pattern/* matchesLabel */.eK)(criterion.label, about);
    return {
        name: (0,criterion_text/* measuredText */.AY)({ subject, measure, ...(isNamed && { label: { parts: [about] } }) }),
        kind: 'criterion',
        dimension: (0,units/* dimensionOf */.eT)(measure),
        points,
        ...(limit !== undefined && { limit }),
        ...(since && { since }),
    };
}
const breaks = (operator, limit) => (value) => !holdsFor(operator, value, limit);
/** In the units of a trend. A limit from a baseline is another one for each run. */
function fixedLimit({ limit, measure }) {
    if (limit.kind !== 'figure')
        return undefined;
    const value = limitValue(limit, undefined);
    return value !== undefined && (0,units/* dimensionOf */.eT)(measure) === 'share' ? value / 100 : value;
}
function pointOf({ origin }, timing, measure) {
    const value = timing && valueIn(timing, measure);
    const isKnown = value !== undefined && Number.isFinite(value) && value >= 0;
    return { ...origin, ...(isKnown && { value: Number(value.toPrecision(6)) }) };
}
function valueIn({ count, errors, figures }, measure) {
    if (measure.name === 'count')
        return count;
    if (measure.name === 'errors' && !('code' in measure))
        return errors;
    if (measure.name === 'error-rate')
        return errors === undefined || count === 0 ? undefined : errors / count;
    return figures.get((0,units/* measureText */.kD)(measure))?.value;
}

;// CONCATENATED MODULE: ./step/judge/history/trends.js


/** Besides what criteria compare with the usual: what suggestions and trends are made from. */
function shownFigures(wanted, criteria, measurements) {
    return withTrends(withSuggested(wanted, measurements), criteria, trendSubject(measurements));
}
/** How figures went over the earlier runs; nothing without any. */
function trendsIn(criteria, { baseline, measurements, figuresOf }, results) {
    const history = baseline?.history;
    if (history === undefined || history.length === 0)
        return {};
    const subject = trendSubject(measurements);
    const trends = trendsOf({ criteria, results, history, now: figuresOf(measurements), subject });
    return trends.length === 0 ? {} : { trends };
}

// EXTERNAL MODULE: ./step/judge/history/runs-of-commit.js
var runs_of_commit = __webpack_require__(71488);
// EXTERNAL MODULE: ./verdict/against-usual/run-figures.js
var run_figures = __webpack_require__(3764);
// EXTERNAL MODULE: ./verdict/against-usual/usual-entries.js
var usual_entries = __webpack_require__(55198);
// EXTERNAL MODULE: ./verdict/outcome/standing.js
var standing = __webpack_require__(65265);
;// CONCATENATED MODULE: ./verdict/data-needs.js
/** The file that a criterion is judged by. Percentiles that the report lacks are read from the result too. */
function fileNeeded(entry, { hasReport }) {
    if (entry.test.kind === 'xpath')
        return 'report';
    const { subject } = entry.test.criterion;
    // Without a report, the log also has the load generator's CPU and memory.
    if (!hasReport)
        return 'result';
    return subject === 'raw-requests' ? 'result' : 'report';
}
/** The first problem of that kind with one of the files. */
function troubleWith(troubles, file, kind) {
    return troubles.find((trouble) => trouble.file === file && trouble.kind === kind);
}

// EXTERNAL MODULE: ./verdict/observe/label-choice.js
var label_choice = __webpack_require__(96707);
;// CONCATENATED MODULE: ./verdict/observe/observe-agents.js

const BYTES_PER_MB = 1_000_000;
/**
 * CPU in percent of the whole machine, memory in bytes. For all agents together: the mean of the means, or
 * the greatest of the maxima.
 */
function measureAgents(data, query) {
    const agents = data.agents ?? [];
    if (agents.length === 0)
        return { problem: 'The data has no agents.' };
    const choice = query.label
        ? (0,label_choice/* chooseLabels */.x)(agents, (agent) => agent.agent, query.label, query)
        : { chosen: agents };
    if ('problem' in choice)
        return choice;
    const values = [];
    for (const agent of choice.chosen) {
        const value = usageOf(agent, query);
        if (value === undefined || !Number.isFinite(value))
            return { problem: absent(agent, query) };
        values.push({ label: agent.agent, value });
    }
    return { readings: query.label ? values : [{ value: together(values, query) }] };
}
function usageOf(agent, { measure }) {
    if (measure.name === 'cpu-mean')
        return agent.cpuMeanPercent;
    if (measure.name === 'cpu-max')
        return agent.cpuMaxPercent;
    return agent.memoryMaxMb === undefined ? undefined : agent.memoryMaxMb * BYTES_PER_MB;
}
function together(values, { measure }) {
    const total = values.reduce((sum, { value }) => sum + value, 0);
    const greatest = values.reduce((most, { value }) => Math.max(most, value), -Infinity);
    return measure.name === 'cpu-mean' ? total / values.length : greatest;
}
function absent(agent, { measure, answers }) {
    const silent = measure.name === 'memory-max' ? answers?.withoutMemory : undefined;
    const reason = silent === undefined ? '' : ` ${silent} don't include it.`;
    return `${measure.name} of agent ${(0,label_choice/* shownLabel */.k)(agent.agent)} is not in the data.${reason}`;
}

// EXTERNAL MODULE: ./verdict/observe/observe-timings.js + 1 modules
var observe_timings = __webpack_require__(81370);
;// CONCATENATED MODULE: ./verdict/observe/observe-web-vitals.js

/**
 * A label names a vital on all pages (`lcp`), or a vital of one page (`Homepage/lcp`). For several pages,
 * shares are calculated from the summed counts, and the score is that of the worst page. Scores are 75th
 * percentiles, so their mean has no meaning, and the percentile of all pages is never above the greatest of
 * them.
 */
function measureWebVitals(data, query) {
    const vitals = data.webVitals ?? [];
    if (vitals.length === 0)
        return { problem: 'The data has no web vitals.' };
    const pattern = query.label ?? { parts: ['', ''] };
    const choice = (0,label_choice/* chooseLabels */.x)([...grouped(vitals, pattern)], ([label]) => label, pattern, query);
    if ('problem' in choice)
        return choice;
    const readings = [];
    for (const [label, pages] of choice.chosen) {
        const value = observe_web_vitals_valueOf(pages, query);
        if (value === undefined || !Number.isFinite(value)) {
            const problem = `${query.measure.name} of web vital ${(0,label_choice/* shownLabel */.k)(label)} is not in the data of every page.`;
            return { problem };
        }
        readings.push({ label, value });
    }
    return { readings };
}
function grouped(vitals, pattern) {
    const perPage = pattern.parts.some((part) => part.includes('/'));
    const groups = new Map();
    for (const vital of vitals) {
        const label = perPage ? `${vital.page}/${vital.vital}` : vital.vital;
        const group = groups.get(label);
        if (group)
            group.push(vital);
        else
            groups.set(label, [vital]);
    }
    return groups;
}
function observe_web_vitals_valueOf(pages, { measure }) {
    if (measure.name === 'score') {
        return pages.reduce((worst, { score }) => (worst === undefined || score === undefined ? undefined : Math.max(worst, score)), -Infinity);
    }
    const good = sum(pages, 'goodCount');
    const poor = sum(pages, 'poorCount');
    const all = good + poor + sum(pages, 'improveCount');
    return all > 0 ? ((measure.name === 'good-share' ? good : poor) / all) * 100 : undefined;
}
/** NaN if a page lacks the count, because a share of only some pages would be misleading. */
function sum(pages, count) {
    return pages.reduce((total, page) => total + (page[count] ?? Number.NaN), 0);
}

;// CONCATENATED MODULE: ./verdict/observe/observe.js



/** Evaluates the left side of a criterion on the measurements. */
function measure(data, query, percentileOf) {
    const { subject } = query;
    if (subject === 'agents')
        return measureAgents(data, query);
    if (subject === 'web-vitals')
        return measureWebVitals(data, query);
    return (0,observe_timings/* measureTimings */.G)(data, { ...query, subject }, percentileOf);
}

;// CONCATENATED MODULE: ./verdict/judge-criterion.js






/** Whatever shows several criteria says only once why there is no baseline. */
const LACKING = { lacksBaseline: true, shortMessage: 'No baseline to compare with.' };
/**
 * `breaches` has at most this many labels, and fewer if there are many criteria; `breached` counts all of
 * them.
 */
const MOST_BREACHES = 1000;
const BREACHES_OF_ALL = 100_000;
const BREACHES_IN_MESSAGE = 3;
/** The longest name of a measure in a message. */
const MOST_MEASURED_CHARACTERS = 400;
/**
 * Judges one criterion of the language by the measurements. Never throws, and never passes a criterion whose
 * data is missing.
 */
function judgeCriterion(criterion, data) {
    const { criteriaCount, answers } = data;
    const observed = measure(data.measurements, { ...criterion, criteriaCount, answers }, data.percentileOf);
    if ('problem' in observed) {
        return {
            status: 'error',
            message: observed.problem,
            subject: criterion.subject,
            ...(observed.inResult && { inResult: true }),
        };
    }
    const { judged, unresolved } = compareAll(criterion, observed.readings, data);
    const readRaw = observed.readings.some((reading) => reading.fromHistogram);
    const mostBreaches = Math.min(MOST_BREACHES, Math.ceil(BREACHES_OF_ALL / criteriaCount));
    return {
        ...judgmentOf(criterion, judged, unresolved, mostBreaches),
        ...('absent' in data.baseline && unresolved.length > 0 && { ...LACKING, message: data.baseline.absent }),
        ...aboutOf(criterion),
        ...(readRaw && { readRaw }),
    };
}
/** Compares each reading. Labels without a figure in the baseline are returned separately. */
function compareAll(criterion, readings, data) {
    const baselineOf = baselineReader(criterion, data);
    const judged = [];
    const unresolved = [];
    for (const { label, value } of readings) {
        const baseline = baselineOf(label);
        if (typeof baseline === 'string') {
            unresolved.push(baseline);
            continue;
        }
        const limit = limitValue(criterion.limit, baseline);
        if (limit === undefined)
            continue;
        const named = label !== undefined && { label };
        const values = { observed: value, limit, ...named, ...(baseline !== undefined && { baseline }) };
        judged.push(new Comparison(criterion, values));
    }
    judged.sort((a, b) => b.badness - a.badness);
    return { judged, unresolved };
}
/**
 * Returns a function that finds the baseline's figure for a label: undefined if none is needed, or a sentence
 * why there is none.
 */
function baselineReader(criterion, data) {
    if (criterion.limit.kind === 'figure')
        return () => undefined;
    const { baseline, answers } = data;
    if ('absent' in baseline)
        return () => baseline.absent;
    const measured = measure(baseline.measurements, { ...criterion, answers }, data.percentileOf);
    if ('readings' in measured) {
        const byLabel = new Map(measured.readings.map((reading) => [reading.label, reading.value]));
        return (label) => byLabel.get(label) ?? missingLabel(label);
    }
    if (!criterion.label || !(0,label_pattern/* isWildcard */.z2)(criterion.label))
        return () => `Baseline: ${measured.problem}`;
    // One label without the figure must not prevent the comparison of the others, so each label is read
    // separately.
    const single = singleLabelReader(baseline.measurements, criterion, data.percentileOf);
    return (label) => single(label) ?? missingLabel(label);
}
const missingLabel = (label) => `The baseline has no ${label === undefined ? 'total' : (0,label_choice/* shownLabel */.k)(label)}.`;
/**
 * Finds one label in constant time: searching all labels for each label would take minutes for thousands of
 * labels.
 */
function singleLabelReader(baseline, criterion, percentileOf) {
    const { subject } = criterion;
    const timings = subject === 'agents' || subject === 'web-vitals' ? undefined : baseline.subjects[subject];
    const byLabel = new Map(timings?.labels.map((timing) => [timing.label, timing]));
    return (label) => {
        if (label === undefined)
            return undefined;
        const timing = byLabel.get(label);
        if (timings && !timing)
            return undefined;
        const subjects = timings && timing ? { [subject]: { ...timings, labels: [timing] } } : baseline.subjects;
        const query = { ...criterion, label: { parts: [label] } };
        const measured = measure({ ...baseline, subjects }, query, percentileOf);
        return 'readings' in measured ? measured.readings[0]?.value : `Baseline: ${measured.problem}`;
    };
}
function judgmentOf(criterion, judged, unresolved, mostBreaches) {
    const all = judged.filter((label) => !label.holds);
    const breaches = all.slice(0, mostBreaches);
    const [worst] = judged;
    if (breaches.length === 0 && unresolved.length > 0)
        return inconclusive(unresolved, worst);
    if (!worst)
        return { status: 'error', message: 'Nothing was measured.' };
    const { observed, limit, margin, badness } = worst;
    const status = breaches.length > 0 ? 'failed' : 'passed';
    const figures = { status, observed, limit, margin, badness };
    const several = criterion.label !== undefined && (0,label_pattern/* isWildcard */.z2)(criterion.label);
    // A table shows the figures, so the short message can be empty.
    if (!several)
        return { ...figures, message: singleText(criterion, worst), shortMessage: '' };
    return {
        ...figures,
        ...wildcardText(judged, { breaches, breached: all.length }, unresolved.length),
        matched: judged.length + unresolved.length,
        breached: all.length,
        ...(breaches.length > 0 && { breaches: breaches.map(breachOf) }),
        ...(worst.label !== undefined && judged.length === 1 && { label: worst.label }),
    };
}
const breachOf = ({ label = '', observed, limit }) => ({ label, observed, limit });
function inconclusive(unresolved, worst) {
    const more = unresolved.length > 1
        ? ` (and ${count(unresolved.length - 1)} more ${unresolved.length === 2 ? 'label' : 'labels'})`
        : '';
    return {
        status: 'inconclusive',
        inconclusiveBecause: 'baseline',
        message: `${unresolved[0] ?? ''}${more}`,
        ...(worst && { observed: worst.observed }),
    };
}
function aboutOf({ subject, label }) {
    return { subject, ...(label && !(0,label_pattern/* isWildcard */.z2)(label) && { label: label.parts[0] ?? '' }) };
}
function singleText(criterion, { observed, margin, limit }) {
    const measured = (0,one_line/* visibleName */.ko)((0,criterion_text/* measuredText */.AY)(criterion), MOST_MEASURED_CHARACTERS);
    return `${measured} is ${observed}, ${marginToLimit(margin, limit)}`;
}
/** `8.4% below the limit of 450 ms (baseline 409 ms + 10%)`. */
function marginToLimit(margin, limit) {
    const figure = limitFigure(limit);
    return margin.endsWith(' the limit') ? `${margin} of ${figure}` : `${margin} the limit of ${figure}`;
}
function wildcardText(judged, { breaches, breached }, unresolved) {
    const unknown = unresolved > 0 ? `; ${count(unresolved)} ${unresolved === 1 ? 'has' : 'have'} no baseline` : '';
    const [worst] = judged;
    if (breaches.length === 0 && worst) {
        const all = judged.length === 1
            ? 'The only matching label meets the limit'
            : `All ${count(judged.length)} labels meet the limit`;
        const closest = `${(0,label_choice/* shownLabel */.k)(worst.label ?? '')} at ${worst.observed}`;
        return { message: `${all}; closest is ${closest}, ${marginToLimit(worst.margin, worst.limit)}${unknown}` };
    }
    const own = breaches.some((label) => label.limit !== breaches[0]?.limit);
    const named = breaches.slice(0, BREACHES_IN_MESSAGE).map((label) => breachText(label, own));
    const rest = breached > named.length ? ` and ${count(breached - named.length)} more` : '';
    const limit = own ? 'their limits' : `the limit of ${limitFigure(breaches[0]?.limit ?? '')}`;
    const matched = judged.length + unresolved;
    const who = matched === 1 ? 'Its only label' : `${count(breached)} of ${count(matched)} labels`;
    const shortMessage = `${who} ${breachVerb(breaches[0]?.limit ?? '', breached)} ${limit}`;
    const held = judged.length - breached;
    const others = held === 0 ? '' : held === 1 ? '; the other one does not' : `; the other ${count(held)} do not`;
    return { message: `${shortMessage}: ${named.join(', ')}${rest}${others}${unknown}`, shortMessage };
}
function breachVerb(limit, breached) {
    const [one, several] = limit.startsWith('<')
        ? ['exceeds', 'exceed']
        : limit.startsWith('>')
            ? ['falls below', 'fall below']
            : ['misses', 'miss'];
    return breached === 1 ? one : several;
}
const breachText = ({ label = '', observed, limit }, withLimit) => `${(0,label_choice/* shownLabel */.k)(label)} ${observed}${withLimit ? ` (limit ${limitFigure(limit).replace(/ \(.*$/, '')})` : ''}`;
/** The limit without its operator. */
const limitFigure = (limit) => limit.replace(/^\S+ /, '');
const count = (value) => value.toLocaleString('en-US');

;// CONCATENATED MODULE: ./verdict/against-usual/usual-text.js






/** A smaller change is shown as `unchanged`. */
const NOTHING = 0.0005;
/** A value in the unit of its measure. Error rates are shares here. */
function valueText({ measure }, value) {
    const inBase = measure.name === 'error-rate' ? value * 100 : value;
    return (0,figures/* figureFor */.w9)(inBase, (0,figures/* readableUnit */.ro)(inBase, (0,units/* dimensionOf */.eT)(measure)));
}
/** `14% slower`, `3% lower`, `unchanged`. */
function changeText(criterion, change) {
    if (Math.abs(change) < NOTHING)
        return 'unchanged';
    const isTime = (0,units/* dimensionOf */.eT)(criterion.measure) === 'duration';
    const [more, less] = isTime ? ['slower', 'faster'] : ['higher', 'lower'];
    return `${(0,figures/* relativeText */.cW)(change)} ${change > 0 ? more : less}`;
}
/** `8% to 20%`, with a minus sign for less. */
function intervalText({ low, high }) {
    return `${signedText(low)} to ${signedText(high)}`;
}
/** The text after the word "usual": `of "Checkout" 412 ms ± 3% over 8 runs`. */
function usualOfLabel(criterion, label, facts) {
    const { usual, band, earlierRuns } = facts;
    if (usual === undefined)
        return undefined;
    const of = criterion.label && (0,label_pattern/* isWildcard */.z2)(criterion.label) ? `of ${(0,label_choice/* shownLabel */.k)(label)} ` : '';
    return `${of}${valueText(criterion, usual)}${bandText(band)} over ${runsText(earlierRuns)}`;
}
const signedText = (ratio) => `${ratio < -NOTHING ? '-' : ''}${(0,figures/* relativeText */.cW)(ratio)}`;
/** `14% slower than usual (8% to 20%)`. */
function againstUsual(criterion, { change, interval }) {
    const changed = changeText(criterion, change);
    return `${changed === 'unchanged' ? 'as usual' : `${changed} than usual`} (${intervalText(interval)})`;
}
/** `usual is 412 ms ± 3% over 8 runs`. */
function usualText(criterion, facts) {
    const { usual, band, earlierRuns } = facts;
    if (usual === undefined)
        return `usual is based on ${runsText(earlierRuns)}`;
    return `usual is ${valueText(criterion, usual)}${bandText(band)} over ${runsText(earlierRuns)}`;
}
/** How much runs of unchanged software vary: ` ± 3%`. */
function bandText(band) {
    const half = band && band.low > 0 ? Math.sqrt(band.high / band.low) - 1 : undefined;
    return half === undefined || !Number.isFinite(half) ? '' : ` ± ${(0,figures/* relativeText */.cW)(half)}`;
}
/** `<= 433 ms (usual 412 ms + 5%)`; if the usual is unknown, `<= usual + 5%`. */
function limitText(criterion, usual, ownMargin) {
    const { operator, limit } = criterion;
    const sign = operator.startsWith('<') ? 1 : -1;
    const figure = limit.change?.figure ?? { value: ownMargin * 100, unit: '%' };
    const change = `${(0,criterion_text/* signText */.X8)(sign)} ${(0,criterion_text/* figureText */.OP)(figure)}`;
    if (usual === undefined)
        return `${operator} usual ${change}`;
    const part = figure.value / 100;
    const value = figure.unit === 'pp' ? usual + part : usual * (1 + sign * part);
    return `${operator} ${valueText(criterion, value)} (usual ${valueText(criterion, usual)} ${change})`;
}
const runsText = (runs) => (runs === 1 ? '1 run' : `${runs} runs`);
/** Why a label is not judged, as part of a sentence. */
function whyText(why, minRequests) {
    switch (why) {
        case 'new':
            return 'no earlier run has it';
        case 'few-requests':
            return `it has fewer than ${minRequests ?? MIN_REQUESTS} requests`;
        case 'no-figure':
            return 'the figure is missing in this run or in the earlier runs';
        case 'noise':
        case 'no-limit':
        case undefined:
            return 'its runs differ by more than the change to be found';
        default:
            return why;
    }
}
/** `"Checkout" 470 ms, 14% slower than usual (8% to 20%; usual is 412 ms ± 3% over 8 runs)`. */
function labelText(criterion, label, facts) {
    const value = facts.value === undefined ? '' : ` ${valueText(criterion, facts.value)},`;
    const compared = againstUsual(criterion, facts).replace(/\)$/, `; ${usualText(criterion, facts)})`);
    return `${(0,label_choice/* shownLabel */.k)(label)}${value} ${compared}`;
}

;// CONCATENATED MODULE: ./verdict/against-usual/usual-changes.js






/** A single run may be an accident; after five runs, the change is known. */
const LEVEL_RUNS = { least: 2, most: 5 };
/** The changes of one criterion differ in the run or the direction. */
const MOST_CHANGES = 3;
const usual_changes_MOST_NAMED = 3;
const MOST_LISTED = 10;
const usual_changes_MOST_MEASURED_CHARACTERS = 400;
/**
 * Changes of the usual that began with one of the newest earlier runs, better or worse, and are larger than
 * the criterion allows. A change is reported until the base branch has more than five runs at the new level.
 */
function usualChanges(criterion, { labels, environment }, history) {
    const isNew = ({ facts }) => isNewLevel(criterion, facts, history.length);
    const changed = labels.filter(isNew);
    const groups = Map.groupBy(changed, ({ facts }) => `${facts.levelStart} ${facts.levelChange > 0}`);
    const ofLabels = [...groups.values()]
        .sort((a, b) => b.length - a.length)
        .map((group) => changeOf(criterion, group, { history, of: labels.length }));
    const together = environment && isNew(environment) ? [environment] : [];
    return [...together.map((one) => changeTogether(criterion, one, history)), ...ofLabels].slice(0, MOST_CHANGES);
}
function isNewLevel({ limit }, facts, earlierRuns) {
    if (facts?.levelChange === undefined)
        return false;
    const allowed = limit.change?.figure.value ?? 0;
    const least = allowed > 0 ? allowed / 100 : OWN_MARGIN;
    const isRecent = earlierRuns - facts.levelStart <= LEVEL_RUNS.most;
    return isRecent && facts.earlierRuns >= LEVEL_RUNS.least && Math.abs(facts.levelChange) > least;
}
function changeOf(criterion, group, { history, of }) {
    const sorted = group.toSorted((a, b) => Math.abs(b.facts.levelChange) - Math.abs(a.facts.levelChange));
    const [first] = sorted;
    const { levelStart, levelChange } = first.facts;
    const moved = levelChange > 0 ? 'rose' : 'fell';
    const named = sorted
        .slice(0, usual_changes_MOST_NAMED)
        .map((one) => `${(0,label_choice/* shownLabel */.k)(one.label)} ${fromTo(criterion, one.facts)}`);
    const more = group.length > named.length ? `, and ${group.length - named.length} more` : '';
    const since = sinceOf(history, levelStart);
    const message = of === 1 || group.length === 1
        ? `The usual of ${measured(criterion, first.label)} ${moved} ${fromTo(criterion, first.facts)} ${since.text}.`
        : `The usual of ${group.length} of ${of} labels of ${measured(criterion)} ${moved} ${since.text}: ${named.join(', ')}${more}.`;
    return {
        message,
        ...since.facts,
        labels: sorted
            .slice(0, MOST_LISTED)
            .map(({ label, facts }) => ({ label, from: rounded(facts.formerUsual), to: rounded(facts.usual) })),
    };
}
/** A change of the environment, which is what all labels have in common. */
function changeTogether(criterion, { facts }, history) {
    const moved = `${facts.levelChange > 0 ? 'rose' : 'fell'} by ${(0,figures/* relativeText */.cW)(facts.levelChange)}`;
    const { text, facts: since } = sinceOf(history, facts.levelStart);
    return {
        message: `The usual of all labels of ${measured(criterion)} together ${moved} ${text}.`,
        ...since,
    };
}
/** `requests["Checkout"].p95`, even if the criterion has a wildcard; without the label for a total. */
function measured(criterion, label = '') {
    const of = label === '' ? criterion : { ...criterion, label: { parts: [label] } };
    return (0,one_line/* visibleName */.ko)((0,criterion_text/* measuredText */.AY)(of), usual_changes_MOST_MEASURED_CHARACTERS);
}
function fromTo(criterion, { formerUsual = 0, usual = 0 }) {
    return `from ${valueText(criterion, formerUsual)} to ${valueText(criterion, usual)}`;
}
/** `with the run of 2026-11-20 (commit abc1234)`. */
function sinceOf(history, levelStart) {
    const since = history[levelStart]?.origin ?? {};
    const runs = history.length - levelStart;
    const day = dayOf(since);
    const commit = since.commit === undefined ? '' : ` (commit ${(0,one_line/* oneLine */.TN)(since.commit, 100).slice(0, 7)})`;
    const run = day === '' ? `${runs} runs ago` : `with the run of ${day}`;
    return { text: `${run}${commit}`, facts: { since, runs } };
}
function dayOf({ atMs = NaN }) {
    const date = new Date(atMs);
    return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
const rounded = (value) => Number((value ?? 0).toPrecision(6));

;// CONCATENATED MODULE: ./verdict/against-usual/usual-facts.js


const usual_facts_MOST_LABELS = 200;
const ORDER = { regression: 0, suspect: 1, undecided: 2, 'not-judged': 3, fine: 4 };
/** The verdict in the form of `criteria.json`: the most important labels first, and at most 200 of them. */
function usualFactsOf(criterion, verdict, { history, worst }) {
    const text = worst?.facts && usualOfLabel(criterion, worst.label, worst.facts);
    const changes = usualChanges(criterion, verdict, history);
    const { words, labels, environment, findable, vanished } = verdict;
    const sorted = labels.toSorted((a, b) => ORDER[a.word] - ORDER[b.word] || (a.facts?.p ?? 1) - (b.facts?.p ?? 1));
    return {
        runs: verdict.runs,
        earlierRuns: verdict.earlierRuns,
        suspect: verdict.suspect,
        words,
        judgedShare: finite(verdict.judgedShare),
        ...(environment && { environment: labelOf(environment) }),
        labels: sorted.slice(0, usual_facts_MOST_LABELS).map(labelOf),
        ...(vanished.length > 0 && { vanished: vanished.slice(0, usual_facts_MOST_LABELS) }),
        settledBy: verdict.settledBy,
        ...(text !== undefined && { text }),
        ...(changes.length > 0 && { changes }),
        ...(findable && { findable: { now: finite(findable.now), withOneMore: finite(findable.withOneMore) } }),
    };
}
function labelOf({ label, word, why, facts }) {
    return {
        label,
        word,
        ...(why !== undefined && { why }),
        ...(facts && {
            ...(facts.value !== undefined && { value: finite(facts.value) }),
            ...(facts.usual !== undefined && { usual: finite(facts.usual) }),
            ...(facts.band && { band: facts.band }),
            change: finite(facts.change),
            interval: { low: finite(facts.interval.low), high: finite(facts.interval.high) },
            spread: finite(facts.spread),
            runs: facts.runs,
            earlierRuns: facts.earlierRuns,
            levelStart: facts.levelStart,
            ...(facts.formerUsual !== undefined && { formerUsual: finite(facts.formerUsual) }),
        }),
    };
}
/** JSON has no infinity. */
const finite = (value) => (Number.isFinite(value) ? Number(value.toPrecision(6)) : 1e6);

;// CONCATENATED MODULE: ./verdict/against-usual/worst-label.js
const worst_label_ORDER = { regression: 0, suspect: 1, undecided: 2, fine: 3, 'not-judged': 4 };
/** The label that decides the criterion, or is closest to doing so. */
function worstOf(labels) {
    let worst;
    for (const label of labels)
        if (worst === undefined || isWorse(label, worst))
            worst = label;
    return worst;
}
function isWorse(a, b) {
    if (worst_label_ORDER[a.word] !== worst_label_ORDER[b.word])
        return worst_label_ORDER[a.word] < worst_label_ORDER[b.word];
    return (a.facts?.p ?? 2) < (b.facts?.p ?? 2);
}

;// CONCATENATED MODULE: ./verdict/against-usual/settling-text.js


/** What would settle an inconclusive criterion, as text without a full stop. */
function settlingText({ settledBy, earlierRuns }, rerun) {
    const { moreRuns, moreEarlierRuns } = settledBy;
    const ways = [
        moreRuns === undefined ? '' : moreRunsText(moreRuns, rerun),
        moreEarlierRuns === undefined
            ? ''
            : `${more(moreEarlierRuns).replace('more ', 'more earlier ')} of the base branch`,
    ].filter((way) => way !== '');
    if (ways.length > 0)
        return `${ways.join(', or ')} would settle it`;
    return earlierRuns < FEW
        ? `more earlier runs than ${runsText(earlierRuns)}, a longer test or a wider limit would settle it`
        : 'only a longer test with more requests, or a wider limit, would settle it';
}
function moreRunsText(runs, rerun) {
    const of = `${more(runs)} of this commit`;
    if (rerun === undefined)
        return `${of}, judged together with this one in mode judge`;
    const what = rerun === 'job' ? 're-running this job' : 're-running all jobs';
    return `${what}${runs === 1 ? '' : ` ${runs} times`} (${of})`;
}
/** Below this, more earlier runs always help. */
const FEW = 8;
const more = (runs) => `${runs} more ${runs === 1 ? 'run' : 'runs'}`;
/** The change that would be found with the runs so far, and with one more. */
function findableText({ findable }) {
    if (!findable || !(findable.now < MOST))
        return '';
    const better = findable.withOneMore < findable.now * WORTH_SAYING;
    const withMore = better ? `, ${(0,figures/* relativeText */.cW)(findable.withOneMore)} with one more run of this commit` : '';
    return `These runs would show a change of ${(0,figures/* relativeText */.cW)(findable.now)}${withMore}.`;
}
/** A larger change is not worth mentioning. */
const MOST = 100;
const WORTH_SAYING = 0.95;

;// CONCATENATED MODULE: ./verdict/against-usual/usual-message.js





const usual_message_MOST_NAMED = 3;
const usual_message_MOST_MEASURED_CHARACTERS = 400;
/**
 * One or two sentences for people: what was found, how it compares with the usual, and, if it is
 * inconclusive, what would settle it.
 */
function usualMessage(criterion, verdict, worst, { several, rerun }) {
    const text = several ? usual_message_wildcardText(criterion, verdict, worst) : usual_message_singleText(criterion, verdict, worst);
    if (verdict.status !== 'inconclusive')
        return text;
    return [`${text}; ${settlingText(verdict, rerun)}.`, findableText(verdict)]
        .filter((part) => part !== '')
        .join(' ');
}
function usual_message_singleText(criterion, { words }, worst) {
    const measured = (0,one_line/* visibleName */.ko)((0,criterion_text/* measuredText */.AY)(criterion), usual_message_MOST_MEASURED_CHARACTERS);
    const facts = worst?.facts;
    if (!facts)
        return `Cannot tell: ${measured} is not judged, because ${usual_message_reasonOf(criterion, worst)}`;
    const value = facts.value === undefined ? '' : `${valueText(criterion, facts.value)}, `;
    const found = `${measured} is ${value}${againstUsual(criterion, facts)}; ${usualText(criterion, facts)}`;
    if (words.regression > 0)
        return found;
    if (words.fine > 0)
        return found;
    return words.suspect > 0 ? `Suspect: ${found}, which may be chance` : `Cannot tell: ${found}`;
}
const usual_message_reasonOf = (criterion, label) => whyText(label?.why, criterion.limit.minRequests);
function usual_message_wildcardText(criterion, verdict, worst) {
    const { labels, words, status, environment } = verdict;
    const common = environmentText(criterion, environment);
    const limit = (0,criterion_text/* usualText */.CR)(criterion.limit);
    const closest = worst?.facts ? `closest is ${labelText(criterion, worst.label, worst.facts)}` : '';
    if (status === 'failed') {
        const red = words.regression > 0 ? redText(criterion, verdict, limit) : '';
        return [common, red, restText(verdict)].filter((part) => part !== '').join('; ');
    }
    if (status === 'passed') {
        const all = words.fine === labels.length;
        const lead = all ? `All ${usual_message_count(labels.length)} labels are within ${limit}` : restText(verdict);
        return [lead, closest].filter((part) => part !== '').join('; ');
    }
    const lead = words.suspect > 0 || environment?.word === 'suspect' ? 'Suspect' : 'Cannot tell';
    const looked = words.suspect > 0 ? closest.replace('closest is ', '') : closest;
    const parts = [common, looked, restText(verdict)].filter((part) => part !== '');
    return `${lead}: ${parts.join('; ')}`;
}
function redText(criterion, { labels }, limit) {
    const red = labels.filter(({ word }) => word === 'regression').sort(byChange);
    const named = red
        .slice(0, usual_message_MOST_NAMED)
        .map(({ label, facts }) => (facts ? labelText(criterion, label, facts) : (0,label_choice/* shownLabel */.k)(label)));
    const more = red.length > named.length ? ` and ${usual_message_count(red.length - named.length)} more` : '';
    const lead = labels.length === 1
        ? 'The only label is beyond'
        : `${usual_message_count(red.length)} of ${usual_message_count(labels.length)} labels ${red.length === 1 ? 'is' : 'are'} beyond`;
    return `${lead} ${limit}: ${named.join(', ')}${more}`;
}
const byChange = (a, b) => Math.abs(b.facts?.change ?? 0) - Math.abs(a.facts?.change ?? 0);
/** What all labels have in common, if that affects the result. */
function environmentText(criterion, environment) {
    if (!environment?.facts || environment.word === 'fine')
        return '';
    const found = `all labels together are ${againstUsual(criterion, environment.facts)}`;
    return environment.word === 'regression' ? `A regression: ${found}` : found;
}
/** `15 fine, 2 undecided, 3 not judged (2 with fewer than 20 requests, 1 new)`. */
function restText({ words, labels }) {
    const parts = [
        words.fine > 0 ? `${usual_message_count(words.fine)} fine` : '',
        words.suspect > 0 ? `${usual_message_count(words.suspect)} suspect` : '',
        words.undecided > 0 ? `${usual_message_count(words.undecided)} undecided` : '',
        words['not-judged'] > 0 ? `${usual_message_count(words['not-judged'])} not judged (${whysText(labels)})` : '',
    ].filter((part) => part !== '');
    return parts.join(', ');
}
const WHYS = {
    new: 'new',
    'few-requests': 'few requests',
    'no-figure': 'no figure',
    noise: 'too noisy',
    'no-limit': 'no limit',
};
function whysText(labels) {
    const counts = new Map();
    for (const { word, why } of labels) {
        if (word !== 'not-judged')
            continue;
        const text = WHYS[why ?? 'noise'];
        counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts]
        .map(([text, number]) => (counts.size === 1 ? text : `${usual_message_count(number)} ${text}`))
        .join(', ');
}
const usual_message_count = (value) => value.toLocaleString('en-US');

;// CONCATENATED MODULE: ./verdict/against-usual/usual-trends.js




/**
 * Charts are shown for criteria that failed, are suspect or undecided, up to the maximum. If there are fewer
 * than the minimum, others are added.
 */
const usual_trends_MOST_CRITERIA = 12;
const LEAST_CRITERIA = 4;
/** For a failed criterion with a wildcard. */
const usual_trends_MOST_LABELS = 3;
/**
 * Adds figures over the earlier runs to the most important criteria; only to a few, because each becomes a
 * chart.
 */
function addTrends(judged, runs) {
    if (runs.history.length === 0)
        return;
    const ranked = judged.toSorted((a, b) => rankOf(a) - rankOf(b));
    const noted = ranked.filter((one) => rankOf(one) < FINE).length;
    for (const { criterion, verdict, judgment } of ranked.slice(0, Math.min(usual_trends_MOST_CRITERIA, Math.max(LEAST_CRITERIA, noted)))) {
        const trends = shownLabels(verdict).flatMap((label) => trendOf(criterion, label, runs) ?? []);
        if (judgment.usual && trends.length > 0)
            judgment.usual.trends = trends;
    }
}
const FINE = 3;
function rankOf({ verdict: { status, suspect } }) {
    if (status === 'failed')
        return 0;
    if (suspect)
        return 1;
    return status === 'inconclusive' ? 2 : FINE;
}
/** The labels with a regression, worst first; if there are none, the label that is closest to its limit. */
function shownLabels({ labels }) {
    const red = labels.filter(({ word }) => word === 'regression').sort(byChange);
    if (red.length > 0)
        return red.slice(0, usual_trends_MOST_LABELS);
    const worst = worstOf(labels);
    return worst ? [worst] : [];
}
function trendOf(criterion, { label, word, facts }, { runs, history }) {
    if (facts?.usual === undefined || facts.value === undefined || !facts.band)
        return undefined;
    const { usual, band, value, levelStart, formerUsual } = facts;
    const point = (run) => usual_trends_pointOf(criterion, label, run);
    return {
        label,
        word,
        dimension: (0,units/* dimensionOf */.eT)(criterion.measure),
        text: `${valueText(criterion, value)}, ${againstUsual(criterion, facts)}; ${usualText(criterion, facts)}`,
        earlier: history.map(point),
        now: runs.map(point),
        usual: usual_trends_rounded(usual),
        band: { low: usual_trends_rounded(band.low), high: usual_trends_rounded(band.high) },
        levelStart,
        ...(formerUsual !== undefined && { formerUsual: usual_trends_rounded(formerUsual) }),
    };
}
function usual_trends_pointOf(criterion, label, { origin, subjects }) {
    const { subject, measure } = criterion;
    const figures = subjects.get(subject);
    const timing = criterion.label ? figures?.labels.find((one) => one.label === label) : figures?.total;
    const value = timing && usual_trends_valueIn(timing, measure);
    return { ...origin, ...(value !== undefined && { value: usual_trends_rounded(value) }) };
}
/** Error rates are shares. */
function usual_trends_valueIn({ count, errors, figures }, measure) {
    const value = measure.name === 'error-rate'
        ? errors === undefined
            ? undefined
            : errors / count
        : figures.get((0,units/* measureText */.kD)(measure))?.value;
    return value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;
}
const usual_trends_rounded = (value) => Number(value.toPrecision(6));

;// CONCATENATED MODULE: ./verdict/against-usual/judge-against-usual.js










const judge_against_usual_MOST_BREACHES = 1000;
const judge_against_usual_BREACHES_OF_ALL = 100_000;
/**
 * Judges all criteria that compare with the usual together, because they share one budget of false alarms.
 * Never throws.
 */
function judgeAgainstUsual(entries, data) {
    const judgments = new Map();
    const asked = [];
    for (const entry of entries) {
        const criterion = (0,usual_entries/* usualCriterionOf */.v7)(entry);
        if (!criterion)
            continue;
        const known = observed(criterion, data);
        if ('status' in known)
            judgments.set(entry, known);
        else
            asked.push({ entry, criterion, ...known });
    }
    if (asked.length === 0)
        return judgments;
    const history = 'absent' in data.history ? [] : data.history;
    const { comparisons } = judgeUsual({
        runs: data.runs,
        history,
        comparisons: asked.map(({ entry, criterion }) => (0,usual_entries/* comparisonOf */.jb)(criterion, entry.id, { runs: data.runs, history })),
    });
    const most = Math.min(judge_against_usual_MOST_BREACHES, Math.ceil(judge_against_usual_BREACHES_OF_ALL / data.criteriaCount));
    const judged = asked.map(({ entry, criterion, readRaw }, index) => {
        const verdict = comparisons[index];
        const judgment = { ...judge_against_usual_judgmentOf(criterion, verdict, data, most), ...(readRaw && { readRaw }) };
        judgments.set(entry, judgment);
        return { criterion, verdict, judgment };
    });
    addTrends(judged, { runs: data.runs, history });
    return judgments;
}
/**
 * If this run lacks the whole figure, that is an error, as with any other limit; if only some labels lack it,
 * those are not judged.
 */
function observed(criterion, data) {
    const found = measure(data.measurements, { ...criterion, criteriaCount: data.criteriaCount, answers: data.answers }, data.percentileOf);
    if ('readings' in found)
        return { readRaw: found.readings.some(({ fromHistogram }) => fromHistogram) };
    const { subject, label, measure: asked } = criterion;
    if (label && (0,label_pattern/* isWildcard */.z2)(label)) {
        const { labels } = (0,usual_entries/* comparisonOf */.jb)(criterion, '', { runs: data.runs, history: [] });
        const chosen = labels === 'total' || labels === 'all' ? undefined : new Set(labels);
        const some = data.runs.some(({ subjects }) => subjects
            .get(subject)
            ?.labels.some((one) => (chosen?.has(one.label) ?? true) &&
            (asked.name === 'error-rate' ? one.errors !== undefined : one.figures.size > 0)));
        if (some)
            return { readRaw: false };
    }
    return { status: 'error', message: found.problem, subject, ...(found.inResult && { inResult: true }) };
}
function judge_against_usual_judgmentOf(criterion, verdict, { history, doubt, rerun }, mostBreaches) {
    const { label, subject } = criterion;
    const several = label !== undefined && (0,label_pattern/* isWildcard */.z2)(label);
    const about = { subject, ...(label && !several && { label: label.parts[0] ?? '' }) };
    if ('absent' in history)
        return {
            status: 'inconclusive',
            inconclusiveBecause: 'baseline',
            message: history.absent,
            ...LACKING,
            ...about,
        };
    const worst = worstOf(verdict.labels);
    const { labels, words } = verdict;
    const isDoubtful = doubt !== undefined && verdict.status === 'passed';
    const status = isDoubtful ? 'inconclusive' : verdict.status;
    const message = usualMessage(criterion, verdict, worst, { several, rerun });
    const red = labels.filter(({ word }) => word === 'regression').sort(byChange);
    const named = red.slice(0, mostBreaches).map((one) => judge_against_usual_breachOf(criterion, one));
    return {
        status,
        ...(status === 'inconclusive' && { inconclusiveBecause: 'baseline' }),
        ...judge_against_usual_figuresOf(criterion, worst),
        message: isDoubtful ? `${message}; but ${doubt}` : message,
        ...about,
        ...(several && { matched: labels.length, breached: words.regression }),
        ...(several && named.length > 0 && { breaches: named }),
        ...(several && labels.length === 1 && { label: labels[0].label }),
        usual: usualFactsOf(criterion, verdict, { history, worst }),
    };
}
function judge_against_usual_figuresOf(criterion, worst) {
    const facts = worst?.facts;
    const limit = limitText(criterion, facts?.usual, OWN_MARGIN);
    if (!facts)
        return { limit };
    const worse = criterion.operator.startsWith('<') ? facts.change : -facts.change;
    return {
        ...(facts.value !== undefined && { observed: valueText(criterion, facts.value) }),
        limit,
        margin: `${changeText(criterion, facts.change)} (${intervalText(facts.interval)})`,
        badness: Number.isFinite(worse) ? worse : 0,
    };
}
function judge_against_usual_breachOf(criterion, { label, facts }) {
    if (!facts)
        return { label, observed: '' };
    const value = facts.value === undefined ? '' : `${valueText(criterion, facts.value)}, `;
    return {
        label,
        observed: `${value}${changeText(criterion, facts.change)}`,
        limit: limitText(criterion, facts.usual, OWN_MARGIN),
    };
}

// EXTERNAL MODULE: ./criteria/language/waiver.js
var waiver = __webpack_require__(15579);
;// CONCATENATED MODULE: ./verdict/judge.js








/** Judges every criterion. The results are sorted as by `worstFirst`. Never throws. */
async function judge(entries, context) {
    const xpath = await xpathOutcomes(entries, context);
    const shared = { ...context, criteriaCount: entries.length, byUsual: judgedByUsual(entries, context) };
    return (0,standing/* worstFirst */.md)(entries.map((entry) => resultOf(entry, judge_judgmentOf(entry, shared, xpath), context.nowMs)));
}
async function xpathOutcomes(entries, { judgeXPath }) {
    const expressions = entries.flatMap(({ enabled, test }) => enabled && test.kind === 'xpath' ? [test.expression] : []);
    return expressions.length === 0 || !judgeXPath ? new Map() : judgeXPath(expressions);
}
function judge_judgmentOf(entry, context, xpath) {
    if (!entry.enabled)
        return { status: 'skipped', message: 'Disabled in the criteria file.' };
    const file = fileNeeded(entry, context.answers);
    const missing = troubleWith(context.troubles, file, 'missing');
    if (missing && !readFromRawResult(entry, context))
        return withoutData(missing.reason);
    const judgment = entry.test.kind === 'xpath'
        ? xpathJudgment(entry.test.expression, context, xpath)
        : measureJudgment(entry, entry.test.criterion, context);
    return withTroubles(judgment, file, context);
}
/**
 * The raw result has the same names for actions and transactions, so they can be judged without the report.
 */
function readFromRawResult({ test }, { answers, measurements }) {
    if (test.kind === 'xpath' || !answers.hasReport)
        return false;
    const { subject } = test.criterion;
    if (subject !== 'actions' && subject !== 'transactions')
        return false;
    return measurements?.subjects[subject]?.source === 'xlt-timers';
}
function measureJudgment(entry, criterion, context) {
    const { measurements, percentileOf, criteriaCount, answers } = context;
    const judgment = context.byUsual.get(entry);
    if (judgment)
        return judgment;
    const { limit } = criterion;
    if (!measurements || limit.kind === 'usual')
        return withoutData('None of the results of the run could be read.');
    const baseline = baselineData(context.baseline);
    const data = { measurements, percentileOf, baseline, criteriaCount, answers };
    return judgeCriterion({ ...criterion, limit }, data);
}
function judgedByUsual(entries, { measurements, percentileOf, baseline, usual, answers }) {
    const wanted = (0,usual_entries/* wantedFigures */.t9)(entries);
    if (!measurements || wanted.size === 0)
        return new Map();
    const figures = (run) => (0,run_figures/* runFiguresOf */.A)(run, wanted, percentileOf);
    const only = baselineData(baseline);
    const history = usual?.history?.length
        ? usual.history
        : 'absent' in only
            ? only
            : [figures(only.measurements)];
    const runs = [...(usual?.before ?? []), figures(measurements), ...(usual?.after ?? [])];
    return judgeAgainstUsual(entries, {
        measurements,
        percentileOf,
        runs,
        history,
        criteriaCount: entries.length,
        answers,
        ...(usual?.doubt !== undefined && { doubt: usual.doubt }),
        ...(usual?.rerun && { rerun: usual.rerun }),
    });
}
function baselineData(baseline) {
    if (!baseline)
        return { absent: "There is no baseline to compare with: set the input 'baseline'." };
    const { use, measurements } = baseline;
    if (use.status === 'used' && measurements)
        return { measurements };
    return { absent: (0,comparable_baseline/* whyNoBaseline */.HF)(use) };
}
function xpathJudgment(expression, { answers }, outcomes) {
    const outcome = outcomes.get(expression);
    if (outcome)
        return { status: outcome.status, message: outcome.message };
    const message = answers.hasReport
        ? 'There is no testreport.xml for XPath.'
        : `${answers.service} has no testreport.xml for XPath.`;
    return { status: 'error', message };
}
const withoutData = (reason) => ({
    status: 'inconclusive',
    inconclusiveBecause: 'data',
    message: reason,
});
/**
 * A percentile from the raw result needs that file too. If it is missing, the criterion is inconclusive, and
 * not an error.
 */
function withTroubles(judgment, file, { troubles, answers }) {
    const resultMissing = answers.hasReport ? troubleWith(troubles, 'result', 'missing') : undefined;
    if (judgment.inResult && resultMissing)
        return withoutData(`${judgment.message} ${resultMissing.reason}`);
    const partial = troubles.find((trouble) => trouble.kind === 'partial' &&
        (trouble.file === file || (trouble.file === 'result' && judgment.readRaw)));
    return partial ? { ...judgment, partialData: partial.reason } : judgment;
}
function resultOf(entry, judgment, nowMs) {
    const { readRaw: _raw, inResult: _inResult, message, shortMessage, ...rest } = judgment;
    const broken = judgment.status === 'failed' || judgment.status === 'error';
    const active = entry.waiver !== undefined && (0,waiver/* isWaiverActive */.fo)(entry.waiver, nowMs);
    const withOwn = (text) => {
        if (!broken || !entry.message)
            return text;
        return text === '' ? entry.message : `${entry.message} (${text})`;
    };
    const detail = withOwn(message);
    return {
        id: entry.id,
        criterion: entry.text,
        severity: entry.severity,
        ...rest,
        message: broken && entry.waiver ? `${judge_closed(detail)} ${(0,waiver/* waiverText */.Eu)(entry.waiver, active)}` : detail,
        ...(shortMessage !== undefined && { shortMessage: withOwn(shortMessage) }),
        ...(entry.waiver && { waiver: { ...entry.waiver, active } }),
        source: entry.source,
    };
}
const judge_closed = (sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

// EXTERNAL MODULE: ./verdict/outcome/decide.js + 1 modules
var outcome_decide = __webpack_require__(66214);
// EXTERNAL MODULE: ./verdict/outcome/other-warnings.js
var other_warnings = __webpack_require__(45045);
;// CONCATENATED MODULE: ./step/judge/judge-run.js















/** Measures what was collected, and finds what to compare it with. */
async function prepareJudgment(ports, run) {
    const measured = await measureRun(ports, run);
    const { percentileOf } = await __webpack_require__.e(/* import() */ 3904).then(__webpack_require__.bind(__webpack_require__, 53904));
    const wanted = shownFigures((0,usual_entries/* wantedFigures */.t9)(ports.criteria), ports.criteria, measured.measurements);
    const figuresOf = (one) => (0,run_figures/* runFiguresOf */.A)(one, wanted, percentileOf);
    const baseline = await compare(ports, measured.measurements, figuresOf);
    const suggestions = suggestionsFrom(baseline?.history, ports.criteria, ports.workflow.scrub);
    return { run, ...measured, percentileOf, figuresOf, baseline, suggestions };
}
/** Measures what was collected. */
async function measureRun(ports, run) {
    const { collected } = run;
    const executions = run.executions ?? executionsIn(collected);
    const { files, answers } = (0,service/* serviceNamed */.f)(ports.services, collected.facts.provider);
    const measured = run.measurements ?? (await files.measure(collected, executions));
    const troubles = troublesOf(files, collected, measured);
    const known = withPartial(measured, collected);
    const measurements = withEnd(withOrigin(ports.context, known), run);
    for (const { code, message } of measurements.warnings)
        if (code === 'note')
            ports.log.info(message);
    return { known, measurements, troubles, answers };
}
function figuresFor({ criteria }, percentileOf) {
    const wanted = (0,usual_entries/* wantedFigures */.t9)(criteria);
    return (run) => (0,run_figures/* runFiguresOf */.A)(run, wanted, percentileOf);
}
/** Judges the run together with further ones of the same commit, oldest first. */
async function judgePrepared(ports, prepared, furtherRuns = []) {
    const { run, known, measurements, troubles, answers, percentileOf, baseline, suggestions } = prepared;
    const reportPath = reportOf(run.collected);
    const asked = { measured: known, run: measurements.run, figuresOf: figuresFor(ports, percentileOf) };
    const { formerRuns, doubt, failure, endedEarly } = run;
    const { named: commitRuns, ...others } = (0,runs_of_commit/* runsOfCommit */.v)(ports, asked, { formerRuns, furtherRuns });
    const results = await judge(ports.criteria, {
        answers,
        measurements,
        percentileOf,
        ...(baseline !== undefined && {
            baseline: {
                use: baseline.use,
                ...(baseline.measurements && { measurements: baseline.measurements }),
            },
        }),
        usual: {
            ...others,
            ...rerunOf(ports),
            ...(doubt !== undefined && { doubt }),
            ...(baseline?.history && { history: baseline.history }),
        },
        troubles,
        ...(reportPath !== undefined && {
            judgeXPath: (expressions) => ports.xpath.judge(expressions, reportPath),
        }),
        nowMs: ports.nowMs(),
    });
    const verdict = (0,outcome_decide/* decide */.L)({
        ...(failure !== undefined && { failure }),
        ...(endedEarly !== undefined && { endedEarly }),
        criteria: results,
        ...(measurements.scorecard !== undefined && { scorecard: measurements.scorecard }),
        ...(baseline !== undefined && { baseline: baseline.use }),
        troubles,
        warnings: [...(baseline?.notes ?? []), ...notesOf(measurements)],
        failOn: ports.inputs.failOn,
    });
    // What decides the outcome is said with it; people who read the log only must find the rest there too.
    const isUnsaid = baseline?.use.status === 'missing' && !(0,other_warnings/* saysNoBaseline */.$z)(verdict);
    if (isUnsaid && furtherRuns.length === 0)
        ports.log.warning((0,comparable_baseline/* whyNoBaseline */.HF)(baseline.use));
    return {
        collected: run.collected,
        measurements,
        ...(baseline?.measurements && { baseline: baseline.measurements }),
        verdict: { ...verdict, ...(commitRuns && { commitRuns }) },
        ...(suggestions && { suggestions }),
        ...trendsIn(ports.criteria, prepared, results),
    };
}
/**
 * What has to run again to get another run. In mode `wait` a re-run of the job would judge the same run
 * again, so the whole workflow has to run. Without a cache, no other run can be known.
 */
function rerunOf({ inputs, context, cache }) {
    if (context.runId === '' || cache === undefined || cache.unavailable() !== undefined)
        return {};
    return { rerun: inputs.mode === 'wait' ? 'workflow' : 'job' };
}
/** If only files are known, executions are named by their folders. */
function executionsIn({ facts }) {
    return facts.ids.map((id, index) => ({ id, label: facts.loadProfile?.[index]?.name ?? id }));
}
/** Warnings that are more than a note, and not already in the data troubles. */
function notesOf({ warnings }) {
    const others = warnings.filter(({ code }) => code !== 'partial-archives' && code !== 'note');
    return others.map(({ message }) => message);
}
async function compare(ports, measurements, figuresOf) {
    const { baseline } = ports.inputs;
    if (baseline === undefined)
        return undefined;
    const looked = await findBaseline(ports, baseline.choice, {
        services: ports.services,
        run: measurements.run,
        figuresOf,
    });
    // Secrets are removed before the text is escaped for Markdown or HTML, because after that they are not
    // recognized.
    const found = 'missing' in looked ? { ...looked, missing: ports.workflow.scrub(looked.missing) } : looked;
    const question = { from: baseline.text, nowMs: ports.nowMs() };
    const { history, before } = looked;
    const kept = {
        ...(before && { before }),
        ...(history && {
            history: (0,earlier_run/* comparableRuns */.vC)(ports.services, history, measurements.run).map(({ figures }) => figures),
        }),
    };
    if ('missing' in found) {
        const answer = (0,comparable_baseline/* chooseBaseline */.hf)({ ...question, found, run: measurements.run });
        return { ...answer, ...kept, certainlyAbsent: found.certain === true };
    }
    const aligned = (0,earlier_run/* alignedRuns */.Lv)(ports.services, measurements.run, found.measurements.run);
    const answer = (0,comparable_baseline/* chooseBaseline */.hf)({
        ...question,
        found: { ...found, measurements: { ...found.measurements, run: aligned.baseline } },
        run: aligned.run,
    });
    if (answer.use.status !== 'used')
        return { ...answer, ...kept, foreign: found.foreign === true };
    // `baseline.json` gets the measurements as they were found: the alignment is only for this comparison.
    return {
        ...answer,
        measurements: found.measurements,
        notes: [...answer.notes, ...aligned.notes],
        ...kept,
    };
}
function reportOf({ files }) {
    const file = files.find((one) => one.kind === 'test-report') ?? files.find((one) => one.kind === 'report');
    return file?.path;
}


/***/ }),

/***/ 50816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T8: () => (/* binding */ keepForBranch),
  ei: () => (/* binding */ leaveAgain),
  b6: () => (/* binding */ leaveFiles)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./foundation/scrub-texts.js
var scrub_texts = __webpack_require__(61434);
// EXTERNAL MODULE: ./verdict/comparable-baseline.js
var comparable_baseline = __webpack_require__(87654);
// EXTERNAL MODULE: ./step/judge/history/own-run.js
var own_run = __webpack_require__(29480);
// EXTERNAL MODULE: ./platform/files/regular-file.js
var regular_file = __webpack_require__(38717);
// EXTERNAL MODULE: ./step/judge/baseline-cache.js
var baseline_cache = __webpack_require__(82191);
// EXTERNAL MODULE: ./step/judge/baseline-key.js
var baseline_key = __webpack_require__(8658);
// EXTERNAL MODULE: ./step/judge/history/kept-history.js
var kept_history = __webpack_require__(64815);
// EXTERNAL MODULE: ./step/judge/kept-run.js
var kept_run = __webpack_require__(97275);
;// CONCATENATED MODULE: ./step/judge/keep-run.js





/** The room in an entry for everything besides the baseline. */
const MAX_HISTORY_BYTES = 5e6;
/**
 * Adds the run to those that are kept for its branch. If that fails, it is logged and the outcome stays the
 * same.
 */
async function keepRun(ports, run) {
    const { cache, context, log } = ports;
    if (cache === undefined || baseline_cache/* NEVER_SAVED */.pw.test(context.eventName))
        return;
    const as = run.asBaseline ? 'as a baseline' : 'in the history';
    const entry = cache.unavailable() ?? (await entryOf(ports, run));
    if (typeof entry === 'string') {
        log.info(`The run was not kept ${as}: ${entry}.`);
        return;
    }
    const saved = await cache.write(entry.key, entry.bytes);
    const kept = run.asBaseline ? 'as the baseline' : 'in the history';
    log.info(saved
        ? `The run was kept ${kept} of ${context.refName}.`
        : `The run was not kept ${as}: the cache did not accept it.`);
}
/** The entry, or why there is none. */
async function entryOf(ports, { measurementsPath, earlier, asBaseline, before }) {
    const { context, key } = ports;
    if ('unknown' in before && (before.unknown === 'out-of-reach' || !asBaseline))
        return 'the kept data could not be read, and would be lost';
    const { runId: workflowRunId, attempt } = context;
    const origin = { ...(0,baseline_cache/* identityOf */.cu)(ports), workflowRunId, attempt, keptAtMs: ports.nowMs() };
    const known = 'unknown' in before ? { runs: [] } : before;
    let baseline = 'baseline' in known ? known.baseline : undefined;
    if (asBaseline) {
        if ((await (0,regular_file/* sizeOf */.$d)(measurementsPath)) > baseline_cache/* MAX_BYTES */.zx - MAX_HISTORY_BYTES)
            return `its measurements are larger than ${(baseline_cache/* MAX_BYTES */.zx - MAX_HISTORY_BYTES) / 1e6} MB`;
        const { bytes, signature } = (0,kept_run/* writeKeptRun */.f)(key, origin, await (0,regular_file/* readBytes */.io)(measurementsPath, baseline_cache/* MAX_BYTES */.zx));
        baseline = { signed: bytes, signature };
    }
    const own = earlier.map(kept_history/* keptOf */.uq).toReversed();
    const ids = new Set(own.map(({ id }) => id));
    const runs = [...own, ...known.runs.filter(({ id }) => !ids.has(id))];
    const text = (0,kept_history/* historyText */.u_)({ baseline: baseline?.signature ?? null, runs });
    if (text === undefined)
        return 'it has too many labels';
    const first = (0,kept_run/* writeKeptRun */.f)(key, origin, Buffer.from(text));
    return {
        key: (0,baseline_key/* baselineKeyOf */.AF)(origin, first.signature),
        bytes: Buffer.concat([first.bytes, ...(baseline ? [baseline.signed] : [])]),
    };
}

;// CONCATENATED MODULE: ./step/judge/leave-verdict.js






const MEASUREMENTS = 'measurements.json';
const BASELINE = 'baseline.json';
/** Writes the files of a verdict. False if that failed, which is logged and does not change the outcome. */
async function leaveFiles(ports, judged) {
    return await attempt(ports, async () => {
        const { measurements, baseline } = judged;
        await leaveMeasurements(ports, MEASUREMENTS, measurements);
        if (baseline !== undefined)
            await leaveMeasurements(ports, BASELINE, baseline);
        await writeCriteria(ports, judged);
    });
}
/**
 * Writes the verdict again, after another run of the commit was judged together with the first, and the
 * measurements of that run.
 */
async function leaveAgain(ports, judged, further) {
    return await attempt(ports, async () => {
        if (further !== undefined)
            await leaveMeasurements(ports, further.name, further.measurements);
        await writeCriteria(ports, judged);
    });
}
async function attempt({ directory, log }, work) {
    try {
        await work();
        return true;
    }
    catch (error) {
        log.warning(`The files of the verdict could not be written to ${directory.path}: ${(0,errors/* messageOf */.bD)(error)} The verdict is still valid.`);
        return false;
    }
}
/** Secrets in labels are removed only here, because criteria refer to labels as they were measured. */
async function leaveMeasurements({ directory, workflow }, name, measurements) {
    const { measurementsText } = await Promise.all(/* import() */[__webpack_require__.e(7232), __webpack_require__.e(2727), __webpack_require__.e(7889)]).then(__webpack_require__.bind(__webpack_require__, 30270));
    await directory.write(name, measurementsText((0,scrub_texts/* scrubTexts */.K)(measurements, workflow.scrub)));
}
async function writeCriteria({ directory, workflow }, judged) {
    const { verdict, collected } = judged;
    const { criteriaFile } = await __webpack_require__.e(/* import() */ 2855).then(__webpack_require__.bind(__webpack_require__, 32855));
    // The file becomes an artifact, and a quoted response of the service may contain a secret.
    await directory.write('criteria.json', workflow.scrub(criteriaFile(verdict, collected?.missing ?? [])));
}
/**
 * Keeps the run, and further runs of the commit, oldest first, for their branch, if `baseline` is `branch`.
 */
async function keepForBranch(ports, { verdict, measurements }, { certainlyAbsent = false, foreign, before = { unknown: 'out-of-reach' } }, furtherRuns = []) {
    if (ports.inputs.baseline?.choice.kind !== 'branch')
        return;
    const { percentileOf } = await __webpack_require__.e(/* import() */ 3904).then(__webpack_require__.bind(__webpack_require__, 53904));
    const counts = (0,own_run/* countsForUsual */.w)(verdict, measurements);
    const asBaseline = (0,comparable_baseline/* mayBecomeBaseline */.mY)(verdict, certainlyAbsent, foreign);
    if (!counts && !asBaseline)
        return;
    const runs = counts ? [measurements, ...furtherRuns] : [];
    const earlier = runs.map((run) => (0,own_run/* ownRun */.S)((0,scrub_texts/* scrubTexts */.K)(run, ports.workflow.scrub), ports.criteria, percentileOf));
    const measurementsPath = (0,external_node_path_.join)(ports.directory.path, MEASUREMENTS);
    await keepRun(ports, { measurementsPath, asBaseline, before, earlier });
}


/***/ }),

/***/ 93010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ workflowRunUrl),
/* harmony export */   p: () => (/* binding */ workflowLinks)
/* harmony export */ });
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9888);

// Owner and name; neither may lead to another folder on the server.
const REPOSITORY = /^(?!\.{1,2}\/)[\w.-]{1,100}\/(?!\.{1,2}$)[\w.-]{1,100}$/;
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const RUN_ID = /^\d{1,20}$/;
/**
 * Links to the workflow run, the commit and the pull request. Invalid values are left out, because the
 * variables can be set by anybody.
 */
function workflowLinks(context) {
    const repository = repositoryUrl(context);
    const runUrl = workflowRunUrl(context);
    // For a pull request, `sha` is a merge commit that GitHub created.
    const sha = context.headSha ?? context.sha;
    return {
        ...(runUrl !== undefined && { runUrl }),
        ...(COMMIT.test(sha) && {
            commit: { sha, ...(repository !== undefined && { url: `${repository}/commit/${sha}` }) },
        }),
        ...pullRequestLink(context, repository),
    };
}
/** The page of this workflow run; undefined if the runner's values are not valid. */
function workflowRunUrl(context) {
    const repository = repositoryUrl(context);
    return repository !== undefined && RUN_ID.test(context.runId)
        ? `${repository}/actions/runs/${context.runId}`
        : undefined;
}
function repositoryUrl({ serverUrl, repository }) {
    const server = (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .safeUrl */ .Pl)(serverUrl);
    if (server === undefined || /[?#]/.test(server) || !REPOSITORY.test(repository))
        return undefined;
    return `${server.replace(/\/+$/, '')}/${repository}`;
}
function pullRequestLink({ pullRequest: number, pullRequestUrl }, repository) {
    if (number === undefined || !Number.isSafeInteger(number) || number < 1)
        return {};
    if (repository === undefined)
        return { pullRequest: { number } };
    // Gitea and Forgejo use another path than GitHub; the event shows which one is right.
    const elsewhere = `${repository}/pulls/${number}`;
    const url = pullRequestUrl === elsewhere ? elsewhere : `${repository}/pull/${number}`;
    return { pullRequest: { number, url } };
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


/***/ }),

/***/ 61019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   Lk: () => (/* binding */ MUST_NOT_MISS),
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   WB: () => (/* binding */ MOST_BY_TREND),
/* harmony export */   tO: () => (/* binding */ intervalQuantile)
/* harmony export */ });
/* harmony import */ var _mathematics_remembered_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68658);
/* harmony import */ var _mathematics_student_t_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(324);
/** Finds the word for one label, or for the environment, from its change and the certainty of it. */


/** A slowdown of this many times the limit must not be missed. */
const MUST_NOT_MISS = 2;
/** The change must be less likely than this to be the continuation of a trend in the earlier runs. */
const MOST_BY_TREND = 0.03;
/** A single run must be this many times further away than any accidental outlier among the earlier runs. */
const BEYOND_OUTLIERS = 1.5;
/**
 * The half width of the 95 % interval in standard errors. A label is fine if the upper end of the interval is
 * below the slowdown that must not be missed. The interval is two-sided, because the spread is only
 * estimated: with a one-sided bound, 7 of 100 slow labels were called fine.
 */
const intervalQuantile = (0,_mathematics_remembered_js__WEBPACK_IMPORTED_MODULE_1__/* .remembered */ .H)((freedom) => (0,_mathematics_student_t_js__WEBPACK_IMPORTED_MODULE_0__/* .quantileOfT */ .LU)(0.025, freedom));
function errorOf({ spread, reference, excess, rounding }, runs) {
    return Math.sqrt(spread.variance * (1 / runs + reference.varianceShare) + excess / runs + rounding);
}
function decide(evidence, bar) {
    const { now, reference, spread } = evidence;
    const mean = now.reduce((sum, x) => sum + x, 0) / now.length;
    const change = mean - reference.x;
    const error = errorOf(evidence, now.length);
    const p = (0,_mathematics_student_t_js__WEBPACK_IMPORTED_MODULE_0__/* .upperTailOfT */ .Mf)(change / error, spread.freedom);
    const halfWidth = intervalQuantile(spread.freedom) * error;
    return { word: wordOf(evidence, { change, mean, p, error }, bar), change, halfWidth, p };
}
function wordOf(evidence, found, bar) {
    const { change, p, error } = found;
    const { reference, spread } = evidence;
    if (change > bar.limit) {
        if (p < bar.red && isCertain(evidence, found, bar))
            return 'regression';
        if (p < bar.suspect)
            return 'suspect';
    }
    const bound = intervalQuantile(spread.freedom) * error;
    const mustNotMiss = MUST_NOT_MISS * bar.limit;
    // If only the newest earlier runs are above the level, a step is not proven yet: the label must be fine
    // compared with both.
    const worst = change + Math.max(0, reference.x - (reference.level ?? reference.x));
    if (worst <= bar.limit && worst + bound < mustNotMiss)
        return 'fine';
    // A label that looks slow stays undecided for longer; otherwise noise would hide exactly the labels that
    // became slower.
    return bound <= (worst > bar.limit ? mustNotMiss : mustNotMiss / 2) ? 'undecided' : 'not-judged';
}
/**
 * True if the change is not explained by a single unusual run, now or among the newest earlier ones, and if
 * it is still there when the environment is included, because that is what users notice.
 */
function isCertain(evidence, { change, mean }, bar) {
    const { now, reference, spread, environment, outlier } = evidence;
    if (change + environment <= bar.limit)
        return false;
    const above = (x, varianceShare, most) => isAbove(mean - x, varianceShare, { evidence, most });
    if (!reference.newest.every((newest, index) => above(newest, 1 / (index + 1), bar.newest)))
        return false;
    const { trend } = reference;
    if (trend && !above(trend.x, trend.varianceShare, Math.min(bar.newest, MOST_BY_TREND)))
        return false;
    if (now.length === 1)
        return change > BEYOND_OUTLIERS * outlier;
    const error = errorOf(evidence, 1);
    return now.every((x) => {
        const alone = x - reference.x;
        return alone > bar.limit && (0,_mathematics_student_t_js__WEBPACK_IMPORTED_MODULE_0__/* .upperTailOfT */ .Mf)(alone / error, spread.freedom) < bar.alone;
    });
}
/**
 * Whether the runs are clearly above an estimate with this variance. If not, a step or trend in the earlier
 * runs may explain the change.
 */
function isAbove(step, varianceShare, { evidence, most }) {
    const { now, spread, excess, rounding } = evidence;
    const error = Math.sqrt(spread.variance * (1 / now.length + varianceShare) + excess / now.length + rounding);
    return (0,_mathematics_student_t_js__WEBPACK_IMPORTED_MODULE_0__/* .upperTailOfT */ .Mf)(step / error, spread.freedom) < most;
}


/***/ }),

/***/ 9342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ MIN_TREND),
  Z: () => (/* binding */ fitOf)
});

// EXTERNAL MODULE: ./verdict/usual/mathematics/median.js
var median = __webpack_require__(30686);
;// CONCATENATED MODULE: ./verdict/usual/history/levels.js
/**
 * Finds where the usual changed for good: a slowdown that was accepted is the new usual, and the runs before
 * it no longer count.
 */

/** The fewest runs in which levels are searched, the fewest runs of a new level, and the fewest before it. */
const MIN_RUNS = 5;
const MIN_RUNS_AFTER = 3;
const MIN_RUNS_BEFORE = 2;
const STANDARD_ERRORS = 4;
/** The standard error of a median divided by that of a mean, for few runs. */
const MEDIAN_FACTOR = 1.15;
/**
 * The index of each level's first run, in ascending order, beginning with 0. Binary segmentation (Scott and
 * Knott 1974) with the difference of medians, which a single outlier does not change.
 */
function levelStarts(x, spread, scratch) {
    const starts = [0];
    const open = [[0, x.length]];
    for (let part = open.pop(); part; part = open.pop()) {
        const at = clearestStep(x.subarray(part[0], part[1]), spread, scratch);
        if (at === 0)
            continue;
        starts.push(part[0] + at);
        open.push([part[0], part[0] + at], [part[0] + at, part[1]]);
    }
    return starts.sort((a, b) => a - b);
}
/** The index of the first run after the clearest step; 0 if there is no clear step. */
function clearestStep(x, spread, scratch) {
    if (x.length < MIN_RUNS || rangeOf(x) < STANDARD_ERRORS * MEDIAN_FACTOR * spread * Math.sqrt(4 / x.length))
        return 0;
    let [clearest, at] = [STANDARD_ERRORS, 0];
    for (let split = MIN_RUNS_BEFORE; split <= x.length - MIN_RUNS_AFTER; split++) {
        const after = medianOf(x, scratch, split);
        const before = medianOf(x, scratch, 0, split);
        const error = MEDIAN_FACTOR * spread * Math.sqrt(1 / split + 1 / (x.length - split));
        const step = Math.abs(after - before) / error;
        const isHere = isNearer(x[split], after, before) && isNearer(x[split - 1], before, after);
        if (step > clearest && isHere)
            [clearest, at] = [step, split];
    }
    return at;
}
/**
 * With medians alone, the step might be placed one run too early: the runs on both sides must be closer to
 * their own side.
 */
const isNearer = (x, own, other) => Math.abs(x - own) < Math.abs(x - other);
function rangeOf(x) {
    let [low, high] = [Infinity, -Infinity];
    for (const value of x) {
        if (value < low)
            low = value;
        if (value > high)
            high = value;
    }
    return high - low;
}
/** The median of the values from one index up to another, exclusive. */
function medianOf(x, scratch, from = 0, to = x.length) {
    for (let i = from; i < to; i++)
        scratch[i - from] = x[i];
    return (0,median/* medianInPlace */.T)(scratch, to - from);
}

;// CONCATENATED MODULE: ./verdict/usual/history/reference.js
/**
 * What is usual for a label now, according to its earlier runs, and how much they scatter around what was
 * usual at their time.
 */

/** Earlier runs that are more rough spreads away from their level count as if they were this far away. */
const CLIPPED_AT = 3;
/**
 * The same limit while the level itself is estimated: Huber's k, which costs 4 % efficiency for normal
 * values.
 */
const HUBER_K = 1.5;
/** The variance of the level's estimate divided by that of a mean. */
const ESTIMATE_FACTOR = 1.1;
/** How many of the newest runs may be a new level that is not proven yet. */
const NEWEST = 3;
/** A step in the last runs, up to this many, may not have been detected. */
const MOST_NEWEST = 4;
/** Fewer runs show no trend. */
const MIN_TREND = 4;
const reference_STANDARD_ERRORS = 4;
/** Each of the newest runs must also be this many spreads above. */
const LEAST_ABOVE = 2;
/** `x` has the earlier runs that have the label, oldest first, at least one. */
function fitOf(x, rough, scratch) {
    const starts = levelStarts(x, rough, scratch);
    let [squares, furthest] = [0, 0];
    const usuals = starts.map((start, index) => {
        const end = starts[index + 1] ?? x.length;
        const usual = usualOf(x.subarray(start, end), rough, scratch);
        for (let run = start; run < end; run++) {
            const distance = Math.abs(x[run] - usual);
            squares += Math.min(distance, CLIPPED_AT * rough) ** 2;
            if (distance > furthest)
                furthest = distance;
        }
        return usual;
    });
    const start = starts.at(-1);
    return {
        reference: referenceOf(x.subarray(start), { usuals, rough, scratch, start }),
        scatter: { squares, freedom: x.length - starts.length },
        furthest,
    };
}
/** One step from the median towards the mean of the nearby values: Huber 1981, Robust Statistics, 6.7. */
function usualOf(level, rough, scratch) {
    const median = medianOf(level, scratch);
    let sum = 0;
    for (const value of level)
        sum += clip(value - median, HUBER_K * rough);
    return median + sum / level.length;
}
function referenceOf(level, { usuals, rough, scratch, start }) {
    const usual = usuals.at(-1);
    const reference = {
        x: usual,
        varianceShare: level.length === 1 ? 1 : ESTIMATE_FACTOR / level.length,
        runs: level.length,
        start,
        newest: newestMeans(level),
    };
    const trend = trendOf(level, usual, CLIPPED_AT * rough);
    if (trend)
        reference.trend = trend;
    const former = usuals.at(-2);
    if (former !== undefined)
        reference.former = former;
    const above = newestAbove(level, { usual, rough, scratch });
    if (above === 0)
        return reference;
    const x = usualOf(level.subarray(-above), rough, scratch);
    return {
        ...reference,
        x,
        level: usual,
        varianceShare: ESTIMATE_FACTOR / above,
        runs: above,
        start: start + level.length - above,
    };
}
/**
 * The forecast of a straight line through the runs by least squares, and its variance (Draper and Smith 1998,
 * 1.4).
 */
function trendOf(level, usual, most) {
    const runs = level.length;
    if (runs < MIN_TREND)
        return undefined;
    const middle = (runs - 1) / 2;
    let [sum, slope] = [0, 0];
    for (let run = 0; run < runs; run++) {
        const x = clip(level[run] - usual, most);
        sum += x;
        slope += x * (run - middle);
    }
    const squares = (runs * (runs * runs - 1)) / 12;
    if (slope <= 0)
        return undefined;
    const ahead = runs - middle;
    return {
        x: usual + sum / runs + (slope / squares) * ahead,
        varianceShare: 1 / runs + ahead ** 2 / squares,
    };
}
function newestMeans(level) {
    const means = [];
    let sum = 0;
    for (let runs = 1; runs <= MOST_NEWEST && runs < level.length; runs++) {
        sum += level[level.length - runs];
        means.push(sum / runs);
    }
    return means;
}
/** How many of the newest runs, 0 to 3, are clearly above those before them. */
function newestAbove(level, { usual, rough, scratch }) {
    if (level.at(-1) <= usual + LEAST_ABOVE * rough)
        return 0;
    for (let newest = Math.min(NEWEST, level.length - 2); newest >= 1; newest--) {
        const before = level.length - newest;
        const median = medianOf(level, scratch, 0, before);
        const step = medianOf(level, scratch, before) - median;
        const lowest = Math.min(...level.subarray(before)) - median;
        const error = rough * Math.sqrt(1 / newest + ESTIMATE_FACTOR / before);
        if (step > reference_STANDARD_ERRORS * error && lowest > LEAST_ABOVE * rough)
            return newest;
    }
    return 0;
}
const clip = (value, most) => Math.max(-most, Math.min(most, value));


/***/ }),

/***/ 68661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ab: () => (/* binding */ logBias),
/* harmony export */   DZ: () => (/* binding */ drawnTogether),
/* harmony export */   vi: () => (/* binding */ FIELD_SPREAD),
/* harmony export */   wy: () => (/* binding */ roughSpreads)
/* harmony export */ });
/* unused harmony export LEAST_SPREAD */
/* harmony import */ var _mathematics_gamma_functions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98815);
/* harmony import */ var _mathematics_median_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30686);
/* harmony import */ var _mathematics_remembered_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68658);
/**
 * How much runs of unchanged software differ, estimated from each label's own runs and from those of all
 * labels together.
 */



/**
 * Assumed until enough runs are known: half of all services vary by less than 3 % between runs, and one in
 * ten by 8 %.
 */
const FIELD_SPREAD = 0.03;
const FIELD_VARIANCE_OF_LN = 2.5;
/** No run is more repeatable than this, even if a few runs look like it. */
const LEAST_SPREAD = 0.003;
/** Limits for how much ln(variance) is assumed to differ between labels. */
const LABELS_DIFFER = { least: 0.4, most: 4 };
/** With this many labels, the typical spread can be learned from them. */
const MIN_LABELS = 5;
/** How many runs the typical spread counts as when a rough one is drawn towards it. */
const TYPICAL_WEIGHT = 4;
/** The median of |a − b| for two normal values with spread 1. */
const MEDIAN_DIFFERENCE = 0.9539;
/**
 * A rough spread that a step affects at one place only: the median absolute successive difference, drawn
 * towards the typical one of all series, or towards the assumed one if there are few.
 */
function roughSpreads(series, scratch, field = FIELD_SPREAD) {
    const own = Float64Array.from(series, (x) => medianDifference(x, scratch) / MEDIAN_DIFFERENCE);
    const known = own.filter((spread) => !Number.isNaN(spread));
    const many = known.length >= MIN_LABELS;
    const typical = Math.max(LEAST_SPREAD, many ? (0,_mathematics_median_js__WEBPACK_IMPORTED_MODULE_0__/* .medianInPlace */ .T)(known, known.length) : field);
    const weight = many ? TYPICAL_WEIGHT : TYPICAL_WEIGHT / 2;
    return own.map((spread, index) => {
        if (Number.isNaN(spread))
            return typical;
        const differences = series[index].length - 1;
        return Math.sqrt((differences * spread ** 2 + weight * typical ** 2) / (differences + weight));
    });
}
function medianDifference(x, scratch) {
    for (let i = 1; i < x.length; i++)
        scratch[i - 1] = Math.abs(x[i] - x[i - 1]);
    return (0,_mathematics_median_js__WEBPACK_IMPORTED_MODULE_0__/* .medianInPlace */ .T)(scratch, Math.max(0, x.length - 1));
}
/**
 * The spread of each label: its own ln(variance), drawn towards the typical one, depending on how much labels
 * differ. Empirical Bayes as in limma (Smyth 2004, Statistical Applications in Genetics and Molecular Biology
 * 3:3), but with the typical variance s² + sampling variance instead of one for all, and an estimate that is
 * weighted in ln(variance).
 */
function drawnTogether(scatters, field = FIELD_SPREAD) {
    const own = scatters.map(logVariance);
    const typical = typicalOf(scatters, own, field);
    return scatters.map(({ sampling, freedom }, index) => {
        const { mean, variance } = own[index];
        const prior = Math.log(typical.variance + typical.believed * sampling);
        const weight = freedom > 0 ? 1 / variance : 0;
        const priorWeight = 1 / typical.varianceOfLn;
        const drawn = (weight * mean + priorWeight * prior) / (weight + priorWeight);
        // An assumed spread must not make the runs look calmer than they were.
        const combined = typical.ofField && weight > 0 ? Math.max(drawn, mean) : drawn;
        const together = 2 * freedomFactor(weight + priorWeight);
        const floor = Math.max(LEAST_SPREAD ** 2, typical.believed * sampling);
        return {
            // Converted from the mean of the logarithm to the mean that Student's t needs.
            variance: Math.max(floor, Math.exp(combined + logBias(together))),
            freedom: together,
            errorOfLn: errorOfLn(weight, variance, typical),
        };
    });
}
/**
 * The label's own error, weighted by how much its own runs count, and the same for the differences between
 * labels beyond what is assumed.
 */
function errorOfLn(weight, variance, { varianceOfLn, alike, ofField }) {
    if (weight === 0)
        return Math.sqrt(varianceOfLn);
    const share = weight / (weight + 1 / varianceOfLn);
    const differ = ofField || !alike ? varianceOfLn : 0;
    return Math.sqrt(share ** 2 * variance + (1 - share) ** 2 * differ);
}
/** An unbiased ln(variance), and its own variance. */
function logVariance({ squares, freedom }) {
    if (freedom <= 0)
        return { mean: 0, variance: Infinity };
    const variance = Math.max(squares / freedom, LEAST_SPREAD ** 2);
    return { mean: Math.log(variance) - logBias(freedom), variance: halfTrigamma(freedom) };
}
/** E[ln(χ²/d)] for d degrees of freedom. */
const logBias = (0,_mathematics_remembered_js__WEBPACK_IMPORTED_MODULE_1__/* .remembered */ .H)((freedom) => (0,_mathematics_gamma_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .digamma */ .l3)(freedom / 2) - Math.log(freedom / 2));
const halfTrigamma = (0,_mathematics_remembered_js__WEBPACK_IMPORTED_MODULE_1__/* .remembered */ .H)((freedom) => (0,_mathematics_gamma_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .trigamma */ .vW)(freedom / 2));
const freedomFactor = (0,_mathematics_remembered_js__WEBPACK_IMPORTED_MODULE_1__/* .remembered */ .H)((precision) => (0,_mathematics_gamma_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .inverseTrigamma */ .J6)(1 / precision));
function typicalOf(scatters, own, field) {
    const known = scatters.flatMap((scatter, index) => scatter.freedom > 0 ? [{ ...own[index], sampling: scatter.sampling }] : []);
    const believed = believedShare(scatters);
    if (known.length < MIN_LABELS) {
        return {
            variance: field ** 2,
            varianceOfLn: FIELD_VARIANCE_OF_LN,
            believed,
            ofField: true,
            alike: false,
        };
    }
    const total = known.reduce((sum, { variance }) => sum + 1 / variance, 0);
    /**
     * The average deviation of the labels' ln(variance), to a power. A loop, because this runs forty times for
     * thousands of labels.
     */
    const off = (variance, power) => {
        let sum = 0;
        for (const one of known) {
            const distance = one.mean - Math.log(variance + believed * one.sampling);
            sum += (power === 1 ? distance : distance * distance) / one.variance;
        }
        return sum / total;
    };
    const between = known.some(({ sampling }) => sampling > 0)
        ? rootOf((variance) => off(variance, 1))
        : Math.exp(known.reduce((sum, one) => sum + one.mean / one.variance, 0) / total);
    const variance = Math.max(between, LEAST_SPREAD ** 2);
    const differ = off(variance, 2);
    const ownError = known.length / total;
    const labelsDiffer = Math.min(LABELS_DIFFER.most, Math.max(LABELS_DIFFER.least, differ - ownError));
    const varianceOfLn = labelsDiffer + (labelsDiffer + ownError) / known.length;
    return { variance, varianceOfLn, believed, ofField: false, alike: differ - ownError < LABELS_DIFFER.least };
}
/** Where a decreasing function of a variance crosses 0, within the possible range of spreads. */
function rootOf(excess) {
    let [low, high] = [Math.log(LEAST_SPREAD ** 2), Math.log(4)];
    for (let step = 0; step < 40; step++) {
        const middle = (low + high) / 2;
        if (excess(Math.exp(middle)) > 0)
            low = middle;
        else
            high = middle;
    }
    return Math.exp((low + high) / 2);
}
/**
 * The stated sampling variances may be much too large, for example if requests were counted differently. They
 * are refuted if the runs scatter less than they would by chance in 1 of 5 cases: the result is the upper 80
 * % bound that the scatter allows.
 */
function believedShare(scatters) {
    let [ratio, freedom] = [0, 0];
    for (const scatter of scatters) {
        if (!(scatter.sampling > 0) || scatter.freedom <= 0)
            continue;
        ratio += scatter.squares / scatter.sampling;
        freedom += scatter.freedom;
    }
    return freedom === 0 ? 1 : Math.min(1, ratio / lowerQuantileOfChiSquare(freedom));
}
/** The 20 % quantile of χ², by the cube-root approximation of Wilson and Hilferty 1931. */
function lowerQuantileOfChiSquare(freedom) {
    const term = 2 / (9 * freedom);
    return freedom * Math.max(0.05, 1 - term - 0.842 * Math.sqrt(term)) ** 3;
}


/***/ }),

/***/ 98815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J6: () => (/* binding */ inverseTrigamma),
/* harmony export */   l3: () => (/* binding */ digamma),
/* harmony export */   vW: () => (/* binding */ trigamma),
/* harmony export */   yM: () => (/* binding */ lnGamma)
/* harmony export */ });
/**
 * The logarithm of the gamma function and its derivatives, for the degrees of freedom and tails in
 * `student-t.ts` and `spread.ts`. All take x > 0.
 */
/**
 * Smaller arguments are raised by the recurrences; from here on the asymptotic series are exact to 12 digits.
 */
const SERIES_FROM = 10;
/** ln Γ(x): Stirling's series, NIST DLMF 5.11.1, after the recurrence Γ(x + 1) = x Γ(x). */
function lnGamma(x) {
    let product = 1;
    let raised = x;
    for (; raised < SERIES_FROM; raised++)
        product *= raised;
    const inverse = 1 / raised;
    const square = inverse * inverse;
    const tail = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
    return (raised - 0.5) * Math.log(raised) - raised + 0.5 * Math.log(2 * Math.PI) + tail - Math.log(product);
}
/** ψ(x) = d ln Γ / dx: NIST DLMF 5.11.2, after the recurrence 5.5.2. */
function digamma(x) {
    let sum = 0;
    let raised = x;
    for (; raised < SERIES_FROM; raised++)
        sum -= 1 / raised;
    const square = 1 / (raised * raised);
    const tail = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square / 240)));
    return sum + Math.log(raised) - 0.5 / raised - tail;
}
/** ψ′(x), the variance of the logarithm of a gamma variable of shape x: NIST DLMF 5.15.8, after 5.15.5. */
function trigamma(x) {
    let sum = 0;
    let raised = x;
    for (; raised < SERIES_FROM; raised++)
        sum += 1 / (raised * raised);
    const inverse = 1 / raised;
    const square = inverse * inverse;
    const tail = inverse * square * (1 / 6 - square * (1 / 30 - square * (1 / 42 - square / 30)));
    return sum + inverse + square / 2 + tail;
}
/**
 * The x with ψ′(x) = value, for value > 0, by Newton steps on 1/ψ′, which is nearly a straight line: Smyth
 * 2004, Linear models and empirical Bayes methods, appendix.
 */
function inverseTrigamma(value) {
    let x = 0.5 + 1 / value;
    for (let step = 0; step < 30; step++) {
        const now = trigamma(x);
        const slope = (trigamma(x * (1 + 1e-5)) - now) / (x * 1e-5);
        const change = (now * (1 - now / value)) / slope;
        x += change;
        if (!(x > 0))
            return 1e-3;
        if (Math.abs(change) < 1e-9 * x)
            break;
    }
    return x;
}


/***/ }),

/***/ 30686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ medianInPlace)
/* harmony export */ });
/**
 * The median of the first `length` values, which it may reorder; NaN if there are none. Short lists are
 * sorted by insertion, which is faster.
 */
function medianInPlace(values, length) {
    if (length > 40)
        values.subarray(0, length).sort();
    else
        insertionSort(values, length);
    const middle = length >> 1;
    if (length % 2 === 1)
        return values[middle];
    return length === 0 ? Number.NaN : (values[middle - 1] + values[middle]) / 2;
}
function insertionSort(values, length) {
    for (let i = 1; i < length; i++) {
        const value = values[i];
        let at = i - 1;
        for (; at >= 0 && values[at] > value; at--)
            values[at + 1] = values[at];
        values[at + 1] = value;
    }
}


/***/ }),

/***/ 68658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ rememberedOfTwo),
/* harmony export */   H: () => (/* binding */ remembered)
/* harmony export */ });
/**
 * A function that remembers its last result, because the same degrees of freedom occur again and again for
 * thousands of labels. The results are the same as without it.
 */
function remembered(answer) {
    const both = rememberedOfTwo(answer);
    return (value) => both(value, 0);
}
/** The same for two arguments. NaN is never found. */
function rememberedOfTwo(answer) {
    let [lastA, lastB, lastAnswer] = [Number.NaN, Number.NaN, Number.NaN];
    return (a, b) => {
        if (a !== lastA || b !== lastB)
            [lastA, lastB, lastAnswer] = [a, b, answer(a, b)];
        return lastAnswer;
    };
}


/***/ }),

/***/ 324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ upperTailOfCount),
/* harmony export */   LU: () => (/* binding */ quantileOfT),
/* harmony export */   Mf: () => (/* binding */ upperTailOfT)
/* harmony export */ });
/* unused harmony export incompleteBeta */
/* harmony import */ var _gamma_functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98815);
/* harmony import */ var _remembered_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68658);
/**
 * Tails of Student's t and of counts, from the regularized incomplete beta function. This is our own code,
 * because no package fits: simple-statistics 7.12 has no Student's t; jStat 1.9 has it, as part of a large
 * library without trigamma; the two functions of @stdlib need 233 packages. The formulas fit on a page, and
 * the tests compare them with published tables.
 */


const TINY = 1e-300;
const CLOSE_ENOUGH = 1e-13;
/**
 * I_x(a, b): the continued fraction NIST DLMF 8.17.22, by Lentz's method; the symmetry 8.17.4 is used where
 * it would converge slowly.
 */
function incompleteBeta(x, a, b) {
    if (!(x > 0))
        return 0;
    if (x >= 1)
        return 1;
    return x > (a + 1) / (a + b + 2) ? 1 - lowerPart(1 - x, b, a) : lowerPart(x, a, b);
}
function lowerPart(x, a, b) {
    const lnFront = a * Math.log(x) + b * Math.log1p(-x) - lnBeta(a, b);
    return (Math.exp(lnFront) / a) * continuedFraction(x, a, b);
}
const lnBeta = (0,_remembered_js__WEBPACK_IMPORTED_MODULE_0__/* .rememberedOfTwo */ .E)((a, b) => (0,_gamma_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .lnGamma */ .yM)(a) + (0,_gamma_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .lnGamma */ .yM)(b) - (0,_gamma_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .lnGamma */ .yM)(a + b));
function continuedFraction(x, a, b) {
    let c = 1;
    let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
    let value = d;
    for (let m = 1; m <= 500; m++) {
        const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / notZero(1 + even * d);
        c = notZero(1 + even / c);
        value *= d * c;
        const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / notZero(1 + odd * d);
        c = notZero(1 + odd / c);
        value *= d * c;
        if (Math.abs(d * c - 1) < CLOSE_ENOUGH)
            break;
    }
    return value;
}
const notZero = (value) => (Math.abs(value) < TINY ? TINY : value);
/**
 * P(T ≥ t) of Student's t with `df` > 0 degrees of freedom, which may be fractional: Abramowitz and Stegun
 * 26.5.27.
 */
function upperTailOfT(t, df) {
    if (Number.isNaN(t))
        return Number.NaN;
    if (!Number.isFinite(t))
        return t > 0 ? 0 : 1;
    const half = 0.5 * incompleteBeta(df / (df + t * t), df / 2, 0.5);
    return t >= 0 ? half : 1 - half;
}
/**
 * The t ≥ 0 with P(T ≥ t) = tail, 0 < tail ≤ 0.5. By bisection, because the tails are very long if there are
 * few degrees of freedom.
 */
function quantileOfT(tail, df) {
    let low = 0;
    let high = 2;
    while (upperTailOfT(high, df) > tail && high < 1e12) {
        low = high;
        high *= 4;
    }
    for (let step = 0; step < 60 && high - low > 1e-9 * high; step++) {
        const middle = (low + high) / 2;
        if (upperTailOfT(middle, df) > tail)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}
/**
 * P(X ≥ count), where X is a gamma-Poisson (negative binomial) count with this mean and `shape` (its variance
 * is mean + mean² / shape): Abramowitz and Stegun 26.5.26.
 */
function upperTailOfCount(count, mean, shape) {
    if (count <= 0)
        return 1;
    return incompleteBeta(mean / (mean + shape), count, shape);
}


/***/ }),

/***/ 75117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nD: () => (/* binding */ MOST_RUNS),
  Lu: () => (/* binding */ findableOf),
  nT: () => (/* binding */ isOpen),
  FV: () => (/* binding */ settledBy)
});

// EXTERNAL MODULE: ./verdict/usual/decide.js
var decide = __webpack_require__(61019);
// EXTERNAL MODULE: ./verdict/usual/history/reference.js + 1 modules
var reference = __webpack_require__(9342);
// EXTERNAL MODULE: ./verdict/usual/history/spread.js
var history_spread = __webpack_require__(68661);
// EXTERNAL MODULE: ./verdict/usual/mathematics/student-t.js
var student_t = __webpack_require__(324);
;// CONCATENATED MODULE: ./verdict/usual/findable.js
/** Which change the method can find with a number of runs and their noise. */




/** A change counts as findable if it is found in this share of cases. */
const FOUND_SHARE = 0.95;
const POINTS = 500;
/**
 * Which normal value of a point stands for what. Up to three runs are next to each other, from `firstRun`.
 */
const Z = { spread: 0, reference: 1, firstRun: 2, newest: 5, second: 6, environment: 7, trend: 8 };
/** One is unused, because values are generated in pairs. */
const DIMENSIONS = 10;
/**
 * Simulates the decision of `decide.ts` for one label at 500 points, which cover evenly what chance may do:
 * the errors of the reference, of each run, and of the estimated spread. Each point has the smallest slowdown
 * that is found there. The points are Roberts' R-sequence (2018, The Unreasonable Effectiveness of
 * Quasirandom Sequences).
 */
function powerOf(evidence, bar, setting) {
    const { reference, spread } = evidence;
    const { runs, environmentError } = setting;
    const bounds = boundsOf(evidence, bar, runs);
    const normal = normalPoints();
    const needed = new Float64Array(POINTS);
    const error = Math.sqrt(spread.variance);
    const ofReference = Math.sqrt(reference.varianceShare) * error;
    const slope = Math.sqrt(slopeShare(reference.runs)) * error;
    const bias = (0,history_spread/* logBias */.Ab)(spread.freedom);
    for (let point = 0; point < POINTS; point++) {
        const at = point * DIMENSIONS;
        const estimate = Math.exp((bias + spread.errorOfLn * normal[at + Z.spread]) / 2);
        let [mean, least] = [0, Infinity];
        for (let run = 0; run < runs; run++) {
            const own = normal[at + Z.firstRun + run] * error;
            mean += own / runs;
            if (own < least)
                least = own;
        }
        const usual = normal[at + Z.reference] * ofReference;
        const [newest, second] = [normal[at + Z.newest] * error, normal[at + Z.second] * error];
        const trend = normal[at + Z.trend] * slope;
        needed[point] = Math.max(Math.max(bar.limit, bounds.pooled * estimate) + usual - mean, Math.max(bounds.limitAlone, bounds.alone * estimate) + usual - least, bounds.newest * estimate + newest - mean, bounds.newestTwo * estimate + (newest + second) / 2 - mean, trend > 0 ? bounds.trend * estimate + usual + trend - mean : 0, bar.limit + usual - mean - normal[at + Z.environment] * environmentError);
    }
    return { needed: needed.sort() };
}
/**
 * The values that a change must exceed, each for a different condition of the decision; -Infinity if the
 * condition does not apply.
 */
function boundsOf(evidence, bar, runs) {
    const { spread, reference, excess, rounding } = evidence;
    const against = (varianceShare, most) => (0,student_t/* quantileOfT */.LU)(most, spread.freedom) *
        Math.sqrt(spread.variance * (1 / runs + varianceShare) + excess / runs + rounding);
    const slope = slopeShare(reference.runs);
    return {
        pooled: (0,student_t/* quantileOfT */.LU)(bar.red, spread.freedom) * (0,decide/* errorOf */.Mz)(evidence, runs),
        limitAlone: runs > 1 ? bar.limit : -Infinity,
        alone: runs > 1 ? (0,student_t/* quantileOfT */.LU)(bar.alone, spread.freedom) * (0,decide/* errorOf */.Mz)(evidence, 1) : -Infinity,
        newest: reference.runs > 1 ? against(1, bar.newest) : -Infinity,
        newestTwo: reference.runs > 2 ? against(1 / 2, bar.newest) : -Infinity,
        trend: slope > 0 ? against(reference.varianceShare + slope, Math.min(bar.newest, decide/* MOST_BY_TREND */.WB)) : -Infinity,
    };
}
/** The share of cases in which a slowdown of ln(1 + ratio) is found. */
function chanceOfFinding({ needed }, slowDown) {
    return needed.filter((need) => need <= slowDown).length / needed.length;
}
/** The ln(1 + slowdown) that is found in 95 of 100 cases. */
const surelyFound = ({ needed }) => needed[Math.floor(FOUND_SHARE * needed.length)];
/** What the slope adds to the variance of the forecast of a straight line, see `reference.ts`. */
const slopeShare = (runs) => (runs < reference/* MIN_TREND */.X ? 0 : (3 * (runs + 1)) / (runs * (runs - 1)));
let rememberedPoints;
function normalPoints() {
    if (rememberedPoints)
        return rememberedPoints;
    const step = rootOfSequence(DIMENSIONS);
    const points = new Float64Array(POINTS * DIMENSIONS);
    for (let point = 0; point < POINTS; point++) {
        const uniform = (d) => (0.5 + (point + 1) * step ** -(d + 1)) % 1;
        for (let d = 0; d < DIMENSIONS; d += 2)
            points.set(boxMuller(uniform(d), uniform(d + 1)), point * DIMENSIONS + d);
    }
    rememberedPoints = points;
    return points;
}
function boxMuller(u, v) {
    const radius = Math.sqrt(-2 * Math.log(u || Number.MIN_VALUE));
    return [radius * Math.cos(2 * Math.PI * v), radius * Math.sin(2 * Math.PI * v)];
}
/** The root of x^(d + 1) = x + 1. */
function rootOfSequence(dimensions) {
    let x = 2;
    for (let step = 0; step < 50; step++)
        x = (1 + x) ** (1 / (dimensions + 1));
    return x;
}

;// CONCATENATED MODULE: ./verdict/usual/settled-by.js
/** How many more runs would decide open cases, and which slowdown would be found now. */



/** Only this many runs of a commit count, so more would not settle anything. */
const MOST_RUNS = 3;
const MOST_EARLIER_RUNS = 12;
/**
 * The cases that keep a criterion undecided. Labels that are not judged belong to them only if too little is
 * judged.
 */
function isOpen({ word }, tooLittleJudged) {
    return word === 'suspect' || word === 'undecided' || (word === 'not-judged' && tooLittleJudged);
}
/**
 * The fewest further runs that would decide all open cases if they showed the same change again; for each way
 * by itself.
 */
function settledBy(open) {
    if (open.length === 0)
        return {};
    const runs = open.map(moreRuns);
    const earlier = open.map(moreEarlierRuns);
    return {
        ...(!runs.includes(undefined) && { moreRuns: Math.max(...runs) }),
        ...(!earlier.includes(undefined) && { moreEarlierRuns: Math.max(...earlier) }),
    };
}
function moreRuns({ evidence, proof }) {
    for (let more = 1; evidence.now.length + more <= MOST_RUNS; more++)
        if (decided(evidence, evidence.now.length + more, proof.several))
            return more;
    return undefined;
}
function moreEarlierRuns({ evidence, proof }) {
    const { reference, spread } = evidence;
    for (let more = 1; reference.runs + more <= MOST_EARLIER_RUNS; more++) {
        const runs = reference.runs + more;
        const varianceShare = (reference.varianceShare * reference.runs) / runs;
        const then = {
            ...evidence,
            reference: { ...reference, varianceShare },
            spread: { ...spread, freedom: spread.freedom + more },
        };
        if (decided(then, evidence.now.length, proof.now))
            return more;
    }
    return undefined;
}
function decided(evidence, runs, bar) {
    const change = changeOf(evidence);
    const error = (0,decide/* errorOf */.Mz)(evidence, runs);
    if (change > bar.limit)
        return (0,student_t/* upperTailOfT */.Mf)(change / error, evidence.spread.freedom) < bar.red;
    return change + (0,decide/* intervalQuantile */.tO)(evidence.spread.freedom) * error < decide/* MUST_NOT_MISS */.Lk * bar.limit;
}
const changeOf = ({ now, reference }) => now.reduce((sum, x) => sum + x, 0) / now.length - reference.x;
/**
 * What would be found for the median label of those that could be judged; if there is none, for the
 * environment.
 */
function findableOf({ labels, environment }, proof, runs) {
    const middle = middleOf(labels) ?? environment;
    if (!middle)
        return undefined;
    const setting = (count) => ({
        runs: count,
        environmentError: environment ? (0,decide/* errorOf */.Mz)(environment.evidence, count) : 0,
    });
    const more = Math.min(MOST_RUNS, runs + 1);
    return {
        now: Math.expm1(surelyFound(powerOf(middle.evidence, proof.now, setting(runs)))),
        withOneMore: Math.expm1(surelyFound(powerOf(middle.evidence, proof.several, setting(more)))),
    };
}
function middleOf(cases) {
    const byNoise = cases.toSorted((a, b) => (0,decide/* errorOf */.Mz)(a.evidence, 1) - (0,decide/* errorOf */.Mz)(b.evidence, 1));
    return byNoise[byNoise.length >> 1];
}


/***/ })

};
