export const id = 982;
export const ids = [982];
export const modules = {

/***/ 3982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CodeAtService: () => (/* binding */ CodeAtService)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2745);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8253);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5267);
/* harmony import */ var _platform_files_file_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(944);
/* harmony import */ var _platform_http_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5819);
/* harmony import */ var _load_tests_list_load_tests_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6499);
/* harmony import */ var _load_tests_look_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4349);
/* harmony import */ var _remove_code_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1003);









const LIST_BUDGET_MS = 30_000;
/** Only this many links and other special files are named. */
const MOST_NAMED = 5;
/** Uploads the code of the checkout to XTC, and deletes it there. Does nothing without `xtc-test-code`. */
class CodeAtService {
    #options;
    /** All archives that were uploaded, by their IDs. */
    #brought = new Map();
    /** The newest of them, if its number is known. */
    #newest;
    #uploads = 0;
    #keep = () => undefined;
    /** What the service said about each run after it had begun, by the run's number. */
    #seen = new Map();
    constructor(options) {
        this.#options = options;
    }
    /** What is known before the start. */
    checked(found, loadTest) {
        const code = this.#options.inputs.testCode;
        if (code === undefined)
            return found;
        const { folder, others } = code;
        const usesLatest = loadTest.code?.usesLatest;
        const which = `Load test ${loadTest.number} '${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .TN)(loadTest.name, 80)}'`;
        const cure = 'Set its code archive to Use Latest in XTC.';
        const more = others.length > MOST_NAMED ? `, and ${others.length - MOST_NAMED} more` : '';
        const names = others.slice(0, MOST_NAMED).map((name) => (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .TN)(name, 100));
        return {
            ...found,
            lines: [...found.lines, `${textOf(code)} is uploaded as the newest code archive before the start.`],
            facts: [...found.facts, ['Code', textOf(code)]],
            warnings: [
                ...found.warnings,
                ...(usesLatest === false
                    ? [`${which} does not use the latest code archive, so it does not run ${folder}. ${cure}`]
                    : []),
                ...(others.length === 0
                    ? []
                    : [`In ${folder}, links and other special files are left out: ${names.join(', ')}${more}.`]),
            ],
            unknown: [
                ...(found.unknown ?? []),
                ...(usesLatest === undefined
                    ? [`${which}: XTC does not say whether it uses the latest code archive. ${cure}`]
                    : []),
            ],
        };
    }
    /**
     * Uploads the code. This is necessary before each start, because somebody may have uploaded another archive
     * in the meantime.
     */
    async bring(keep) {
        const { inputs, api, ports, log } = this.#options;
        const { testCode } = inputs;
        const calls = api.contract.code;
        if (testCode === undefined || calls === undefined)
            return;
        const zip = await packed(testCode);
        const { uploadContent } = await Promise.all(/* import() */[__webpack_require__.e(232), __webpack_require__.e(766), __webpack_require__.e(136)]).then(__webpack_require__.bind(__webpack_require__, 6136));
        const { explainUpload, isRefusedUpload, uploadOnce } = await __webpack_require__.e(/* import() */ 404).then(__webpack_require__.bind(__webpack_require__, 3404));
        const call = calls.upload(uploadContent(zip, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha512').update(zip).digest()));
        this.#keep = keep;
        const pending = { id: `${_remove_code_js__WEBPACK_IMPORTED_MODULE_6__/* .UNNUMBERED */ .W}${++this.#uploads}`, file: testCode.folder };
        this.#newest = undefined;
        this.#brought.set(pending.id, pending);
        keep([...this.#brought.values()]);
        // Logged before the upload, so that it is named even if the step is killed during it.
        log.info(`Uploading ${textOf(testCode)} as the newest code archive.`);
        try {
            this.#newest = await uploadOnce({ api, ports }, call, (json) => calls.parseUploaded(json));
        }
        catch (error) {
            if (isRefusedUpload(error))
                this.#isNow(pending, undefined, keep);
            throw explainUpload(error, inputs, call);
        }
        if (this.#newest === undefined)
            return log.warning(`${testCode.folder} was uploaded, but the response does not say the number of the code archive.`);
        this.#isNow(pending, { ...pending, id: this.#newest }, keep);
        log.info(`${testCode.folder} is code archive ${this.#newest} of ${inputs.project}.`);
    }
    /** Told of the run that was started: whoever deletes the archive must know it, even while the service does not show it. */
    started(executions) {
        const newest = [...this.#brought.values()].at(-1);
        if (newest === undefined)
            return;
        const runs = [...(newest.runs ?? []), ...executions.map(({ id }) => id)];
        this.#brought.set(newest.id, { ...newest, runs });
        this.#keep([...this.#brought.values()]);
    }
    async remove(brought, runIds) {
        const { removeCode } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1003));
        return await removeCode(this.#options.api, brought, runIds);
    }
    /** Which code a run tested that has begun, as far as the service shows it. */
    async tested(number, stage) {
        const { testCode } = this.#options.inputs;
        if (testCode === undefined || stage === 'waiting')
            return {};
        let seen = this.#seen.get(number);
        if (seen === undefined) {
            seen = await this.#look(number, testCode);
            if (seen === undefined)
                return {};
            this.#seen.set(number, seen);
        }
        // The archive gets a new number with each upload, even if the code is the same.
        return seen.isOther === undefined ? { revision: `sha256:${testCode.sha256.slice(0, 16)}`, ...seen } : seen;
    }
    /** Undefined if it is unknown at the moment. */
    async #look(number, { folder }) {
        const { api } = this.#options;
        const newest = this.#newest;
        try {
            const { code } = await api.once(api.contract.details(number), (json) => api.contract.parseDetails(json, number));
            const ran = code?.archive;
            if (newest === undefined)
                return ran === undefined ? {} : { notes: [`Run ${number} runs code archive ${ran}.`] };
            if (ran === newest)
                return { notes: [`Run ${number} runs code archive ${ran}, which is ${folder}.`] };
            if (ran !== undefined)
                return {
                    isOther: `The run tested code archive ${ran}, and not ${newest}, which this step had uploaded from ${folder}.`,
                };
            const later = await this.#startedAfter(number);
            const silence = `XTC does not say which code archive run ${number} runs.`;
            if (later.length === 0)
                return { notes: [`${silence} The newest one that this step knows of is ${newest}, from ${folder}.`] };
            return {
                warnings: [
                    `${silence} It may be another one than ${newest}, which this step uploaded from ${folder}: ${later.join(', ')} was started before the run had begun.`,
                ],
            };
        }
        catch (error) {
            if (error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_3__/* .HttpError */ .j$ || error instanceof _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue)
                return undefined;
            throw error;
        }
    }
    /** Others may upload another archive before these runs begin. */
    async #startedAfter(number) {
        const { api } = this.#options;
        const { loadTests } = await (0,_load_tests_list_load_tests_js__WEBPACK_IMPORTED_MODULE_4__/* .listLoadTests */ ._)(api, { budgetMs: LIST_BUDGET_MS, patiently: false });
        return loadTests
            .filter((other) => other.number > number && (0,_load_tests_look_js__WEBPACK_IMPORTED_MODULE_5__/* .isGoing */ .jf)(other))
            .map((other) => `load test ${other.number} '${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .TN)(other.name, 80)}'`);
    }
    #isNow(pending, brought, keep) {
        this.#brought.delete(pending.id);
        if (brought !== undefined)
            this.#brought.set(brought.id, brought);
        keep([...this.#brought.values()]);
    }
}
async function packed(code) {
    const { packTestCode } = await Promise.all(/* import() */[__webpack_require__.e(134), __webpack_require__.e(864)]).then(__webpack_require__.bind(__webpack_require__, 1864));
    try {
        return await packTestCode(code);
    }
    catch (error) {
        if (!(error instanceof _platform_files_file_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FileError */ .f6))
            throw error;
        throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('preflight', `${code.folder} cannot be packed: ${error.message} Nothing was started.`, {
            cause: error,
        });
    }
}
function textOf({ folder, fileCount, archiveBytes }) {
    return `${folder} (${fileCount} file${fileCount === 1 ? '' : 's'}, ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_8__/* .formatBytes */ .z3)(archiveBytes)} packed)`;
}


/***/ }),

/***/ 1003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ UNNUMBERED),
/* harmony export */   removeCode: () => (/* binding */ removeCode)
/* harmony export */ });
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2745);
/* harmony import */ var _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5819);
/* harmony import */ var _contracts_contract_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7841);
/* harmony import */ var _load_tests_list_load_tests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6499);
/* harmony import */ var _load_tests_look_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4349);





/** The name of an archive as long as its number is unknown. */
const UNNUMBERED = 'upload-';
const LIST_BUDGET_MS = 30_000;
/**
 * Deletes the archives, unless a run may be about to use one. Returns the archives that stay, with the
 * reason.
 */
async function removeCode(api, brought, runIds) {
    const unnumbered = brought.filter(({ id }) => id.startsWith(UNNUMBERED));
    const left = unnumbered.map((one) => ({
        ...one,
        why: 'the service did not say its number, or nobody knows whether it was uploaded',
    }));
    const numbered = brought.filter((one) => !unnumbered.includes(one));
    if (numbered.length === 0)
        return left;
    const kept = await reasonToKeep(api, new Set([...runIds, ...numbered.flatMap(({ runs = [] }) => runs)]));
    if (kept !== undefined)
        return [...left, ...numbered.map((one) => ({ ...one, why: kept }))];
    let trouble;
    for (const one of numbered) {
        // If the service does not respond, the next call would also take long to find that out.
        const why = trouble ?? (await remove(api, one.id, (text) => (trouble = text)));
        if (why !== undefined)
            left.push({ ...one, why });
    }
    return left;
}
async function remove(api, id, onOutage) {
    const call = api.contract.code?.remove(id);
    if (call === undefined)
        return 'this version of the API has no code archives';
    try {
        await api.patiently(call, (json) => json === undefined ? undefined : api.contract.code?.parseUploaded(json));
        return undefined;
    }
    catch (error) {
        const why = withoutStop((0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        if (!(error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$) || error.kind !== 'status')
            onOutage(why);
        else if (error.status === 404 || error.status === 410)
            return undefined;
        return why;
    }
}
/**
 * A run that has begun already has its code. One that has not begun may use the newest archive when it
 * begins.
 */
async function reasonToKeep(api, runIds) {
    try {
        if (!(await api.tokens.has('CODEARCHIVE_DELETE')))
            return 'the credentials lack scope CODEARCHIVE_DELETE';
        for (const id of runIds)
            if (await isWaiting(api, Number(id)))
                return `run ${id} has not taken its code yet`;
        const { loadTests } = await (0,_load_tests_list_load_tests_js__WEBPACK_IMPORTED_MODULE_3__/* .listLoadTests */ ._)(api, { budgetMs: LIST_BUDGET_MS, patiently: true });
        const users = loadTests.filter(_load_tests_look_js__WEBPACK_IMPORTED_MODULE_4__/* .isAboutToBegin */ .Qt).map(({ number }) => number);
        return users.length === 0 ? undefined : `run ${users.join(', ')} may be about to take it`;
    }
    catch (error) {
        return `whether a run is about to take it cannot be seen (${withoutStop((0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error))})`;
    }
}
/** A fresh run may not be visible yet. */
async function isWaiting(api, number) {
    try {
        const { state } = await api.patiently(api.contract.status(number), (json) => api.contract.parseStatus(json, number));
        const stage = _contracts_contract_js__WEBPACK_IMPORTED_MODULE_2__/* .STATES */ .xj[state.toUpperCase()];
        return stage === undefined || stage === 'waiting';
    }
    catch (error) {
        if (error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && error.status === 404)
            return true;
        throw error;
    }
}
function withoutStop(text) {
    return text.replace(/[.\s]+$/, '');
}


/***/ })

};
