export const id = 485;
export const ids = [485];
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


/***/ })

};
