export const id = 440;
export const ids = [440,485];
export const modules = {

/***/ 3485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assetsOf: () => (/* binding */ assetsOf),
/* harmony export */   s: () => (/* binding */ isOwnName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2745);
/* harmony import */ var _checkout_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3615);




/**
 * Names are derived from repository, step and content: the same content has the same name, and files that
 * somebody else uploads have other names.
 */
async function assetsOf(checkout, executions, owner) {
    const found = new Map();
    const add = (file, asset) => void found.set(file.name, { ...asset, type: file.type, file: file.name });
    const of = (type) => checkout.files.filter((file) => file.type === type);
    for (const file of [...of('object'), ...of('inputset')]) {
        const name = nameOf(owner, file.sha256, extensionOf(file));
        add(file, { name, sizeBytes: file.sizeBytes, load: () => (0,_checkout_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readUnchanged */ .gw)(file) });
    }
    const unused = new Set(of('object').map(({ name }) => name));
    for (const file of of('configuration')) {
        const names = namesOfObjects(of('object'), file, found);
        const { text, used } = await filled(checkout.texts.get(file.name) ?? '', names);
        for (const object of of('object'))
            if (used.has(found.get(object.name)?.name ?? ''))
                unused.delete(object.name);
        const bytes = Buffer.from(text);
        const name = nameOf(owner, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex'), '.yaml');
        add(file, { name, sizeBytes: bytes.length, load: async () => bytes });
    }
    const warnings = [...unused].map((name) => `${name} is among the test-objects, and no value in a configuration is its name.`);
    const named = (name) => found.get(name)?.name ?? name;
    return {
        list: [...new Map([...found.values()].map((asset) => [asset.name, asset])).values()],
        executions: executions.map((execution) => ({
            ...execution,
            testInput: named(execution.testInput),
            testConfig: named(execution.testConfig),
        })),
        warnings,
    };
}
/** Whether this action creates such names: nothing else is ever deleted. */
function isOwnName(name) {
    return /^ltg-[0-9a-f]{12}-[0-9a-f]{16}(\.[a-z0-9]{1,10})?$/.test(name);
}
function nameOf({ origin, key }, sha256, extension) {
    const step = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(origin).digest('hex').slice(0, 12);
    const content = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key).update(sha256).digest('hex').slice(0, 16);
    return `ltg-${step}-${content}${extension}`;
}
function extensionOf({ type, name }) {
    if (type === 'inputset')
        return '.csv';
    const extension = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.extname)(name).toLowerCase();
    return /^\.[a-z0-9]{1,10}$/.test(extension) ? extension : '';
}
/**
 * The names that a configuration can use for an object: the path from the configuration, the path in the
 * checkout, or only the file name.
 */
function namesOfObjects(objects, configuration, found) {
    const names = new Map();
    const ambiguous = new Set();
    for (const object of objects) {
        const asset = found.get(object.name)?.name ?? '';
        const fromHere = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(configuration.path), object.path).replaceAll('\\', '/');
        for (const alias of new Set([fromHere, `./${fromHere}`, object.name, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(object.path)])) {
            if ((names.get(alias) ?? asset) !== asset)
                ambiguous.add(alias);
            names.set(alias, asset);
        }
    }
    for (const alias of ambiguous)
        names.delete(alias);
    return names;
}
async function filled(text, names) {
    if (names.size === 0)
        return { text, used: new Set() };
    const { fillConfiguration } = await __webpack_require__.e(/* import() */ 626).then(__webpack_require__.bind(__webpack_require__, 6626));
    const result = await fillConfiguration(text, { variables: new Map(), names });
    if ('text' in result)
        return result;
    throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('bad-input', `The names of the test objects do not fit into the configuration: ${result.fault.message}.`);
}


/***/ }),

/***/ 6440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeAssets: () => (/* binding */ removeAssets)
/* harmony export */ });
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2745);
/* harmony import */ var _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5819);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6876);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8059);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5130);
/* harmony import */ var _assets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3485);






/**
 * Deletes the files, unless an active test may be using them. Returns the files that stay, with the reason.
 */
async function removeAssets(removing, brought, runIds) {
    const own = brought.filter(({ id }) => (0,_assets_js__WEBPACK_IMPORTED_MODULE_4__/* .isOwnName */ .s)(id));
    if (own.length === 0)
        return [];
    const kept = await reasonToKeep(removing, own, runIds);
    if (kept !== undefined)
        return own.map((one) => ({ ...one, why: kept }));
    const left = [];
    let missing = own;
    for (let round = 1; missing.length > 0 && round <= ROUNDS; round++) {
        if (round > 1)
            await removing.ports.clock.sleep(ROUND_GAP_MS, removing.ports.signal());
        missing = await removeOnce(removing, missing, left);
    }
    return left;
}
/** A file that is not there may still be on its way: the step may have been cancelled in the middle of an upload. */
const ROUNDS = 3;
const ROUND_GAP_MS = 2000;
/** Adds what stays to `left`, and gives what was not there. */
async function removeOnce(removing, own, left) {
    const missing = [];
    let trouble;
    for (const one of own) {
        // If the service does not respond, each further call would also take long to find that out.
        const result = trouble ?? (await remove(removing, one.id));
        if (result === 'missing')
            missing.push(one);
        else if (result !== 'removed') {
            left.push({ ...one, why: result.text });
            if (result.isOutage)
                trouble = result;
        }
    }
    return missing;
}
async function remove({ api, uid }, name) {
    try {
        await api.patiently(_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .calls */ .K.removeAsset(uid, name), () => undefined);
        return 'removed';
    }
    catch (error) {
        if (!(error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$))
            return { text: withoutStop((0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)), isOutage: true };
        if (error.status === 404 || error.status === 410)
            return 'missing';
        const permission = error.status === 403 ? ' The service account may not delete it' : '';
        return { text: withoutStop(`${error.message}${permission}`), isOutage: error.kind !== 'status' };
    }
}
/** A test that is only being stored needs no file anymore; one that is about to begin does. */
async function reasonToKeep({ api, uid, executions }, own, runIds) {
    try {
        const { results, unreadable = [] } = await api.patiently(_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .calls */ .K.workspace(uid), _contract_js__WEBPACK_IMPORTED_MODULE_3__/* .parseListedResults */ .Pb);
        const users = results.filter((result) => mayUse(result, own, { executions, runIds }));
        if (users.length > 0)
            return `test ${users.map(({ id }) => id).join(', ')} may be using it`;
        return unreadable.length > 0 ? 'a test of the workspace cannot be read, and may be using it' : undefined;
    }
    catch (error) {
        return `whether a test is using it cannot be seen (${withoutStop((0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error))})`;
    }
}
function mayUse({ id, stage, told, virtualUsers, interactive }, own, { executions, runIds }) {
    if (_provider_js__WEBPACK_IMPORTED_MODULE_5__/* .FINAL_STAGES */ .vu.includes(stage) || stage === 'ending')
        return false;
    if (runIds.includes(id))
        return true;
    const files = [told?.['test-input'], told?.['test-config']].filter((name) => name !== undefined);
    if (files.length === 2)
        return own.some((one) => files.includes(one.id));
    return executions.some((execution) => execution.virtualUsers === virtualUsers && (execution.testType === 'interactive') === interactive);
}
function withoutStop(text) {
    return text.replace(/[.\s]+$/, '');
}


/***/ })

};
