export const id = 8465;
export const ids = [8465];
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

/***/ 23348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ pathsBelow)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _file_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50944);



/** No run leaves this many; a folder of unknown origin could keep the step busy for hours. */
const MAX_ENTRIES = 20_000;
/**
 * Paths of everything below the folder except folders, including links, which are not followed, to a depth of
 * `deepest` folders.
 */
async function pathsBelow(directory, deepest) {
    const found = [];
    let left = MAX_ENTRIES;
    const walk = async (folder, depth) => {
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true });
        left -= entries.length;
        if (left < 0)
            throw new _file_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FileError */ .f6(`${directory} has more than ${MAX_ENTRIES} files; use a folder with fewer, such as one with the files of one run.`);
        for (const entry of entries) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name);
            if (!entry.isDirectory())
                found.push(path);
            else if (depth < deepest)
                await walk(path, depth + 1);
        }
    };
    await walk(directory, 0);
    return found.sort();
}


/***/ }),

/***/ 5741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ filesNamed),
/* harmony export */   n: () => (/* binding */ byName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _below_paths_below_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23348);
/* harmony import */ var _regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38717);



/** Folders of runs, each with its own files, as created by downloads. */
const DEEPEST = 4;
const MAGIC = /[*?[{]/;
async function filesNamed(named) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(named);
    const stats = await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .statsOf */ .LZ)(path);
    if (stats?.isDirectory())
        return { kind: 'folder', paths: await visibleBelow(path) };
    // A file may have such characters in its name.
    if (stats !== undefined || !MAGIC.test(path))
        return { kind: 'single', path };
    const root = fixedPart(path);
    if (!(await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .statsOf */ .LZ)(root))?.isDirectory())
        return { kind: 'pattern', paths: [] };
    const paths = await visibleBelow(root);
    return { kind: 'pattern', paths: paths.filter((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.matchesGlob)(one, path)) };
}
/** The folder that contains all matches of a pattern. */
function fixedPart(path) {
    let root = path;
    while (MAGIC.test(root))
        root = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(root);
    return root;
}
async function visibleBelow(root) {
    const paths = await (0,_below_paths_below_js__WEBPACK_IMPORTED_MODULE_1__/* .pathsBelow */ .Y)(root, DEEPEST);
    return paths.filter((path) => path
        .slice(root.length + 1)
        .split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep)
        .every((name) => !name.startsWith('.')));
}
/**
 * Sorted by name as people count: `run-2` before `run-10`, and a file before the contents of folders next to
 * it.
 */
function byName(a, b) {
    return compared((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(a), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(b)) || compared((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(a), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(b));
}
const compared = (a, b) => a.localeCompare(b, 'en', { numeric: true });


/***/ }),

/***/ 82191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ readKeptBaseline),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   pw: () => (/* binding */ NEVER_SAVED),
/* harmony export */   zx: () => (/* binding */ MAX_BYTES)
/* harmony export */ });
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32745);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75267);
/* harmony import */ var _providers_service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35922);
/* harmony import */ var _baseline_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8658);
/* harmony import */ var _history_kept_history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64815);
/* harmony import */ var _kept_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97275);






/** Larger entries are not read; a baseline has a few MB. */
const MAX_BYTES = 64e6;
/** Events that run for somebody else's change, or on behalf of others, never write a baseline. */
const NEVER_SAVED = /^(pull_request.*|merge_group|issue_comment|workflow_run)$/;
const MAX_AGE_DAYS = 30;
const DAY_MS = 86_400_000;
/** Each look finds a newer entry or is the last one; without an attack, one or two are enough. */
const MOST_LOOKS = 10;
const MOST_KEY_CHARACTERS = 200;
/** The newest run that was kept for the target branch of the change. */
async function readKeptBaseline(ports) {
    const { cache, context, key, log } = ports;
    const unavailable = cache === undefined ? 'mode judge does not use the cache' : cache.unavailable();
    if (cache === undefined || unavailable !== undefined)
        return outOfReach(unavailable);
    const expected = { ...identityOf(ports), ref: baseRefOf(context) };
    const prefix = (0,_baseline_key_js__WEBPACK_IMPORTED_MODULE_1__/* .baselinePrefix */ .Cz)(expected);
    const { entries, trouble } = await newestEntry(cache, prefix, ports.nowMs());
    if (trouble !== undefined)
        return outOfReach(trouble);
    const [entry] = entries;
    if (entry === undefined)
        return await noneKept(ports, cache, expected);
    const read = await cache.read(entry, MAX_BYTES);
    if ('trouble' in read)
        return outOfReach(read.trouble);
    const name = JSON.stringify((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(entry.key, MOST_KEY_CHARACTERS));
    if ('refused' in read) {
        log.warning(`The entry ${name} of the Actions cache is refused: ${read.refused}. Nothing in it was used.`);
        return {
            missing: `The baseline in the Actions cache is refused, because this action did not write it: ${read.refused}.`,
            before: NO_GOOD,
        };
    }
    const kept = (0,_kept_run_js__WEBPACK_IMPORTED_MODULE_3__/* .readKeptRuns */ .t)(key, read.content);
    if (kept?.[0] !== undefined && entry.key.endsWith(`.${kept[0].signature}`))
        return await fromEntry(ports, kept, entry.key, expected);
    log.warning(`The baseline in the Actions cache is not signed with these credentials and is ignored: entry ${name}.`);
    return {
        missing: 'The baseline in the Actions cache is not signed with these credentials: somebody tampered with it, or the credentials were changed after it was kept.',
        before: NO_GOOD,
    };
}
const NO_GOOD = { unknown: 'no-good' };
function outOfReach(why = '') {
    return {
        missing: `There is no baseline, because the Actions cache cannot be read: ${why}.`,
        before: { unknown: 'out-of-reach' },
    };
}
/**
 * The service prefers entries of the job's own ref, however old they are, so the entry that it returns is
 * only where the search begins. Returns at most one entry. Older ones are never used, because somebody could
 * damage the newest one to choose among them.
 */
async function newestEntry(cache, prefix, nowMs) {
    let found = await cache.find([prefix]);
    for (let looks = 1; looks < MOST_LOOKS; looks++) {
        const newest = found.entries.reduce((best, entry) => (best === undefined || (0,_baseline_key_js__WEBPACK_IMPORTED_MODULE_1__/* .isNewerKey */ .hc)(entry.key, best.key, prefix) ? entry : best), undefined);
        if (newest === undefined)
            return found;
        const newer = (0,_baseline_key_js__WEBPACK_IMPORTED_MODULE_1__/* .newerPrefixes */ .aZ)(newest.key, prefix, nowMs);
        found = newer.length === 0 ? { entries: [] } : await cache.find(newer);
        if (found.trouble === undefined && found.entries.length === 0)
            return { entries: [newest] };
    }
    return {
        entries: [],
        trouble: 'its entries for this branch hide each other, which only happens in an attack',
    };
}
async function noneKept({ context }, cache, expected) {
    const branch = branchOf(expected.ref);
    const former = await cache.find([(0,_baseline_key_js__WEBPACK_IMPORTED_MODULE_1__/* .formerPrefix */ .AT)(expected)]);
    if (former.trouble !== undefined)
        return outOfReach(former.trouble);
    const missing = former.entries.length === 0
        ? `There is no baseline for branch ${branch} yet; ${starterOf(context, expected, branch)}.`
        : `The baseline of branch ${branch} was kept by an earlier version of this action and cannot be read.`;
    return { missing, certain: true, before: { runs: [] } };
}
/** Which run will be the first baseline. */
function starterOf({ ref, eventName }, expected, branch) {
    return ref === expected.ref && !NEVER_SAVED.test(eventName)
        ? 'this run starts it, unless it fails'
        : `the next run of ${branch} that passes starts it`;
}
/** Reads a signed entry: the earlier runs and then the baseline, or only a baseline. */
async function fromEntry(ports, [first, second], entryKey, expected) {
    const { origin, signature, content } = first;
    const ownKey = entryKey === (0,_baseline_key_js__WEBPACK_IMPORTED_MODULE_1__/* .baselineKeyOf */ .AF)(origin, signature);
    const foreign = foreignness(origin, expected, ownKey);
    const history = (0,_history_kept_history_js__WEBPACK_IMPORTED_MODULE_2__/* .isHistory */ .JV)(content) ? await (0,_history_kept_history_js__WEBPACK_IMPORTED_MODULE_2__/* .parseHistory */ .i6)(content, (0,_providers_service_js__WEBPACK_IMPORTED_MODULE_5__/* .namesOf */ .e)(ports.services)) : undefined;
    // The first part's signature covers the signature of the baseline, so that nobody can add an older one.
    const baseline = history === undefined ? first : second?.signature === history.baseline ? second : undefined;
    const found = await baselineIn(ports, baseline, foreign, expected);
    if (foreign !== undefined)
        return { ...found, before: NO_GOOD };
    const before = { runs: history?.runs ?? [], ...(baseline && { baseline }) };
    const runs = before.runs.map(_history_kept_history_js__WEBPACK_IMPORTED_MODULE_2__/* .earlierRunOf */ .f7).toReversed();
    return { ...found, before, ...(runs.length > 0 && { history: runs }) };
}
/** Checks the run that was kept as the baseline. */
async function baselineIn(ports, baseline, foreign, expected) {
    const branch = branchOf(expected.ref);
    if (baseline === undefined)
        return foreign === undefined
            ? {
                missing: `There is no baseline for branch ${branch}, because none of its kept runs passed.`,
                certain: true,
            }
            : {
                missing: `The entry in the Actions cache is refused: ${foreign}, so somebody copied it there.`,
            };
    const { origin, content } = baseline;
    const { parseMeasurements } = await Promise.all(/* import() */[__webpack_require__.e(7232), __webpack_require__.e(2727), __webpack_require__.e(7889)]).then(__webpack_require__.bind(__webpack_require__, 30270));
    let measurements;
    try {
        measurements = parseMeasurements(content.toString('utf8'), (0,_providers_service_js__WEBPACK_IMPORTED_MODULE_5__/* .namesOf */ .e)(ports.services));
    }
    catch (error) {
        // It is ours, but from another version: no run could ever be compared with it.
        return { missing: `The baseline in the Actions cache cannot be read: ${(0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, certain: true };
    }
    if (foreign !== undefined)
        return { measurements, refused: `${foreign}, so somebody copied it there.`, foreign: true };
    const ageDays = Math.floor((ports.nowMs() - origin.keptAtMs) / DAY_MS);
    if (ageDays < MAX_AGE_DAYS)
        return { measurements };
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
    return ownKey ? undefined : 'it was kept under another cache key';
}
function identityOf({ context, baselineKey }) {
    return { repository: context.repository, ref: context.ref, step: baselineKey };
}
/** The target branch of the change; if there is none, the job's own ref. */
function baseRefOf({ baseRef, ref }) {
    if (baseRef !== '')
        return `refs/heads/${baseRef}`;
    const queued = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(ref)?.[1];
    return queued === undefined ? ref : `refs/heads/${queued}`;
}
function branchOf(ref) {
    return ref.replace(/^refs\/(?:heads|tags)\//, '');
}


/***/ }),

/***/ 8658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ baselineKeyOf),
/* harmony export */   AT: () => (/* binding */ formerPrefix),
/* harmony export */   Cz: () => (/* binding */ baselinePrefix),
/* harmony export */   aZ: () => (/* binding */ newerPrefixes),
/* harmony export */   hc: () => (/* binding */ isNewerKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const KIND = 'load-test-gate-baseline';
const VERSION = 2;
/** Enough for times in seconds until 2106. */
const TIME_DIGITS = 32;
/** The clocks of runners differ. */
const CLOCK_SKEW_MS = 3_600_000;
/** Contains the ref, because a job can also read the entries of the default branch. */
function baselinePrefix({ step, ref }) {
    return `${KIND}-${VERSION}-${step}-${digest(ref)}-`;
}
/** The prefix that an earlier version of this action used. */
function formerPrefix({ step, ref }) {
    return `${KIND}-1-${step}-${digest(ref.replace(/^refs\/(?:heads|tags)\//, ''))}-`;
}
/**
 * The key is derived from the first part of the entry, and contains its signature. An entry with another key
 * was copied by somebody.
 */
function baselineKeyOf(origin, signature) {
    const time = timeDigits(origin.keptAtMs);
    return `${baselinePrefix(origin)}${time}-${origin.workflowRunId}-${origin.attempt}.${signature}`;
}
/**
 * Prefixes of all keys that are newer than this one, up to now. If the cache has no entry for them, this one
 * is the newest. A job of a pull request can copy an old entry of main into its own scope, where the service
 * finds it first, but it cannot remove the newer one.
 */
function newerPrefixes(key, prefix, nowMs) {
    const time = timeIn(key, prefix);
    if (time === undefined)
        return [];
    const until = timeDigits(nowMs + CLOCK_SKEW_MS);
    // A larger binary number begins with the same digits, and then has 1 where this one has 0.
    return Array.from(time)
        .flatMap((digit, at) => (digit === '0' ? [`${time.slice(0, at)}1`] : []))
        .filter((start) => start.padEnd(TIME_DIGITS, '0') <= until)
        .map((start) => `${prefix}${start}`);
}
/**
 * Whether a key has a later time. One without a time, which no version of this action wrote, counts as newer,
 * so that it is examined first.
 */
function isNewerKey(key, than, prefix) {
    const [time, other] = [key, than].map((one) => timeIn(one, prefix) ?? 'none');
    return time > other;
}
function timeIn(key, prefix) {
    return key.startsWith(prefix) ? /^([01]{32})-/.exec(key.slice(prefix.length))?.[1] : undefined;
}
/** Seconds since 1970 as a binary number, because then a few prefixes cover all later times. */
function timeDigits(ms) {
    return Math.floor(ms / 1000)
        .toString(2)
        .padStart(TIME_DIGITS, '0');
}
function digest(ref) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(ref).digest('hex').slice(0, 16);
}


/***/ }),

/***/ 64815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JV: () => (/* binding */ isHistory),
/* harmony export */   f7: () => (/* binding */ earlierRunOf),
/* harmony export */   i6: () => (/* binding */ parseHistory),
/* harmony export */   u_: () => (/* binding */ historyText),
/* harmony export */   uq: () => (/* binding */ keptOf)
/* harmony export */ });
/* harmony import */ var _verdict_against_usual_run_figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3764);

/** Runs with other loads are kept too, in case the test uses that load again. */
const MOST_RUNS = 40;
const MOST_BYTES = 4e6;
const MARK = '{"keptRuns":1,';
/** The history as text. The oldest runs are dropped first; undefined if not even the newest fits. */
function historyText({ baseline, runs }) {
    const texts = [];
    let bytes = 1000;
    for (const run of runs.slice(0, MOST_RUNS)) {
        const text = JSON.stringify(run);
        bytes += Buffer.byteLength(text) + 2;
        if (bytes > MOST_BYTES)
            break;
        texts.push(text);
    }
    if (texts.length === 0 && runs.length > 0)
        return undefined;
    return `${MARK}"baseline":${JSON.stringify(baseline)},"runs":[\n${texts.join(',\n')}\n]}`;
}
const isHistory = (content) => content.subarray(0, MARK.length).toString('latin1') === MARK;
/** It is signed by us, but perhaps by another version: undefined if it has another format. */
async function parseHistory(content, providers) {
    const { historySchema } = await Promise.all(/* import() */[__webpack_require__.e(7232), __webpack_require__.e(2727), __webpack_require__.e(3862)]).then(__webpack_require__.bind(__webpack_require__, 73862));
    try {
        return historySchema(providers).parse(JSON.parse(content.toString('utf8')));
    }
    catch {
        return undefined;
    }
}
function keptOf({ facts, figures, atMs }) {
    const subjects = Object.fromEntries([...figures.subjects].map(([name, subject]) => [name, keptSubject(subject)]));
    return { id: figures.id ?? '', atMs: Number.isFinite(atMs) ? atMs : null, facts, subjects };
}
function keptSubject({ total, labels }) {
    const names = [...new Set([...(total ? [total] : []), ...labels].flatMap((one) => [...one.figures.keys()]))];
    const kept = ({ count, errors, figures }) => [
        count,
        errors ?? null,
        ...names.flatMap((name) => {
            const figure = figures.get(name);
            return [rounded(figure?.value, 6), rounded(figure?.samplingVariance, 3)];
        }),
    ];
    return {
        names,
        total: total ? kept(total) : null,
        labels: labels.map((one) => [one.label, kept(one)]),
    };
}
function rounded(value, digits) {
    return value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(digits));
}
function earlierRunOf({ id, atMs, facts, subjects }) {
    const figures = {
        id,
        origin: (0,_verdict_against_usual_run_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .originOf */ .y)(facts),
        subjects: new Map(Object.entries(subjects).map(([name, subject]) => [name, subjectOf(subject)])),
    };
    return { facts, figures, atMs: atMs ?? -Infinity };
}
function subjectOf({ names, total, labels }) {
    return {
        ...(total && { total: timingOf(total, names) }),
        labels: labels.map(([label, timing]) => ({ label, ...timingOf(timing, names) })),
    };
}
function timingOf(timing, names) {
    const [count, errors] = timing;
    const figures = new Map(names.flatMap((name, index) => {
        const value = timing[2 + 2 * index];
        const samplingVariance = timing[3 + 2 * index];
        if (value === null || value === undefined)
            return [];
        return [[name, { value, ...(typeof samplingVariance === 'number' && { samplingVariance }) }]];
    }));
    return { count: count ?? 0, ...(typeof errors === 'number' && { errors }), figures };
}


/***/ }),

/***/ 95431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ lookAtRun)
/* harmony export */ });
/* harmony import */ var _platform_http_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98193);
/* harmony import */ var _providers_provider_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76876);
/* harmony import */ var _wait_run_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70547);



const CONTACT_BUDGET_MS = 60_000;
/** Requests only the state of an earlier run. Throws `HttpError`. */
async function lookAtRun({ provider, http }, ids) {
    const executions = ids.map((id) => ({ id, label: ids.length > 1 ? id : '' }));
    const run = { provider: provider.name, executions, startedAtMs: 0, attached: true };
    const status = await (0,_platform_http_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retrySafe */ .i6)(http, { budgetMs: CONTACT_BUDGET_MS }, () => provider.status(run));
    const hasEnded = status.executions.every(_providers_provider_js__WEBPACK_IMPORTED_MODULE_2__/* .isFinal */ .dR);
    const failure = hasEnded ? (0,_wait_run_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOfEnd */ .tS)('final', status)?.message : undefined;
    return { run, status, hasEnded, ...(failure !== undefined && { failure }) };
}


/***/ }),

/***/ 97275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeKeptRun),
/* harmony export */   t: () => (/* binding */ readKeptRuns)
/* harmony export */ });
/* harmony import */ var _foundation_signature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86758);

const LINE_BREAK = 0x0a;
/**
 * Writes a run as one part of an entry: a line with its signature, the other signed values and the length;
 * then the content. An entry has one or several parts; its key contains the signature of the first.
 */
function writeKeptRun(key, origin, content, kind = 'baseline') {
    const { repository, ref, step, workflowRunId, attempt, keptAtMs } = origin;
    const head = [repository, ref, step, workflowRunId, attempt, keptAtMs, content.length];
    const signed = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), content]);
    const signature = (0,_foundation_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .sign */ ._)(key, kind, signed);
    return { bytes: Buffer.concat([Buffer.from(`${signature} `), signed]), signature };
}
/**
 * The parts of an entry; undefined if one of them was not signed with the key, or if there is anything else.
 */
function readKeptRuns(key, bytes, kind = 'baseline') {
    const runs = [];
    for (let at = 0; at < bytes.length;) {
        const run = readKeptRun(key, bytes.subarray(at), kind);
        if (run === undefined)
            return undefined;
        runs.push(run);
        at += run.signed.length;
    }
    return runs.length > 0 ? runs : undefined;
}
/** Before the signature is checked, only the length is used, because it says what is signed. */
function readKeptRun(key, bytes, kind) {
    const lineEnd = bytes.indexOf(LINE_BREAK);
    const [, signature, head, length] = /^([0-9a-f]{64}) (\[.*,(\d{1,10})\])$/.exec(bytes.subarray(0, Math.max(0, lineEnd)).toString('utf8')) ??
        [];
    if (signature === undefined || head === undefined)
        return undefined;
    const end = lineEnd + 1 + Number(length);
    const signed = bytes.subarray(signature.length + 1, end);
    if (end > bytes.length || !(0,_foundation_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .isSigned */ .J)(key, kind, signed, signature))
        return undefined;
    const [repository, ref, step, workflowRunId, attempt, keptAtMs] = JSON.parse(head);
    return {
        origin: { repository, ref, step, workflowRunId, attempt, keptAtMs },
        signature,
        content: bytes.subarray(lineEnd + 1, end),
        signed: bytes.subarray(0, end),
    };
}


/***/ }),

/***/ 3764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ runFiguresOf),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _measurements_model_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75817);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75267);
/* harmony import */ var _criteria_language_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34040);
/* harmony import */ var _observe_observe_timings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81370);
/* harmony import */ var _sampling_of_timing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87908);






/** The figures of a run that the judgment against the usual needs. */
function runFiguresOf(measurements, wanted, percentileOf) {
    const subjects = new Map();
    for (const [subject, measures] of wanted) {
        const timings = measurements.subjects[subject];
        if (timings)
            subjects.set(subject, subjectFigures(timings, { subject, measures, percentileOf }));
    }
    return { id: identityOf(measurements), origin: originOf(measurements.run), subjects };
}
/** Limits, because these texts are repeated for each figure in a chart over runs. */
const MOST_COMMIT = 64;
const MOST_ID = 100;
const MOST_ADDRESS = 500;
/** How people recognize a run. */
function originOf({ ids, url, commit, workflowRunUrl, finishedAtMs, startedAtMs, }) {
    const atMs = finishedAtMs ?? startedAtMs;
    const page = workflowRunUrl ?? url;
    return {
        ...(atMs !== undefined && { atMs }),
        ...(commit !== undefined && { commit: commit.slice(0, MOST_COMMIT) }),
        ...(ids.length > 0 && { runId: (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)(ids.join(', '), MOST_ID) }),
        ...(page !== undefined && page.length <= MOST_ADDRESS && { url: page }),
    };
}
function subjectFigures(timings, wanted) {
    const { total } = timings;
    return {
        ...(total && { total: labelFigures(total, timings, wanted) }),
        labels: timings.labels.map((timing) => ({
            label: timing.label,
            ...labelFigures(timing, timings, wanted),
        })),
    };
}
function labelFigures(timing, timings, wanted) {
    const { subject, measures, percentileOf } = wanted;
    const figures = new Map();
    for (const measure of measures) {
        // Errors are compared by their counts.
        if (measure.name === 'error-rate')
            continue;
        const value = (0,_observe_observe_timings_js__WEBPACK_IMPORTED_MODULE_2__/* .timingValue */ .k)(timing, measure, { timings, subject, percentileOf });
        if (value === undefined)
            continue;
        const samplingVariance = (0,_sampling_of_timing_js__WEBPACK_IMPORTED_MODULE_4__/* .samplingVarianceOf */ .k)(timing, measure);
        figures.set((0,_criteria_language_units_js__WEBPACK_IMPORTED_MODULE_1__/* .measureText */ .kD)(measure), { value, ...(samplingVariance !== undefined && { samplingVariance }) });
    }
    return { count: timing.count, ...(timing.errors !== undefined && { errors: timing.errors }), figures };
}
const MOST_LABELS = 50;
/** `measurements.json` has this many digits. */
const DIGITS = 6;
/**
 * Identifies a run, and recognizes a copy of it, even if its ID is missing or was reused: by its ID, its
 * times and some of its figures, rounded as in the file.
 */
function identityOf({ run, subjects }) {
    const figures = _measurements_model_js__WEBPACK_IMPORTED_MODULE_5__/* .TIMING_SUBJECTS */ .$.flatMap((subject) => {
        const timings = subjects[subject];
        if (!timings)
            return [];
        const timed = [...(timings.total ? [timings.total] : []), ...timings.labels.slice(0, MOST_LABELS)];
        return timed.map(({ count, errors, meanMs, percentilesMs }) => [
            count,
            errors,
            ...[meanMs, ...(percentilesMs ?? []).map(([, ms]) => ms)].map((ms) => ms?.toPrecision(DIGITS)),
        ]);
    });
    const known = JSON.stringify([run.provider, run.ids, run.startedAtMs, run.finishedAtMs, figures]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(known).digest('hex').slice(0, 32);
}


/***/ }),

/***/ 87908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ samplingVarianceOf)
});

;// CONCATENATED MODULE: ./verdict/usual/mathematics/sampling-error.js
/**
 * How much a figure of one run varies by chance alone, as a variance of its logarithm; undefined if the
 * numbers are not sufficient. The requests of a run are not independent, so use the larger of the independent
 * part and that of blocks.
 */
const MIN_BLOCKS = 8;
/**
 * q (1 − q) / count · slope²: the asymptotic variance of an order statistic (David and Nagaraja, Order
 * Statistics, 2003, 10.2). The slope of ln(value) per probability comes from the nearest other percentiles.
 */
function samplingVarianceOfPercentile(percentile, count, percentiles) {
    const usable = percentiles.filter(([at, value]) => at > 0 && at < 100 && value > 0 && Number.isFinite(value));
    const below = nearest(usable.filter(([at]) => at < percentile), percentile);
    const above = nearest(usable.filter(([at]) => at > percentile), percentile);
    const self = usable.find(([at]) => at === percentile);
    const [from, to] = [below ?? self, above ?? self];
    if (!from || !to || from[0] >= to[0] || !(count > 0))
        return undefined;
    const slope = (100 * Math.log(to[1] / from[1])) / (to[0] - from[0]);
    const q = percentile / 100;
    return finite((q * (1 - q) * slope * slope) / count);
}
function nearest(values, percentile) {
    return values.toSorted((a, b) => Math.abs(a[0] - percentile) - Math.abs(b[0] - percentile))[0];
}
/** (deviation / mean)² / count: the variance of a mean, as a variance of its logarithm. */
function samplingVarianceOfMean(mean, deviation, count) {
    return mean > 0 && count > 0 ? finite((deviation / mean) ** 2 / count) : undefined;
}
/** 1 / count: the variance of a Poisson count, as a variance of its logarithm. */
function samplingVarianceOfRate(count) {
    return count > 0 ? finite(1 / count) : undefined;
}
/**
 * The variance of ln(value) over at least 8 equal blocks of the run's time, divided by their number: batch
 * means (Law, Simulation Modeling and Analysis, 9.5). It includes what requests that are close in time have
 * in common.
 */
function samplingVarianceOfBlocks(values) {
    const logs = values.flatMap((value) => value !== null && value > 0 && Number.isFinite(value) ? [Math.log(value)] : []);
    if (logs.length < MIN_BLOCKS)
        return undefined;
    const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
    const squares = logs.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    return squares / (logs.length - 1) / logs.length;
}
const finite = (value) => (Number.isFinite(value) ? value : undefined);

;// CONCATENATED MODULE: ./verdict/against-usual/sampling-of-timing.js

const LEAST_BLOCKS = 8;
/** With fewer requests, the figure of a block is too uncertain. */
const LEAST_REQUESTS = 20;
/** Blocks during ramp-up and shutdown are small, and may be left out. */
const SHARE_OF_BLOCKS = 0.8;
/**
 * How much a figure varies by chance within its run, as a variance of its logarithm: the larger of the
 * variance that independent requests would have, and the variance between blocks of time. Undefined if the
 * timing does not have the data.
 */
function samplingVarianceOf(timing, measure) {
    const parts = [independentPart(timing, measure), blocksPart(timing.series, measure)];
    const known = parts.filter((part) => part !== undefined);
    return known.length === 0 ? undefined : Math.max(...known);
}
function independentPart(timing, measure) {
    const { count, meanMs, deviationMs } = timing;
    switch (measure.name) {
        case 'percentile':
            return samplingVarianceOfPercentile(measure.percentile, count, percentilesOf(timing));
        case 'median':
            return samplingVarianceOfPercentile(50, count, percentilesOf(timing));
        case 'mean':
            return meanMs === undefined || deviationMs === undefined
                ? undefined
                : samplingVarianceOfMean(meanMs, deviationMs, count);
        case 'rate':
        case 'count':
            return samplingVarianceOfRate(count);
        default:
            return undefined;
    }
}
function percentilesOf({ percentilesMs = [], medianMs }) {
    const hasMedian = medianMs === undefined || percentilesMs.some(([percentile]) => percentile === 50);
    return hasMedian ? percentilesMs : [...percentilesMs, [50, medianMs]];
}
function blocksPart(series, measure) {
    const values = series && valuesOf(series, measure);
    return series && values && samplingVarianceOfBlocks(blocksOf(series.count, values));
}
function valuesOf({ p95Ms, p50Ms, meanMs }, measure) {
    if (measure.name === 'mean')
        return meanMs;
    if (measure.name === 'median')
        return p50Ms;
    if (measure.name !== 'percentile')
        return undefined;
    return measure.percentile === 95 ? p95Ms : measure.percentile === 50 ? p50Ms : undefined;
}
/** The shortest blocks of which most have enough requests; empty if there would be too few of them. */
function blocksOf(counts, values) {
    for (let length = 1; counts.length >= LEAST_BLOCKS * length; length++) {
        const blocks = joined(counts, values, length);
        const large = blocks.filter(({ count }) => count >= LEAST_REQUESTS);
        if (large.length >= Math.max(LEAST_BLOCKS, SHARE_OF_BLOCKS * blocks.length))
            return large.map(({ value }) => value);
    }
    return [];
}
function joined(counts, values, length) {
    return Array.from({ length: Math.floor(counts.length / length) }, (_, block) => {
        let [count, sum] = [0, 0];
        for (let at = block * length; at < (block + 1) * length; at++) {
            const value = values[at];
            if (value === null || value === undefined)
                continue;
            count += counts[at] ?? 0;
            sum += (counts[at] ?? 0) * value;
        }
        return { count, value: sum / count };
    });
}


/***/ }),

/***/ 81370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ measureTimings),
  k: () => (/* binding */ timingValue)
});

;// CONCATENATED MODULE: ./measurements/errors/errors-of-code.js
/**
 * The number of errors of a code (`503`) or class (`5xx`): of one label, or of all together. Undefined if
 * that is not certain: the source has no codes, or not by label, or some of the label's errors are of kinds
 * that are not listed.
 */
function errorsOfCode(timings, code, timing) {
    const { codes, kinds, executionKinds = [] } = timings.errorKinds ?? {};
    if (codes === undefined)
        return undefined;
    if (timing === undefined)
        return sum(codes.filter((one) => isOf(one.code, code)));
    if (kinds === undefined || timing.errors === undefined)
        return undefined;
    const ofLabel = [...kinds, ...executionKinds].filter((kind) => kind.label === timing.label);
    return sum(ofLabel) < timing.errors ? undefined : sum(ofLabel.filter((kind) => isOf(kind.code, code)));
}
function sum(counted) {
    return counted.reduce((total, { count }) => total + count, 0);
}
function isOf(code, wanted) {
    if (code === undefined)
        return false;
    return wanted.endsWith('xx') ? code.length === 3 && code[0] === wanted[0] : code === wanted;
}

// EXTERNAL MODULE: ./measurements/model.js
var model = __webpack_require__(75817);
// EXTERNAL MODULE: ./measurements/stated-percentile.js
var stated_percentile = __webpack_require__(94105);
// EXTERNAL MODULE: ./verdict/observe/label-choice.js
var label_choice = __webpack_require__(96707);
// EXTERNAL MODULE: ./criteria/answers.js
var criteria_answers = __webpack_require__(21547);
// EXTERNAL MODULE: ./criteria/language/units.js
var units = __webpack_require__(34040);
;// CONCATENATED MODULE: ./verdict/observe/observe-timings.js






/** The measures of everything that is timed: requests, actions, transactions, page loads, custom timers. */
function measureTimings(data, query, percentileOf) {
    const timings = data.subjects[query.subject];
    if (!timings)
        return { problem: noSubject(data, query) };
    const chosen = chooseTimings(timings, query);
    if ('problem' in chosen)
        return chosen;
    const readings = [];
    for (const { label, timing } of chosen.timings) {
        const ofLabel = label !== undefined && { label: { ...timing, label } };
        const value = observe_timings_valueOf(timing, { timings, query, percentileOf, ...ofLabel });
        if ('absent' in value)
            return { problem: absentText(query, label, value.absent), ...(value.inResult && { inResult: true }) };
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
        return { problem };
    }
    const choice = (0,label_choice/* chooseLabels */.x)(timings.labels, (item) => item.label, pattern, query);
    if ('problem' in choice)
        return choice;
    return { timings: choice.chosen.map((timing) => ({ label: timing.label, timing })) };
}
/** One measure of one timing (of a label, or the total); undefined if the data does not have it. */
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
    if ('code' in measure)
        return errorsByCode(measure.code, context);
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
/** Anything except a finite number counts as absent: a comparison with NaN would pass or fail by accident. */
function stated(value, absent) {
    return value !== undefined && Number.isFinite(value) ? { value } : { absent };
}
/**
 * Absent instead of estimated if the data does not name all errors: one that it does not name may have this
 * code.
 */
function errorsByCode(code, { timings, label, query: { subject } }) {
    const errors = errorsOfCode(timings, code, label);
    if (errors !== undefined)
        return { value: errors };
    if (timings.errorKinds?.codes === undefined)
        return { absent: `is not in the data: it does not say what codes the errors of ${subject} had` };
    return timings.errorKinds.kinds === undefined
        ? {
            absent: `is not in the report, which has codes of all requests together; raw-requests.errors[${code}] has them by label, for the unmerged names of the raw result`,
        }
        : { absent: 'is not in the data: only the most frequent kinds of errors are kept' };
}
function errorRate(timing) {
    if (timing.errors === undefined)
        return { absent: 'is not in the data: it has no error counts' };
    if (timing.count === 0)
        return { absent: 'is unknown: nothing was counted' };
    return stated((timing.errors / timing.count) * 100, 'is not in the data');
}
function percentileValue(timing, percentile, { timings, query, percentileOf }) {
    const found = (0,stated_percentile/* statedPercentile */.t)(timing, percentile);
    if (found !== undefined && Number.isFinite(found))
        return { value: found };
    // XLT's report merges request names by rules, so a histogram of raw names would be about something else.
    const mayReadRaw = !(timings.source === 'xlt-report' && query.subject === 'requests');
    const read = mayReadRaw && timing.histogram ? percentileOf(timing.histogram, percentile, boundsOf(timing)) : undefined;
    if (read !== undefined && Number.isFinite(read))
        return { value: read, fromHistogram: true };
    return percentileAbsent(timing, query, timings.source);
}
/**
 * The middle of a bucket may be outside the measured range, so the result is limited to the exact minimum and
 * maximum.
 */
const boundsOf = ({ minMs, maxMs }) => ({
    ...(minMs !== undefined && { minMs }),
    ...(maxMs !== undefined && { maxMs }),
});
function percentileAbsent(timing, query, source) {
    const states = (timing.percentilesMs ?? []).map(([percentile]) => `p${percentile}`).join(', ');
    if (source !== 'xlt-report')
        return { absent: 'is not in the data' };
    const report = `is not in the report, which states ${states || 'no percentiles'}`;
    if (query.subject === 'requests') {
        const instead = `raw-requests.${(0,units/* measureText */.kD)(query.measure)}`;
        return { absent: `${report}; ${instead} has it, for the unmerged names of the raw result` };
    }
    return { absent: `${report}; the raw result, which has it, could not be used`, inResult: true };
}
function absentText(query, label, absent) {
    const what = label === undefined ? query.subject : `${query.subject}[${(0,label_choice/* shownLabel */.k)(label)}]`;
    return `${what}.${(0,units/* measureText */.kD)(query.measure)} ${absent}.`;
}
function noSubject(data, { subject, answers }) {
    if (answers && !answers.subjects.includes(subject))
        return `${answers.service} has no ${subject}: its criteria can use ${(0,criteria_answers/* subjectsInWords */.a)(answers)}.`;
    if (subject === 'raw-requests') {
        return 'There are no raw-requests: they come from the raw result of an XTC run, which is missing.';
    }
    const present = model/* TIMING_SUBJECTS */.$.filter((name) => data.subjects[name]);
    return `The data has no ${subject}; it has ${present.join(', ') || 'no timings at all'}.`;
}


/***/ })

};
