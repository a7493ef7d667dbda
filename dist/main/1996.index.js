export const id = 1996;
export const ids = [1996];
export const modules = {

/***/ 81996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startInTurn: () => (/* binding */ startInTurn)
});

// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./platform/http/retry.js
var retry = __webpack_require__(98193);
// EXTERNAL MODULE: ./providers/provider.js
var providers_provider = __webpack_require__(76876);
// EXTERNAL MODULE: ./step/traces/run-state.js
var run_state = __webpack_require__(41831);
// EXTERNAL MODULE: ./step/stop/stop-run.js
var stop_run = __webpack_require__(75730);
// EXTERNAL MODULE: ./platform/http/http.js
var http_http = __webpack_require__(25819);
;// CONCATENATED MODULE: ./step/start/other-runs.js



const LOOK_BUDGET_MS = 60_000;
/** There may be many active runs. */
const MOST_NAMED = 5;
/** One run at a time. */
const ONE_RUN = {
    isBusy: ({ isGoing }) => isGoing === true,
    until: 'to finish',
    advice: 'Set when-busy to start to start a run anyway.',
};
/** One start at a time: whichever run begins next uses what a step uploads. */
const ONE_START = {
    isBusy: ({ isAboutToBegin }) => isAboutToBegin === true,
    until: 'to begin, because it may use what this step uploads',
    advice: 'Start the step again later.',
};
/**
 * The runs that have to be waited for, and those with an id in `own`, as far as the service shows them. Throws
 * a `GateError` if it is unknown.
 */
async function busyRuns(provider, http, turn, own = new Set()) {
    try {
        const runs = await (0,retry/* retrySafe */.i6)(http, { budgetMs: LOOK_BUDGET_MS }, () => provider.look());
        return runs.filter((run) => turn.isBusy(run) || own.has(run.id));
    }
    catch (error) {
        if (!(error instanceof http_http/* HttpError */.j$) && !(error instanceof errors/* GateError */.ue))
            throw error;
        throw new errors/* GateError */.ue('preflight', (0,errors/* causeLast */.Ul)(`It cannot be determined whether another run is active. Nothing was started. ${turn.advice}`, error), { cause: error });
    }
}
/** For example `run 41 'Checkout', run 42 'Search'`. */
function namesOf(runs) {
    const named = runs.slice(0, MOST_NAMED).map(({ title }) => title);
    const more = runs.length - named.length;
    return `${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

// EXTERNAL MODULE: ./foundation/format.js
var format = __webpack_require__(48253);
// EXTERNAL MODULE: ./step/wait/poll-cadence.js
var poll_cadence = __webpack_require__(90530);
// EXTERNAL MODULE: ./step/wait/progress.js
var progress = __webpack_require__(68554);
;// CONCATENATED MODULE: ./step/start/wait-until-free.js





/**
 * Waits until no run is active at the service, but not longer than until `endMs` (monotonic). Throws a
 * `GateError` after that, or at once if `whenBusy` is `fail`.
 */
async function waitUntilFree(ports, endMs) {
    const { provider, http, log, whenBusy, timeoutMs, pollIntervalMs, turn } = ports;
    const { clock } = http;
    const sinceMs = clock.monotonicMs();
    let told = '';
    let toldAtMs = sinceMs;
    for (let polls = 1;; polls++) {
        const others = await busyRuns(provider, http, turn);
        const nowMs = clock.monotonicMs();
        const elapsedMs = nowMs - sinceMs;
        if (others.length === 0) {
            if (polls > 1)
                log.info(`The service is free after ${(0,format/* formatSpan */.QA)(elapsedMs)}.`);
            return;
        }
        const names = namesOf(others);
        if (whenBusy === 'fail')
            throw busy(`Another run is active: ${names}. Nothing was started, as set by when-busy.`);
        if (nowMs >= endMs)
            throw busy(`Another run was active for the whole timeout of ${(0,format/* formatSpan */.QA)(timeoutMs)}: ${names}. Nothing was started.`);
        if (names !== told || nowMs - toldAtMs >= (0,progress/* progressGapMs */.g0)(elapsedMs)) {
            log.info(`Waiting for another run ${turn.until}: ${names}.`);
            told = names;
            toldAtMs = nowMs;
        }
        const gapMs = pollIntervalMs === 'auto' ? (0,poll_cadence/* pollGapMs */.C)(polls, elapsedMs, nowMs, undefined) : pollIntervalMs;
        await clock.sleep(Math.min(gapMs, endMs - nowMs), http.signal());
    }
}
function busy(what) {
    return new errors/* GateError */.ue('preflight', `${what} Start the step again when the service is free.`);
}

;// CONCATENATED MODULE: ./step/start/start-in-turn.js







const OWN_SIGHT_MS = 60_000;
const OWN_SIGHT_GAP_MS = 2000;
/**
 * A longer, random pause, so that steps that stopped their runs for each other start again at different
 * times.
 */
const GIVE_WAY_SHARE = 3;
/**
 * Starts a run when no other run is active at the service. If several steps start at the same time, only the
 * first one in the service's own order keeps its run. The others stop theirs, and wait again. If the order is
 * unknown, all of them stop.
 */
async function startInTurn(step, tell, start) {
    const { inputs, provider, http, log } = step;
    const { whenBusy, timeoutMs, pollIntervalMs } = inputs;
    const isShared = provider.sharesBrought === true;
    if (whenBusy === 'start' && !isShared)
        return await start(1);
    const turn = whenBusy === 'start' ? { whenBusy: 'wait', turn: ONE_START } : { whenBusy, turn: ONE_RUN };
    const ports = { provider, http, log, timeoutMs, pollIntervalMs, ...turn };
    const endMs = http.clock.monotonicMs() + timeoutMs;
    for (let round = 1;; round++) {
        await waitUntilFree(ports, endMs);
        const run = await start(round);
        const ahead = await runsAhead(ports, run);
        if (ahead.length === 0)
            return run;
        const what = `Run ${(0,providers_provider/* idsOf */.UX)(run)} was started when no other run was active, but at the same time somebody started ${namesOf(ahead)}`;
        if (!provider.canStop || run.adopted === true) {
            const effect = isShared ? 'either may use what the other uploaded' : 'they affect each other';
            log.warning(`${what}. It cannot be stopped from here, so both continue, and ${effect}.`);
            return run;
        }
        await giveWay(step, tell, run, what);
        if (whenBusy === 'fail')
            throw new errors/* GateError */.ue('preflight', `${what}. This step's run was stopped again, as set by when-busy.`);
        await http.clock.sleep(GIVE_WAY_SHARE * (0,retry/* backoffMs */.jo)(round, http.random), http.signal());
    }
}
/** Other runs that were accepted before this one. Empty if that cannot be determined, which is logged. */
async function runsAhead({ provider, http, log, turn }, run) {
    const { clock } = http;
    const own = new Set(run.executions.map(({ id }) => id));
    const endMs = clock.monotonicMs() + OWN_SIGHT_MS;
    for (;;) {
        const found = await busyRuns(provider, http, turn, own).catch((error) => {
            if (!(error instanceof errors/* GateError */.ue))
                throw error;
            log.warning(`It cannot be determined whether somebody else started a run at the same time. ${error.message}`);
            return undefined;
        });
        if (found === undefined)
            return [];
        const ours = found.filter(({ id }) => own.has(id));
        const others = found.filter(({ id }) => !own.has(id));
        if (others.length === 0)
            return [];
        // As long as our run is not listed, one that was accepted before it may also be missing.
        if (ours.length === own.size)
            return others.filter((other) => isAhead(other, ours));
        if (clock.monotonicMs() >= endMs)
            return others;
        await clock.sleep(OWN_SIGHT_GAP_MS, http.signal());
    }
}
function isAhead(other, ours) {
    const first = Math.min(...ours.map(({ turn }) => turn ?? Number.POSITIVE_INFINITY));
    return other.turn === undefined || other.turn < first;
}
/**
 * Throws if the stop is not confirmed: then the run counts as active, and is stopped or named as after any
 * other error.
 */
async function giveWay(step, tell, run, what) {
    const { log, workflow } = step;
    (0,run_state/* saveRunState */.iZ)(workflow, { phase: 'going', run, stopDue: true });
    log.info(`${what}. This step's run gives way.`);
    if (!(await (0,stop_run/* stopAndConfirm */.MA)(step, run, 'Giving way')))
        throw new errors/* GateError */.ue('contact-lost', `${what}, and the stop of this step's run could not be confirmed.`);
    tell({ run: undefined, mayHaveStarted: undefined });
    workflow.output('run-id', '');
    (0,run_state/* saveRunState */.iZ)(workflow, { phase: 'over' });
}


/***/ })

};
