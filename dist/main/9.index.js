export const id = 9;
export const ids = [9];
export const modules = {

/***/ 9:
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
// EXTERNAL MODULE: ./step/findings.js
var step_findings = __webpack_require__(26465);
// EXTERNAL MODULE: ./step/publish/publish.js + 4 modules
var publish = __webpack_require__(63929);
// EXTERNAL MODULE: ./platform/files/regular-file.js
var regular_file = __webpack_require__(38717);
;// CONCATENATED MODULE: ./step/judge/history/further-runs.js


/** `measurements-2.json`, perhaps with the name of an artifact before it. */
const FURTHER = /(?:^|\.)measurements-(\d{1,3})\.json$/;
/** At most three runs of a commit are judged together, but the folder may contain anything. */
const MOST_READ = 10;
/** The further runs of the commit among these files, by their numbers. Throws if one cannot be read. */
async function readFurtherRuns(paths, providers) {
    const byNumber = new Map();
    for (const path of paths) {
        const number = Number(FURTHER.exec((0,external_node_path_.basename)(path))?.[1]);
        if (!(number >= 2))
            continue;
        const known = byNumber.get(number);
        // Judging leaves a copy of a downloaded file in the folder above it: that one counts.
        if (known === undefined || (0,external_node_path_.dirname)(path).length < (0,external_node_path_.dirname)(known).length)
            byNumber.set(number, path);
    }
    const numbers = [...byNumber.keys()].sort((a, b) => a - b).slice(-MOST_READ);
    const { readMeasurements } = await __webpack_require__.e(/* import() */ 270).then(__webpack_require__.bind(__webpack_require__, 30270));
    const runs = [];
    for (const number of numbers) {
        const path = byNumber.get(number);
        runs.push({ name: (0,external_node_path_.basename)(path), measurements: await readMeasurements((0,regular_file/* regularFile */.VI)(path), providers) });
    }
    return runs;
}

// EXTERNAL MODULE: ./step/judge/judge-run.js + 37 modules
var judge_run = __webpack_require__(20127);
// EXTERNAL MODULE: ./step/judge/leave-verdict.js + 1 modules
var leave_verdict = __webpack_require__(50816);
// EXTERNAL MODULE: ../../node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(22727);
// EXTERNAL MODULE: ./step/wait/ended-early.js
var ended_early = __webpack_require__(74995);
// EXTERNAL MODULE: ./step/wait/run-failure.js
var run_failure = __webpack_require__(70547);
;// CONCATENATED MODULE: ./step/judge/former-facts.js




/** How an earlier run ended. Judging its files again must not hide that it failed. */
function formerEnd({ badEnds, plannedMs }, facts) {
    const states = facts.state?.split(',').map((state) => state.trim()) ?? [];
    const statuses = facts.ids.map((id, index) => {
        const state = states[index] ?? '';
        const lastedMs = facts.observed?.[index]?.lastedMs;
        return {
            id,
            label: '',
            state,
            stage: badEnds[state] ?? 'finished',
            ...(lastedMs !== undefined && { startedAtMs: 0, finishedAtMs: lastedMs }),
        };
    });
    const planned = facts.ids.map((id, index) => {
        const lastsMs = plannedMs?.(facts.loadProfile?.[index]);
        return { id, label: '', ...(lastsMs !== undefined && { plannedMs: lastsMs }) };
    });
    const failure = facts.failure ?? (0,run_failure/* failureOfEnd */.tS)('final', { executions: statuses });
    const early = facts.endedEarly ?? (0,ended_early/* endedEarly */.S)(planned, statuses);
    return {
        ...(failure !== undefined && { failure }),
        ...(early !== undefined && { endedEarly: early }),
    };
}
const VERDICT_FILE = /(^|[./\\])criteria\.json$/;
const MAX_VERDICT_BYTES = 64e6;
/**
 * Files that were missing when the run was first judged, according to its `criteria.json`. Otherwise nobody
 * would notice: such a file does not exist, and the criteria of now may not need it.
 */
async function formerlyMissing(paths, files, known, measured) {
    const found = await Promise.all(paths.filter((path) => VERDICT_FILE.test(path)).map(missingIn));
    const byName = new Map(found.flat().map((file) => [file.name, file]));
    // In the name of an artifact, folders are separated by dots.
    const has = (name) => [...files, ...known].some((file) => `.${dotted(file.name)}`.endsWith(`.${dotted(name)}`));
    return [...byName.values()]
        .filter(({ name }) => !has(name))
        .map((file) => (measured ? { ...file, measuredWithout: true } : file));
}
function dotted(name) {
    return name.replaceAll('/', '.');
}
/** Empty if the file is not a verdict of ours: a user's criteria file may have the same name. */
async function missingIn(path) {
    const file = schemas/* object */.Ikc({ name: schemas/* string */.YjP(), reason: schemas/* string */.YjP() });
    const verdict = schemas/* looseObject */._H3({ schemaVersion: schemas/* literal */.euz(1), missingFiles: schemas/* array */.YOg(file) });
    try {
        return verdict.parse(JSON.parse(await (0,regular_file/* regularFile */.VI)(path).text(MAX_VERDICT_BYTES))).missingFiles;
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./platform/files/below/paths-below.js
var paths_below = __webpack_require__(23348);
// EXTERNAL MODULE: ./platform/files/manifest.js
var manifest = __webpack_require__(81429);
// EXTERNAL MODULE: ./providers/service.js
var providers_service = __webpack_require__(35922);
;// CONCATENATED MODULE: ./step/judge/judge-again.js












/** Deep enough for downloaded artifacts: a folder for all of them, one for each, and one per execution. */
const DEEPEST = 3;
/** Files that an earlier judgment left next to the files of the run. */
const READ_AGAIN = /(^|[./])(measurements(-\d{1,3})?|baseline|criteria)\.json$/;
/** Files of a further run of the commit. Only its measurements are used. */
const OF_FURTHER_RUN = /(^|[./])confirming-[23][./]/;
const slashed = (path) => path.replaceAll(external_node_path_.sep, '/');
/** No run has larger files, but the folder may contain anything. */
const MAX_BYTES = {
    report: regular_file/* MAX_FILE_BYTES */.gZ,
    result: regular_file/* MAX_FILE_BYTES */.gZ,
    'test-report': 4e9,
    scorecard: 64e6,
    metrics: 64e6,
};
/**
 * Mode `judge`: judges the files of an earlier run again, for example with other criteria. Contacts no
 * service and no cache. Throws a `GateError` `bad-input` if the files are not those of one run.
 */
async function judgeAgain(step) {
    const paths = await filesBelow(step);
    const named = await knownFiles(step, paths);
    const files = named.map(({ file }) => file);
    const former = await formerMeasurements(step, paths);
    const data = files.filter((file) => file.kind !== 'metrics');
    if (data.length === 0 && former === undefined)
        throw nothingToJudge(step);
    const service = serviceOf(step, named, former);
    const facts = former?.run ?? (await service.files.factsOf?.(files)) ?? { provider: service.name, ids: [] };
    const partial = former?.warnings.filter(({ code }) => code === 'partial-archives') ?? [];
    const missing = missingOf(service, files, former);
    const collected = {
        files,
        missing: [...missing, ...(await formerlyMissing(paths, files, missing, former !== undefined))],
        partial: partial.map(({ message }) => message),
        facts,
    };
    const left = paths.find((path) => /(^|\.)baseline\.json$/.test((0,external_node_path_.basename)(path)));
    const baseline = step.inputs.baseline ??
        (left === undefined ? undefined : { text: `file:${left}`, choice: { kind: 'file', path: left } });
    const inputs = baseline === undefined ? step.inputs : { ...step.inputs, baseline };
    const judging = { ...step, inputs };
    const judged = await step.times.measure('judge', async () => {
        const prepared = await (0,judge_run/* prepareJudgment */.qy)(judging, {
            collected,
            // Earlier measurements are more complete than the files, some of which may not have been kept.
            ...(former !== undefined && { measurements: former }),
            ...formerEnd(service.files, facts),
        });
        const further = await readFurtherRuns(paths, (0,providers_service/* namesOf */.e)(step.services));
        return await (0,judge_run/* judgePrepared */.hI)(judging, prepared, further);
    });
    await (0,leave_verdict/* leaveFiles */.b6)(judging, judged);
    const findings = { ...judged, uploads: [] };
    const presented = await (0,publish.publish)({ ...step, inputs }, findings, (known) => (0,step_findings/* learn */.n)(findings, known));
    return { ...findings, presented };
}
function nothingToJudge({ directory, services }) {
    const names = services.flatMap((service) => service.files.judged).join(', ');
    return new errors/* GateError */.ue('bad-input', `There is nothing to judge in ${directory.path}: no ${names} or measurements.json. Set output-directory to the folder with the files of the run.`);
}
async function filesBelow({ directory: { path: directory }, inputs }) {
    const paths = await (0,paths_below/* pathsBelow */.Y)(directory, DEEPEST);
    const choice = inputs.baseline?.choice;
    // Runs to compare with may be in a subfolder.
    const compared = choice?.kind === 'file' ? `${(0,external_node_path_.resolve)(choice.path)}${external_node_path_.sep}` : undefined;
    return paths.filter((path) => {
        const [top = ''] = path.slice(directory.length + 1).split(external_node_path_.sep);
        // These folders have the files of a baseline run or a confirming run, and links for uploads.
        if (top === manifest/* LINKS_FOLDER */.Tm || top === 'baseline' || OF_FURTHER_RUN.test(slashed(path)))
            return false;
        return compared === undefined || `${directory}${external_node_path_.sep}`.startsWith(compared) || !path.startsWith(compared);
    });
}
/** Checked before anything is read, so that links and pipes are refused. */
async function knownFiles({ directory, services }, paths) {
    const found = [];
    for (const path of paths) {
        const slashed = path.replaceAll(external_node_path_.sep, '/');
        const known = nameOf(services, slashed);
        if (known === undefined && !READ_AGAIN.test(slashed))
            continue;
        const sizeBytes = await (0,regular_file/* sizeOf */.$d)(path);
        (0,regular_file/* refuseLarger */.MO)(path, sizeBytes, known === undefined ? regular_file/* MAX_FILE_BYTES */.gZ : MAX_BYTES[known.kind]);
        if (known === undefined)
            continue;
        const { kind, service, isSingle } = known;
        const name = slashed.slice(directory.path.length + 1);
        found.push({ file: { kind, name, path, sizeBytes }, service, isSingle });
    }
    // Two reports would mean two runs, and only one can be judged.
    const singles = found.filter(({ isSingle }) => isSingle).map(({ file }) => file);
    for (const same of Map.groupBy(singles, ({ kind }) => kind).values())
        if (same.length > 1)
            throw severalRuns(directory.path, same);
    return found;
}
function nameOf(services, path) {
    for (const service of services) {
        const found = service.files.names.find(({ pattern }) => pattern.test(path));
        if (found !== undefined)
            return { kind: found.kind, service, isSingle: found.isSingle === true };
    }
    return undefined;
}
function severalRuns(directory, files) {
    return new errors/* GateError */.ue('bad-input', `${directory} has the files of several runs (${files.map((file) => file.name).join(', ')}). Set output-directory to a folder with the files of one run.`);
}
async function formerMeasurements({ directory, services }, paths) {
    const found = paths.filter((one) => /(^|\.)measurements\.json$/.test((0,external_node_path_.basename)(one)));
    const { readMeasurements } = await __webpack_require__.e(/* import() */ 270).then(__webpack_require__.bind(__webpack_require__, 30270));
    const read = await Promise.all(found.map((path) => readMeasurements((0,regular_file/* regularFile */.VI)(path), (0,providers_service/* namesOf */.e)(services))));
    // Judging leaves a copy next to the downloaded files.
    if (new Set(read.map(({ run }) => JSON.stringify([run.provider, run.ids]))).size > 1)
        throw severalRuns(directory.path, found.map((one) => ({ name: one.slice(directory.path.length + 1) })));
    return read[0];
}
/** The service that the run used. */
function serviceOf({ inputs, directory, services }, files, former) {
    const data = files.filter(({ file }) => file.kind !== 'metrics');
    const owner = services.findLast((one) => data.some(({ service }) => service === one));
    const name = former?.run.provider ?? owner?.name ?? '';
    const service = (0,providers_service/* serviceNamed */.f)(services, name);
    const [own, foreign] = [true, false].map((isOwn) => data.flatMap((one) => ((one.service === service) === isOwn ? [one.file] : [])));
    if (foreign.length > 0)
        throw severalRuns(directory.path, [...own.slice(0, 1), ...foreign]);
    const logs = data.filter(({ file, isSingle }) => file.kind === 'result' && !isSingle);
    if (former !== undefined && logs.length > former.run.ids.length)
        throw severalRuns(directory.path, logs.map(({ file }) => file));
    if (inputs.provider !== undefined && inputs.provider !== name) {
        throw new errors/* GateError */.ue('bad-input', `Input 'provider' is ${inputs.provider}, but the files in ${directory.path} are from ${name}.`);
    }
    return service;
}
/** Data that is neither in the measurements nor in a file: criteria that need it cannot be judged. */
function missingOf({ files: known }, files, former) {
    const kinds = new Set(files.map(({ kind }) => kind));
    const names = known.absent({ kinds, subjects: former?.subjects ?? {} });
    return names.map((name) => ({ name, reason: 'it is not in the output directory.' }));
}


/***/ })

};
