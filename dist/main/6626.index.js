export const id = 6626;
export const ids = [6626];
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

/***/ 56626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fillConfiguration: () => (/* binding */ fillConfiguration)
/* harmony export */ });
/* harmony import */ var _formats_located_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41919);
/* harmony import */ var _file_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27778);


/**
 * Replaces `{$NAME}` by values, and file names by new names. Everything else stays the same, byte for byte. A
 * value that would change the meaning of the YAML, such as a quote inside quotes, is a fault at its place.
 */
async function fillConfiguration(text, filling) {
    const read = await (0,_formats_located_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .readLocatedYaml */ .Q)(text);
    if ('faults' in read)
        return { fault: read.faults[0] ?? { line: 1, column: 1, message: 'it is not YAML' } };
    const edits = new Map();
    const offsets = lineOffsets(text);
    const texts = textsOf(read.root);
    for (const scalar of texts) {
        const start = (offsets[scalar.line - 1] ?? 0) + scalar.column - 1;
        for (const edit of editsOf(text, start, scalar.value, filling))
            edits.set(edit.start, edit);
    }
    const filled = applied(text, [...edits.values()]);
    const again = await (0,_formats_located_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .readLocatedYaml */ .Q)(filled);
    const wrong = 'faults' in again
        ? again.faults[0]
        : firstDifference(read.root, again.root, (value) => filledText(value, filling));
    if (wrong === undefined)
        return { text: filled, used: new Set(texts.flatMap(({ value }) => filling.names.get(value) ?? [])) };
    const { line, column } = wrong;
    return {
        fault: {
            line,
            column,
            message: 'the value of a variable does not fit here; it changes what the YAML says',
        },
    };
}
function textsOf(value) {
    if (value.kind === 'list')
        return value.items.flatMap(textsOf);
    if (value.kind === 'map')
        return value.entries.flatMap((entry) => [{ ...entry, value: entry.key }, ...textsOf(entry.value)]);
    const { line, column } = value;
    return typeof value.value === 'string' ? [{ line, column, value: value.value }] : [];
}
/** In the order of their places. The text of an alias is edited only at its anchor. */
function editsOf(text, start, value, { variables, names }) {
    if (text[start] === '*')
        return [];
    const name = names.get(value);
    if (name !== undefined) {
        const at = start + (text.startsWith(value, start) ? 0 : 1);
        return text.startsWith(value, at) ? [{ start: at, end: at + value.length, text: name }] : [];
    }
    const edits = [];
    let from = start;
    for (const variable of (0,_file_words_js__WEBPACK_IMPORTED_MODULE_1__/* .variablesIn */ .DF)(value)) {
        const word = `{$${variable}}`;
        const at = text.indexOf(word, from);
        if (at === -1)
            return edits;
        from = at + word.length;
        const replacement = variables.get(variable);
        if (replacement !== undefined)
            edits.push({ start: at, end: from, text: replacement });
    }
    return edits;
}
function filledText(value, { variables, names }) {
    const name = names.get(value);
    if (name !== undefined)
        return name;
    const parts = (0,_file_words_js__WEBPACK_IMPORTED_MODULE_1__/* .variablesIn */ .DF)(value).map((variable) => [`{$${variable}}`, variables.get(variable)]);
    let rest = value;
    let filled = '';
    for (const [word, replacement] of parts) {
        const at = rest.indexOf(word);
        filled += rest.slice(0, at) + (replacement ?? word);
        rest = rest.slice(at + word.length);
    }
    return filled + rest;
}
function applied(text, edits) {
    let filled = '';
    let from = 0;
    for (const { start, end, text: replacement } of edits.toSorted((a, b) => a.start - b.start)) {
        filled += text.slice(from, start) + replacement;
        from = end;
    }
    return filled + text.slice(from);
}
function lineOffsets(text) {
    const offsets = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        offsets.push(at + 1);
    return offsets;
}
/** The first place in `before` where `after` differs from the expected result. */
function firstDifference(before, after, fill) {
    if (before.kind === 'list' && after.kind === 'list')
        return differenceOf(before, before.items, after.items, (item, other) => firstDifference(item, other, fill));
    if (before.kind === 'map' && after.kind === 'map')
        return differenceOf(before, before.entries, after.entries, (entry, other) => fill(entry.key) === other.key ? firstDifference(entry.value, other.value, fill) : entry);
    if (before.kind !== 'scalar' || after.kind !== 'scalar')
        return before;
    const expected = typeof before.value === 'string' ? fill(before.value) : before.value;
    return Object.is(expected, after.value) || String(expected) === String(after.value) ? undefined : before;
}
function differenceOf(whole, before, after, compare) {
    if (before.length !== after.length)
        return whole;
    for (const [index, one] of before.entries()) {
        const found = compare(one, after[index]);
        if (found !== undefined)
            return found;
    }
    return undefined;
}


/***/ })

};
