export const id = 323;
export const ids = [323];
export const modules = {

/***/ 41919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ readLocatedYaml)
});

// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
;// CONCATENATED MODULE: ./formats/yaml-limits.js
const MOST_DEPTH = 12;
/** 2,000 criteria with all their keys have fewer. */
const MOST_MARKS = 30_000;
/** Blanks, comments and line ends are tokens too. */
const MOST_TOKENS = 250_000;
const MOST_TAGS = 1000;
const MOST_ESCAPES = 100_000;
const TOO_MANY = 'It has too many values.';
const TOO_DEEP = 'It is nested too deeply.';
/**
 * Finds whether the text is too large or too deep to be parsed: the parser takes seconds for a megabyte of
 * brackets.
 */
function tooMuchYaml(yaml, text) {
    if (text.split('\\').length - 1 > MOST_ESCAPES)
        return { line: 1, column: 1, message: TOO_MANY };
    const count = new TokenCount();
    let offset = 0;
    for (const token of new yaml.Lexer().lex(text)) {
        const message = count.add(yaml.CST.tokenType(token));
        if (message !== undefined)
            return { ...placeAt(text, offset), message };
        // Tokens that the lexer inserts itself are not part of the text.
        if (!LEXER_MARKS.has(token))
            offset += token.length;
    }
    return undefined;
}
const LEXER_MARKS = new Set(['\u0002', '\u0018', '\u001f']);
class TokenCount {
    #tokens = 0;
    #marks = 0;
    #tags = 0;
    #flowDepth = 0;
    /** Each `- ` and `? ` in a line begins something inside the one before it. */
    #begunInLine = 0;
    /** What is wrong with the text up to this token. */
    add(type) {
        this.#tokens++;
        if (type === 'newline')
            this.#begunInLine = 0;
        if (type === 'tag' || type === 'directive-line')
            this.#tags++;
        if (type !== null && MARKS.has(type))
            this.#addMark(type);
        if (type === 'flow-seq-end' || type === 'flow-map-end')
            this.#flowDepth--;
        if (this.#flowDepth > MOST_DEPTH || this.#begunInLine > MOST_DEPTH)
            return TOO_DEEP;
        const tooMany = this.#marks > MOST_MARKS || this.#tokens > MOST_TOKENS || this.#tags > MOST_TAGS;
        return tooMany ? TOO_MANY : undefined;
    }
    #addMark(type) {
        this.#marks++;
        if (type === 'flow-seq-start' || type === 'flow-map-start')
            this.#flowDepth++;
        if (type !== 'comma' && this.#flowDepth <= 0)
            this.#begunInLine++;
    }
}
const MARKS = new Set([
    'seq-item-ind',
    'explicit-key-ind',
    'map-value-ind',
    'comma',
    'flow-seq-start',
    'flow-map-start',
]);
function placeAt(text, offset) {
    const before = text.slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

;// CONCATENATED MODULE: ./formats/located-yaml.js


/** Far more than any criteria file; less than a file of nested aliases could grow to. */
const MOST_VALUES = 50_000;
const MOST_FAULTS = 20;
/**
 * Reads a document (YAML 1.2, so JSON too) with the places of its values; loads the parser when it is called.
 * For any text this takes at most a second or two, because slower texts are rejected before parsing.
 */
async function readLocatedYaml(text, mostValues = MOST_VALUES) {
    const yaml = await __webpack_require__.e(/* import() */ 3483).then(__webpack_require__.t.bind(__webpack_require__, 33483, 19));
    const lineCounter = new yaml.LineCounter();
    const tooMuch = tooMuchYaml(yaml, text);
    if (tooMuch)
        return { faults: [tooMuch], refused: true };
    try {
        const document = withoutStacks(() => parsed(yaml, text, lineCounter));
        if (document.errors.some(({ message }) => /call stack/.test(message)))
            throw new RangeError(TOO_DEEP);
        if (document.errors.length > 0) {
            const errors = document.errors.slice(0, MOST_FAULTS);
            return { faults: errors.map(({ pos, message }) => ({ ...place(lineCounter, pos[0]), message })) };
        }
        const reader = new Reader(yaml, lineCounter, mostValues);
        const root = reader.read(document.contents, 0);
        return reader.faults.length > 0 ? { faults: reader.faults } : { root };
    }
    catch (error) {
        if (error instanceof RefusedYamlError)
            return { faults: [error.fault], refused: true };
        if (error instanceof RangeError)
            return { faults: [{ line: 1, column: 1, message: TOO_DEEP }], refused: true };
        throw error;
    }
}
function parsed(yaml, text, lineCounter) {
    return yaml.parseDocument(text, {
        lineCounter,
        prettyErrors: false,
        stringKeys: true,
        // The library compares each key with every other one; the reader below doesn't.
        uniqueKeys: false,
        // Its warnings would go directly to the log, bypassing the code that removes secrets.
        logLevel: 'error',
    });
}
/**
 * The library creates an error for each fault, possibly a hundred thousand, and their stacks take most of the
 * time.
 */
function withoutStacks(work) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        return work();
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
}
function place(lineCounter, offset) {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
}
class RefusedYamlError extends errors/* ActionError */.lZ {
    code = 'yaml-refused';
    fault;
    constructor(fault) {
        super(fault.message);
        this.fault = fault;
    }
}
class Reader {
    faults = [];
    #yaml;
    #lineCounter;
    #mostValues;
    /** The library searches the whole document for each alias. */
    #anchors = new Map();
    #values = 0;
    constructor(yaml, lineCounter, mostValues) {
        this.#yaml = yaml;
        this.#lineCounter = lineCounter;
        this.#mostValues = mostValues;
    }
    read(node, depth) {
        const yaml = this.#yaml;
        const at = this.#placeOf(node);
        // Aliases are followed, so a few lines could stand for billions of values.
        if (++this.#values > this.#mostValues)
            throw new RefusedYamlError({ ...at, message: TOO_MANY });
        if (depth > MOST_DEPTH)
            throw new RefusedYamlError({ ...at, message: TOO_DEEP });
        if (yaml.isAlias(node))
            return { ...this.#aliased(node.source, at, depth), ...at };
        if (yaml.isNode(node) && node.anchor !== undefined)
            this.#anchors.set(node.anchor, node);
        if (yaml.isSeq(node))
            return { ...at, kind: 'list', items: node.items.map((item) => this.read(item, depth + 1)) };
        if (yaml.isMap(node)) {
            const entries = node.items.map((pair) => this.#entry(pair.key, pair.value, depth));
            this.#refuseRepeatedKeys(entries);
            return { ...at, kind: 'map', entries };
        }
        if (!yaml.isScalar(node))
            return { ...at, kind: 'scalar', value: null, plain: true };
        return { ...at, kind: 'scalar', value: node.value, plain: node.type === 'PLAIN' };
    }
    #aliased(name, at, depth) {
        const target = this.#anchors.get(name);
        if (target !== undefined)
            return this.read(target, depth + 1);
        this.#fault({ ...at, message: `There is no anchor &${name} before this alias.` });
        return { ...at, kind: 'scalar', value: null, plain: true };
    }
    #entry(key, value, depth) {
        const name = this.#yaml.isScalar(key) ? String(key.value) : '?';
        const at = this.#placeOf(key);
        const read = this.read(value, depth + 1);
        return { key: name, ...at, value: this.#yaml.isNode(value) ? read : { ...read, ...at } };
    }
    #refuseRepeatedKeys(entries) {
        const seen = new Set();
        for (const { key, line, column } of entries) {
            if (seen.has(key))
                this.#fault({ line, column, message: 'Map keys must be unique' });
            seen.add(key);
        }
    }
    #fault(fault) {
        if (this.faults.length < MOST_FAULTS)
            this.faults.push(fault);
    }
    #placeOf(node) {
        const offset = this.#yaml.isNode(node) ? node.range?.[0] : undefined;
        return place(this.#lineCounter, offset ?? 0);
    }
}


/***/ }),

/***/ 70323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   executionsOfDocument: () => (/* binding */ executionsOfDocument)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22727);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17197);
/* harmony import */ var _formats_located_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41919);
/* harmony import */ var _execution_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51946);



const MAX_EXECUTIONS = 100;
/** Each has at most seven keys. */
const MOST_VALUES = 10 * MAX_EXECUTIONS;
/** The list in the input `executions`, and its faults. */
async function executionsOfDocument(text) {
    const document = await (0,_formats_located_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .readLocatedYaml */ .Q)(text, MOST_VALUES);
    if ('faults' in document) {
        const [fault] = document.faults;
        const what = document.refused ? 'cannot be read' : 'is not YAML or JSON';
        const where = fault === undefined ? '' : ` (line ${fault.line}, column ${fault.column})`;
        return { executions: [], faults: [`Input 'executions' ${what}: ${fault?.message ?? ''}${where}`] };
    }
    const list = plainOf(document.root);
    if (!Array.isArray(list) || list.length === 0 || list.length > MAX_EXECUTIONS) {
        const fault = `Input 'executions' must be a list of 1 to ${MAX_EXECUTIONS} execution documents.`;
        return { executions: [], faults: [fault] };
    }
    const faults = [];
    const executions = list.flatMap((entry, index) => executionOfEntry(entry, index + 1, faults) ?? []);
    return { executions, faults };
}
function plainOf(value) {
    if (value.kind === 'list')
        return value.items.map(plainOf);
    if (value.kind === 'map')
        return Object.fromEntries(value.entries.map((entry) => [entry.key, plainOf(entry.value)]));
    return value.value;
}
const fileName = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._minLength */ .m9(1));
const durationText = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ["null"] */ .chJ(), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()]));
const ENTRY = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    'test-input': fileName,
    'test-config': fileName,
    'virtual-users': zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._gte */ .qm(1)),
    'test-type': zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_execution_js__WEBPACK_IMPORTED_MODULE_1__/* .TEST_TYPES */ .JB)),
    'test-duration': durationText,
    'ramp-duration': durationText,
    region: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._minLength */ .m9(1)),
});
function executionOfEntry(entry, number, faults) {
    const where = `Input 'executions', entry ${number}`;
    const parsed = ENTRY.safeParse(entry);
    if (!parsed.success) {
        faults.push(...parsed.error.issues.map((issue) => `${where}: ${entryFault(issue)}`));
        return undefined;
    }
    const data = parsed.data;
    const testType = data['test-type'] ?? 'duration';
    const testMs = entryDuration(`${where}: 'test-duration'`, data['test-duration'], faults);
    const rampMs = entryDuration(`${where}: 'ramp-duration'`, data['ramp-duration'], faults);
    faults.push(...(0,_execution_js__WEBPACK_IMPORTED_MODULE_1__/* .durationFaults */ .AF)(`${where}: 'test-duration'`, testType, (data['test-duration'] ?? '') !== ''));
    faults.push(...(0,_execution_js__WEBPACK_IMPORTED_MODULE_1__/* .rampFaults */ .IX)(`${where}: 'ramp-duration'`, rampMs, testMs));
    return {
        testInput: data['test-input'],
        testConfig: data['test-config'],
        virtualUsers: data['virtual-users'],
        testType,
        region: data.region,
        ...(0,_execution_js__WEBPACK_IMPORTED_MODULE_1__/* .durations */ .SB)(testType, testMs, rampMs),
    };
}
function entryFault(issue) {
    const key = issue.path.length === 0 ? 'the entry' : `'${issue.path.join('.')}'`;
    if (issue.code === 'unrecognized_keys') {
        return `unknown key ${issue.keys.map((name) => `'${name}'`).join(', ')}; known keys are ${_execution_js__WEBPACK_IMPORTED_MODULE_1__/* .EXECUTION_KEYS */ .gO.map((name) => `'${name}'`).join(', ')}.`;
    }
    if (issue.code === 'invalid_value')
        return `${key} must be one of ${issue.values.map(String).join(', ')}.`;
    const kinds = {
        'virtual-users': 'a whole number of at least 1',
        'test-duration': _execution_js__WEBPACK_IMPORTED_MODULE_1__/* .WHOLE_SECONDS */ .kW,
        'ramp-duration': _execution_js__WEBPACK_IMPORTED_MODULE_1__/* .WHOLE_SECONDS */ .kW,
    };
    const kind = issue.path.length === 0 ? 'a mapping' : (kinds[String(issue.path[0])] ?? 'a non-empty text');
    return `${key} must be ${kind}.`;
}
function entryDuration(where, text, faults) {
    if (text === undefined || text === null || text === '')
        return undefined;
    const ms = (0,_execution_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeSeconds */ .$P)(text);
    if (ms === undefined)
        faults.push(`${where} must be ${_execution_js__WEBPACK_IMPORTED_MODULE_1__/* .WHOLE_SECONDS */ .kW}, got '${text}'.`);
    return ms;
}


/***/ })

};
