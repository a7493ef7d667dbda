export const id = 5926;
export const ids = [5926];
export const modules = {

/***/ 15579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eu: () => (/* binding */ waiverText),
/* harmony export */   fo: () => (/* binding */ isWaiverActive),
/* harmony export */   vi: () => (/* binding */ endOfDayMs)
/* harmony export */ });
const DAY_MS = 86_400_000;
/** The first millisecond after a day written as `2026-12-31` (UTC); undefined if there is no such day. */
function endOfDayMs(day) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
        return undefined;
    const start = Date.parse(`${day}T00:00:00Z`);
    // Some engines turn 30 February into a day in March.
    if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day)
        return undefined;
    return start + DAY_MS;
}
/** A waiver is active until the end of its last day in UTC. */
function isWaiverActive(waiver, nowMs) {
    const end = endOfDayMs(waiver.until);
    return end !== undefined && nowMs < end;
}
/** The text about the waiver of a criterion that is not met. */
function waiverText(waiver, active) {
    return active
        ? `Waived by ${waiver.owner} through ${waiver.until}: ${waiver.reason}.`
        : `Waiver by ${waiver.owner} expired ${waiver.until}: ${waiver.reason}.`;
}


/***/ }),

/***/ 35926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseCriteriaFile: () => (/* binding */ parseCriteriaFile)
});

// EXTERNAL MODULE: ./criteria/language/fault-text.js
var fault_text = __webpack_require__(55975);
// EXTERNAL MODULE: ./criteria/sources/inline-criteria.js
var inline_criteria = __webpack_require__(29628);
// EXTERNAL MODULE: ./criteria/language/criterion-parser.js + 5 modules
var criterion_parser = __webpack_require__(8357);
// EXTERNAL MODULE: ./foundation/nearest.js
var nearest = __webpack_require__(42210);
// EXTERNAL MODULE: ./criteria/language/waiver.js
var waiver = __webpack_require__(15579);
;// CONCATENATED MODULE: ./criteria/sources/waiver-field.js


const KEYS = ['until', 'owner', 'reason'];
/** Returns the waiver of a criterion, or notes its faults and returns nothing. */
function readWaiver(value, reader) {
    if (value?.kind !== 'map') {
        return reader.fault(value ?? { line: 1, column: 1 }, "'waiver' must be an object with until, owner and reason.");
    }
    for (const { key, line, column } of value.entries) {
        if (KEYS.some((name) => name === key))
            continue;
        const meant = (0,nearest/* didYouMean */.au)(key, KEYS);
        reader.fault({ line, column }, `'${key}' is not a known key of a waiver.${meant} Keys are ${KEYS.join(', ')}.`);
    }
    const fields = new Map(value.entries.map((entry) => [entry.key, entry.value]));
    const [until, owner, reason] = KEYS.map((key) => {
        const field = fields.get(key);
        if (!field)
            return reader.fault(value, `'${key}' of the waiver is missing.`);
        return reader.text(field, `'${key}' of the waiver`);
    });
    if (until === undefined || owner === undefined || reason === undefined)
        return undefined;
    if ((0,waiver/* endOfDayMs */.vi)(until) !== undefined)
        return { until, owner, reason };
    return reader.fault(fields.get('until') ?? value, `'until' must be a day such as 2026-12-31, not '${until}'.`);
}

;// CONCATENATED MODULE: ./criteria/sources/criteria-file-entry.js





const criteria_file_entry_KEYS = {
    yaml: ['check', 'xpath', 'id', 'message', 'severity', 'enabled', 'waiver'],
    'xlt-json': ['id', 'condition', 'enabled', 'message'],
};
const SEVERITIES = ['error', 'warning', 'validity'];
const PREFIXES = ['warn', 'valid'];
const MOST_ID = 200;
const MOST_TEXT = 20_000;
/** One item of the list in a criteria file: all its faults, and the entry only if there are none. */
function entryOf(item, context) {
    const reader = new EntryReader(context);
    const entry = reader.read(item);
    return entry && reader.faults.length === 0 ? { entry, faults: [] } : { faults: reader.faults };
}
class EntryReader {
    faults = [];
    #file;
    #form;
    constructor({ file, form }) {
        this.#file = file;
        this.#form = form;
    }
    read(item) {
        if (this.#form === 'yaml') {
            if (item.kind === 'scalar')
                return this.#checkEntry(item, item, new Map());
            const prefixed = this.#prefixed(item);
            if (prefixed)
                return this.#checkEntry(prefixed, item, new Map());
        }
        if (item.kind !== 'map') {
            const wanted = this.#form === 'yaml'
                ? 'a text such as requests.p95 < 500ms, or an object with check or xpath'
                : 'an object with id and condition';
            return this.fault(item, `A criterion must be ${wanted}.`);
        }
        return this.#fromFields(item, this.#fields(item.entries));
    }
    /** YAML parses `- warn: requests.p95 < 1s` as a map; it means the criterion as written. */
    #prefixed(item) {
        if (item.kind !== 'map' || item.entries.length !== 1)
            return undefined;
        const [only] = item.entries;
        if (!only || !PREFIXES.includes(only.key) || only.value.kind !== 'scalar')
            return undefined;
        const { line, column } = only;
        return {
            kind: 'scalar',
            value: `${only.key}: ${String(only.value.value)}`,
            plain: only.value.plain,
            line,
            column,
        };
    }
    #fields(entries) {
        const known = criteria_file_entry_KEYS[this.#form];
        for (const { key, line, column } of entries) {
            if (!known.includes(key)) {
                this.fault({ line, column }, `'${key}' is not a known key.${(0,nearest/* didYouMean */.au)(key, known)} Keys are ${known.join(', ')}.`);
            }
        }
        return new Map(entries.map(({ key, value }) => [key, value]));
    }
    #fromFields(item, fields) {
        const check = fields.get('check');
        const xpath = fields.get(this.#form === 'yaml' ? 'xpath' : 'condition');
        if (this.#form === 'xlt-json' && !fields.has('id'))
            this.fault(item, "'id' is missing.");
        if (check && xpath)
            return this.fault(item, "A criterion can have 'check' or 'xpath', but not both.");
        if (check)
            return this.#checkEntry(check, item, fields);
        if (!xpath) {
            return this.fault(item, this.#form === 'yaml' ? "'check' or 'xpath' is missing." : "'condition' is missing.");
        }
        const expression = this.text(xpath, 'The XPath expression');
        if (expression === undefined)
            return undefined;
        const severity = this.#severity(fields.get('severity')) ?? 'error';
        return this.#entry(item, fields, { text: expression, severity, test: { kind: 'xpath', expression } });
    }
    #checkEntry(check, item, fields) {
        const text = this.text(check, 'The criterion');
        if (text === undefined)
            return undefined;
        const result = (0,criterion_parser/* parseCriterion */.J)(text);
        if ('fault' in result) {
            const { column, message } = result.fault;
            const exact = check.kind === 'scalar' && check.plain ? check.column + column - 1 : check.column;
            return this.fault({ line: check.line, column: exact }, `${message}${yamlHint(check, text)}`, (0,fault_text/* caretExcerpt */.b3)(text, column));
        }
        const { criterion } = result;
        const given = this.#severity(fields.get('severity'));
        if (given !== undefined && criterion.severity !== 'error' && given !== criterion.severity) {
            this.fault(check, `The criterion has the prefix for ${criterion.severity}, but 'severity' is ${given}: remove one of them.`);
        }
        const severity = given ?? criterion.severity;
        return this.#entry(item, fields, {
            text: (0,inline_criteria/* withoutComment */.sp)(text),
            severity,
            test: { kind: 'measure', criterion },
        });
    }
    #entry(item, fields, rest) {
        const id = fields.has('id') ? this.text(fields.get('id'), "'id'", MOST_ID) : undefined;
        const message = fields.has('message') ? this.text(fields.get('message'), "'message'") : undefined;
        const waiver = fields.has('waiver') ? readWaiver(fields.get('waiver'), this) : undefined;
        const { line, column } = item;
        return {
            // An empty id is replaced by one based on the place, once all criteria are known.
            id: id ?? '',
            ...rest,
            enabled: this.#enabled(fields.get('enabled')),
            ...(message !== undefined && { message }),
            ...(waiver && { waiver }),
            source: { file: this.#file, line, column },
        };
    }
    #severity(value) {
        if (!value)
            return undefined;
        const text = this.text(value, "'severity'");
        const severity = SEVERITIES.find((name) => name === text);
        if (text !== undefined && !severity) {
            this.fault(value, `'severity' must be one of ${SEVERITIES.join(', ')}, not '${text}'.${(0,nearest/* didYouMean */.au)(text, SEVERITIES)}`);
        }
        return severity;
    }
    #enabled(value) {
        if (!value)
            return true;
        if (value.kind === 'scalar' && typeof value.value === 'boolean')
            return value.value;
        this.fault(value, "'enabled' must be true or false.");
        return true;
    }
    /** The text of a value; a fault if it is not a text. */
    text(value, what, most = MOST_TEXT) {
        const at = value ?? { line: 1, column: 1 };
        if (value?.kind !== 'scalar' || (typeof value.value !== 'string' && typeof value.value !== 'number')) {
            return this.fault(at, `${what} must be a text.`);
        }
        const text = String(value.value).trim();
        if (text === '')
            return this.fault(at, `${what} is empty.`);
        return text.length > most ? this.fault(at, `${what} is longer than ${most} characters.`) : text;
    }
    /** Notes a fault, and returns nothing, so it can be used in place of a value that is missing. */
    fault({ line, column }, message, excerpt) {
        this.faults.push({
            source: { file: this.#file, line, column },
            message,
            ...(excerpt !== undefined && { excerpt }),
        });
        return undefined;
    }
}
/** YAML ends an unquoted text at ` #`, even inside the quotes of a label. */
function yamlHint(check, text) {
    const cut = check.kind === 'scalar' && check.plain && (text.match(/"/g) ?? []).length % 2 === 1;
    return cut ? " In YAML, ' #' starts a comment: put the whole criterion in single quotes." : '';
}

// EXTERNAL MODULE: ./formats/located-yaml.js + 1 modules
var located_yaml = __webpack_require__(41919);
;// CONCATENATED MODULE: ./criteria/sources/criteria-file.js





const MOST_CHARACTERS = 1_000_000;
const TOP_KEYS = ['criteria'];
const NO_CRITERIA = "This is not a criteria file: it cannot be parsed, and has no key 'criteria'. It must begin with 'criteria:', followed by a list.";
/**
 * Parses a criteria file, in XLT's format if its name ends in `.json`. Finds every fault; `name` is the file
 * as given in `criteria-file`. XPath expressions are not checked here.
 */
async function parseCriteriaFile(text, name) {
    if (text.length > MOST_CHARACTERS) {
        return faultAt({ file: name, line: 1 }, `The file is larger than ${MOST_CHARACTERS / 1000} kB.`);
    }
    const content = text.replace(/^\uFEFF/, '');
    const form = /\.json$/i.test(name) ? 'xlt-json' : 'yaml';
    const broken = form === 'xlt-json' ? jsonFault(content) : undefined;
    if (broken)
        return syntaxFaults([broken], content, name);
    const document = await (0,located_yaml/* readLocatedYaml */.Q)(content);
    if ('faults' in document) {
        const [first] = document.faults;
        // These messages are our own and quote nothing from the file.
        if (document.refused && first)
            return faultAt({ file: name, line: first.line, column: first.column }, first.message);
        return syntaxFaults(document.faults, content, name);
    }
    // A file with only comments has no criteria, but that is not a fault: a message at the end says that
    // nothing was judged.
    if (isNothing(document.root) && content.trim() !== '')
        return { entries: [], faults: [] };
    return new CriteriaFileReader(name, form).read(document.root);
}
/**
 * If this key is there, the file is meant for criteria. Any other file may contain things that must not
 * appear in a log.
 */
const CRITERIA_KEY = /^[ \t{]*(?:criteria|'criteria'|"criteria")[ \t]*:/m;
/** YAML accepts more than JSON; a file that XLT's checker could not read is rejected here too. */
function jsonFault(text) {
    try {
        JSON.parse(text);
        return undefined;
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
        const before = text.slice(0, offset).split('\n');
        const said = message.replace(/ (?:in JSON )?at position.*$/s, '').replace(/, "[\s\S]*$/, '');
        return {
            line: before.length,
            column: (before.at(-1)?.length ?? 0) + 1,
            message: `This is not JSON: ${said}.`,
        };
    }
}
/**
 * The parser's messages quote the file too, so for a file that is not a criteria file, only the place of the
 * first fault is shown.
 */
function syntaxFaults(faults, text, name) {
    if (!CRITERIA_KEY.test(text)) {
        const { line, column } = faults[0] ?? { line: 1, column: 1 };
        return faultAt({ file: name, line, column }, NO_CRITERIA);
    }
    const lines = text.split('\n');
    return {
        entries: [],
        faults: faults.map(({ line, column, message }) => ({
            source: { file: name, line, column },
            message,
            excerpt: (0,fault_text/* caretExcerpt */.b3)(lines[line - 1] ?? '', column),
        })),
    };
}
function faultAt(source, message) {
    return { entries: [], faults: [{ source, message }] };
}
function isNothing(value) {
    return value.kind === 'scalar' && value.value === null;
}
class CriteriaFileReader {
    #name;
    #form;
    #entries = [];
    #faults = [];
    constructor(name, form) {
        this.#name = name;
        this.#form = form;
    }
    read(root) {
        const list = this.#listIn(root);
        if (list && list.length > inline_criteria/* MOST_CRITERIA */.Ct) {
            this.#fault(root, `There are ${list.length} criteria; the maximum is ${inline_criteria/* MOST_CRITERIA */.Ct}.`);
            return { entries: [], faults: this.#faults };
        }
        for (const item of list ?? []) {
            const { entry, faults } = entryOf(item, { file: this.#name, form: this.#form });
            this.#faults.push(...faults);
            if (entry)
                this.#entries.push(entry);
        }
        return { entries: this.#entries, faults: this.#faults };
    }
    #listIn(root) {
        if (root.kind === 'list') {
            this.#fault(root, "The list of criteria must be under the key 'criteria:'.");
            return undefined;
        }
        if (root.kind !== 'map') {
            this.#fault(root, "The file has no criteria: it must begin with 'criteria:', followed by a list.");
            return undefined;
        }
        const criteria = root.entries.find(({ key }) => key === 'criteria');
        for (const { key, line, column } of root.entries) {
            const meant = (0,nearest/* didYouMean */.au)(key, TOP_KEYS);
            // The keys of another file must not be shown.
            if (TOP_KEYS.includes(key) || (criteria === undefined && meant === ''))
                continue;
            this.#fault({ line, column }, `'${key}' is not a known key.${meant}`);
        }
        if (!criteria)
            this.#fault(root, "The key 'criteria' with the list of criteria is missing.");
        else if (isNothing(criteria.value))
            return [];
        else if (criteria.value.kind !== 'list')
            this.#fault(criteria.value, "'criteria' must be a list.");
        else
            return criteria.value.items;
        return undefined;
    }
    #fault({ line, column }, message) {
        this.#faults.push({ source: { file: this.#name, line, column }, message });
    }
}


/***/ }),

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


/***/ })

};
