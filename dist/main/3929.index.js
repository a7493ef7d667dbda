export const id = 3929;
export const ids = [3929,2855];
export const modules = {

/***/ 93035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ legOf),
/* harmony export */   u: () => (/* binding */ stepTitleOf)
/* harmony export */ });
/** The readable name of a matrix job, such as `eu-west-1, 20`; empty if `step-key` has no values. */
function legOf(stepKey) {
    const values = valuesIn(parsed(stepKey));
    return values.length === 0 ? '' : values.join(', ');
}
/** `performance (eu-west-1, 20)`, as GitHub names the jobs of a matrix; undefined if there is only one. */
function stepTitleOf(job, stepKey) {
    const leg = legOf(stepKey);
    return leg === '' ? undefined : `${job} (${leg})`.trim();
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // A key that is not JSON was written by the user.
        return text.trim();
    }
}
/** The plain values, at any depth. */
function valuesIn(value) {
    if (value === null || value === undefined || value === '')
        return [];
    if (typeof value === 'object')
        return Object.values(value).flatMap(valuesIn);
    return [typeof value === 'string' ? value : JSON.stringify(value)];
}


/***/ }),

/***/ 63929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish),
  publishQuickly: () => (/* binding */ publishQuickly)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./step/publish/artifact-name.js
/**
 * The input `artifact-name` with its placeholders replaced, without secrets. Characters that artifact names
 * must not contain become `_`.
 */
function artifactNameOf(inputs, context, runId, scrub) {
    const values = {
        provider: inputs.provider ?? 'judge',
        'run-id': runId,
        job: context.job,
        attempt: String(context.attempt),
        matrix: matrixText(inputs.stepKey),
    };
    return scrub(inputs.artifactName.replace(/\{([^}]*)\}/g, (_all, name) => values[name] ?? ''))
        .replace(/[":<>|*?\\/\r\n]/g, '_')
        .slice(0, 200);
}
/** The values of the matrix job. By default `step-key` contains them as JSON. */
function matrixText(stepKey) {
    try {
        const value = JSON.parse(stepKey);
        if (typeof value !== 'object' || value === null)
            return value === null ? '' : stepKey;
        return Object.values(value)
            .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)))
            .join('-');
    }
    catch {
        return stepKey;
    }
}

// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./foundation/format.js
var format = __webpack_require__(48253);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: ./step/publish/workflow-links.js
var workflow_links = __webpack_require__(93010);
;// CONCATENATED MODULE: ./step/publish/upload-artifacts.js





/** The artifact that contains the file of that name. */
function uploadOf(uploads, file) {
    return uploads.find(({ holds }) => holds.includes(file));
}
/** The limit for an upload is this, plus one second per 250 kB, which even a slow runner can upload. */
const DEADLINE_BASE_MS = 5 * 60_000;
const SLOWEST_BYTES_PER_MS = 250;
const AT_ONCE = 4;
/** Of each file that is uploaded together with others, one block of the library's is in memory. */
const SMALL_BYTES = 4 * 1024 * 1024;
/**
 * Uploads the files as the inputs say. Problems with the artifact service never throw: the files stay in the
 * output directory, and a warning says so.
 */
async function uploadArtifacts(ports, runId, files) {
    const { inputs, context, workflow } = ports;
    const wanted = files.filter((file) => isWanted(file.kind, ports));
    if (wanted.length === 0)
        return [];
    const unavailable = ports.store.unavailable();
    if (unavailable !== undefined) {
        ports.trouble.why = `Nothing was uploaded as an artifact, because ${unavailable}.`;
        return [];
    }
    const name = artifactNameOf(inputs, context, runId, workflow.scrub);
    return await ports.log.group(ports.title, async () => inputs.artifactFormat === 'zip'
        ? await uploadZip(ports, name, wanted)
        : await uploadRaw(ports, name, wanted));
}
function isWanted(kind, { inputs, context }) {
    if (inputs.artifacts !== 'all')
        return inputs.artifacts.includes(kind);
    // Raw requests and page dumps of a test may be confidential, so in a public repository they are not
    // uploaded by default.
    return !(kind === 'result' && context.publicRepository);
}
async function uploadZip(ports, name, files) {
    const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
    const kinds = [...new Set(files.map((file) => file.kind))];
    const uploaded = await uploadOnce(ports, {
        name,
        kinds,
        holds: files.map((file) => file.name),
        files: files.map((file) => file.path),
        raw: false,
        sizeBytes,
    });
    return uploaded === undefined ? [] : [uploaded];
}
/**
 * A raw artifact is named like its file, so each file is uploaded under a link whose name also contains the
 * run. Small files are uploaded at the same time, because they mostly wait for the service's answers; large
 * ones follow one after the other, because each would take the others' bandwidth and memory.
 */
async function uploadRaw(ports, name, files) {
    const uploads = files.map((file) => ({
        name: `${name}.${file.name.replaceAll('/', '.')}`,
        kinds: [file.kind],
        holds: [file.name],
        files: [file.path],
        raw: true,
        sizeBytes: file.sizeBytes,
    }));
    const small = uploads.filter(({ sizeBytes }) => sizeBytes <= SMALL_BYTES);
    const large = uploads.filter(({ sizeBytes }) => sizeBytes > SMALL_BYTES);
    // The first one goes alone: it shows whether the service accepts uploads at all.
    const done = new Map([
        ...(await uploadAll(ports, small.slice(0, 1), 1)),
        ...(await uploadAll(ports, small.slice(1), AT_ONCE)),
        ...(await uploadAll(ports, large, 1)),
    ]);
    return uploads.flatMap((upload) => done.get(upload) ?? []);
}
/** Uploads `atOnce` at the same time, and begins no further one when the service refuses uploads. */
async function uploadAll(ports, uploads, atOnce) {
    const done = new Map();
    const waiting = uploads.values();
    const held = heldLog(ports.log);
    const work = async () => {
        for (const upload of waiting) {
            if (ports.trouble.why !== undefined) {
                ports.trouble.left.push(...upload.holds);
                continue;
            }
            const uploaded = await uploadOnce({ ...ports, log: held.log }, upload);
            if (uploaded !== undefined)
                done.set(upload, uploaded);
            if (atOnce === 1)
                held.release();
        }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    held.release();
    return done;
}
/** A log that waits: while the library uploads, everything that is written counts as the library's own output. */
function heldLog(log) {
    const lines = [];
    return {
        log: {
            info: (text) => lines.push(() => log.info(text)),
            warning: (text) => lines.push(() => log.warning(text)),
        },
        release: () => {
            for (const line of lines.splice(0))
                line();
        },
    };
}
async function uploadOnce(ports, upload) {
    const { log, context } = ports;
    try {
        return await send(ports, upload);
    }
    catch (error) {
        if (!(0,errors/* hasCode */.up)(error, 'name-taken'))
            return giveUp(ports, upload, error);
        const name = freeName(upload, context.attempt);
        log.info(`The artifact name ${upload.name} is taken; trying ${name}.`);
        try {
            return await send(ports, { ...upload, name });
        }
        catch (again) {
            return giveUp(ports, upload, again);
        }
    }
}
async function send({ inputs, store, context, log, directory }, upload) {
    const sendFiles = (files) => store.upload({
        name: upload.name,
        files,
        rootDirectory: directory.path,
        raw: upload.raw,
        ...(inputs.retentionDays !== undefined && { retentionDays: inputs.retentionDays }),
        deadlineMs: DEADLINE_BASE_MS + upload.sizeBytes / SLOWEST_BYTES_PER_MS,
    });
    const uploaded = upload.raw
        ? await directory.lend(upload.files[0] ?? '', upload.name, (path) => sendFiles([path]))
        : await sendFiles(upload.files);
    log.info(`${uploaded.name}: ${(0,format/* formatBytes */.z3)(uploaded.sizeBytes)}, sha256 ${uploaded.sha256}`);
    const run = (0,workflow_links/* workflowRunUrl */.C)(context);
    const url = run && `${run}/artifacts/${encodeURIComponent(uploaded.pageName)}`;
    const { kinds, holds } = upload;
    return { ...uploaded, kinds, holds, ...(url !== undefined && { url }) };
}
function freeName(upload, attempt) {
    return upload.raw
        ? upload.name.replace(/\.([^.]+(?:\.gz)?)$/, `.attempt-${attempt}.$1`)
        : `${upload.name}.attempt-${attempt}`;
}
function giveUp({ log, trouble, directory }, upload, error) {
    const what = `The artifact ${upload.name} could not be uploaded: ${(0,one_line/* oneLine */.TN)((0,errors/* sentenceOf */.$N)(error), 500)}`;
    if ((0,errors/* hasCode */.up)(error, 'uploads-refused'))
        trouble.why ??= what;
    else
        log.warning(`${what} ${whereFilesStay(directory)}`);
    return undefined;
}
/** The one warning about what prevented the uploads. */
function tellTrouble(log, { why, left }, directory) {
    if (why === undefined)
        return;
    const names = left.length === 0 ? '' : ` Not tried after that: ${left.join(', ')}.`;
    log.warning(`${why}${names} ${whereFilesStay(directory)}`);
}
function whereFilesStay({ path }) {
    return `The files stay in ${path}; the outcome does not depend on the upload.`;
}

// EXTERNAL MODULE: ./foundation/scrub-texts.js
var scrub_texts = __webpack_require__(61434);
// EXTERNAL MODULE: ./platform/files/regular-file.js
var regular_file = __webpack_require__(38717);
// EXTERNAL MODULE: ./providers/service.js
var service = __webpack_require__(35922);
// EXTERNAL MODULE: ./step/publish/leg.js
var leg = __webpack_require__(93035);
// EXTERNAL MODULE: ./verdict/outcome/decide.js + 1 modules
var decide = __webpack_require__(66214);
;// CONCATENATED MODULE: ./step/publish/present.js






/** The HTML page. */
const PAGE = 'summary.html';
/**
 * Everything that reports show, made from the findings. Secrets are removed here, because shortened or
 * escaped texts no longer show them. Measurements are too large for that: the code that writes them removes
 * the secrets from its output.
 */
function presentationOf(setting, findings) {
    const { measurements, baseline, ...others } = shownOf(setting, findings);
    return {
        ...(0,scrub_texts/* scrubTexts */.K)(others, setting.workflow.scrub),
        ...(measurements !== undefined && { measurements }),
        ...(baseline !== undefined && { baseline }),
    };
}
/** The same presentation, with artifacts that were uploaded after it was made. */
function withArtifacts({ workflow }, presented, uploads) {
    const { artifacts, ...found } = (0,scrub_texts/* scrubTexts */.K)({ artifacts: artifactsOf(uploads), ...pageUrlOf(uploads) }, workflow.scrub);
    return { ...presented, artifacts, ...found };
}
function artifactsOf(uploads) {
    return uploads.map(({ name, url, id, sizeBytes }) => ({
        name,
        id,
        sizeBytes,
        ...(url !== undefined && { url }),
    }));
}
function pageUrlOf(uploads) {
    const url = uploadOf(uploads, PAGE)?.url;
    return url === undefined ? {} : { pageUrl: url };
}
function shownOf(setting, findings) {
    const { inputs, context } = setting;
    const { verdict, measurements, baseline, collected, preflight, suggestions, trends } = findings;
    const shown = verdict ?? (0,decide/* decide */.L)({ criteria: [], failOn: inputs.failOn });
    const partial = (collected?.partial ?? []).map((text) => `Partial data: ${text}`);
    const warnings = [...(preflight?.warnings ?? []), ...partial, ...shown.warnings];
    const title = (0,leg/* stepTitleOf */.u)(context.job, inputs.stepKey);
    return {
        ...(title !== undefined && { title }),
        verdict: { ...shown, warnings: [...new Set(warnings)] },
        ...(measurements !== undefined && { measurements }),
        ...(baseline !== undefined && { baseline }),
        ...(suggestions !== undefined && { suggestions }),
        ...(trends !== undefined && { trends }),
        run: runOf(setting, findings),
        workflow: (0,workflow_links/* workflowLinks */.p)(context),
        artifacts: artifactsOf(findings.uploads),
        ...pageUrlOf(findings.uploads),
        facts: [...factsOf(findings), ...timesOf(setting)],
        missingFiles: (collected?.missing ?? []).map(({ name, reason }) => `${name}: ${reason}`),
    };
}
function runOf({ inputs, context, services }, findings) {
    const { run, status, collected, measurements } = findings;
    const executions = status?.executions ?? [];
    const started = executions.flatMap((execution) => execution.startedAtMs ?? []);
    const finished = executions.flatMap((execution) => execution.finishedAtMs ?? []);
    const startedAtMs = started.length > 0 ? Math.min(...started) : measurements?.run.startedAtMs;
    const finishedAtMs = finished.length > 0 ? Math.max(...finished) : measurements?.run.finishedAtMs;
    const facts = collected?.facts ?? measurements?.run;
    const provider = inputs.provider ?? facts?.provider;
    const url = collected?.url ?? run?.url ?? measurements?.run.url;
    const state = executions.length > 0 ? executions.map((execution) => execution.state).join(', ') : facts?.state;
    return {
        ids: run?.executions.map((execution) => execution.id) ?? measurements?.run.ids ?? [],
        mode: inputs.mode,
        mostConfirming: inputs.confirm,
        attempt: context.attempt,
        ...(provider !== undefined && { service: (0,service/* serviceNamed */.f)(services, provider).title }),
        ...(url !== undefined && { url }),
        ...reportOf(findings),
        ...(state !== undefined && { state }),
        ...(facts?.test !== undefined && { test: facts.test }),
        ...(startedAtMs !== undefined && { startedAtMs }),
        ...(finishedAtMs !== undefined && { finishedAtMs }),
        ...(startedAtMs !== undefined &&
            finishedAtMs !== undefined && { durationMs: finishedAtMs - startedAtMs }),
        ...(run?.adopted === true && { adopted: true }),
        ...confirmingOf(findings),
    };
}
function confirmingOf({ confirming = [] }) {
    const started = confirming.flatMap(({ run, collected }) => {
        if (run === undefined)
            return [];
        const url = collected?.url ?? run.url;
        return [{ ids: run.executions.map(({ id }) => id), ...(url !== undefined && { url }) }];
    });
    return started.length === 0 ? {} : { confirming: started };
}
function reportOf({ collected, uploads }) {
    if (collected?.reportUrl !== undefined)
        return { report: { url: collected.reportUrl } };
    const archive = uploads.find(({ kinds }) => kinds.includes('report'))?.url;
    return archive === undefined ? {} : { report: { url: archive, isArchive: true } };
}
/** Where the time went until now. */
function timesOf({ times: { text } }) {
    return text === undefined ? [] : [['Time of this step', text]];
}
/** The provider's own facts, and the state of each execution if there are several. */
function factsOf({ preflight, status, confirming = [] }) {
    const executions = status?.executions ?? [];
    const states = executions.length < 2
        ? []
        : executions.map(({ id, label, state }) => [`Run ${label}`.trim(), `${id} ${state}`]);
    const revision = status?.revision === undefined ? [] : [['Revision tested', status.revision]];
    const confirmed = confirming.map(({ number, run, status: last, failure }) => {
        const seen = last?.executions ?? [];
        const known = seen.length > 0
            ? seen.map(({ id, state }) => `${id} ${state}`.trim())
            : (run?.executions ?? []).map(({ id }) => id);
        return [`Run ${number}, to confirm`, [...known, ...(failure === undefined ? [] : [failure])].join(', ')];
    });
    return [...(preflight?.facts ?? []), ...revision, ...states, ...confirmed];
}

// EXTERNAL MODULE: ./foundation/duration.js
var duration = __webpack_require__(53166);
// EXTERNAL MODULE: ./verdict/outcome/ranking.js
var ranking = __webpack_require__(34591);
// EXTERNAL MODULE: ./verdict/outcome/verdict-json.js
var verdict_json = __webpack_require__(32855);
// EXTERNAL MODULE: ./step/confirm/further-step.js
var further_step = __webpack_require__(65653);
;// CONCATENATED MODULE: ./step/publish/write-outputs.js







/** Writes every output that is known, even if the step fails. */
function writeOutputs(ports, findings, run, written = {}) {
    const { workflow } = ports;
    const directory = ports.directory.path;
    const { verdict, uploads } = findings;
    const set = (name, value) => {
        if (value !== undefined)
            workflow.output(name, String(value));
    };
    const { ids, url, state, startedAtMs, finishedAtMs } = run;
    set('run-id', ids.length === 0 ? undefined : ids.join(','));
    set('run-url', url ?? findings.status?.url);
    set('state', state?.replaceAll(', ', ','));
    if (findings.confirming !== undefined)
        set('confirming-runs', workflow.scrub((0,further_step/* confirmingOutput */.OC)(findings.confirming)));
    set('outcome', verdict?.outcome);
    set('reason', verdict?.reason);
    set('criteria', (0,verdict_json/* criteriaOutput */.X)(verdict?.criteria ?? []));
    set('criteria-failed', (0,ranking/* criteriaFailed */.zN)(verdict?.criteria ?? []));
    set('started-at', startedAtMs === undefined ? undefined : (0,duration/* isoTime */.L)(startedAtMs));
    set('finished-at', finishedAtMs === undefined ? undefined : (0,duration/* isoTime */.L)(finishedAtMs));
    if (startedAtMs !== undefined && finishedAtMs !== undefined) {
        set('duration-seconds', Math.max(0, Math.round((finishedAtMs - startedAtMs) / 1000)));
    }
    const { status, collected, measurements } = findings;
    set('revision', status?.revision ?? (collected?.facts ?? measurements?.run)?.revision);
    set('output-directory', directory);
    set('report-path', pathOf(findings, 'report', directory));
    set('result-path', pathOf(findings, 'result', directory));
    if (findings.measurements !== undefined)
        set('measurements-path', (0,external_node_path_.join)(directory, 'measurements.json'));
    set('page-path', written['page-path']);
    set('diagnosis-path', written['diagnosis-path']);
    writeArtifactOutputs(set, uploads);
}
/** The file, or the directory if there are several executions with one file each. */
function pathOf({ collected }, kind, directory) {
    const files = (collected?.files ?? []).filter((file) => file.kind === kind);
    return files.length > 1 ? directory : files[0]?.path;
}
function writeArtifactOutputs(set, uploads) {
    const report = uploads.find((upload) => upload.kinds.includes('report'));
    const result = uploads.find((upload) => upload.kinds.includes('result'));
    set('report-artifact-id', report?.id);
    set('report-artifact-url', report?.url);
    set('result-artifact-id', result?.id);
    set('result-artifact-url', result?.url);
    const page = uploadOf(uploads, PAGE);
    set('page-artifact-id', page?.id);
    set('page-artifact-url', page?.url);
    const list = uploads.map(({ name, id, url, sizeBytes, sha256 }) => ({
        name,
        id,
        url,
        size: sizeBytes,
        sha256,
    }));
    set('artifacts', JSON.stringify(list));
}

;// CONCATENATED MODULE: ./step/publish/publish.js







/**
 * Writes everything that remains after the step: artifacts, outputs, summary, comment. Returns what the
 * reports show. If something fails here, a warning is logged and the outcome stays the same.
 */
async function publish(step, findings, tell) {
    const { inputs, workflow, log, directory } = step;
    const uploader = uploaderOf(step, findings, tell);
    const data = [...filesOf(findings), ...(await existing(step, measurementsOf(findings)))];
    // The page and the summaries link to artifacts that were uploaded before; a ZIP has everything in one
    // artifact.
    const together = inputs.artifactFormat === 'zip';
    if (!together)
        await uploader.upload('Upload artifacts', data);
    const presented = presentationOf(step, findings);
    const isPage = await attempt(log, 'The page could not be written', () => writePage(step, presented));
    // Without results, nobody needs these files as artifacts.
    const existingOf = async (files) => findings.collected === undefined ? [] : await existing(step, files);
    const page = await existingOf([['summary', PAGE]]);
    if (!together)
        await uploader.upload('Upload the page', page);
    const linked = withArtifacts(step, presented, findings.uploads);
    const markdown = await summaryOf(linked);
    await attempt(log, 'The summary files could not be written', () => writeSummaries(step, linked, markdown));
    const isDiagnosed = await attempt(log, 'diagnosis.json could not be written', () => writeDiagnosis(step, linked));
    // Without suggestions in the findings, such a file is from an earlier judgment.
    const summaries = await existingOf(findings.suggestions ? [...SUMMARY_FILES, SUGGESTED] : SUMMARY_FILES);
    if (together)
        await uploader.upload('Upload artifacts', [...data, ...page, ...summaries]);
    else
        await uploader.upload('Upload the summary files', summaries);
    tellTrouble(log, uploader.trouble, directory);
    const shown = withArtifacts(step, presented, findings.uploads);
    if (inputs.summary) {
        const ofAll = together ? await summaryOf(shown) : markdown;
        await attempt(log, 'The job summary could not be written', () => workflow.summary(ofAll));
    }
    writeOutputs(step, findings, presented.run, {
        ...(isPage && { 'page-path': (0,external_node_path_.join)(directory.path, PAGE) }),
        ...(isDiagnosed && { 'diagnosis-path': (0,external_node_path_.join)(directory.path, DIAGNOSIS) }),
    });
    await comment(step, shown);
    return shown;
}
/** Uploads one part after another; each is reported as soon as it is uploaded. */
function uploaderOf(step, findings, tell) {
    const trouble = { left: [] };
    const runId = runIdOf(findings);
    const upload = async (title, files) => {
        const uploaded = await uploadArtifacts({ ...step, trouble, title }, runId, files);
        tell({ uploads: [...findings.uploads, ...uploaded] });
    };
    return { upload, trouble };
}
/** Loaded only now, because a run that waits for hours does not need it. */
async function summaryOf(presented) {
    const { renderSummary } = await Promise.all(/* import() */[__webpack_require__.e(8118), __webpack_require__.e(6614)]).then(__webpack_require__.bind(__webpack_require__, 46614));
    return renderSummary(presented);
}
/** Last, so that everything else is published even if GitHub is slow or fails. */
async function comment(ports, presented) {
    if (ports.inputs.comment === 'never' || ports.inputs.mode === 'check')
        return;
    await attempt(ports.log, 'No pull-request comment', async () => {
        const { commentOn } = await Promise.all(/* import() */[__webpack_require__.e(7232), __webpack_require__.e(2727), __webpack_require__.e(8118), __webpack_require__.e(7566)]).then(__webpack_require__.bind(__webpack_require__, 37566));
        await commentOn(ports, presented);
    });
}
/** Only what takes almost no time, for a step that was cancelled. */
async function publishQuickly(step, findings) {
    const { inputs, workflow, log } = step;
    const presented = presentationOf(step, findings);
    writeOutputs(step, findings, presented.run);
    if (!inputs.summary)
        return presented;
    const markdown = await summaryOf(presented);
    await attempt(log, 'The job summary could not be written', () => workflow.summary(markdown));
    return presented;
}
const DIAGNOSIS = 'diagnosis.json';
const SUMMARY_FILES = [
    ['summary', 'summary.md'],
    ['summary', 'criteria.json'],
    ['summary', DIAGNOSIS],
    ['summary', 'criteria.junit.xml'],
];
const SUGGESTIONS = 'suggestions.yaml';
const SUGGESTED = ['summary', SUGGESTIONS];
// The files become artifacts, and a quoted response of the service may contain a secret.
async function writePage({ directory, workflow }, presented) {
    const { renderPage } = await Promise.all(/* import() */[__webpack_require__.e(8118), __webpack_require__.e(2418)]).then(__webpack_require__.bind(__webpack_require__, 42418));
    await directory.write(PAGE, workflow.scrub(renderPage(presented)));
}
async function writeDiagnosis({ directory, workflow: { scrub } }, presented) {
    const { diagnosisOf } = await __webpack_require__.e(/* import() */ 2607).then(__webpack_require__.bind(__webpack_require__, 72607));
    const { diagnosisFile } = await __webpack_require__.e(/* import() */ 3243).then(__webpack_require__.bind(__webpack_require__, 3243));
    // Labels may contain a secret, and a shortened secret would no longer be recognized.
    const diagnosis = (0,scrub_texts/* scrubTexts */.K)(diagnosisOf(presented), scrub);
    await directory.write(DIAGNOSIS, scrub(diagnosisFile(diagnosis)));
}
async function writeSummaries({ directory, workflow }, presented, markdown) {
    await directory.write('summary.md', workflow.scrub(markdown));
    if (presented.suggestions !== undefined) {
        const { suggestionsFile } = await __webpack_require__.e(/* import() */ 21).then(__webpack_require__.bind(__webpack_require__, 10021));
        await directory.write(SUGGESTIONS, suggestionsFile(presented.suggestions));
    }
    const { renderJunit } = await __webpack_require__.e(/* import() */ 9487).then(__webpack_require__.bind(__webpack_require__, 19487));
    await directory.write('criteria.junit.xml', workflow.scrub(renderJunit(presented)));
}
/** Those of our own files that exist and are not empty. */
async function existing({ directory }, names) {
    const found = [];
    for (const [kind, name] of names) {
        const path = (0,external_node_path_.join)(directory.path, name);
        const sizeBytes = await (0,regular_file/* sizeOf */.$d)(path).catch(() => 0);
        if (sizeBytes > 0)
            found.push({ kind, name, path, sizeBytes });
    }
    return found;
}
/** True if the work succeeded; otherwise a warning is logged. */
async function attempt(log, what, work) {
    try {
        await work();
        return true;
    }
    catch (error) {
        log.warning(`${what}: ${(0,errors/* sentenceOf */.$N)(error)}`);
        return false;
    }
}
function runIdOf({ run, measurements }) {
    const ids = run?.executions.map((execution) => execution.id) ?? measurements?.run.ids ?? [];
    return ids.length > 1 ? `${ids[0]}+${ids.length - 1}` : (ids[0] ?? 'none');
}
const KIND_OF = {
    report: 'report',
    'test-report': 'report',
    scorecard: 'report',
    result: 'result',
    metrics: 'metrics',
};
function filesOf({ collected, confirming = [] }) {
    const all = [collected, ...confirming.map((run) => run.collected)];
    return all.flatMap((one) => one?.files ?? []).map((file) => ({ ...file, kind: KIND_OF[file.kind] }));
}
/** The measurements of each run. */
function measurementsOf({ confirming = [] }) {
    const further = confirming.map(({ number }) => `measurements-${number}.json`);
    return ['measurements.json', ...further].map((name) => ['measurements', name]);
}


/***/ }),

/***/ 32855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ criteriaOutput),
/* harmony export */   criteriaFile: () => (/* binding */ criteriaFile)
/* harmony export */ });
const OUTPUT_BYTES = 100_000;
const LAST_ELEMENT_BYTES = 40;
/**
 * The content of `criteria.json`: the verdict with every result, failed first, and the unavailable files,
 * which are needed if the run is judged again.
 */
function criteriaFile(verdict, missing) {
    const { criteria: results, ...rest } = verdict;
    // The short message is only for reports that show the labels next to it.
    const criteria = results.map(({ shortMessage: _short, lacksBaseline: _lacks, ...result }) => result);
    const missingFiles = missing.map(({ name, reason }) => ({ name, reason }));
    const files = missingFiles.length > 0 && { missingFiles };
    return `${JSON.stringify({ schemaVersion: 1, ...rest, ...files, criteria }, undefined, 2)}\n`;
}
/**
 * The output `criteria`: a JSON list of id, criterion, status, observed, limit and message, in the given
 * order. At most 100 kB in UTF-8; if more is left out, the last element is `{"leftOut": n}`.
 */
function criteriaOutput(results, mostBytes = OUTPUT_BYTES) {
    const elements = [];
    let bytes = 2;
    for (const result of results) {
        const element = JSON.stringify(elementOf(result));
        bytes += Buffer.byteLength(element) + 1;
        elements.push(element);
    }
    let left = 0;
    while (bytes > mostBytes - (left > 0 ? LAST_ELEMENT_BYTES : 0) && elements.length > 0) {
        bytes -= Buffer.byteLength(elements.pop() ?? '') + 1;
        left++;
    }
    if (left > 0)
        elements.push(JSON.stringify({ leftOut: left }));
    return `[${elements.join(',')}]`;
}
function elementOf({ id, criterion, status, observed, limit, message }) {
    return { id, criterion, status, observed, limit, message };
}


/***/ })

};
