export const id = 324;
export const ids = [324];
export const modules = {

/***/ 324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCheckout: () => (/* binding */ readCheckout)
/* harmony export */ });
/* harmony import */ var _platform_files_file_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(944);
/* harmony import */ var _checkout_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3615);
/* harmony import */ var _file_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7778);



/** Faults in other inputs are reported for `executions` if the executions come from there. */
const OWN_INPUTS = ['test-objects', 'test-variables'];
/** Reads and checks every named file of the checkout. Uploads nothing. */
async function readCheckout(wanted) {
    const reader = new CheckoutReader(wanted);
    await reader.read();
    return reader.checkout;
}
class CheckoutReader {
    checkout = { files: [], texts: new Map(), warnings: [], unknown: [], faults: [] };
    #wanted;
    #columns = new Map();
    /** Names of `test-variables` that a configuration contains. */
    #used = new Set();
    constructor(wanted) {
        this.#wanted = wanted;
    }
    async read() {
        const { executions } = this.#wanted;
        const names = (key) => [
            ...new Set(executions.map((execution) => execution[key]).filter(_checkout_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfCheckout */ ._8)),
        ];
        for (const name of names('testInput'))
            await this.#readInputSet(name);
        for (const name of names('testConfig'))
            await this.#readConfiguration(name);
        if (this.#wanted.variables.length > 0)
            this.#checkVariables();
        if (this.#wanted.objects !== '')
            await this.#readObjects();
    }
    async #readInputSet(name) {
        const bytes = await this.#readFile('test-input', name, 'inputset');
        if (bytes === undefined)
            return;
        const { checkInputSet } = await __webpack_require__.e(/* import() */ 482).then(__webpack_require__.bind(__webpack_require__, 1101));
        const { columns, faults } = checkInputSet(bytes);
        for (const fault of faults)
            this.#fault('test-input', placed(name, fault));
        if (faults.length === 0)
            this.#columns.set(name, columns);
    }
    async #readConfiguration(name) {
        const bytes = await this.#readFile('test-config', name, 'configuration');
        if (bytes === undefined)
            return;
        const { utf8Fault } = await __webpack_require__.e(/* import() */ 482).then(__webpack_require__.bind(__webpack_require__, 1101));
        const broken = utf8Fault(bytes);
        if (broken !== undefined)
            return this.#fault('test-config', placed(name, broken));
        const text = bytes.toString('utf8').replace(/^\ufeff/, '');
        // Loaded here, because it loads the YAML parser.
        const { checkConfiguration, variableFaults } = await __webpack_require__.e(/* import() */ 645).then(__webpack_require__.bind(__webpack_require__, 7645));
        const configuration = await checkConfiguration(text);
        for (const fault of configuration.faults)
            this.#fault('test-config', placed(name, fault));
        this.checkout.warnings.push(...configuration.warnings.map((warning) => placed(name, warning)));
        if (configuration.faults.length > 0)
            return;
        this.checkout.texts.set(name, await this.#filled(name, text));
        const filled = this.#wanted.variables.map((variable) => variable.name);
        for (const variable of filled)
            if (configuration.variables.has(variable))
                this.#used.add(variable);
        for (const input of this.#inputsOf(name)) {
            const columns = this.#columns.get(input);
            if (columns !== undefined) {
                for (const fault of variableFaults(configuration, new Set([...columns, ...filled]), input))
                    this.#fault('test-config', placed(name, fault));
            }
            else if (!(0,_checkout_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfCheckout */ ._8)(input) &&
                [...configuration.variables.keys()].some((variable) => !filled.includes(variable)))
                this.checkout.unknown.push(`${name}: whether ${input} has a column for each variable is not known before the start, because ${input} is not a file of the checkout.`);
        }
    }
    /** The text with the values of `test-variables`; unchanged, with a fault, if a value does not fit. */
    async #filled(name, text) {
        const { variables } = this.#wanted;
        if (variables.length === 0)
            return text;
        const { fillConfiguration } = await __webpack_require__.e(/* import() */ 626).then(__webpack_require__.bind(__webpack_require__, 6626));
        const values = new Map(variables.map((variable) => [variable.name, variable.value]));
        const filled = await fillConfiguration(text, { variables: values, names: new Map() });
        if ('text' in filled)
            return filled.text;
        this.#fault('test-variables', placed(name, filled.fault));
        return text;
    }
    /** Reports variables that have no effect, or an unexpected one. */
    #checkVariables() {
        const { variables } = this.#wanted;
        if (!this.#wanted.executions.some(({ testConfig }) => (0,_checkout_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfCheckout */ ._8)(testConfig)))
            return this.#fault('test-variables', "Input 'test-variables' fills a configuration from the checkout, and 'test-config' names none.");
        const isReadWhole = this.checkout.faults.length === 0;
        for (const { name, value } of variables) {
            if ((0,_file_words_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesIn */ .DF)(value).length > 0)
                this.#fault('test-variables', `Input 'test-variables': the value of ${name} must not contain a variable itself.`);
            if (isReadWhole && !this.#used.has(name))
                this.#fault('test-variables', `Input 'test-variables': no configuration from the checkout contains {$${name}}.`);
            for (const [input, columns] of this.#columns)
                if (columns.includes(name) && this.#used.has(name))
                    this.checkout.warnings.push(`${input} has a column ${name}, and test-variables replaces it: all virtual users get the same value.`);
        }
    }
    /** The inputs that a configuration is run with. */
    #inputsOf(config) {
        const those = this.#wanted.executions.filter(({ testConfig }) => testConfig === config);
        return [...new Set(those.map(({ testInput }) => testInput))];
    }
    async #readObjects() {
        const { objects, workspace } = this.#wanted;
        if (this.checkout.texts.size === 0)
            this.#fault('test-objects', "Input 'test-objects' is for files that a configuration from the checkout uses, and 'test-config' names none.");
        const { objectFiles } = await __webpack_require__.e(/* import() */ 852).then(__webpack_require__.bind(__webpack_require__, 7852));
        const { names, faults } = await objectFiles(objects, workspace);
        for (const fault of faults)
            this.#fault('test-objects', fault);
        for (const name of names)
            await this.#readFile('test-objects', name, 'object');
    }
    async #readFile(input, name, type) {
        try {
            const { file, bytes } = await (0,_checkout_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readCheckoutFile */ .$C)(name, type, this.#wanted.workspace);
            this.checkout.files.push(file);
            if (bytes.length > 0 || type === 'object')
                return bytes;
            this.#fault(input, `${name} is empty.`);
        }
        catch (error) {
            if (!(error instanceof _platform_files_file_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FileError */ .f6))
                throw error;
            this.#fault(input, `Input '${this.#inputOf(input)}' names ${name}, and ${error.message}`);
        }
        return undefined;
    }
    #fault(input, text) {
        this.checkout.faults.push({ about: [this.#inputOf(input)], text });
    }
    #inputOf(input) {
        return this.#wanted.isListed && !OWN_INPUTS.includes(input) ? 'executions' : input;
    }
}
function placed(name, { line, column, message }) {
    return `${name}, line ${line}, column ${column}: ${message.replace(/[.?]?$/, (end) => (end === '?' ? end : '.'))}`;
}


/***/ })

};
