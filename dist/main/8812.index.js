export const id = 8812;
export const ids = [8812];
export const modules = {

/***/ 68812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkBaseline: () => (/* binding */ checkBaseline)
});

// EXTERNAL MODULE: ./criteria/language/criterion-entry.js
var criterion_entry = __webpack_require__(86405);
// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./platform/files/file-errors.js
var file_errors = __webpack_require__(50944);
// EXTERNAL MODULE: ./platform/files/files-in.js
var files_in = __webpack_require__(5741);
// EXTERNAL MODULE: ./platform/files/regular-file.js
var regular_file = __webpack_require__(38717);
// EXTERNAL MODULE: ./platform/http/http.js
var http = __webpack_require__(25819);
// EXTERNAL MODULE: ./providers/service.js
var service = __webpack_require__(35922);
// EXTERNAL MODULE: ./step/judge/baseline-cache.js
var baseline_cache = __webpack_require__(82191);
// EXTERNAL MODULE: ./step/judge/history/look-at-run.js
var look_at_run = __webpack_require__(95431);
// EXTERNAL MODULE: ./criteria/language/fault-text.js
var fault_text = __webpack_require__(55975);
// EXTERNAL MODULE: ./measurements/model.js
var model = __webpack_require__(75817);
// EXTERNAL MODULE: ./verdict/observe/label-choice.js
var label_choice = __webpack_require__(96707);
;// CONCATENATED MODULE: ./step/check/check-labels.js



/** GitHub shows ten warnings of a step; this leaves room for those about the run. */
const MOST_NAMED = 5;
/**
 * Labels in criteria that an earlier run does not have. Most are typing errors, which would cost a whole run.
 */
function strangeLabels(criteria, { subjects }) {
    const strange = criteria.flatMap(({ enabled, source, test }) => {
        if (!enabled || test.kind !== 'measure' || test.criterion.label === undefined)
            return [];
        const { subject, label } = test.criterion;
        const timings = isTimed(subject) ? subjects[subject] : undefined;
        if (timings === undefined || timings.labels.length === 0)
            return [];
        const query = { subject, criteriaCount: criteria.length };
        const choice = (0,label_choice/* chooseLabels */.x)(timings.labels, (item) => item.label, label, query);
        return 'problem' in choice ? [`${(0,fault_text/* placeText */.Z9)(source)}: in the baseline, ${choice.problem}`] : [];
    });
    const more = strange.length - MOST_NAMED;
    return [...strange.slice(0, MOST_NAMED), ...(more > 0 ? [`And ${more} more labels in criteria.`] : [])];
}
function namesLabels(criteria) {
    return criteria.some(({ enabled, test }) => enabled && test.kind === 'measure' && test.criterion.label !== undefined);
}
function isTimed(subject) {
    return model/* TIMING_SUBJECTS */.$.includes(subject);
}

// EXTERNAL MODULE: ./step/check/checklist.js
var checklist = __webpack_require__(29552);
;// CONCATENATED MODULE: ./step/check/check-baseline.js











/**
 * Checks whether the baseline that criteria need is available, as far as that is possible without downloading
 * a run. A baseline that no criterion needs is checked only in mode `check`.
 */
async function checkBaseline(ports) {
    const { criteria, inputs } = ports;
    const { baseline, mode } = inputs;
    if (baseline === undefined)
        return [];
    const isNeeded = (0,criterion_entry/* entriesNeedingBaseline */.E)(criteria).length > 0;
    if (mode !== 'check' && !isNeeded && !namesLabels(criteria))
        return [];
    const { itself, labels } = await checksOf(ports, baseline);
    // What may still change before the run is judged is reported only then.
    const told = mode === 'check' ? itself : isNeeded ? itself.filter(({ state }) => state === 'failed') : [];
    return [...told, ...labels];
}
async function checksOf(ports, { text, choice }) {
    if (choice.kind === 'run') {
        const itself = [];
        for (const ids of choice.runs)
            itself.push(await checkRun(ports, ids));
        return { itself, labels: [] };
    }
    const named = `Baseline ${text}`;
    const found = choice.kind === 'file' ? await readFile(ports, choice.path) : await (0,baseline_cache/* readKeptBaseline */.Cr)(ports);
    if ('several' in found)
        return { itself: [(0,checklist/* passed */.bF)(`${named}: ${found.several} files.`)], labels: [] };
    if ('missing' in found) {
        if (choice.kind === 'file')
            return { itself: [(0,checklist/* failed */.gz)(`${named}: ${found.missing}`)], labels: [] };
        return { itself: [(0,checklist/* unknown */.L5)(`${named}: ${found.missing}`)], labels: [] };
    }
    if (found.refused !== undefined)
        return { itself: [(0,checklist/* unknown */.L5)(`${named}: ${found.refused}`)], labels: [] };
    const { measurements } = found;
    return {
        itself: [ofThisService(ports, named, measurements)],
        labels: strangeLabels(ports.criteria, measurements).map(checklist/* unknown */.L5),
    };
}
/** If there are several files, they are only counted: all of them are read when the run is judged. */
async function readFile({ services }, path) {
    try {
        const named = await (0,files_in/* filesNamed */.h)(path);
        if (named.kind !== 'single')
            return named.paths.length === 0
                ? { missing: `There are no measurements in ${path}.` }
                : { several: named.paths.length };
        const { readMeasurements } = await Promise.all(/* import() */[__webpack_require__.e(7232), __webpack_require__.e(2727), __webpack_require__.e(7889)]).then(__webpack_require__.bind(__webpack_require__, 30270));
        return { measurements: await readMeasurements((0,regular_file/* regularFile */.VI)(named.path), (0,service/* namesOf */.e)(services)) };
    }
    catch (error) {
        if (error instanceof errors/* GateError */.ue || (0,file_errors/* isFileError */.lz)(error))
            return { missing: (0,errors/* messageOf */.bD)(error) };
        throw error;
    }
}
function ofThisService({ service }, named, { run }) {
    if (run.provider !== service.name)
        return (0,checklist/* failed */.gz)(`${named} is a run of ${run.provider}: a run of ${service.title} cannot be compared with it.`);
    return (0,checklist/* passed */.bF)(`${named}: run ${run.ids.join(', ')}${run.commit === undefined ? '' : ` of commit ${run.commit.slice(0, 8)}`}.`);
}
/** Only the state is requested, because the archives may be several gigabytes. */
async function checkRun(step, ids) {
    const named = `Baseline run:${ids.join(',')}`;
    try {
        const { hasEnded, failure } = await (0,look_at_run/* lookAtRun */.U)(step, ids);
        if (!hasEnded)
            return (0,checklist/* unknown */.L5)(`${named} has not finished yet; it must be finished when this run is judged.`);
        return failure === undefined
            ? (0,checklist/* passed */.bF)(`${named} exists and has finished.`)
            : (0,checklist/* failed */.gz)(`${named} cannot be used as a baseline: ${failure}`);
    }
    catch (error) {
        if (!(error instanceof http/* HttpError */.j$))
            throw error;
        return error.status === 404 || error.status === 410
            ? (0,checklist/* failed */.gz)(`${named} does not exist: the service knows no such run. Set 'baseline' to a finished run. (${(0,errors/* messageOf */.bD)(error)})`)
            : (0,checklist/* unknown */.L5)(`${named} could not be checked: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}


/***/ })

};
