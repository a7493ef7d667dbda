export const id = 867;
export const ids = [867];
export const modules = {

/***/ 80867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeAgain: () => (/* binding */ judgeAgain)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./step/judge/judge-run.js + 16 modules
var judge_run = __webpack_require__(91285);
// EXTERNAL MODULE: ./foundation/duration.js
var duration = __webpack_require__(53166);
// EXTERNAL MODULE: ./step/wait/ended-early.js
var ended_early = __webpack_require__(74995);
// EXTERNAL MODULE: ./step/wait/run-failure.js
var run_failure = __webpack_require__(70547);
// EXTERNAL MODULE: ./platform/files/regular-file.js
var regular_file = __webpack_require__(38717);
// EXTERNAL MODULE: ./providers/provider.js
var provider = __webpack_require__(76876);
;// CONCATENATED MODULE: ./step/judge/former-facts.js





/** Last words of the services that tell of a bad end; every other one that left files is a good one. */
const BAD_ENDS = {
    ABORTED: 'aborted',
    ERROR: 'failed',
    failed: 'failed',
    unresponsive: 'lost',
};
/** How a run ended that was measured before: judging its files again must not make a broken run a good one. */
function formerEnd(facts) {
    const states = facts.state?.split(',').map((state) => state.trim()) ?? [];
    const statuses = facts.ids.map((id, index) => {
        const state = states[index] ?? '';
        const lastedMs = facts.observed?.[index]?.lastedMs;
        return {
            id,
            label: '',
            state,
            stage: BAD_ENDS[state] ?? 'finished',
            ...(lastedMs === undefined ? {} : { startedAtMs: 0, finishedAtMs: lastedMs }),
        };
    });
    const failure = facts.failure ?? (0,run_failure/* failureOfEnd */.tS)('final', { executions: statuses });
    const early = facts.endedEarly ?? (0,ended_early/* endedEarly */.S)(plannedOf(facts), statuses);
    return {
        ...(failure === undefined ? {} : { failure }),
        ...(early === undefined ? {} : { endedEarly: early }),
    };
}
/** What `run.json` beside each log says, where nothing was measured before; one that cannot be read says nothing. */
async function factsOfRunFiles(files) {
    const { parseResult } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 85130));
    const documents = files.filter(({ name, sizeBytes }) => RUN_FILE.test(name) && sizeBytes < MAX_RUN_BYTES);
    const read = await Promise.all(documents.map(async ({ path }) => {
        const text = await (0,regular_file/* regularFile */.VI)(path).text(MAX_RUN_BYTES);
        try {
            return [parseResult(JSON.parse(text))];
        }
        catch {
            return [];
        }
    }));
    // A copy of one that was downloaded is no other execution.
    const results = [...new Map(read.flat().map((result) => [result.id, result])).values()];
    const started = results.flatMap(({ startedAtMs }) => startedAtMs ?? []);
    const finished = results.flatMap(({ stage, finishAtMs }) => provider/* FINAL_STAGES */.vu.includes(stage) ? (finishAtMs ?? []) : []);
    const observed = results.map(({ virtualUsers, startedAtMs, finishAtMs, stage }) => ({
        ...(virtualUsers === undefined ? {} : { virtualUsers }),
        ...(startedAtMs === undefined || finishAtMs === undefined || !provider/* FINAL_STAGES */.vu.includes(stage)
            ? {}
            : { lastedMs: Math.max(0, finishAtMs - startedAtMs) }),
    }));
    return {
        provider: 'errthquake',
        ids: results.map(({ id }) => id),
        ...(results.length === 0 ? {} : { state: results.map(({ state }) => state).join(','), observed }),
        ...(started.length === 0 ? {} : { startedAtMs: Math.min(...started) }),
        ...(finished.length === 0 ? {} : { finishedAtMs: Math.max(...finished) }),
    };
}
const RUN_FILE = /(^|[./])run\.json$/;
const MAX_RUN_BYTES = 1e6;
const VERDICT_FILE = /(^|[./\\])criteria\.json$/;
const MAX_VERDICT_BYTES = 64e6;
/**
 * What the run that left these files could not collect, as its verdict says. Nobody judging again sees that such a file
 * was ever wanted: it is neither there, nor need any criterion of now ask for it.
 */
async function formerlyMissing(paths, files, known, measured) {
    const found = await Promise.all(paths.filter((path) => VERDICT_FILE.test(path)).map(missingIn));
    const byName = new Map(found.flat().map((file) => [file.name, file]));
    // In an artifact's name a folder stands before a dot.
    const has = (name) => [...files, ...known].some((file) => `.${dotted(file.name)}`.endsWith(`.${dotted(name)}`));
    return [...byName.values()]
        .filter(({ name }) => !has(name))
        .map((file) => (measured ? { ...file, measuredWithout: true } : file));
}
function dotted(name) {
    return name.replaceAll('/', '.');
}
/** None where the file is no verdict of ours: criteria of the user's may have the same name. */
async function missingIn(path) {
    const z = await __webpack_require__.e(/* import() */ 622).then(__webpack_require__.bind(__webpack_require__, 99622));
    const file = z.object({ name: z.string(), reason: z.string() });
    const verdict = z.looseObject({ schemaVersion: z.literal(1), missingFiles: z.array(file) });
    try {
        return verdict.parse(JSON.parse(await (0,regular_file/* regularFile */.VI)(path).text(MAX_VERDICT_BYTES))).missingFiles;
    }
    catch {
        return [];
    }
}
function plannedOf({ provider, ids, loadProfile, }) {
    return ids.map((id, index) => {
        const settings = new Map(provider === 'errthquake' ? loadProfile?.[index]?.settings : []);
        const plannedMs = (0,duration/* parseDuration */.E)(settings.get('test-duration') ?? '');
        return { id, label: '', ...(plannedMs === undefined ? {} : { plannedMs }) };
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./platform/files/file-errors.js
var file_errors = __webpack_require__(50944);
;// CONCATENATED MODULE: ./platform/files/paths-below.js



/** No run leaves so many; a folder from anywhere could keep the step busy for hours. */
const MAX_ENTRIES = 20_000;
/** Paths of everything below the folder that is no folder, links included but not followed, to a depth of `deepest` folders. */
async function pathsBelow(directory, deepest) {
    const found = [];
    let left = MAX_ENTRIES;
    const walk = async (folder, depth) => {
        const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
        left -= entries.length;
        if (left < 0)
            throw new file_errors/* FileError */.f6(`${directory} holds more than ${MAX_ENTRIES} files; set output-directory to a folder with those of one run.`);
        for (const entry of entries) {
            const path = (0,external_node_path_.join)(folder, entry.name);
            if (!entry.isDirectory())
                found.push(path);
            else if (depth < deepest)
                await walk(path, depth + 1);
        }
    };
    await walk(directory, 0);
    return found.sort();
}

// EXTERNAL MODULE: ./platform/files/manifest.js
var manifest = __webpack_require__(81429);
// EXTERNAL MODULE: ./step/publish/publish.js + 2 modules
var publish = __webpack_require__(58881);
;// CONCATENATED MODULE: ./step/judge/judge-again.js








/** Deep enough for what downloads make: a folder of artifacts, a folder each, a folder per execution. */
const DEEPEST = 3;
/** How each file is named, alone or behind an artifact's name; a downloaded raw ZIP arrives unpacked. */
const NAMES = [
    ['report', /(^|\.)report\.tar\.gz$/],
    ['result', /(^|\.)result\.tar\.gz$/],
    ['test-report', /(^|\.)testreport\.xml$/],
    ['scorecard', /(^|\.)scorecard\.xml$/],
    ['result', /(^|\.)logs\.(zip|csv)$/],
    ['metrics', /(^|\.)(metrics|run)\.json$/],
];
/** Beside the files of `NAMES`: what an earlier run made of them. */
const READ_AGAIN = /(^|[./\\])(measurements|baseline|criteria)\.json$/;
/** No run leaves more; a folder from anywhere may hold whatever it likes. */
const MAX_BYTES = {
    report: regular_file/* MAX_FILE_BYTES */.gZ,
    result: regular_file/* MAX_FILE_BYTES */.gZ,
    'test-report': 4e9,
    scorecard: 64e6,
    metrics: 64e6,
};
/** Mode `judge`: the files of an earlier run again, say with other criteria. Asks no service and no cache. */
async function judgeAgain(step) {
    const findings = { uploads: [] };
    const directory = step.directory.path;
    const paths = await filesBelow(step.directory);
    await refuseUnfit(paths);
    const files = await knownFiles(directory, paths);
    const former = await formerMeasurements(directory, paths);
    const data = files.filter((file) => file.kind !== 'metrics');
    if (data.length === 0 && former === undefined) {
        throw new errors/* GateError */.u('bad-input', `There is nothing to judge in ${directory}: no report.tar.gz, result.tar.gz, logs.zip, logs.csv, testreport.xml or measurements.json. Set output-directory to where the files of the run lie.`);
    }
    const named = factsOf(step, files, former);
    const unmeasured = former === undefined && named.provider === 'errthquake';
    const facts = unmeasured ? await factsOfRunFiles(files) : named;
    const partial = former?.warnings.filter(({ code }) => code === 'partial-archives') ?? [];
    const missing = missingOf(files, facts, former);
    const collected = {
        files,
        missing: [...missing, ...(await formerlyMissing(paths, files, missing, former !== undefined))],
        partial: partial.map(({ message }) => message),
        facts,
    };
    const left = paths.find((path) => /(^|\.)baseline\.json$/.test((0,external_node_path_.basename)(path)));
    findings.collected = collected;
    const baseline = step.inputs.baseline ??
        (left === undefined ? undefined : { text: `file:${left}`, choice: { kind: 'file', path: left } });
    const inputs = baseline === undefined ? step.inputs : { ...step.inputs, baseline };
    await (0,judge_run.judgeRun)({ ...step, inputs }, findings, {
        collected,
        // What the run measured says more than files of which some may not have been kept.
        ...(former === undefined ? {} : { measurements: former }),
        ...formerEnd(facts),
    });
    await (0,publish/* publish */.m)({ ...step, inputs }, findings);
    return findings;
}
async function filesBelow({ path: directory }) {
    const paths = await pathsBelow(directory, DEEPEST);
    return paths.filter((path) => {
        const [top = ''] = path.slice(directory.length + 1).split(external_node_path_.sep);
        // A run that was compared with left its own files, and an upload its links.
        return top !== manifest/* LINKS_FOLDER */.Tm && top !== 'baseline';
    });
}
/** Before anything is read: a link, or a pipe, under a name that would be read is refused for what it is. */
async function refuseUnfit(paths) {
    for (const path of paths) {
        const kind = kindOf(path);
        if (kind === undefined && !READ_AGAIN.test(path))
            continue;
        (0,regular_file/* refuseLarger */.MO)(path, await (0,regular_file/* sizeOf */.$d)(path), kind === undefined ? regular_file/* MAX_FILE_BYTES */.gZ : MAX_BYTES[kind]);
    }
}
async function knownFiles(directory, paths) {
    const files = [];
    for (const path of paths) {
        const kind = kindOf(path);
        if (kind === undefined)
            continue;
        files.push({
            kind,
            name: path.slice(directory.length + 1).replaceAll(external_node_path_.sep, '/'),
            path,
            sizeBytes: await (0,regular_file/* sizeOf */.$d)(path),
        });
    }
    // One run at a time: of two reports nobody could say which is meant.
    const archives = files.filter((file) => file.kind === 'result' && file.name.endsWith('.tar.gz'));
    const single = ['report', 'test-report', 'scorecard'].map((kind) => files.filter((file) => file.kind === kind));
    for (const same of [...single, archives])
        if (same.length > 1)
            throw severalRuns(directory, same);
    return files;
}
function kindOf(path) {
    const name = (0,external_node_path_.basename)(path);
    const named = NAMES.find(([, pattern]) => pattern.test(name))?.[0];
    if (named !== undefined)
        return named;
    return /(^|[./\\])logs\.zip[/\\][^/\\]+\.csv$/.test(path) ? 'result' : undefined;
}
function severalRuns(directory, files) {
    return new errors/* GateError */.u('bad-input', `${directory} holds the files of several runs (${files.map((file) => file.name).join(', ')}). Set output-directory to a folder with those of one run.`);
}
async function formerMeasurements(directory, paths) {
    const found = paths.filter((one) => /(^|\.)measurements\.json$/.test((0,external_node_path_.basename)(one)));
    const { readMeasurements } = await __webpack_require__.e(/* import() */ 568).then(__webpack_require__.bind(__webpack_require__, 84568));
    const read = await Promise.all(found.map((path) => readMeasurements((0,regular_file/* regularFile */.VI)(path))));
    // Judging leaves a copy beside what was downloaded.
    if (new Set(read.map(({ run }) => JSON.stringify([run.provider, run.ids]))).size > 1)
        throw severalRuns(directory, found.map((one) => ({ name: one.slice(directory.length + 1) })));
    return read[0];
}
function factsOf({ inputs, ...step }, files, former) {
    const directory = step.directory.path;
    const isLog = (file) => file.kind === 'result' && !file.name.endsWith('.tar.gz');
    const logs = files.filter(isLog);
    const provider = former?.run.provider ?? (logs.length > 0 ? 'errthquake' : 'xtc');
    const foreign = files.filter((file) => file.kind !== 'metrics' && isLog(file) !== (provider === 'errthquake'));
    if (foreign.length > 0)
        throw severalRuns(directory, [...logs.slice(0, 1), ...foreign]);
    if (former !== undefined && logs.length > former.run.ids.length)
        throw severalRuns(directory, logs);
    if (inputs.provider !== undefined && inputs.provider !== provider) {
        throw new errors/* GateError */.u('bad-input', `Input 'provider' is ${inputs.provider}, but the files in ${directory} are of ${provider}.`);
    }
    return former?.run ?? { provider, ids: [] };
}
/** Data that is neither in the measurements nor here to be read: what needs it cannot be judged. */
function missingOf(files, { provider }, former) {
    const reason = 'it is not in the output directory.';
    const has = (...kinds) => files.some((file) => kinds.includes(file.kind));
    const subjects = former?.subjects ?? {};
    if (provider === 'errthquake')
        return has('result') || subjects.requests ? [] : [{ name: 'logs.zip', reason }];
    const report = has('report', 'test-report') || subjects.requests?.source === 'xlt-report';
    const result = has('result') || subjects['raw-requests'];
    return [
        ...(report ? [] : [{ name: 'report.tar.gz', reason }]),
        ...(result ? [] : [{ name: 'result.tar.gz', reason }]),
    ];
}


/***/ })

};
