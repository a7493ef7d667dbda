export const id = 680;
export const ids = [680];
export const modules = {

/***/ 15579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eu: () => (/* binding */ waiverText),
/* harmony export */   fo: () => (/* binding */ isWaiverActive),
/* harmony export */   vi: () => (/* binding */ endOfDayMs)
/* harmony export */ });
const DAY_MS = 86_400_000;
/** The first millisecond after a day written `2026-12-31` (UTC); undefined where there is no such day. */
function endOfDayMs(day) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
        return undefined;
    const start = Date.parse(`${day}T00:00:00Z`);
    // Some engines roll 30 February over into March.
    if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day)
        return undefined;
    return start + DAY_MS;
}
/** A waiver holds through the end of its last day in UTC. */
function isWaiverActive(waiver, nowMs) {
    const end = endOfDayMs(waiver.until);
    return end !== undefined && nowMs < end;
}
/** What a breach says about its waiver. */
function waiverText(waiver, active) {
    return active
        ? `Waived through ${waiver.until} by ${waiver.owner}: ${waiver.reason}.`
        : `The waiver of ${waiver.owner} (${waiver.reason}) ended with ${waiver.until}.`;
}


/***/ }),

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
/** What a run that left data may have ended with, other than well. */
const BAD_ENDS = ['timeout', 'remote-failed', 'remote-aborted', 'remote-unresponsive'];


/***/ }),

/***/ 33680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeRun: () => (/* binding */ judgeRun)
});

// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: ./platform/files/regular-file.js
var regular_file = __webpack_require__(38717);
// EXTERNAL MODULE: ./providers/service.js
var service = __webpack_require__(35922);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./step/judge/baseline-key.js

const KIND = 'load-test-gate-baseline';
const VERSION = 2;
/** Enough for the seconds of a time until 2106. */
const TIME_DIGITS = 32;
/** Clocks of runners differ. */
const CLOCK_SKEW_MS = 3_600_000;
/** With the ref in it, since a job may also read the entries of the default branch. */
function baselinePrefix({ step, ref }) {
    return `${KIND}-${VERSION}-${step}-${digest(ref)}-`;
}
/** How entries began that an earlier version of this action kept. */
function formerPrefix({ step, ref }) {
    return `${KIND}-1-${step}-${digest(ref.replace(/^refs\/(?:heads|tags)\//, ''))}-`;
}
/** The key of an entry follows from its newest run: an entry under another key was copied by somebody. */
function baselineKeyOf(origin, signature) {
    const time = timeDigits(origin.keptAtMs);
    return `${baselinePrefix(origin)}${time}-${origin.workflowRunId}-${origin.attempt}.${signature}`;
}
/**
 * What keys begin with that are newer than this one, up to now: none of them in the cache means that it is the newest.
 * A job of a pull request can copy an old entry of main into its own scope, where the service finds it first; it cannot
 * take away the newer one.
 */
function newerPrefixes(key, prefix, nowMs) {
    const time = timeIn(key, prefix);
    if (time === undefined)
        return [];
    const until = timeDigits(nowMs + CLOCK_SKEW_MS);
    // The binary numbers above another one: each begins as that one does, and has the first different digit 1 instead of 0.
    return Array.from(time)
        .flatMap((digit, at) => (digit === '0' ? [`${time.slice(0, at)}1`] : []))
        .filter((start) => start.padEnd(TIME_DIGITS, '0') <= until)
        .map((start) => `${prefix}${start}`);
}
/** Whether a key is of a later time. One without a time, which no version of this action made, must be looked at first. */
function isNewerKey(key, than, prefix) {
    const [time, other] = [key, than].map((one) => timeIn(one, prefix) ?? 'none');
    return time > other;
}
function timeIn(key, prefix) {
    return key.startsWith(prefix) ? /^([01]{32})-/.exec(key.slice(prefix.length))?.[1] : undefined;
}
/** Seconds since 1970 as a binary number: in that form few prefixes stand for all later times. */
function timeDigits(ms) {
    return Math.floor(ms / 1000)
        .toString(2)
        .padStart(TIME_DIGITS, '0');
}
function digest(ref) {
    return (0,external_node_crypto_.createHash)('sha256').update(ref).digest('hex').slice(0, 16);
}

// EXTERNAL MODULE: ./foundation/signature.js
var foundation_signature = __webpack_require__(86758);
;// CONCATENATED MODULE: ./step/judge/kept-run.js

const LINE_BREAK = 0x0a;
/**
 * A run as it lies in an entry: a line with its signature, what is signed besides the measurements, and their length;
 * then the measurements. An entry may hold several, one behind the other, the newest first.
 */
function writeKeptRun(key, origin, measurements) {
    const { repository, ref, step, workflowRunId, attempt, keptAtMs } = origin;
    const head = [repository, ref, step, workflowRunId, attempt, keptAtMs, measurements.length];
    const signed = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), measurements]);
    const signature = (0,foundation_signature/* sign */._)(key, 'baseline', signed);
    return { bytes: Buffer.concat([Buffer.from(`${signature} `), signed]), signature };
}
/** The runs of an entry; undefined where one of them was not signed by the holder of the key, or anything else is there. */
function readKeptRuns(key, bytes) {
    const runs = [];
    for (let at = 0; at < bytes.length;) {
        const run = readKeptRun(key, bytes.subarray(at));
        if (run === undefined)
            return undefined;
        runs.push(run);
        at = run.measurements.byteOffset + run.measurements.length - bytes.byteOffset;
    }
    return runs.length > 0 ? runs : undefined;
}
/** Nothing of the line is believed before the signature is checked, but the length that says what is signed. */
function readKeptRun(key, bytes) {
    const lineEnd = bytes.indexOf(LINE_BREAK);
    const [, signature, head, length] = /^([0-9a-f]{64}) (\[.*,(\d{1,10})\])$/.exec(bytes.subarray(0, Math.max(0, lineEnd)).toString('utf8')) ??
        [];
    if (signature === undefined || head === undefined)
        return undefined;
    const end = lineEnd + 1 + Number(length);
    const signed = bytes.subarray(signature.length + 1, end);
    if (end > bytes.length || !(0,foundation_signature/* isSigned */.J)(key, 'baseline', signed, signature))
        return undefined;
    const [repository, ref, step, workflowRunId, attempt, keptAtMs] = JSON.parse(head);
    return {
        origin: { repository, ref, step, workflowRunId, attempt, keptAtMs },
        signature,
        measurements: bytes.subarray(lineEnd + 1, end),
    };
}

;// CONCATENATED MODULE: ./step/judge/baseline-cache.js






/** More than this is not read back: a baseline is a few MB. */
const MAX_BYTES = 64e6;
/** What an entry has besides measurements. */
const MAX_HEAD_BYTES = 10_000;
const MAX_AGE_DAYS = 30;
const DAY_MS = 86_400_000;
/** Each look finds a newer entry or is the last; honest caches need one or two. */
const MOST_LOOKS = 10;
const MOST_KEY_CHARACTERS = 200;
/** The newest run that was kept for the branch that the change goes to. */
async function readKeptBaseline(ports) {
    const { cache, context, key, log } = ports;
    const unavailable = cache === undefined ? 'mode judge asks no cache' : cache.unavailable();
    if (cache === undefined || unavailable !== undefined)
        return outOfReach(unavailable);
    const expected = { ...identityOf(ports), ref: baseRefOf(context) };
    const prefix = baselinePrefix(expected);
    const { entries, trouble } = await newestEntry(cache, prefix, ports.nowMs());
    if (trouble !== undefined)
        return outOfReach(trouble);
    const [entry] = entries;
    if (entry === undefined)
        return await noneKept(cache, expected);
    const read = await cache.read(entry, MAX_BYTES);
    if ('trouble' in read)
        return outOfReach(read.trouble);
    const name = JSON.stringify((0,one_line/* oneLine */.TN)(entry.key, MOST_KEY_CHARACTERS));
    if ('refused' in read) {
        log.warning(`The entry ${name} of the Actions cache is refused: ${read.refused}. Nothing of it was used.`);
        return {
            missing: `The baseline in the Actions cache is refused, because this action did not write it: ${read.refused}.`,
        };
    }
    const run = readKeptRuns(key, read.content)?.[0];
    if (run !== undefined && entry.key.endsWith(`.${run.signature}`))
        return await judged(ports, run, entry.key, expected);
    log.warning(`The baseline in the Actions cache is not signed by these credentials and is ignored: entry ${name}.`);
    return {
        missing: 'The baseline in the Actions cache is not signed by these credentials: somebody tampered with it, or the credentials were changed after it was kept.',
    };
}
function outOfReach(why = '') {
    return { missing: `The Actions cache cannot be read: ${why}.` };
}
/**
 * The service gives a job what is in its own scope first, however old, so the entry that it names is only where the
 * search begins. One entry at most; older ones are never tried, or whoever spoils the newest could choose among them.
 */
async function newestEntry(cache, prefix, nowMs) {
    let found = await cache.find([prefix]);
    for (let looks = 1; looks < MOST_LOOKS; looks++) {
        const newest = found.entries.reduce((best, entry) => (best === undefined || isNewerKey(entry.key, best.key, prefix) ? entry : best), undefined);
        if (newest === undefined)
            return found;
        const newer = newerPrefixes(newest.key, prefix, nowMs);
        found = newer.length === 0 ? { entries: [] } : await cache.find(newer);
        if (found.trouble === undefined && found.entries.length === 0)
            return { entries: [newest] };
    }
    return {
        entries: [],
        trouble: 'its entries for this branch hide one another, as nothing but an attack does',
    };
}
async function noneKept(cache, expected) {
    const branch = branchOf(expected.ref);
    const former = await cache.find([formerPrefix(expected)]);
    if (former.trouble !== undefined)
        return outOfReach(former.trouble);
    const missing = former.entries.length === 0
        ? `No baseline of this step is kept for the branch ${branch}.`
        : `The baseline of the branch ${branch} was kept by an earlier version of this action and is not read.`;
    return { missing, certain: true };
}
/** A run that is signed, against what it must be. */
async function judged(ports, { origin, signature, measurements: bytes }, entryKey, expected) {
    const { parseMeasurements } = await __webpack_require__.e(/* import() */ 568).then(__webpack_require__.bind(__webpack_require__, 84568));
    let measurements;
    try {
        measurements = parseMeasurements(bytes.toString('utf8'), (0,service/* namesOf */.e)(ports.services));
    }
    catch (error) {
        // Our own, of another version: no run could ever be compared with it.
        return { missing: `The baseline in the Actions cache cannot be read: ${(0,errors/* messageOf */.b)(error)}`, certain: true };
    }
    const foreign = foreignness(origin, expected, entryKey === baselineKeyOf(origin, signature));
    if (foreign !== undefined)
        return { measurements, refused: `${foreign}, so somebody copied it there.`, foreign: true };
    const ageDays = Math.floor((ports.nowMs() - origin.keptAtMs) / DAY_MS);
    if (ageDays < MAX_AGE_DAYS)
        return { measurements };
    const branch = branchOf(expected.ref);
    return {
        measurements,
        refused: `it was kept ${ageDays} days ago, and after ${MAX_AGE_DAYS} days a branch may have changed too much. Run the workflow on ${branch} to keep a new one.`,
    };
}
function foreignness(origin, expected, ownKey) {
    if (origin.repository !== expected.repository)
        return `it was kept for the repository ${origin.repository}, not for ${expected.repository}`;
    if (origin.ref !== expected.ref)
        return `it was kept for ${origin.ref}, not for ${expected.ref}`;
    if (origin.step !== expected.step)
        return 'it was kept by another step';
    return ownKey ? undefined : 'it was kept under another key of the cache';
}
/** Events that run for somebody else's change, or on behalf of others, never write a baseline. */
const NEVER_SAVED = /^(pull_request.*|merge_group|issue_comment|workflow_run)$/;
/** Keeps the run as its branch's baseline. What fails here is said and decides nothing. */
async function keepAsBaseline(ports, measurementsPath) {
    const { cache, context, key, log } = ports;
    if (cache === undefined || NEVER_SAVED.test(context.eventName))
        return;
    const unavailable = cache.unavailable();
    if (unavailable !== undefined) {
        log.info(`The run was not kept as a baseline: ${unavailable}.`);
        return;
    }
    if ((await (0,regular_file/* sizeOf */.$d)(measurementsPath)) > MAX_BYTES - MAX_HEAD_BYTES) {
        log.info(`The run was not kept as a baseline: its measurements are larger than ${MAX_BYTES / 1e6} MB.`);
        return;
    }
    const content = await (0,regular_file/* readBytes */.io)(measurementsPath, MAX_BYTES);
    const { runId: workflowRunId, attempt } = context;
    const origin = { ...identityOf(ports), workflowRunId, attempt, keptAtMs: ports.nowMs() };
    const { bytes, signature } = writeKeptRun(key, origin, content);
    const saved = await cache.write(baselineKeyOf(origin, signature), bytes);
    log.info(saved
        ? `The run was kept as the baseline of ${context.refName}.`
        : 'The run was not kept as a baseline: the cache did not take it.');
}
function identityOf({ context, baselineKey }) {
    return { repository: context.repository, ref: context.ref, step: baselineKey };
}
/** The branch that the change goes to; without a change, the job's own ref. */
function baseRefOf({ baseRef, ref }) {
    if (baseRef !== '')
        return `refs/heads/${baseRef}`;
    const queued = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(ref)?.[1];
    return queued === undefined ? ref : `refs/heads/${queued}`;
}
function branchOf(ref) {
    return ref.replace(/^refs\/(?:heads|tags)\//, '');
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./step/judge/data-troubles.js
/** Files that could not be had, are partial, or could not be read: a criterion that needs one cannot be judged. */
function troublesOf(service, collected, measurements) {
    const covered = collected.files.some((file) => file.kind === 'test-report');
    const missing = collected.missing.map(({ name, reason, measuredWithout }) => {
        const file = fileOf(name);
        // One of several executions' logs: the others still say something.
        const some = name.includes('/') && collected.files.some((other) => fileOf(other.name) === file);
        // The report's own document says all that its archive would.
        const judgeable = measuredWithout === true || (file === 'report' && covered);
        return {
            file: judgeable ? 'metrics' : file,
            ...(some && !judgeable ? { kind: 'partial', fileMissing: true } : { kind: 'missing' }),
            reason: `${name} could not be had: ${reason}`,
        };
    });
    const partial = collected.partial.flatMap((reason) => [
        { file: 'report', kind: 'partial', reason },
        { file: 'result', kind: 'partial', reason },
    ]);
    return [
        ...missing,
        ...partial,
        ...unreadable(service, collected, measurements),
        ...scorecardTrouble(measurements),
        ...lostRecords(measurements),
    ];
}
function fileOf(name) {
    if (name.endsWith('scorecard.xml'))
        return 'scorecard';
    if (name.endsWith('report.tar.gz') || name.endsWith('.xml'))
        return 'report';
    return name.endsWith('.json') ? 'metrics' : 'result';
}
/** A file that is there and gave nothing. */
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
/** A scorecard that is there, alone or in the archive, but could be read nowhere: it may be one that failed. */
function scorecardTrouble(measurements) {
    if (measurements?.scorecard)
        return [];
    const reasons = reasonsOf(measurements, 'scorecard');
    return reasons.length > 0 ? [{ file: 'scorecard', kind: 'missing', reason: reasons.join(' ') }] : [];
}
/** Records that could not be read: those that can be are a part only. */
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

// EXTERNAL MODULE: ./step/wait/run-failure.js
var run_failure = __webpack_require__(70547);
// EXTERNAL MODULE: ./platform/files/file-errors.js
var file_errors = __webpack_require__(50944);
// EXTERNAL MODULE: ./platform/http/http.js
var http = __webpack_require__(25819);
// EXTERNAL MODULE: ./platform/http/retry.js
var retry = __webpack_require__(98193);
// EXTERNAL MODULE: ./providers/provider.js
var providers_provider = __webpack_require__(76876);
;// CONCATENATED MODULE: ./step/judge/baseline-store.js











/** Never throws for a baseline that is not there: its criteria end inconclusive. A cancel is passed on. */
async function findBaseline(ports, choice) {
    try {
        if (choice.kind === 'file')
            return await fromFile(ports, (0,external_node_path_.resolve)(choice.path));
        return await (choice.kind === 'run' ? fromService(ports, choice.ids) : readKeptBaseline(ports));
    }
    catch (error) {
        if (error instanceof errors/* GateError */.u || error instanceof http/* HttpError */.j$ || (0,file_errors/* isFileError */.lz)(error))
            return { missing: (0,errors/* messageOf */.b)(error) };
        throw error;
    }
}
async function fromFile({ services }, path) {
    const { readMeasurements } = await __webpack_require__.e(/* import() */ 568).then(__webpack_require__.bind(__webpack_require__, 84568));
    return { measurements: await readMeasurements((0,regular_file/* regularFile */.VI)(path), (0,service/* namesOf */.e)(services)) };
}
async function fromService({ provider, services, http, directory }, ids) {
    if (provider === undefined || http === undefined)
        return {
            missing: 'Mode judge asks no service; use file: or leave baseline.json in the output directory.',
        };
    const several = ids.length > 1;
    const executions = ids.map((id) => ({ id, label: several ? id : '' }));
    const run = { provider: provider.name, executions, startedAtMs: 0, attached: true };
    const status = await (0,retry/* retrySafe */.i6)(http, { budgetMs: CONTACT_BUDGET_MS }, () => provider.status(run));
    if (!status.executions.every(providers_provider/* isFinal */.dR))
        return { missing: `Run ${ids.join(', ')} has not ended yet.` };
    const failure = (0,run_failure/* failureOfEnd */.tS)('final', status);
    if (failure !== undefined)
        return { missing: `Run ${ids.join(', ')} is no baseline: ${failure.message}` };
    const collected = await provider.collect(run, status, directory.folder('baseline'));
    const { files } = (0,service/* serviceNamed */.f)(services, provider.name);
    const measurements = await files.measure(collected, executions);
    const troubles = troublesOf(files, collected, measurements).filter(({ file }) => ['report', 'result'].includes(file));
    if (Object.keys(measurements.subjects).length > 0) {
        if (troubles.length === 0)
            return { measurements };
        const whole = [...new Set(troubles.map(({ reason }) => reason))].join(' ');
        return { missing: `The data of run ${ids.join(', ')} is not complete. ${whole}` };
    }
    const reasons = [
        ...collected.missing.map((file) => file.reason),
        ...measurements.warnings.map((warning) => warning.message),
    ];
    return { missing: `Run ${ids.join(', ')} has no data that could be read. ${reasons.join(' ')}` };
}
const CONTACT_BUDGET_MS = 60_000;

// EXTERNAL MODULE: ./measurements/model.js
var model = __webpack_require__(75817);
;// CONCATENATED MODULE: ./verdict/comparable-baseline.js
const DIFFERENCES_NAMED = 5;
/** Decides whether a baseline may be compared with: same provider, test and load profile; refused with the reason. */
function chooseBaseline({ from, found, run, nowMs }) {
    if ('missing' in found)
        return { use: { from, status: 'missing', reason: missingText(from, found.missing) }, notes: [] };
    const { measurements, refused } = found;
    const provenance = provenanceOf(measurements.run, nowMs);
    if (refused !== undefined)
        return { use: { from, status: 'refused', reason: refused, ...provenance }, notes: [] };
    const differences = differencesFrom(run, measurements.run);
    if (differences.length > 0) {
        return {
            use: { from, status: 'refused', reason: differencesText(differences), ...provenance },
            notes: [],
        };
    }
    return {
        use: { from, status: 'used', ...provenance },
        measurements,
        notes: notChecked(run, measurements.run),
    };
}
/**
 * Whether a run may be kept as the baseline of its branch. Besides runs that passed, one whose only trouble is that
 * there is no comparable baseline yet: otherwise criteria with `baseline` could never get their first one. It replaces
 * no baseline that may be good: there must be none for certain (`certainlyAbsent`), or one that is not comparable or too
 * old. Behind a `foreign` one, which somebody put in its place, a good one may lie.
 */
function mayBecomeBaseline({ outcome, reason, baseline }, certainlyAbsent, foreign = false) {
    if (outcome === 'passed')
        return true;
    if (outcome !== 'inconclusive' || reason !== 'baseline')
        return false;
    return (baseline?.status === 'refused' && !foreign) || (baseline?.status === 'missing' && certainlyAbsent);
}
/** `run 1234, commit 1a2b3c4, 2 days old`. */
function provenanceText({ runId, commit, ageMs }) {
    const parts = [
        runId && `run ${runId}`,
        commit && `commit ${commit.slice(0, 7)}`,
        ageMs !== undefined && ageText(ageMs),
    ];
    return parts.filter((part) => typeof part === 'string' && part !== '').join(', ') || 'of unknown origin';
}
/** Why two runs can't be compared, one sentence each without its full stop; empty where they can. */
function differencesFrom(run, baseline) {
    if (run.provider !== baseline.provider)
        return [`it is of ${baseline.provider}, this run of ${run.provider}`];
    const differences = [];
    if (run.test !== undefined && baseline.test !== undefined && run.test !== baseline.test) {
        differences.push(`it is of the test '${baseline.test}', this run of '${run.test}'`);
    }
    if (!run.loadProfile !== !baseline.loadProfile) {
        differences.push(`the load profile of ${run.loadProfile ? 'the baseline' : 'this run'} is not known`);
    }
    return [...differences, ...profileDifferences(run.loadProfile ?? [], baseline.loadProfile ?? [])];
}
function profileDifferences(run, baseline) {
    if (run.length === 0 || baseline.length === 0)
        return [];
    const current = byNameAndTurn(run);
    const earlier = byNameAndTurn(baseline);
    const gone = [...earlier.keys()]
        .filter((key) => !current.has(key))
        .map((key) => `'${key}' is missing in this run`);
    return [
        ...gone,
        ...[...current].flatMap(([key, entry]) => {
            const before = earlier.get(key);
            return before ? settingDifferences(key, entry, before) : [`'${key}' is new in this run`];
        }),
    ];
}
const settingsText = ({ settings }) => JSON.stringify(settings.map(([name, value]) => `${name} ${value}`).sort((a, b) => (a < b ? -1 : 1)));
/** Several executions may bear one name: they are told apart by their order once sorted by their settings. */
function byNameAndTurn(profile) {
    const sorted = [...profile].sort((a, b) => (settingsText(a) < settingsText(b) ? -1 : 1));
    const turns = new Map();
    return new Map(sorted.map((entry) => {
        const turn = (turns.get(entry.name) ?? 0) + 1;
        turns.set(entry.name, turn);
        return [turn === 1 ? entry.name : `${entry.name} (${turn})`, entry];
    }));
}
function settingDifferences(key, run, baseline) {
    const current = new Map(run.settings);
    const earlier = new Map(baseline.settings);
    const names = new Set([...current.keys(), ...earlier.keys()]);
    return [...names].flatMap((name) => {
        const [now, before] = [current.get(name)?.trim() ?? '', earlier.get(name)?.trim() ?? ''];
        return now === before
            ? []
            : [`${name} of '${key}' is ${now || 'not set'}, and was ${before || 'not set'}`];
    });
}
function differencesText(differences) {
    const named = differences.slice(0, DIFFERENCES_NAMED).join('; ');
    const more = differences.length > DIFFERENCES_NAMED
        ? ` (and ${differences.length - DIFFERENCES_NAMED} more differences)`
        : '';
    return `${named}${more}.`;
}
function notChecked(run, baseline) {
    const unknown = [
        run.test === undefined || baseline.test === undefined ? 'the test' : '',
        run.loadProfile === undefined && baseline.loadProfile === undefined ? 'the load profile' : '',
    ].filter((what) => what !== '');
    return unknown.map((what) => `Whether ${what} of the baseline is the same could not be checked: the data does not name it.`);
}
function missingText(from, reason) {
    const cure = from === 'branch' ? ' It is saved when a run on the base branch passes, outside pull requests.' : '';
    return `${/[.!?]$/.test(reason) ? reason : `${reason}.`}${cure}`;
}
function provenanceOf(run, nowMs) {
    const atMs = run.finishedAtMs ?? run.startedAtMs;
    return {
        ...(run.ids.length > 0 && { runId: run.ids.join(', ') }),
        ...(run.commit !== undefined && { commit: run.commit }),
        ...(atMs !== undefined && { ageMs: Math.max(0, nowMs - atMs) }),
    };
}
function ageText(ageMs) {
    const units = [
        { name: 'day', ms: 86_400_000 },
        { name: 'hour', ms: 3_600_000 },
        { name: 'minute', ms: 60_000 },
    ];
    const unit = units.find(({ ms }) => ageMs >= ms);
    if (!unit)
        return 'less than a minute old';
    const count = Math.floor(ageMs / unit.ms);
    return `${count} ${unit.name}${count === 1 ? '' : 's'} old`;
}

// EXTERNAL MODULE: ./foundation/scrub-texts.js
var scrub_texts = __webpack_require__(61434);
// EXTERNAL MODULE: ./verdict/outcome/ranking.js
var ranking = __webpack_require__(34591);
;// CONCATENATED MODULE: ./verdict/data-needs.js
/** The file that a criterion is judged by; percentiles that the report lacks are read from the result besides. */
function fileNeeded(entry, { hasReport }) {
    if (entry.test.kind === 'xpath')
        return 'report';
    const { subject } = entry.test.criterion;
    // Without one the log holds the load generator's own CPU and memory besides every request.
    if (!hasReport)
        return 'result';
    return subject === 'raw-requests' ? 'result' : 'report';
}
/** The trouble with one of the files, the missing first. */
function troubleWith(troubles, file, kind) {
    return troubles.find((trouble) => trouble.file === file && trouble.kind === kind);
}

// EXTERNAL MODULE: ./criteria/language/criterion-text.js
var criterion_text = __webpack_require__(74738);
// EXTERNAL MODULE: ./criteria/language/units.js
var units = __webpack_require__(34040);
;// CONCATENATED MODULE: ./verdict/figures.js

const MOST_DECIMALS = 6;
const SPACED = new Set(['ms', 's', 'm', 'pp', 'B', 'kB', 'MB', 'GB']);
/** A value in the base of its dimension for people: `1,234 ms`, `0.85%`, `12.3/s`, with digits as its size deserves. */
function figureFor(baseValue, unit, decimals) {
    const value = (0,units/* inUnit */.IP)(baseValue, unit);
    const text = numberText(value, decimals ?? usualDecimals(value));
    return unit !== '' && SPACED.has(unit) ? `${text} ${unit}` : `${text}${unit}`;
}
/** Two figures with so many digits that they differ where the values do: `500.4 ms` against `500 ms`. */
function distinctFigures(a, b, unit) {
    const pair = (decimals) => [
        figureFor(a, unit, decimals),
        figureFor(b, unit, decimals),
    ];
    let texts = pair();
    if (sameFigure(a, b))
        return [texts[1], texts[1]];
    for (let decimals = 1; texts[0] === texts[1] && decimals <= MOST_DECIMALS; decimals++)
        texts = pair(decimals);
    return texts;
}
/** A share as text: `8.4%`, `22%`, `1,250%`. */
function relativeText(ratio) {
    const percent = Math.abs(ratio) * 100;
    return `${numberText(percent, percent >= 10 ? 0 : percent >= 0.1 || percent === 0 ? 1 : 3)}%`;
}
/** The unit that reads best for a value in the base of its dimension. */
function readableUnit(baseValue, dimension, bareScore = false) {
    const size = Math.abs(baseValue);
    switch (dimension) {
        case 'duration':
            return size >= 10_000 ? 's' : 'ms';
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
/** Whether two values are equal but for the rounding of binary fractions: 409 × 1.1 is 449.9. */
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
/** Making a format takes far longer than using it, and tables hold ten thousands of numbers. */
const formats = new Map();
function formatFor(decimals) {
    const known = formats.get(decimals);
    if (known)
        return known;
    const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals });
    formats.set(decimals, format);
    return format;
}

;// CONCATENATED MODULE: ./verdict/compare.js



/** Ratios beyond this say nothing more, and JSON knows no infinity. */
const WORST = 1e6;
/** The limit in the base of its dimension; `baseline` is the same measure of the baseline run. */
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
/** One value held against its limit. The texts for people are made when they are read: most never are. */
class Comparison {
    label;
    holds;
    /** How far it misses relative to the limit (negative: how far it is from missing); greater is worse. */
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
        return `${operator} ${this.#figures()[1]}${originText(limit, this.#values.baseline, this.#unit())}`;
    }
    get margin() {
        return marginText(this.#values.observed, this.#values.limit, this.#unit());
    }
    #figures() {
        return distinctFigures(this.#values.observed, this.#values.limit, this.#unit());
    }
    #unit() {
        return displayUnit(this.#criterion, this.#values);
    }
}
function holdsFor(operator, observed, limit) {
    const same = sameFigure(observed, limit);
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
    if (sameFigure(observed, limit))
        return 0;
    return Math.min(WORST, limit === 0 ? 1000 + Math.abs(observed) : Math.abs(observed - limit) / Math.abs(limit));
}
function displayUnit({ measure, limit }, value) {
    const dimension = (0,units/* dimensionOf */.eT)(measure);
    const written = limit.kind === 'figure' ? limit.figure.unit : '';
    if (written !== '')
        return written === 'm' ? 's' : written;
    const bareScore = value.label !== undefined && /(^|\/)cls$/.test(value.label);
    return readableUnit(value.limit === 0 ? value.observed : value.limit, dimension, bareScore);
}
/** ` (baseline 409 ms + 10%)`, or nothing for a limit that was written as a figure. */
function originText(limit, baseline, unit) {
    if (limit.kind === 'figure' || baseline === undefined)
        return '';
    const from = `baseline ${figureFor(baseline, unit)}`;
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
function marginText(observed, limit, unit) {
    if (sameFigure(observed, limit))
        return 'exactly at the limit';
    const difference = figureFor(Math.abs(observed - limit), unit === '%' ? 'pp' : unit);
    const relative = limit === 0 ? '' : ` (${relativeText((observed - limit) / limit)})`;
    return `${difference}${relative} ${observed < limit ? 'below' : 'above'}`;
}

// EXTERNAL MODULE: ./criteria/language/label-pattern.js
var label_pattern = __webpack_require__(35530);
// EXTERNAL MODULE: ./verdict/observe/label-choice.js
var label_choice = __webpack_require__(96707);
;// CONCATENATED MODULE: ./verdict/observe/observe-agents.js

const BYTES_PER_MB = 1_000_000;
/** CPU in percent of the whole machine, memory in bytes; all agents: mean of means, greatest of maxima. */
function measureAgents(data, query) {
    const agents = data.agents ?? [];
    if (agents.length === 0)
        return { problem: 'The data has no agents.', notInData: true };
    const choice = query.label
        ? (0,label_choice/* chooseLabels */.x)(agents, (agent) => agent.agent, query.label, query)
        : { chosen: agents };
    if ('problem' in choice)
        return choice;
    const values = [];
    for (const agent of choice.chosen) {
        const value = usageOf(agent, query);
        if (value === undefined || !Number.isFinite(value))
            return { problem: absent(agent, query), notInData: true };
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
    const reason = silent === undefined ? '' : ` ${silent} do not state it.`;
    return `${measure.name} of agent ${(0,label_choice/* shownLabel */.k)(agent.agent)} is not in the data.${reason}`;
}

// EXTERNAL MODULE: ./criteria/answers.js
var criteria_answers = __webpack_require__(21547);
;// CONCATENATED MODULE: ./verdict/observe/observe-timings.js




/** The measures of everything that is timed: requests, actions, transactions, page loads, custom timers. */
function measureTimings(data, query, percentileOf) {
    const timings = data.subjects[query.subject];
    if (!timings)
        return { problem: noSubject(data, query), notInData: true };
    const chosen = chooseTimings(timings, query);
    if ('problem' in chosen)
        return chosen;
    const readings = [];
    for (const { label, timing } of chosen.timings) {
        const value = observe_timings_valueOf(timing, { timings, query, percentileOf });
        if ('absent' in value)
            return { problem: absentText(query, label, value.absent), notInData: true };
        readings.push({ ...(label !== undefined && { label }), ...value });
    }
    return { readings };
}
function chooseTimings(timings, query) {
    const { subject, label: pattern } = query;
    if (!pattern) {
        if (timings.total)
            return { timings: [{ timing: timings.total }] };
        const problem = `The data has no totals of ${subject}. Write ${subject}["*"] to judge each label.`;
        return { problem, notInData: true };
    }
    const choice = (0,label_choice/* chooseLabels */.x)(timings.labels, (item) => item.label, pattern, query);
    if ('problem' in choice)
        return choice;
    return { timings: choice.chosen.map((timing) => ({ label: timing.label, timing })) };
}
/** One measure of one timing (a label's or the total), or undefined where the data does not tell. */
function timingValue(timing, measure, context) {
    const { timings, subject, percentileOf } = context;
    const value = observe_timings_valueOf(timing, { timings, query: { subject, measure }, percentileOf });
    return 'value' in value ? value.value : undefined;
}
function observe_timings_valueOf(timing, context) {
    const { measure } = context.query;
    if (measure.name === 'percentile')
        return percentileValue(timing, measure.percentile, context);
    if (measure.name === 'error-rate')
        return errorRate(timing);
    if (measure.name !== 'median')
        return stated(plainFigures(timing)[measure.name], 'is not in the data');
    return timing.medianMs === undefined ? percentileValue(timing, 50, context) : { value: timing.medianMs };
}
function plainFigures(timing) {
    return {
        count: timing.count,
        errors: timing.errors,
        rate: timing.ratePerSecond,
        min: timing.minMs,
        mean: timing.meanMs,
        max: timing.maxMs,
        deviation: timing.deviationMs,
        'bytes-sent': timing.bytesSent,
        'bytes-received': timing.bytesReceived,
    };
}
/** Anything but a finite number counts as absent: comparing with NaN would pass or fail by accident. */
function stated(value, absent) {
    return value !== undefined && Number.isFinite(value) ? { value } : { absent };
}
function errorRate(timing) {
    if (timing.errors === undefined)
        return { absent: 'is not in the data: it has no error counts' };
    if (timing.count === 0)
        return { absent: 'can not be told: nothing was counted' };
    return stated((timing.errors / timing.count) * 100, 'is not in the data');
}
function percentileValue(timing, percentile, { timings, query, percentileOf }) {
    const found = statedPercentile(timing, percentile);
    if (found !== undefined && Number.isFinite(found))
        return { value: found };
    // Request names are merged by rules in XLT's report: a histogram of raw names would be of something else.
    const mayReadRaw = !(timings.source === 'xlt-report' && query.subject === 'requests');
    const read = mayReadRaw && timing.histogram ? percentileOf(timing.histogram, percentile, boundsOf(timing)) : undefined;
    if (read !== undefined && Number.isFinite(read))
        return { value: read, fromHistogram: true };
    return { absent: percentileAbsent(timing, query, timings.source) };
}
/** A bucket's middle may lie beyond what was measured: the exact extremes correct it. */
const boundsOf = ({ minMs, maxMs }) => ({
    ...(minMs !== undefined && { minMs }),
    ...(maxMs !== undefined && { maxMs }),
});
function statedPercentile(timing, percentile) {
    const found = timing.percentilesMs?.find(([stated]) => Math.abs(stated - percentile) < 1e-9);
    if (found)
        return found[1];
    if (percentile === 50)
        return timing.medianMs;
    return percentile === 100 ? timing.maxMs : undefined;
}
function percentileAbsent(timing, query, source) {
    const states = (timing.percentilesMs ?? []).map(([percentile]) => `p${percentile}`).join(', ');
    if (source !== 'xlt-report')
        return 'is not in the data';
    const report = `is not in the report, which states ${states || 'no percentiles'}`;
    if (query.subject === 'requests') {
        return `${report}; raw-requests.${(0,units/* measureText */.kD)(query.measure)} has it for the unmerged names of the raw result`;
    }
    return `${report}; the raw result, which would give it, could not be used`;
}
function absentText(query, label, absent) {
    const what = label === undefined ? query.subject : `${query.subject}[${(0,label_choice/* shownLabel */.k)(label)}]`;
    return `${what}.${(0,units/* measureText */.kD)(query.measure)} ${absent}.`;
}
function noSubject(data, { subject, answers }) {
    if (answers && !answers.subjects.includes(subject))
        return `${answers.service} has no ${subject}: criteria on its runs are about ${(0,criteria_answers/* subjectsInWords */.a)(answers)}.`;
    if (subject === 'raw-requests') {
        return 'There are no raw-requests: they are read from the raw result of an XTC run, which is not there.';
    }
    const present = model/* TIMING_SUBJECTS */.$.filter((name) => data.subjects[name]);
    return `The data has no ${subject}; it has ${present.join(', ') || 'no timings at all'}.`;
}

;// CONCATENATED MODULE: ./verdict/observe/observe-web-vitals.js

/**
 * A label names a vital (`lcp`: all pages) or a vital of one page (`Homepage/lcp`). Over pages, shares are taken of the
 * summed counts, and the score is that of the worst page: scores are 75th percentiles, of which no mean can be taken,
 * and the percentile over all pages is never above the greatest of them.
 */
function measureWebVitals(data, query) {
    const vitals = data.webVitals ?? [];
    if (vitals.length === 0)
        return { problem: 'The data has no web vitals.', notInData: true };
    const pattern = query.label ?? { parts: ['', ''] };
    const choice = (0,label_choice/* chooseLabels */.x)([...grouped(vitals, pattern)], ([label]) => label, pattern, query);
    if ('problem' in choice)
        return choice;
    const readings = [];
    for (const [label, pages] of choice.chosen) {
        const value = observe_web_vitals_valueOf(pages, query);
        if (value === undefined || !Number.isFinite(value)) {
            const problem = `${query.measure.name} of web vital ${(0,label_choice/* shownLabel */.k)(label)} is not in the data of every page.`;
            return { problem, notInData: true };
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
/** NaN where a page lacks the count: a share of some of the pages would be a guess. */
function sum(pages, count) {
    return pages.reduce((total, page) => total + (page[count] ?? Number.NaN), 0);
}

;// CONCATENATED MODULE: ./verdict/observe/observe.js



/** Evaluates the left side of a criterion on what was measured. */
function measure(data, query, percentileOf) {
    const { subject } = query;
    if (subject === 'agents')
        return measureAgents(data, query);
    if (subject === 'web-vitals')
        return measureWebVitals(data, query);
    return measureTimings(data, { ...query, subject }, percentileOf);
}

;// CONCATENATED MODULE: ./verdict/judge-criterion.js






/** `breaches` names at most so many labels, fewer where many criteria have some; `breached` counts them all. */
const MOST_BREACHES = 1000;
const BREACHES_OF_ALL = 100_000;
const BREACHES_IN_MESSAGE = 3;
/** Of a label in a message. */
const MOST_MEASURED_CHARACTERS = 400;
/** Judges one criterion of the language on what was measured; never throws, never passes what it could not see. */
function judgeCriterion(criterion, data) {
    const { criteriaCount, answers } = data;
    const observed = measure(data.measurements, { ...criterion, criteriaCount, answers }, data.percentileOf);
    if ('problem' in observed) {
        return {
            status: 'error',
            message: observed.problem,
            subject: criterion.subject,
            ...(observed.notInData && { notInData: true }),
        };
    }
    const { judged, unresolved } = compareAll(criterion, observed.readings, data);
    const readRaw = observed.readings.some((reading) => reading.fromHistogram);
    const mostBreaches = Math.min(MOST_BREACHES, Math.ceil(BREACHES_OF_ALL / criteriaCount));
    return {
        ...judgementOf(criterion, judged, unresolved, mostBreaches),
        ...aboutOf(criterion),
        ...(readRaw && { readRaw }),
    };
}
/** Compares each reading; labels without a figure in the baseline are told apart. */
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
        const named = label === undefined ? {} : { label };
        const values = { observed: value, limit, ...named, ...(baseline !== undefined && { baseline }) };
        judged.push(new Comparison(criterion, values));
    }
    judged.sort((a, b) => b.badness - a.badness);
    return { judged, unresolved };
}
/** Gives the baseline's figure for a label, undefined where none is needed, or a sentence why there is none. */
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
    // One label without the figure must not take the baseline from the others: ask for each label on its own.
    const single = singleLabelReader(baseline.measurements, criterion, data.percentileOf);
    return (label) => single(label) ?? missingLabel(label);
}
const missingLabel = (label) => `The baseline has no ${label === undefined ? 'total' : (0,label_choice/* shownLabel */.k)(label)}.`;
/** Reads one label in constant time: a search through all labels for each label would take minutes for thousands. */
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
function judgementOf(criterion, judged, unresolved, mostBreaches) {
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
    if (!several)
        return { ...figures, message: singleText(criterion, worst) };
    return {
        ...figures,
        message: wildcardText(judged, { breaches, breached: all.length }, unresolved.length),
        matched: judged.length + unresolved.length,
        breached: all.length,
        ...(breaches.length > 0 && { breaches: breaches.map(breachOf) }),
        ...(worst.label !== undefined && judged.length === 1 && { label: worst.label }),
    };
}
const breachOf = ({ label = '', observed, limit, }) => ({
    label,
    observed,
    limit,
});
function inconclusive(unresolved, worst) {
    const more = unresolved.length > 1
        ? ` (and ${count(unresolved.length - 1)} more such ${unresolved.length === 2 ? 'label' : 'labels'})`
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
/** `38 ms (8.4%) below the limit of 450 ms (baseline 409 ms + 10%)`. */
function marginToLimit(margin, limit) {
    const figure = limitFigure(limit);
    return margin.startsWith('exactly')
        ? `exactly at the limit of ${figure}`
        : `${margin} the limit of ${figure}`;
}
function wildcardText(judged, { breaches, breached }, unresolved) {
    const unknown = unresolved > 0 ? `; ${count(unresolved)} ${unresolved === 1 ? 'has' : 'have'} no baseline` : '';
    const [worst] = judged;
    if (breaches.length === 0 && worst) {
        const all = judged.length === 1 ? 'The only matching label holds' : `All ${count(judged.length)} labels hold`;
        const closest = `${(0,label_choice/* shownLabel */.k)(worst.label ?? '')} at ${worst.observed}`;
        return `${all}; closest is ${closest}, ${marginToLimit(worst.margin, worst.limit)}${unknown}`;
    }
    const own = breaches.some((label) => label.limit !== breaches[0]?.limit);
    const named = breaches.slice(0, BREACHES_IN_MESSAGE).map((label) => breachText(label, own));
    const rest = breached > named.length ? ` and ${count(breached - named.length)} more` : '';
    const limit = own ? 'their limits' : `the limit of ${limitFigure(breaches[0]?.limit ?? '')}`;
    const broken = `${count(breached)} of ${count(judged.length + unresolved)} labels ${breached === 1 ? 'breaks' : 'break'}`;
    const held = judged.length - breached;
    return `${broken} ${limit}: ${named.join(', ')}${rest}; ${count(held)} ${held === 1 ? 'holds' : 'hold'}${unknown}`;
}
const breachText = ({ label = '', observed, limit }, withLimit) => `${(0,label_choice/* shownLabel */.k)(label)} ${observed}${withLimit ? ` (limit ${limitFigure(limit).replace(/ \(.*$/, '')})` : ''}`;
/** The limit without its operator. */
const limitFigure = (limit) => limit.replace(/^\S+ /, '');
const count = (value) => value.toLocaleString('en-US');

// EXTERNAL MODULE: ./criteria/language/waiver.js
var waiver = __webpack_require__(15579);
;// CONCATENATED MODULE: ./verdict/judge.js




/** Judges every criterion; failed first, then by what they mean for the outcome, worst first. Never throws. */
async function judge(entries, context) {
    const xpath = await xpathOutcomes(entries, context);
    const shared = { ...context, criteriaCount: entries.length };
    return entries
        .map((entry) => resultOf(entry, judge_judgementOf(entry, shared, xpath), context.nowMs))
        .sort(ranking/* worstFirst */.md);
}
async function xpathOutcomes(entries, { judgeXPath }) {
    const expressions = entries.flatMap(({ enabled, test }) => enabled && test.kind === 'xpath' ? [test.expression] : []);
    return expressions.length === 0 || !judgeXPath ? new Map() : judgeXPath(expressions);
}
function judge_judgementOf(entry, context, xpath) {
    if (!entry.enabled)
        return { status: 'skipped', message: 'Disabled in the criteria file.' };
    const file = fileNeeded(entry, context.answers);
    const missing = troubleWith(context.troubles, file, 'missing');
    if (missing && !readFromRawResult(entry, context))
        return withoutData(missing.reason);
    const judgement = entry.test.kind === 'xpath'
        ? xpathJudgement(entry.test.expression, context, xpath)
        : measureJudgement(entry.test.criterion, context);
    return withTroubles(judgement, file, context);
}
/** Actions and transactions have the same names in the raw result: with it they can be judged without the report. */
function readFromRawResult({ test }, { answers, measurements }) {
    if (test.kind === 'xpath' || !answers.hasReport)
        return false;
    const { subject } = test.criterion;
    if (subject !== 'actions' && subject !== 'transactions')
        return false;
    return measurements?.subjects[subject]?.source === 'xlt-timers';
}
function measureJudgement(criterion, context) {
    const { measurements, percentileOf, criteriaCount, answers } = context;
    if (!measurements)
        return withoutData('Nothing could be read of what the run measured.');
    const baseline = baselineData(context.baseline);
    return judgeCriterion(criterion, { measurements, percentileOf, baseline, criteriaCount, answers });
}
function baselineData(baseline) {
    if (!baseline)
        return { absent: "There is no baseline to compare with: set the input 'baseline'." };
    const { use, measurements } = baseline;
    if (use.status === 'used' && measurements)
        return { measurements };
    const what = use.status === 'refused' ? 'is not comparable' : 'is missing';
    return { absent: `The baseline ${use.from} ${what}${use.reason ? `: ${use.reason}` : '.'}` };
}
function xpathJudgement(expression, { answers }, outcomes) {
    const outcome = outcomes.get(expression);
    if (outcome)
        return { status: outcome.status, message: outcome.message };
    const message = answers.hasReport
        ? 'There is no testreport.xml to evaluate XPath on.'
        : `${answers.service} has no testreport.xml that XPath could be evaluated on.`;
    return { status: 'error', message };
}
const withoutData = (reason) => ({
    status: 'inconclusive',
    inconclusiveBecause: 'data',
    message: reason,
});
/** A percentile from the raw result needs that file too: without it the data is missing, not the question wrong. */
function withTroubles(judgement, file, { troubles, answers }) {
    const resultMissing = answers.hasReport ? troubleWith(troubles, 'result', 'missing') : undefined;
    if (judgement.status === 'error' &&
        judgement.notInData &&
        resultMissing &&
        needsResult(judgement.message)) {
        return withoutData(`${judgement.message} ${resultMissing.reason}`);
    }
    const partial = troubles.find((trouble) => trouble.kind === 'partial' &&
        (trouble.file === file || (trouble.file === 'result' && judgement.readRaw)));
    return partial ? { ...judgement, partialData: partial.reason } : judgement;
}
const needsResult = (message) => message.includes('the raw result, which would give it');
function resultOf(entry, judgement, nowMs) {
    const { readRaw: _raw, notInData: _notInData, message, ...rest } = judgement;
    const broken = judgement.status === 'failed' || judgement.status === 'error';
    const active = entry.waiver !== undefined && (0,waiver/* isWaiverActive */.fo)(entry.waiver, nowMs);
    const detail = broken && entry.message ? `${entry.message} (${message})` : message;
    return {
        id: entry.id,
        criterion: entry.text,
        severity: entry.severity,
        ...rest,
        message: broken && entry.waiver ? `${judge_closed(detail)} ${(0,waiver/* waiverText */.Eu)(entry.waiver, active)}` : detail,
        ...(entry.waiver && { waiver: { ...entry.waiver, active } }),
        source: entry.source,
    };
}
const judge_closed = (sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

// EXTERNAL MODULE: ./verdict/outcome/decide.js + 2 modules
var decide = __webpack_require__(98784);
;// CONCATENATED MODULE: ./step/judge/judge-run.js











const MEASUREMENTS = 'measurements.json';
const BASELINE = 'baseline.json';
const DATA = ['report', 'result'];
/** Measures what was collected, compares and judges it; fills `findings` and leaves the files of it. */
async function judgeRun(ports, findings, run) {
    const { collected } = run;
    const executions = findings.run?.executions ?? executionsIn(collected);
    const { files, answers } = (0,service/* serviceNamed */.f)(ports.services, collected.facts.provider);
    const measured = run.measurements ?? (await files.measure(collected, executions));
    const troubles = troublesOf(files, collected, measured);
    const partial = troubles.filter(({ file, kind }) => kind === 'partial' && DATA.includes(file));
    const known = withPartial(measured, partial.map(({ reason }) => reason));
    const measurements = withEnd(withOrigin(ports, known), run);
    findings.measurements = measurements;
    for (const { code, message } of measurements.warnings)
        if (code === 'note')
            ports.log.info(message);
    const baseline = await compare(ports, measurements);
    if (baseline?.measurements !== undefined)
        findings.baseline = baseline.measurements;
    const { percentileOf } = await __webpack_require__.e(/* import() */ 904).then(__webpack_require__.bind(__webpack_require__, 53904));
    const reportPath = reportOf(collected);
    const results = await judge(ports.criteria, {
        answers,
        measurements,
        percentileOf,
        ...(baseline === undefined
            ? {}
            : {
                baseline: {
                    use: baseline.use,
                    ...(baseline.measurements && { measurements: baseline.measurements }),
                },
            }),
        troubles,
        ...(reportPath === undefined
            ? {}
            : { judgeXPath: (expressions) => ports.xpath.judge(expressions, reportPath) }),
        nowMs: ports.nowMs(),
    });
    findings.verdict = (0,decide/* decide */.L)({
        ...(run.failure === undefined ? {} : { failure: run.failure }),
        ...(run.endedEarly === undefined ? {} : { endedEarly: run.endedEarly }),
        criteria: results,
        ...(measurements.scorecard === undefined ? {} : { scorecard: measurements.scorecard }),
        ...(baseline === undefined ? {} : { baseline: baseline.use }),
        troubles,
        warnings: [...(baseline?.notes ?? []), ...notesOf(measurements)],
        failOn: ports.inputs.failOn,
    });
    await leaveFiles(ports, findings, baseline ?? {});
}
/** Executions by their folders, where only files tell of them. */
function executionsIn({ facts }) {
    return facts.ids.map((id, index) => ({ id, label: facts.loadProfile?.[index]?.name ?? id }));
}
/** Those who judge again, or compare, have only the measurements to tell them that data is partial. */
function withPartial(measurements, partial) {
    const known = measurements.warnings.map(({ message }) => message);
    // What could not be read is told already, part by part.
    const added = [...new Set(partial)].filter((message) => !known.some((one) => message.includes(one)));
    const warnings = added.map((message) => ({ code: 'partial-archives', message }));
    return { ...measurements, warnings: [...warnings, ...measurements.warnings] };
}
/** What the data troubles do not say already, and is more than a remark. */
function notesOf({ warnings }) {
    const others = warnings.filter(({ code }) => code !== 'partial-archives' && code !== 'note');
    return others.map(({ message }) => message);
}
/** Where the measurements come from, for those who compare with them later. */
function withOrigin({ context }, measurements) {
    const workflowRunUrl = `${context.serverUrl}/${context.repository}/actions/runs/${context.runId}`;
    return {
        ...measurements,
        run: {
            ...measurements.run,
            ...(context.sha === '' || measurements.run.commit !== undefined ? {} : { commit: context.sha }),
            ...(context.runId === '' || measurements.run.workflowRunUrl !== undefined ? {} : { workflowRunUrl }),
        },
    };
}
/** Those who judge again have only the measurements to tell them how the run ended. */
function withEnd(measurements, { failure, endedEarly }) {
    const reason = model/* BAD_ENDS */.T.find((one) => one === failure?.reason);
    return {
        ...measurements,
        run: {
            ...measurements.run,
            ...(failure === undefined || reason === undefined
                ? {}
                : { failure: { reason, message: failure.message } }),
            ...(endedEarly === undefined ? {} : { endedEarly }),
        },
    };
}
async function compare(ports, measurements) {
    const { baseline } = ports.inputs;
    if (baseline === undefined)
        return undefined;
    const looked = await findBaseline(ports, baseline.choice);
    // Before it is escaped for Markdown or HTML: after that a secret no longer looks like one.
    const found = 'missing' in looked ? { ...looked, missing: ports.workflow.scrub(looked.missing) } : looked;
    if ('missing' in found)
        ports.log.warning(`Baseline ${baseline.text}: ${found.missing}`);
    const question = { from: baseline.text, nowMs: ports.nowMs() };
    if ('missing' in found) {
        const answer = chooseBaseline({ ...question, found, run: measurements.run });
        return { ...answer, certainlyAbsent: found.certain === true };
    }
    const aligned = alignedRuns(ports, measurements.run, found.measurements.run);
    const answer = chooseBaseline({
        ...question,
        found: { ...found, measurements: { ...found.measurements, run: aligned.baseline } },
        run: aligned.run,
    });
    if (answer.use.status !== 'used')
        return { ...answer, foreign: found.foreign === true };
    // As it was found: what it is aligned to is for this comparison only, and baseline.json is compared with again.
    return {
        ...answer,
        measurements: found.measurements,
        notes: [...answer.notes, ...aligned.notes],
    };
}
function alignedRuns({ services }, run, baseline) {
    const { align } = (0,service/* serviceNamed */.f)(services, run.provider).files;
    return run.provider === baseline.provider && align !== undefined
        ? align(run, baseline)
        : { run, baseline, notes: [] };
}
function reportOf({ files }) {
    const file = files.find((one) => one.kind === 'test-report') ?? files.find((one) => one.kind === 'report');
    return file?.path;
}
async function leaveFiles(ports, findings, before) {
    const { directory, inputs, log } = ports;
    const { measurementsText } = await __webpack_require__.e(/* import() */ 568).then(__webpack_require__.bind(__webpack_require__, 84568));
    let path;
    try {
        // Labels may hold a secret; until here they are as they are measured, because criteria name them so.
        const { scrub } = ports.workflow;
        const { measurements, baseline } = findings;
        if (measurements !== undefined)
            path = await directory.write(MEASUREMENTS, measurementsText((0,scrub_texts/* scrubTexts */.K)(measurements, scrub)));
        if (baseline !== undefined)
            await directory.write(BASELINE, measurementsText((0,scrub_texts/* scrubTexts */.K)(baseline, scrub)));
        await leaveCriteria(ports, findings);
    }
    catch (error) {
        log.warning(`The files of the verdict could not be written to ${directory.path}: ${(0,errors/* messageOf */.b)(error)} The verdict stands.`);
        return;
    }
    const keeps = inputs.baseline?.choice.kind === 'branch' && inputs.mode !== 'judge';
    const { verdict } = findings;
    const { certainlyAbsent = false, foreign } = before;
    if (keeps &&
        path !== undefined &&
        verdict !== undefined &&
        mayBecomeBaseline(verdict, certainlyAbsent, foreign))
        await keepAsBaseline(ports, path);
}
async function leaveCriteria({ directory, workflow }, findings) {
    const { verdict, collected } = findings;
    if (verdict === undefined)
        return;
    const { criteriaFile } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 96942));
    // It becomes an artifact, and an answer of the service that is quoted may repeat a secret.
    await directory.write('criteria.json', workflow.scrub(criteriaFile(verdict, collected?.missing ?? [])));
}


/***/ })

};
