export const id = 6399;
export const ids = [6399];
export const modules = {

/***/ 76399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeAttempt: () => (/* binding */ judgeAttempt)
});

// UNUSED EXPORTS: AttemptJudgment

// EXTERNAL MODULE: ./foundation/scrub-texts.js
var scrub_texts = __webpack_require__(61434);
// EXTERNAL MODULE: ./verdict/against-usual/usual-entries.js
var usual_entries = __webpack_require__(55198);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: ./providers/service.js
var service = __webpack_require__(35922);
// EXTERNAL MODULE: ./verdict/usual/settled-by.js + 1 modules
var settled_by = __webpack_require__(75117);
// EXTERNAL MODULE: ./step/judge/kept-run.js
var kept_run = __webpack_require__(97275);
// EXTERNAL MODULE: ./step/judge/history/earlier-run.js
var earlier_run = __webpack_require__(38836);
// EXTERNAL MODULE: ./step/judge/history/kept-history.js
var kept_history = __webpack_require__(64815);
;// CONCATENATED MODULE: ./step/judge/history/attempt-runs.js







/** A job may be run again many times; only the newest runs count anyway. */
const MOST_ATTEMPTS = 10;
/** An entry has at most 4 MB. */
const MOST_BYTES = 5e6;
const MOST_KEY_CHARACTERS = 200;
/**
 * Whether attempts are judged together: only limits that compare with the usual need several runs of a
 * commit.
 */
function areJudgedTogether({ criteria, context }) {
    return context.runId !== '' && (0,usual_entries/* wantedFigures */.t9)(criteria).size > 0;
}
/**
 * The runs that earlier attempts of this step judged, as many as are judged together. A cancellation is
 * passed on.
 */
async function formerRuns(step) {
    const { cache, context, log } = step;
    if (context.attempt <= 1 || !areJudgedTogether(step))
        return { runs: [] };
    const unavailable = cache.unavailable();
    if (unavailable !== undefined) {
        log.info(`Runs of earlier attempts are not judged together with this one: ${unavailable}.`);
        return { runs: [] };
    }
    const runs = [];
    const oldest = Math.max(1, context.attempt - MOST_ATTEMPTS);
    for (let attempt = context.attempt - 1; attempt >= oldest && runs.length < settled_by/* MOST_RUNS */.nD; attempt--) {
        const found = await runsOfAttempt(step, attempt);
        if (typeof found === 'string') {
            const doubt = `the runs of attempt ${attempt} cannot be judged together with this run: ${found}`;
            log.warning(`No criterion passes by its usual, because ${doubt}`);
            return { runs, doubt };
        }
        runs.unshift(...found.map((run) => ({ attempt, run })));
    }
    return { runs };
}
/**
 * Saves the runs that this attempt judged, oldest first, for the next one. If that fails, it is logged and
 * the outcome stays the same.
 */
async function keepForNextAttempt(step, runs) {
    const { cache, context, key, log } = step;
    if (cache.unavailable() !== undefined)
        return;
    const text = (0,kept_history/* historyText */.u_)({ baseline: null, runs: runs.map(kept_history/* keptOf */.uq).toReversed() });
    const origin = { ...placeOf(step, context.attempt), keptAtMs: step.nowMs() };
    let saved = false;
    if (text !== undefined) {
        const { bytes, signature } = (0,kept_run/* writeKeptRun */.f)(key, origin, Buffer.from(text), 'attempt');
        saved = await cache.write(`${prefixOf(origin)}${signature}`, bytes);
    }
    const why = text === undefined ? 'it has too many labels' : 'the cache did not accept it';
    if (!saved)
        log.info(`This run will not be judged together with a re-run: ${why}.`);
}
function placeOf({ context, stepKey }, attempt) {
    const { repository, ref, runId: workflowRunId } = context;
    return { repository, ref, step: stepKey, workflowRunId, attempt };
}
/** Like the prefix of a note: one workflow run, one step, one attempt. */
function prefixOf({ workflowRunId, step, attempt }) {
    return `load-test-gate-runs-1-${workflowRunId}-${step}-${attempt}-`;
}
/** The runs, oldest first; or why it is unknown whether there are any, as a sentence. */
async function runsOfAttempt(step, attempt) {
    const place = placeOf(step, attempt);
    const { entries, trouble } = await step.cache.find([prefixOf(place)]);
    if (trouble !== undefined)
        return `the cache cannot be read: ${trouble}.`;
    if (entries.length === 0)
        return [];
    // An attempt that confirmed a suspicion left several entries, and the cache returns one for each
    // compression: all of them are read, so that none hides another.
    const all = new Map();
    for (const entry of entries) {
        const runs = await runsIn(step, place, entry);
        if (typeof runs === 'string')
            return runs;
        for (const run of runs)
            all.set(run.facts.ids.join(), run);
    }
    return (0,earlier_run/* newestOf */.su)([...all.values()]);
}
/** The signed place must match: an entry of another attempt, ref or step was copied by somebody. */
async function runsIn(step, place, entry) {
    const read = await step.cache.read(entry, MOST_BYTES);
    if ('trouble' in read)
        return `the cache cannot be read: ${read.trouble}.`;
    const name = `entry ${JSON.stringify((0,one_line/* oneLine */.TN)(entry.key, MOST_KEY_CHARACTERS))}`;
    if ('refused' in read)
        return `this action did not write it: ${read.refused} (${name}).`;
    const [kept, ...others] = (0,kept_run/* readKeptRuns */.t)(step.key, read.content, 'attempt') ?? [];
    if (kept === undefined || others.length > 0 || entry.key !== `${prefixOf(place)}${kept.signature}`)
        return `it is not signed with these credentials (${name}).`;
    const isOurs = Object.entries(place).every(([part, value]) => kept.origin[part] === value);
    if (!isOurs)
        return `somebody copied it there (${name}).`;
    const history = await (0,kept_history/* parseHistory */.i6)(kept.content, (0,service/* namesOf */.e)(step.services));
    if (history === undefined)
        return `another version of this action kept it (${name}).`;
    return history.runs.map(kept_history/* earlierRunOf */.f7).toReversed();
}

// EXTERNAL MODULE: ./step/judge/history/own-run.js
var own_run = __webpack_require__(29480);
// EXTERNAL MODULE: ./step/judge/history/runs-of-commit.js
var runs_of_commit = __webpack_require__(71488);
// EXTERNAL MODULE: ./step/judge/judge-run.js + 37 modules
var judge_run = __webpack_require__(20127);
// EXTERNAL MODULE: ./step/judge/leave-verdict.js + 1 modules
var leave_verdict = __webpack_require__(50816);
;// CONCATENATED MODULE: ./step/confirm/judge-attempt.js








/**
 * Judges a run that just ended, together with the runs of earlier attempts, so that a re-run adds evidence
 * instead of being another try. What the next attempt needs is saved before anybody sees the verdict.
 */
async function judgeAttempt(step, run) {
    const { runs, doubt } = await formerRuns(step);
    const asked = { ...run, formerRuns: runs, ...(doubt !== undefined && { doubt }) };
    const prepared = await (0,judge_run/* prepareJudgment */.qy)(step, asked);
    const judged = await (0,judge_run/* judgePrepared */.hI)(step, prepared);
    const areWritten = await (0,leave_verdict/* leaveFiles */.b6)(step, judged);
    const judgment = new AttemptJudgment(step, prepared, { judged, areWritten });
    await judgment.keepForNext();
    return judgment;
}
/** The judgment of an attempt, which further runs of the commit can still change. */
class AttemptJudgment {
    #step;
    #prepared;
    #areWritten;
    #judged;
    #further = [];
    #remarks = [];
    constructor(step, prepared, first) {
        this.#step = step;
        this.#prepared = prepared;
        this.#judged = first.judged;
        this.#areWritten = first.areWritten;
    }
    get judged() {
        return this.#judged;
    }
    /**
     * Judges all runs together with a further one. Returns why that run cannot be used, as a sentence, or
     * undefined.
     */
    async judgeWith(number, run) {
        const { measurements } = await (0,judge_run/* measureRun */.uw)(this.#step, run);
        const name = `measurements-${number}.json`;
        const why = this.#whyNot(measurements, run);
        if (why === undefined) {
            this.#further.push({ name, measurements, confirms: true });
            const judged = await (0,judge_run/* judgePrepared */.hI)(this.#step, this.#prepared, this.#further);
            this.#judged = this.#withRemarks(judged);
        }
        await (0,leave_verdict/* leaveAgain */.ei)(this.#step, this.#judged, { name, measurements });
        if (why === undefined)
            await this.keepForNext();
        return why;
    }
    /** Adds a message about further runs to the verdict. */
    async remark(text) {
        this.#remarks.push(text);
        this.#judged = this.#withRemarks(this.#judged);
        await (0,leave_verdict/* leaveAgain */.ei)(this.#step, this.#judged);
    }
    #withRemarks(judged) {
        const { verdict } = judged;
        const warnings = [...new Set([...this.#remarks, ...verdict.warnings])];
        return { ...judged, verdict: { ...verdict, warnings } };
    }
    /** A run without the figures that are compared would look like a second opinion, but is none. */
    #whyNot(measurements, { collected: { missing } }) {
        const { services, criteria } = this.#step;
        const { known } = this.#prepared;
        const subjects = [...(0,usual_entries/* wantedFigures */.t9)(criteria).keys()];
        const lacks = subjects.find((subject) => known.subjects[subject] && !measurements.subjects[subject]);
        const files = missing.map(({ name, reason }) => `${name}: ${reason}`).join(' ');
        return ((0,earlier_run/* whyNotWhole */.$B)(measurements) ??
            (lacks === undefined ? undefined : `it has no figures of ${lacks}. ${files}`.trim()) ??
            (0,runs_of_commit/* whyNotTogether */.U)(services, known.run, measurements));
    }
    /** Saves the runs that this attempt has judged so far for the next attempt. */
    async keepForNext() {
        const { criteria, workflow } = this.#step;
        const { verdict, measurements } = this.#judged;
        if (!areJudgedTogether(this.#step) || !(0,own_run/* countsForUsual */.w)(verdict, measurements))
            return;
        const { percentileOf } = this.#prepared;
        const runs = [measurements, ...this.#further.map((further) => further.measurements)];
        const kept = runs.map((run) => (0,own_run/* ownRun */.S)((0,scrub_texts/* scrubTexts */.K)(run, workflow.scrub), criteria, percentileOf));
        await keepForNextAttempt(this.#step, kept);
    }
    /** Saves the runs for their branch, when no further run will be judged together with them. */
    async keepForBranch() {
        if (!this.#areWritten)
            return;
        const further = this.#further.map(({ measurements }) => measurements);
        await (0,leave_verdict/* keepForBranch */.T8)(this.#step, this.#judged, this.#prepared.baseline ?? {}, further);
    }
}


/***/ })

};
