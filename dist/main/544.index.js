export const id = 544;
export const ids = [544];
export const modules = {

/***/ 77544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evaluateXPathCriteria: () => (/* binding */ evaluateXPathCriteria),
  findXPathFaults: () => (/* binding */ findXPathFaults)
});

// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ../../node_modules/saxes/saxes.js
var saxes = __webpack_require__(70628);
// EXTERNAL MODULE: ./formats/xml-items.js
var xml_items = __webpack_require__(50295);
;// CONCATENATED MODULE: ./criteria/xpath/report-nodes.js
/**
 * The nodes of a report for XPath: just what the library reads of a DOM, in a fifth of the memory that a full DOM
 * takes. Names have no namespaces, as XLT writes them. Children are linked; their array is made when it is asked for.
 */
class ReportNode {
    parentNode = null;
    previousSibling = null;
    nextSibling = null;
}
class ReportParent extends ReportNode {
    firstChild = null;
    lastChild = null;
    #children;
    get childNodes() {
        if (this.#children)
            return this.#children;
        const children = [];
        for (let child = this.firstChild; child; child = child.nextSibling)
            children.push(child);
        // Sorting in document order asks again and again for the children of long lists.
        if (children.length > 16)
            this.#children = children;
        return children;
    }
    append(child) {
        child.parentNode = this;
        child.previousSibling = this.lastChild;
        if (this.lastChild)
            this.lastChild.nextSibling = child;
        else
            this.firstChild = child;
        this.lastChild = child;
    }
}
class ReportDocument extends ReportParent {
    get nodeType() {
        return 9;
    }
    get nodeName() {
        return '#document';
    }
}
const NO_ATTRIBUTES = [];
class ReportElement extends ReportParent {
    localName;
    attributes = NO_ATTRIBUTES;
    constructor(name) {
        super();
        this.localName = name;
    }
    get nodeType() {
        return 1;
    }
    get nodeName() {
        return this.localName;
    }
    get namespaceURI() {
        return null;
    }
    get prefix() {
        return null;
    }
    getAttribute(name) {
        return this.attributes.find((attribute) => attribute.localName === name)?.value ?? null;
    }
    setAttribute(name, value) {
        this.attributes = [...this.attributes, new ReportAttribute(this, name, value)];
    }
}
class ReportText extends ReportNode {
    data;
    constructor(data) {
        super();
        this.data = data;
    }
    get nodeType() {
        return 3;
    }
    get nodeName() {
        return '#text';
    }
}
class ReportAttribute {
    ownerElement;
    localName;
    value;
    constructor(ownerElement, name, value) {
        this.ownerElement = ownerElement;
        this.localName = name;
        this.value = value;
    }
    get nodeType() {
        return 2;
    }
    get nodeName() {
        return this.localName;
    }
    get name() {
        return this.localName;
    }
    get namespaceURI() {
        return null;
    }
    get prefix() {
        return null;
    }
}
const parentOf = (node) => (node instanceof ReportParent ? node : null);
const linkedOf = (node) => (node instanceof ReportNode ? node : null);
/** How the library walks these nodes. Its own walker copies lists of children for each comparison of positions. */
const reportFacade = {
    getAllAttributes: (node) => node instanceof ReportElement ? [...node.attributes] : [],
    getAttribute: (node, name) => node instanceof ReportElement ? node.getAttribute(name) : null,
    getChildNodes: (node) => parentOf(node)?.childNodes ?? [],
    getData: (node) => {
        if (node instanceof ReportAttribute)
            return node.value;
        return node instanceof ReportText ? node.data : '';
    },
    getFirstChild: (node) => parentOf(node)?.firstChild ?? null,
    getLastChild: (node) => parentOf(node)?.lastChild ?? null,
    getNextSibling: (node) => linkedOf(node)?.nextSibling ?? null,
    getPreviousSibling: (node) => linkedOf(node)?.previousSibling ?? null,
    getParentNode: (node) => node instanceof ReportAttribute ? node.ownerElement : (linkedOf(node)?.parentNode ?? null),
};

;// CONCATENATED MODULE: ./criteria/xpath/xpath-names.js
/** Parts of a report that are large and rarely asked for: left out of the document unless an expression can see them. */
const OPTIONAL_PARTS = ['configuration', 'urls'];
/** Expressions that may reach any element or attribute whatever its name. */
const REACHES_ALL = /@|(?:^|[^\w.\])*\s])\s*\*|::\s*\*|(?:^|[^\w-])(?:node|element|attribute|text|processing-instruction)\s*\(|(?:^|[^\w-])(?:and|or|div|mod|in|return|satisfies|then|else|union|intersect|except)\s+\*/;
/** The optional parts that must be read for these expressions, as far as the expressions alone tell. */
function reportPartsNamed(expressions) {
    const words = wordsOf(expressions);
    const all = expressions.some((expression) => REACHES_ALL.test(withoutStrings(expression)));
    return new Set(OPTIONAL_PARTS.filter((part) => all || words.has(part)));
}
/**
 * Every word that may name an element: those in strings too, since `name() = 'urls'` names one, but not the names of
 * functions.
 */
function wordsOf(expressions) {
    const word = /[\p{L}_][\p{L}\p{N}_.-]*(?![\p{L}\p{N}_.-]|\s*\()/gu;
    return new Set(expressions.flatMap((expression) => expression.match(word) ?? []));
}
const withoutStrings = (expression) => expression.replace(/"[^"]*"|'[^']*'/g, '""');

;// CONCATENATED MODULE: ./criteria/xpath/report-document.js




const MOST_BYTES = 64_000_000;
/** Reports are some eight levels deep; far deeper ones would overflow the stack of whatever walks the document. */
const MOST_DEPTH = 256;
class ReportTooLargeError extends Error {
    constructor() {
        super(`testreport.xml is larger than ${MOST_BYTES / 1e6} MB, too large for XPath. ` +
            'Write the criteria in the language instead, such as requests["Homepage"].p95 < 500ms: it has no such limit.');
        this.name = 'ReportTooLargeError';
    }
}
/**
 * Reads a report (bytes in the encodings of `readXmlItems`) into a document for XPath, without white space between elements and without the
 * optional parts that are not to be kept. Entities that a document type declares are errors, never expanded.
 */
async function readReportDocument(chunks, keep) {
    const builder = new DocumentBuilder(keep);
    let decoder;
    let bytes = 0;
    for await (const chunk of chunks) {
        bytes += chunk.byteLength;
        if (bytes > MOST_BYTES)
            throw new ReportTooLargeError();
        decoder ??= new TextDecoder((0,xml_items/* encodingOf */.P$)(chunk));
        builder.write(decoder.decode(chunk, { stream: true }));
    }
    builder.write(decoder?.decode() ?? '');
    return builder.finish();
}
class DocumentBuilder {
    #document = new ReportDocument();
    #keep;
    #parser = new saxes/* SaxesParser */.wT({ xmlns: false });
    #open = [];
    /** One string per name: slices of the input would keep the whole input alive. */
    #names = new Map();
    #leftOut = new Map();
    #skippedPart;
    #skippedDepth = 0;
    #text = '';
    constructor(keep) {
        this.#keep = keep;
        this.#parser.on('error', (error) => {
            throw error;
        });
        this.#parser.on('opentag', (tag) => this.#openTag(tag.name, tag.attributes));
        this.#parser.on('closetag', () => this.#closeTag());
        this.#parser.on('text', (text) => this.#addText(text));
        this.#parser.on('cdata', (text) => this.#addText(text));
    }
    write(text) {
        this.#parser.write(text);
    }
    finish() {
        this.#parser.close();
        for (const names of this.#leftOut.values())
            for (const name of this.#names.keys())
                names.delete(name);
        return { document: this.#document, leftOut: this.#leftOut };
    }
    #openTag(tagName, attributes) {
        if (this.#skippedPart !== undefined)
            return this.#skipTag(this.#skippedPart, tagName);
        const part = OPTIONAL_PARTS.find((optional) => optional === tagName);
        if (part !== undefined && !this.#keep.has(part)) {
            this.#skippedPart = part;
            return this.#skipTag(part, tagName);
        }
        this.#flushText();
        if (this.#open.length >= MOST_DEPTH)
            throw new Error(`its elements are nested more than ${MOST_DEPTH} deep`);
        const element = new ReportElement(this.#nameOf(tagName));
        for (const [name, value] of Object.entries(attributes)) {
            if (!name.startsWith('xmlns'))
                element.setAttribute(this.#nameOf(name), value);
        }
        const parent = this.#open.at(-1) ?? this.#document;
        parent.append(element);
        this.#open.push(element);
    }
    #skipTag(part, tagName) {
        this.#skippedDepth++;
        const names = this.#leftOut.get(part);
        if (names)
            names.add(tagName);
        else
            this.#leftOut.set(part, new Set([tagName]));
    }
    #closeTag() {
        if (this.#skippedPart === undefined) {
            this.#flushText(this.#open.at(-1)?.firstChild === null);
            this.#open.pop();
        }
        else if (--this.#skippedDepth === 0) {
            this.#skippedPart = undefined;
        }
    }
    #addText(text) {
        if (this.#skippedPart === undefined && this.#open.length > 0)
            this.#text += text;
    }
    #flushText(isLeaf = false) {
        const text = this.#text;
        if (text === '')
            return;
        this.#text = '';
        const element = this.#open.at(-1);
        // A name may be blanks only; what lies between elements is layout.
        if (isLeaf || /\S/.test(text))
            element?.append(new ReportText(text));
    }
    #nameOf(name) {
        const known = this.#names.get(name);
        if (known !== undefined)
            return known;
        this.#names.set(name, name);
        return name;
    }
}

;// CONCATENATED MODULE: ./criteria/xpath/xpath-criteria.js




/**
 * Evaluates XPath 3.1 expressions over the report, by expression. An expression that is faulty or does not give one
 * boolean is an error, as in XLT's own checker; so is every expression when the report can't be read.
 */
async function evaluateXPathCriteria(expressions, openReport) {
    const evaluate = await loadEvaluator();
    let document;
    try {
        document = await documentFor(expressions, openReport);
    }
    catch (error) {
        const message = error instanceof ReportTooLargeError
            ? error.message
            : `testreport.xml can not be read: ${(0,errors/* messageOf */.b)(error)}`;
        return new Map(expressions.map((expression) => [expression, { status: 'error', message }]));
    }
    return new Map(expressions.map((expression) => [expression, outcomeOf(expression, document, evaluate)]));
}
/**
 * The faults that can be told without a report: syntax, unknown functions, variables and prefixes; by expression.
 * Evaluating on an empty document is how the library compiles; what only fails on data is not reported.
 */
async function findXPathFaults(expressions) {
    const faults = new Map();
    if (expressions.length === 0)
        return faults;
    const evaluate = await loadEvaluator();
    const document = new ReportDocument();
    for (const expression of expressions) {
        try {
            evaluate(expression, document);
        }
        catch (error) {
            const message = xpathMessage(error);
            if (/^XPST\d+/.test(message))
                faults.set(expression, message);
        }
    }
    return faults;
}
async function loadEvaluator() {
    const { default: fontoxpath } = await __webpack_require__.e(/* import() */ 329).then(__webpack_require__.t.bind(__webpack_require__, 57329, 19));
    const { evaluateXPath } = fontoxpath;
    return (expression, document) => {
        const results = evaluateXPath(expression, document, reportFacade, null, evaluateXPath.ALL_RESULTS_TYPE, {
            language: evaluateXPath.XPATH_3_1_LANGUAGE,
        });
        return Array.isArray(results) ? results : [results];
    };
}
/** Reads the report without the parts that no expression can see; a second time if one turns out to be named. */
async function documentFor(expressions, openReport) {
    const keep = reportPartsNamed(expressions);
    const { document, leftOut } = await readReportDocument(await openReport(), keep);
    const words = wordsOf(expressions);
    const needed = [...leftOut].filter(([, names]) => [...names].some((name) => words.has(name)));
    if (needed.length === 0)
        return document;
    // Not awaited here: this frame would keep the first document in memory beside the second.
    return readAgain(openReport, new Set([...keep, ...needed.map(([part]) => part)]));
}
async function readAgain(openReport, keep) {
    return (await readReportDocument(await openReport(), keep)).document;
}
function outcomeOf(expression, document, evaluate) {
    try {
        const results = evaluate(expression, document);
        const [value] = results;
        if (results.length === 1 && typeof value === 'boolean') {
            return value
                ? { status: 'passed', message: 'The expression is true.' }
                : { status: 'failed', message: 'The expression is false.' };
        }
        return { status: 'error', message: notBoolean(results) };
    }
    catch (error) {
        return { status: 'error', message: `XPath: ${xpathMessage(error)}` };
    }
}
function notBoolean(results) {
    const advice = 'Compare it with something, or wrap it in exists(…) or boolean(…).';
    return `The expression gives ${kindOf(results)} instead of true or false. ${advice}`;
}
function kindOf(results) {
    const [value] = results;
    if (results.length === 0)
        return 'nothing';
    if (results.length > 1)
        return `${results.length.toLocaleString('en-US')} items`;
    if (typeof value === 'string')
        return `the string '${value.slice(0, 40)}'`;
    return typeof value === 'number' ? `the number ${value}` : 'a node';
}
/** The code and the sentence of an XPath error; the library adds stacks, and every token it would have accepted. */
function xpathMessage(error) {
    const text = (0,errors/* messageOf */.b)(error);
    const found = /X[PQ][A-Z]{2}\d{4}[^\n]*|[A-Z]{4}\d{4}[^\n]*/.exec(text)?.[0] ?? text;
    const place = /at <>:(\d+):(\d+)/.exec(text);
    const sentence = found.replace(/ Expected .*$/s, '').trim();
    return place && sentence.startsWith('XPST0003')
        ? `${sentence} Line ${place[1]}, column ${place[2]} of the expression.`
        : sentence.slice(0, 300);
}


/***/ }),

/***/ 50295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ childOf),
/* harmony export */   IM: () => (/* binding */ readXmlItems),
/* harmony export */   P$: () => (/* binding */ encodingOf),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/* harmony import */ var saxes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70628);

const MAX_DEPTH = 64;
const MAX_TEXT_CHARS = 1 << 16;
const MAX_NODES_PER_ITEM = 10_000;
const MAX_TEXT_CHARS_PER_ITEM = 4 * 2 ** 20;
/** XLT writes a tag every few hundred characters; text without one for this long is not a report. */
const MAX_CHARS_WITHOUT_TAG = 4 * 2 ** 20;
const CHARS_PER_WRITE = 1 << 16;
/**
 * Reads elements out of an XML file as a stream, one at a time. Nothing is expanded but the five entities of XML itself
 * and character references: a document type is refused, whatever it declares. UTF-8, UTF-16 by their marks, and
 * ISO-8859-1 where the file says so. Throws when the XML is not well-formed, nests deeper than 64, or is cut off.
 */
async function readXmlItems(chunks, items) {
    const reader = new ItemReader(items);
    let decoder;
    for await (const chunk of chunks) {
        decoder ??= new TextDecoder(encodingOf(chunk));
        reader.write(decoder.decode(chunk, { stream: true }));
    }
    reader.write(decoder?.decode() ?? '');
    reader.close();
}
class ItemReader {
    #items;
    #parser = new saxes__WEBPACK_IMPORTED_MODULE_0__/* .SaxesParser */ .wT({ position: false, xmlns: false });
    #path = [];
    /** The item being read and the open elements in it. */
    #open = [];
    #nodes = 0;
    #textChars = 0;
    /** Depth of the element that is left out, with all in it; 0 when none is. */
    #leftOutDepth = 0;
    #charsWithoutTag = 0;
    constructor(items) {
        this.#items = items;
        this.#parser.on('error', (error) => {
            throw error;
        });
        this.#parser.on('doctype', () => {
            throw new Error('The XML has a document type (DOCTYPE); that is refused.');
        });
        this.#parser.on('opentag', (tag) => this.#openTag(tag));
        this.#parser.on('closetag', () => this.#closeTag());
        this.#parser.on('text', (text) => this.#addText(text));
        this.#parser.on('cdata', (text) => this.#addText(text));
    }
    write(text) {
        for (let at = 0; at < text.length; at += CHARS_PER_WRITE) {
            const part = text.slice(at, at + CHARS_PER_WRITE);
            this.#charsWithoutTag += part.length;
            this.#parser.write(part);
            if (this.#charsWithoutTag > MAX_CHARS_WITHOUT_TAG)
                throw new Error(`The XML has more than ${MAX_CHARS_WITHOUT_TAG} characters without a tag.`);
        }
    }
    close() {
        this.#parser.close();
    }
    #openTag(tag) {
        this.#charsWithoutTag = 0;
        this.#path.push(tag.name);
        if (this.#path.length > MAX_DEPTH)
            throw new Error(`The XML nests deeper than ${MAX_DEPTH} elements.`);
        if (this.#leftOutDepth > 0)
            return;
        const parent = this.#open.at(-1);
        if (parent && this.#items.leaveOut.has(tag.name))
            this.#leftOutDepth = this.#path.length;
        else if (parent || this.#items.isItem(this.#path))
            this.#openNode(tag, parent);
    }
    #openNode(tag, parent) {
        const node = { name: tag.name, attributes: tag.attributes, text: '', children: [] };
        this.#nodes = parent ? this.#nodes + 1 : 0;
        if (!parent)
            this.#textChars = 0;
        if (this.#nodes > MAX_NODES_PER_ITEM)
            throw new Error(`The XML element <${this.#open[0].name}> holds more than ${MAX_NODES_PER_ITEM} others.`);
        parent?.children.push(node);
        this.#open.push(node);
    }
    #closeTag() {
        this.#charsWithoutTag = 0;
        if (this.#leftOutDepth === this.#path.length)
            this.#leftOutDepth = 0;
        else if (this.#leftOutDepth === 0) {
            const node = this.#open.pop();
            if (node && this.#open.length === 0)
                this.#items.onItem(this.#path, node);
        }
        this.#path.pop();
    }
    #addText(text) {
        const node = this.#open.at(-1);
        if (!node || this.#leftOutDepth > 0)
            return;
        this.#textChars += Math.min(text.length, MAX_TEXT_CHARS);
        if (this.#textChars > MAX_TEXT_CHARS_PER_ITEM)
            throw new Error(`The XML element <${this.#open[0].name}> holds more than ${MAX_TEXT_CHARS_PER_ITEM} characters.`);
        node.text = (node.text + text).slice(0, MAX_TEXT_CHARS);
    }
}
/** As `TextDecoder` takes it; the first chunk holds the mark or the declaration. */
function encodingOf(firstChunk) {
    if (firstChunk[0] === 0xff && firstChunk[1] === 0xfe)
        return 'utf-16le';
    if (firstChunk[0] === 0xfe && firstChunk[1] === 0xff)
        return 'utf-16be';
    const start = Buffer.from(firstChunk.subarray(0, 200)).toString('latin1');
    return /^<\?xml[^>]*encoding=["'](iso-8859-1|latin1|windows-1252)["']/i.test(start) ? 'latin1' : 'utf-8';
}
/** The first child of that name. */
function childOf(node, name) {
    return node.children.find((child) => child.name === name);
}
/** The text of the first child of that name, exactly as it stands there: blanks at its ends belong to a name. */
function nameOf(node, name = 'name') {
    return childOf(node, name)?.text || undefined;
}
/** Text of the first child of that name, without space around it; undefined where it is absent or empty. Not for names. */
function textOf(node, name) {
    return childOf(node, name)?.text.trim() || undefined;
}
/**
 * A number in any notation that reports use (`1234`, `1.234E3`, `1,234.5`); undefined for anything else, `NaN` and
 * infinity included.
 */
function numberOf(text) {
    const plain = text?.trim() ?? '';
    const ungrouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(ungrouped))
        return undefined;
    const value = Number(ungrouped);
    return Number.isFinite(value) ? value : undefined;
}


/***/ })

};
