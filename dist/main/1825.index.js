export const id = 1825;
export const ids = [1825,1486];
export const modules = {

/***/ 61825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  confirmSuspicion: () => (/* binding */ confirmSuspicion)
});

// EXTERNAL MODULE: ./providers/provider.js
var provider = __webpack_require__(76876);
// EXTERNAL MODULE: ./step/traces/leave-step-note.js
var leave_step_note = __webpack_require__(88669);
// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./platform/files/file-errors.js
var file_errors = __webpack_require__(50944);
// EXTERNAL MODULE: ./platform/http/http.js
var http = __webpack_require__(25819);
// EXTERNAL MODULE: ./step/conclude.js
var conclude = __webpack_require__(13010);
// EXTERNAL MODULE: ./step/findings.js
var findings = __webpack_require__(26465);
// EXTERNAL MODULE: ./step/start/earlier-run.js
var earlier_run = __webpack_require__(84528);
// EXTERNAL MODULE: ./step/start/start-or-attach.js + 5 modules
var start_or_attach = __webpack_require__(28452);
// EXTERNAL MODULE: ./step/traces/marker.js
var marker = __webpack_require__(57118);
// EXTERNAL MODULE: ./step/traces/run-state.js
var run_state = __webpack_require__(41831);
// EXTERNAL MODULE: ./step/wait/ended-early.js
var ended_early = __webpack_require__(74995);
// EXTERNAL MODULE: ./step/wait/run-failure.js
var run_failure = __webpack_require__(70547);
// EXTERNAL MODULE: ./step/wait/wait-and-stop.js + 6 modules
var wait_and_stop = __webpack_require__(49448);
// EXTERNAL MODULE: ./step/confirm/further-step.js
var further_step = __webpack_require__(65653);
// EXTERNAL MODULE: ./step/confirm/limits-left.js
var limits_left = __webpack_require__(1486);
;// CONCATENATED MODULE: ./step/confirm/confirming-run.js
















/**
 * Starts one further run, waits for it, and judges it together with the earlier ones. If that is not
 * possible, the reason is reported.
 */
async function confirmBy(step, first, confirming) {
    const { cancellation, log } = step;
    const { run } = confirming;
    confirming.tell();
    try {
        const failure = await startAndJudge(step, first, confirming);
        if (failure !== undefined)
            await fail(step, first, confirming, failure);
    }
    catch (error) {
        if (cancellation.cancelled || !isExpected(error))
            throw error;
        // A run that may have been started must be named as an error, because those are seen first.
        if (error instanceof errors/* GateError */.ue && error.reason === 'start-unknown')
            log.error(error.message);
        const going = (0,findings/* goingRun */.M)({ uploads: [], confirming: [run] });
        if (going !== undefined)
            await (0,conclude/* endAfterError */.qd)(step, going, 'The confirming run is given up');
        await fail(step, first, confirming, (0,errors/* messageOf */.bD)(error));
    }
}
/** Errors caused by services, users or disks, and not by a bug in this action. */
function isExpected(error) {
    return error instanceof errors/* GateError */.ue || error instanceof http/* HttpError */.j$ || error instanceof file_errors/* FileError */.f6;
}
async function fail(step, first, { run, tell }, failure) {
    run.failure = step.workflow.scrub(failure);
    tell();
    const by = run.run === undefined ? '' : ` by run ${(0,provider/* idsOf */.UX)(run.run)}`;
    const text = `The suspicion was not confirmed${by}. ${capital(run.failure)}`;
    step.log.warning(text);
    await step.cancellation.orCancelled(first.judgment.remark(text));
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** Returns why the run could not be used, or undefined if it was judged. */
async function startAndJudge(step, first, confirming) {
    const { inputs, log, http, workflow } = step;
    const { run, runs, spent, tell } = confirming;
    const left = (0,limits_left/* leftFor */.t)(inputs, spent, first.untilMs - http.clock.monotonicMs());
    if (typeof left === 'string')
        return `Nothing was started: ${left}`;
    log.info(`The verdict is a suspicion: run ${run.number} of this commit is to confirm it, as confirm says (${inputs.confirm}).`);
    const further = (0,further_step/* furtherStep */.R1)(step, run.number, left, () => workflow.output('confirming-runs', workflow.scrub((0,further_step/* confirmingOutput */.OC)(runs))));
    const earlier = await earlierOf(further, run.number, first.run);
    const started = await (0,start_or_attach/* startOrAttach */.n)(further, earlier, ({ brought, ...found }) => {
        learn(run, found);
        tell(brought);
    });
    return await waitAndJudge(further, started, first, confirming);
}
/** `undefined` withdraws what turned out to be wrong. */
function learn(run, found) {
    Object.assign(run, found);
    for (const [name, value] of Object.entries(found))
        if (value === undefined)
            delete run[name];
}
/**
 * A run that an earlier attempt started but did not judge is continued, instead of starting a second one. It
 * may be the first run of this attempt.
 */
async function earlierOf(further, number, judged) {
    const { stepKey, inputs, cancellation } = further;
    const onRerun = inputs.onRerun === 'start' ? 'start' : 'auto';
    const own = { ...further, stepKey: (0,marker/* keyOfRun */.qH)(stepKey, number) };
    const earlier = await cancellation.orCancelled((0,earlier_run/* earlierRun */.S)(own, { onRerun, confirm: 0, judged }));
    return earlier && { ...earlier, number };
}
/**
 * The run gets what is left of the timeout when it is started, because it may have waited for other runs
 * before.
 */
function withTimeout(further, leftMs) {
    return { ...further, inputs: { ...further.inputs, timeoutMs: Math.max(0, leftMs) } };
}
/** Files are named by their path in the output directory. */
function inFolder(collected, number) {
    const named = (file) => ({
        ...file,
        name: `${(0,further_step/* folderOf */.yS)(number)}/${file.name}`,
    });
    return { ...collected, files: collected.files.map(named), missing: collected.missing.map(named) };
}
async function waitAndJudge(further, started, first, { run: told, spent, tell }) {
    const { http, log, cancellation, workflow } = further;
    const { run } = started;
    const sinceMs = started.sinceMs ?? http.clock.monotonicMs();
    const end = await (0,wait_and_stop/* waitAndStop */.P)(withTimeout(further, first.untilMs - sinceMs), started, (found) => {
        learn(told, found);
        tell();
    });
    const lastedMs = http.clock.monotonicMs() - sinceMs;
    spent.push((0,limits_left.spentOf)(end.status, lastedMs, (0,limits_left.plannedOf)(run, further.inputs)));
    const failure = (0,run_failure/* failureOfEnd */.tS)(end.how, end.status);
    const ended = end.status.executions.filter(provider/* isFinal */.dR);
    const isOver = ended.length === end.status.executions.length;
    if (isOver)
        (0,run_state/* saveRunState */.iZ)(workflow, { phase: 'over' });
    if (ended.length === 0)
        return failure?.message;
    const collected = await cancellation.orCancelled(log.group('Collect results of the confirming run', () => (0,wait_and_stop/* collect */.F)(further, run, end)));
    learn(told, { collected: inFolder(collected, told.number) });
    tell();
    const early = end.status.isOther ?? (0,ended_early/* endedEarly */.S)(run.executions, end.status.executions);
    const judging = first.judgment.judgeWith(told.number, {
        collected,
        executions: run.executions,
        ...(failure !== undefined && { failure }),
        ...(early !== undefined && { endedEarly: early }),
    });
    const why = await cancellation.orCancelled(judging);
    if (isOver)
        await (0,leave_step_note/* leaveStepNote */.C)(further, run, 'judged', first.judgment.judged.verdict.outcome);
    return why;
}

// EXTERNAL MODULE: ./step/confirm/suspicion.js
var suspicion = __webpack_require__(8839);
;// CONCATENATED MODULE: ./step/confirm/confirm.js




/**
 * Starts further runs of the same test, at most as many as `confirm` says, as long as the verdict is a
 * suspicion. If one of them fails, the verdict stays as it was and mentions the failure. Passes a
 * cancellation on.
 */
async function confirmSuspicion(step, first, tell) {
    const { judgment } = first;
    const before = judgment.judged.verdict.outcome;
    const runs = [];
    const spent = [first.spent];
    for (const number of provider/* CONFIRMING */.P7.slice(0, step.inputs.confirm)) {
        if (!(0,suspicion/* isSuspicion */.U)(judgment.judged.verdict))
            break;
        const run = { number };
        runs.push(run);
        await confirmBy(step, first, {
            run,
            runs,
            spent,
            tell: (brought) => tell({ confirming: [...runs], ...(brought && { brought }) }),
        });
        tell(judgment.judged);
        if (run.failure !== undefined)
            break;
    }
    // With this note a re-run finds the run judged, and does not look for further runs.
    const { outcome } = judgment.judged.verdict;
    if (outcome !== before)
        await (0,leave_step_note/* leaveStepNote */.C)(step, first.run, 'judged', outcome);
}


/***/ }),

/***/ 1486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plannedOf: () => (/* binding */ plannedOf),
/* harmony export */   spentOf: () => (/* binding */ spentOf),
/* harmony export */   t: () => (/* binding */ leftFor)
/* harmony export */ });
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48253);

const MINUTE_MS = 60_000;
/**
 * For a run that ended. If the service provides no times, the time from start to finish counts. Only the
 * planned length counts, because the extra time in which the service ends a test must not use up the share of
 * the next run.
 */
function spentOf({ executions }, lastedMs, plannedMs) {
    const took = executions.map(({ id, startedAtMs, finishedAtMs }) => {
        const known = startedAtMs !== undefined && finishedAtMs !== undefined;
        return { id, ms: known ? Math.max(0, finishedAtMs - startedAtMs) : lastedMs };
    });
    const minutes = took.map(({ id, ms }) => Math.min(ms, plannedMs(id) ?? Number.POSITIVE_INFINITY) / MINUTE_MS);
    return {
        lastedMs: Math.max(lastedMs, ...took.map(({ ms }) => ms)),
        minutes: minutes.reduce((sum, one) => sum + one, 0),
    };
}
/** The planned length of an execution, as the service counts it. */
function plannedOf({ executions }, { setup }) {
    return (id) => {
        const execution = executions.find((one) => one.id === id);
        return execution?.plannedMs ?? (execution?.interactive === true ? setup?.stopAfterMs : undefined);
    };
}
/**
 * What is left for a further run, or why it is not enough, as a sentence: a run with too little left would
 * only be stopped again.
 */
function leftFor({ timeoutMs, maxMinutes }, runs, leftMs) {
    const lastedMs = Math.max(...runs.map((run) => run.lastedMs));
    if (leftMs <= lastedMs)
        return `${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(Math.max(0, leftMs))} are left of the timeout of ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(timeoutMs)}, and a run takes ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(lastedMs)}.`;
    if (maxMinutes === undefined)
        return { timeoutMs: leftMs };
    const needed = Math.max(...runs.map(({ minutes }) => minutes));
    const leftMinutes = maxMinutes - runs.reduce((sum, { minutes }) => sum + minutes, 0);
    if (leftMinutes < needed)
        return `${tenths(Math.max(0, leftMinutes))} of the ${maxMinutes} minutes that max-minutes allows are left, and a run costs ${tenths(needed)}.`;
    return { timeoutMs: leftMs, maxMinutes: tenths(leftMinutes) };
}
const tenths = (minutes) => Math.round(minutes * 10) / 10;


/***/ })

};
