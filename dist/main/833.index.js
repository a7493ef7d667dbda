export const id = 833;
export const ids = [833,3904];
export const modules = {

/***/ 86025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ archiveFiles),
  i0: () => (/* binding */ archiveWalk),
  w6: () => (/* binding */ isArchiveName)
});

// EXTERNAL MODULE: ./formats/archives/byte-reader.js
var byte_reader = __webpack_require__(49169);
// EXTERNAL MODULE: ./formats/archives/inflate-budget.js
var inflate_budget = __webpack_require__(54660);
// EXTERNAL MODULE: ./formats/archives/tar-entries.js
var tar_entries = __webpack_require__(95569);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./formats/archives/zip-stream.js



const LOCAL_HEADER = 0x04034b50;
const DATA_DESCRIPTOR = 0x08074b50;
const AFTER_ENTRY = [LOCAL_HEADER, 0x02014b50, 0x06054b50, 0x06064b50];
const STORED = 0;
const DEFLATED = 8;
const NESTED_CHUNK_BYTES = 1 << 17;
/**
 * The members of a ZIP that arrives as a stream, by their local headers, in order, because the directory
 * comes only at the end. Members whose size comes after them (data descriptors) are inflated until their end
 * is found. Throws if that is impossible: for members that are encrypted, use a method other than stored or
 * deflated, or are stored with an unknown size.
 */
async function* zipStreamEntries(reader, budget) {
    for (;;) {
        const header = Buffer.from(await reader.peek(30));
        if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER)
            return;
        await reader.read(30);
        const name = Buffer.from(await reader.read(header.readUInt16LE(26))).toString('utf8');
        const extra = Buffer.from(await reader.read(header.readUInt16LE(28)));
        const bytes = contentOf(reader, { header, extra, name }, budget);
        yield { name, bytes };
        await (0,byte_reader/* drain */.Z)(bytes);
    }
}
async function* contentOf(reader, { header, extra, name }, budget) {
    const flags = header.readUInt16LE(6);
    const method = header.readUInt16LE(8);
    const sizeFollows = (flags & 8) !== 0;
    if (flags & 1)
        throw new Error(`The ZIP member ${JSON.stringify(name)} is encrypted.`);
    if (method !== STORED && method !== DEFLATED)
        throw new Error(`The ZIP member ${JSON.stringify(name)} is compressed with method ${method}, which is not supported.`);
    if (method === STORED) {
        if (sizeFollows)
            throw new Error(`The ZIP member ${JSON.stringify(name)} is stored without its size.`);
        yield* reader.take(zip64Size(extra) ?? header.readUInt32LE(18));
        return;
    }
    yield* inflatedToItsEnd(reader, budget);
    if (sizeFollows)
        await skipDescriptor(reader);
}
/** The compressed size from the ZIP64 extra field, which exists if the size does not fit into 32 bits. */
function zip64Size(extra) {
    for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
        if (extra.readUInt16LE(at) === 1 && at + 20 <= extra.length)
            return Number(extra.readBigUInt64LE(at + 12));
    }
    return undefined;
}
/** Deflate marks its own end; bytes read beyond it are put back. */
async function* inflatedToItsEnd(reader, budget) {
    const stream = (0,external_node_zlib_.createInflateRaw)({ chunkSize: NESTED_CHUNK_BYTES });
    let fed = 0;
    let last = new Uint8Array();
    async function feed() {
        for (;;) {
            const chunk = await reader.next();
            if (!chunk)
                return void stream.end();
            last = chunk;
            fed += chunk.length;
            await new Promise((done) => stream.write(chunk, () => done()));
            if (stream.bytesWritten < fed)
                return void stream.end();
        }
    }
    const fedAll = feed().catch((error) => stream.destroy(error));
    try {
        yield* (0,inflate_budget/* counted */.hS)(stream, budget);
        await fedAll;
        reader.unread(last.subarray(last.length - (fed - stream.bytesWritten)));
    }
    finally {
        stream.destroy();
    }
}
/** The descriptor has 12 to 24 bytes, depending on the variant; the next record shows which. */
async function skipDescriptor(reader) {
    const ahead = Buffer.from(await reader.peek(28));
    const signed = ahead.length >= 4 && ahead.readUInt32LE(0) === DATA_DESCRIPTOR;
    const lengths = signed ? [16, 24] : [12, 20];
    const length = lengths.find((at) => at + 4 <= ahead.length && AFTER_ENTRY.includes(ahead.readUInt32LE(at)));
    if (length === undefined)
        throw new Error('The ZIP is damaged: nothing begins after a member.');
    await reader.read(length);
}

;// CONCATENATED MODULE: ./formats/archives/archive-files.js




/** A result archive has four levels: gzip, tar, ZIP, and gzip for one timer file. This leaves some room. */
const MAX_DEPTH = 8;
const MAX_FILES = 2_000_000;
/** A walk that opens the files chosen by `wants`, within limits that are far above real archives. */
function archiveWalk(wants, budget = new inflate_budget/* InflateBudget */.Jw()) {
    return { wants, budget, maxFiles: MAX_FILES };
}
/** True for names that archives and compressed files have. */
function isArchiveName(path) {
    return /\.(tar|tgz|gz|zip)$/i.test(path);
}
/**
 * The files in an archive, in its order, read as a stream: tar, gzip and ZIP are recognized by their content,
 * nested to a small depth. Nothing is written to disk, and no file is held in memory as a whole. Throws if
 * the archive is damaged, truncated or nested too deeply, contains too many files, or unpacks to more than
 * the budget allows.
 */
async function* archiveFiles(chunks, walk) {
    const counted = { ...walk, files: 0 };
    yield* unpack(new byte_reader/* ByteReader */.k(walk.budget.ofArchive(chunks)), '', 0, counted);
}
async function* unpack(reader, path, depth, walk) {
    try {
        if (depth > MAX_DEPTH)
            throw new Error(`Archives are nested more than ${MAX_DEPTH} levels deep.`);
        const head = await reader.peek(512);
        if (head[0] === 0x1f && head[1] === 0x8b) {
            const inner = new byte_reader/* ByteReader */.k((0,inflate_budget/* gunzipped */.lY)(reader.rest(), walk.budget));
            yield* unpack(inner, path.replace(/\.(gz|tgz)$/i, ''), depth + 1, walk);
        }
        else if (isZip(head))
            yield* unpackZip(reader, path, depth, walk);
        else if ((0,tar_entries/* isTarHeader */.FY)(head))
            yield* unpackTar(reader, path, depth, walk);
        else
            yield { path, bytes: reader.rest() };
    }
    finally {
        await reader.close();
    }
}
async function* unpackTar(reader, path, depth, walk) {
    for (let entry = await (0,tar_entries/* nextTarEntry */.P3)(reader); entry; entry = await (0,tar_entries/* nextTarEntry */.P3)(reader)) {
        count(walk);
        const body = reader.take(entry.size);
        const entryPath = join(path, entry.name);
        if (entry.isFile && walk.wants(entryPath))
            yield* unpack(new byte_reader/* ByteReader */.k(kept(body)), entryPath, depth + 1, walk);
        await (0,byte_reader/* drain */.Z)(body);
        await reader.read((0,tar_entries/* paddingOf */.Zt)(entry.size));
    }
}
async function* unpackZip(reader, path, depth, walk) {
    for await (const entry of zipStreamEntries(reader, walk.budget)) {
        count(walk);
        const entryPath = join(path, entry.name);
        if (!walk.wants(entryPath))
            continue;
        yield* unpack(new byte_reader/* ByteReader */.k(kept(entry.bytes)), entryPath, depth + 1, walk);
    }
}
/** The same chunks, but the reader cannot close the stream: the rest must still be skipped. */
function kept(chunks) {
    const source = chunks[Symbol.asyncIterator]();
    return { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) };
}
function isZip(head) {
    return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}
function count(walk) {
    if (++walk.files > walk.maxFiles)
        throw new Error(`The archive contains more than ${walk.maxFiles} files.`);
}
function join(path, name) {
    return path ? `${path}/${name}` : name;
}


/***/ }),

/***/ 49169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ drain),
/* harmony export */   k: () => (/* binding */ ByteReader)
/* harmony export */ });
/** Reads a stream of chunks by exact lengths, and can take back bytes that were read too far. */
class ByteReader {
    #chunks;
    #waiting = [];
    #ended = false;
    constructor(chunks) {
        this.#chunks = chunks[Symbol.asyncIterator]();
    }
    /** The next chunk of 1 to `most` bytes; undefined at the end. */
    async next(most = Infinity) {
        const chunk = this.#waiting.shift() ?? (await this.#pull());
        if (!chunk || chunk.length <= most)
            return chunk;
        this.unread(chunk.subarray(most));
        return chunk.subarray(0, most);
    }
    /** Takes bytes back, to be read next. */
    unread(bytes) {
        if (bytes.length > 0)
            this.#waiting.unshift(bytes);
    }
    /** The next `length` bytes, or fewer at the end, without consuming them. */
    async peek(length) {
        const bytes = await this.read(length);
        this.unread(bytes);
        return bytes;
    }
    /** The next `length` bytes, or fewer at the end. */
    async read(length) {
        const first = (await this.next(length)) ?? new Uint8Array();
        if (first.length === length)
            return first;
        const parts = [first];
        for (let missing = length - first.length; missing > 0;) {
            const chunk = await this.next(missing);
            if (!chunk)
                break;
            parts.push(chunk);
            missing -= chunk.length;
        }
        return Buffer.concat(parts);
    }
    /**
     * The next `length` bytes in chunks. Throws if the stream ends first, because something is missing then.
     */
    async *take(length) {
        for (let missing = length; missing > 0;) {
            const chunk = await this.next(missing);
            if (!chunk)
                throw new Error('The file ends too early.');
            missing -= chunk.length;
            yield chunk;
        }
    }
    /** Everything up to the end. */
    async *rest() {
        for (let chunk = await this.next(); chunk; chunk = await this.next())
            yield chunk;
    }
    /** Ends the source. */
    async close() {
        this.#ended = true;
        await this.#chunks.return?.();
    }
    async #pull() {
        while (!this.#ended) {
            const result = await this.#chunks.next();
            if (result.done)
                this.#ended = true;
            else if (result.value.length > 0)
                return result.value;
        }
        return undefined;
    }
}
/** Reads the rest of the chunks without using them. */
async function drain(chunks) {
    for await (const _ of chunks)
        ;
}


/***/ }),

/***/ 95569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ isTarHeader),
/* harmony export */   P3: () => (/* binding */ nextTarEntry),
/* harmony export */   Zt: () => (/* binding */ paddingOf)
/* harmony export */ });
const BLOCK = 512;
/** Long names and extended headers are read as a whole; real ones have a few hundred bytes. */
const MAX_META_BYTES = 1 << 20;
/** True if the block is the header of a tar entry, according to its checksum. */
function isTarHeader(block) {
    if (block.length < BLOCK)
        return false;
    let sum = 256;
    for (let i = 0; i < BLOCK; i++)
        if (i < 148 || i >= 156)
            sum += block[i];
    // Eight blanks in place of the checksum itself: 256.
    return sum === octal(block, 148, 8);
}
/**
 * The next entry of a tar archive (ustar, GNU long names, pax names and sizes). Its content is not read yet:
 * `size` bytes and then `paddingOf(size)`. Undefined at the end. Throws if no entry can begin here.
 */
async function nextTarEntry(reader) {
    let longName;
    let paxSize;
    for (;;) {
        const block = await reader.read(BLOCK);
        if (block.length === 0 || isZero(block))
            return undefined;
        if (!isTarHeader(block))
            throw new Error('The tar archive is damaged: an entry is missing where one must begin.');
        const size = paxSize ?? numberField(block);
        const type = String.fromCharCode(block[156]);
        if (type === 'L')
            longName = untilZero(await readMeta(reader, size));
        else if (type === 'x') {
            const pax = paxRecords(await readMeta(reader, size));
            longName = pax.get('path') ?? longName;
            paxSize = pax.has('size') ? Number(pax.get('size')) : undefined;
        }
        else if (type === 'g' || type === 'K')
            await readMeta(reader, size);
        else
            return entryOf(block, type, longName, size);
    }
}
/** Bytes between the content and the next header. */
function paddingOf(size) {
    return (BLOCK - (size % BLOCK)) % BLOCK;
}
function entryOf(block, type, longName, size) {
    if (!Number.isSafeInteger(size) || size < 0)
        throw new Error('The tar archive is damaged: an entry has no size.');
    const prefix = text(block, 257, 5) === 'ustar' ? text(block, 345, 155) : '';
    const name = text(block, 0, 100);
    const isFile = type === '0' || type === '\0' || type === '7';
    const hasContent = isFile || !'123456'.includes(type);
    return { name: longName ?? (prefix ? `${prefix}/${name}` : name), isFile, size: hasContent ? size : 0 };
}
async function readMeta(reader, size) {
    if (!(size >= 0 && size <= MAX_META_BYTES))
        throw new Error('The tar archive is damaged: a name is too long.');
    const meta = await reader.read(size);
    await reader.read(paddingOf(size));
    return meta;
}
/** Records of the form `length key=value\n`. */
function paxRecords(meta) {
    const records = new Map();
    let at = 0;
    while (at < meta.length) {
        const length = Number.parseInt(text(meta, at, 20), 10);
        if (!(length > 0))
            break;
        const record = Buffer.from(meta.subarray(at, at + length)).toString('utf8');
        const [, key, value] = /^\d+ ([^=]*)=([^]*)\n$/.exec(record) ?? [];
        if (key !== undefined && value !== undefined)
            records.set(key, value);
        at += length;
    }
    return records;
}
/** Octal digits, or, for sizes of 8 GiB and more, a binary number marked by the highest bit. */
function numberField(block) {
    if (!(block[124] & 0x80))
        return octal(block, 124, 12);
    let value = block[124] & 0x7f;
    for (let i = 125; i < 136; i++)
        value = value * 256 + block[i];
    return value;
}
function octal(block, start, length) {
    return Number.parseInt(text(block, start, length).trim() || '0', 8);
}
function text(bytes, start, length) {
    return untilZero(bytes.subarray(start, start + length));
}
function untilZero(bytes) {
    const zero = bytes.indexOf(0);
    return Buffer.from(zero < 0 ? bytes : bytes.subarray(0, zero)).toString('utf8');
}
function isZero(block) {
    return block.every((byte) => byte === 0);
}


/***/ }),

/***/ 26850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ ErrorKindCounter),
/* harmony export */   Uc: () => (/* binding */ NO_CODE),
/* harmony export */   kg: () => (/* binding */ MOST_KINDS)
/* harmony export */ });
const MOST_KINDS = 200;
/** More than are kept in the end, because the kinds that are read first may not be the most frequent ones. */
const MOST_COUNTED = 5000;
/** Codes are whole numbers below this. */
const CODES = 1000;
const NO_CODE = -1;
/** Counts errors by label and code, or by label and message. The memory is bounded, whatever fails. */
class ErrorKindCounter {
    #kinds = new Map();
    #codes = new Map();
    #uncounted = 0;
    #last;
    /**
     * Counts an error; `code` is a status code or `NO_CODE`, `timeMs` may be NaN. True if a sample of the error
     * is wanted: then call `sample`.
     */
    add(label, code, timeMs) {
        const valid = code >= 0 && code < CODES && Number.isInteger(code) ? code : NO_CODE;
        if (valid !== NO_CODE)
            this.#codes.set(valid, (this.#codes.get(valid) ?? 0) + 1);
        const last = this.#last;
        if (last?.label === label && last.code === valid && last.message === undefined) {
            count(last, 1, timeMs, timeMs);
            return last.sample === undefined;
        }
        return this.#count((label + 1) * (CODES + 1) + valid + 1, { label, code: valid }, timeMs);
    }
    /** Counts an error that has a message instead of a code. */
    addMessage(label, message, timeMs) {
        this.#count(messageKey(label, message), { label, code: NO_CODE, message }, timeMs);
    }
    /** Adds a sample of the error that was just counted. */
    sample(text) {
        if (this.#last)
            this.#last.sample = text;
    }
    /** Adds the counts of another counter; `labels` converts its label numbers to those of this one. */
    merge(other, labels) {
        for (const [code, errors] of other.#codes)
            this.#codes.set(code, (this.#codes.get(code) ?? 0) + errors);
        this.#uncounted += other.#uncounted;
        for (const kind of other.#kinds.values()) {
            const own = { ...kind, label: labels(kind.label) };
            const key = kind.message === undefined
                ? (own.label + 1) * (CODES + 1) + kind.code + 1
                : messageKey(own.label, kind.message);
            const known = this.#kinds.get(key);
            if (known) {
                count(known, kind.count, kind.firstMs, kind.lastMs);
                if (known.sample === undefined && kind.sample !== undefined)
                    known.sample = kind.sample;
            }
            else if (this.#kinds.size < MOST_COUNTED)
                this.#kinds.set(key, own);
            else
                this.#uncounted += kind.count;
        }
        this.#last = undefined;
    }
    /** All counts, most frequent first. `codes` is set only if the source has codes at all. */
    toErrorKinds(nameOf, hasCodes) {
        const sorted = [...this.#kinds.values()].sort((a, b) => b.count - a.count);
        const rest = sorted.slice(MOST_KINDS).reduce((sum, kind) => sum + kind.count, this.#uncounted);
        const codes = [...this.#codes].sort(([, a], [, b]) => b - a);
        return {
            ...(hasCodes && { codes: codes.map(([code, errors]) => ({ code: String(code), count: errors })) }),
            kinds: sorted.slice(0, MOST_KINDS).map((kind) => toKind(kind, nameOf)),
            ...(rest > 0 && { unlistedErrors: rest }),
        };
    }
    #count(key, about, timeMs) {
        let kind = this.#kinds.get(key);
        if (kind === undefined) {
            if (this.#kinds.size >= MOST_COUNTED) {
                this.#uncounted++;
                this.#last = undefined;
                return false;
            }
            kind = { ...about, count: 0, firstMs: NaN, lastMs: NaN };
            this.#kinds.set(key, kind);
        }
        count(kind, 1, timeMs, timeMs);
        this.#last = kind;
        return kind.sample === undefined;
    }
}
function messageKey(label, message) {
    return `${label} ${message}`;
}
/** Unknown times (NaN) do not replace known ones. */
function count(kind, errors, firstMs, lastMs) {
    kind.count += errors;
    if (!(firstMs >= kind.firstMs))
        kind.firstMs = Number.isNaN(firstMs) ? kind.firstMs : firstMs;
    if (!(lastMs <= kind.lastMs))
        kind.lastMs = Number.isNaN(lastMs) ? kind.lastMs : lastMs;
}
function toKind({ label, code, message, count: errors, firstMs, lastMs, sample }, nameOf) {
    return {
        label: nameOf(label),
        ...(code !== NO_CODE && { code: String(code) }),
        ...(message !== undefined && { message }),
        count: errors,
        ...(!Number.isNaN(firstMs) && { firstAtMs: firstMs }),
        ...(!Number.isNaN(lastMs) && { lastAtMs: lastMs }),
        ...(sample !== undefined && sample !== '' && { sample }),
    };
}


/***/ }),

/***/ 93319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ maskedText),
/* harmony export */   Qy: () => (/* binding */ firstLineOf),
/* harmony export */   _d: () => (/* binding */ maskedSample)
/* harmony export */ });
/** Long enough to see what failed; a whole stack trace would be too long. */
const MOST_CHARACTERS = 300;
const MOST_READ_BYTES = 2000;
const SECRET_NAME = /token|key|secret|passw|pwd|auth|session|sid$|sig$|signature|jwt|credential|^code$/i;
/** A URL or message in UTF-8, masked as by `maskedText`. */
function maskedSample(bytes) {
    const text = new TextDecoder().decode(bytes.subarray(0, MOST_READ_BYTES));
    return maskedText(text, bytes.length <= MOST_READ_BYTES);
}
/**
 * The first line of a stack trace. XLT writes its line ends as `
 * `.
 */
function firstLineOf(trace) {
    const text = new TextDecoder().decode(trace.subarray(0, MOST_READ_BYTES)).trimStart();
    const [line = ''] = text.split(/\\[nrt]|[\r\n]/, 1);
    return maskedText(line.trimEnd(), line.length < text.length || trace.length <= MOST_READ_BYTES);
}
/**
 * Text from a service or a test in a form that can be shown: user names in URLs, and values with names like
 * those of secrets, are masked. If the text is too long or incomplete, it is cut between words, because a
 * part of a secret would not be recognized later.
 */
function maskedText(text, isWhole = true) {
    const masked = text
        .slice(0, MOST_READ_BYTES)
        .replace(/\/\/[^/?#@\s]*@/g, '//***@')
        .replace(/\b(Bearer|Basic)\s+[^\s,;]+/gi, '$1 ***')
        .replace(/([\w.%[\]-]{1,80})=([^&#;\s"']*)/g, (all, name) => SECRET_NAME.test(name) ? `${name}=***` : all);
    if (isWhole && masked.length <= MOST_CHARACTERS)
        return masked;
    return `${/^.*[\s/?&=#;,:]/s.exec(masked.slice(0, MOST_CHARACTERS - 1))?.[0] ?? ''}…`;
}


/***/ }),

/***/ 31224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readCsvRecord),
/* harmony export */   x: () => (/* binding */ MAX_RECORD_BYTES)
/* harmony export */ });
const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;
/** Longer records count as broken, so that a quote that is never closed cannot take up the whole file. */
const MAX_RECORD_BYTES = 1 << 16;
/**
 * Reads one record of RFC 4180 at `start`: fields between commas, in quotes if they contain commas, quotes
 * (doubled) or line ends. `bytes` up to `end` must end with a line end. Line ends are LF or CRLF; quotes
 * inside a field that does not begin with one are kept. If a closing quote is followed by anything else, or
 * the record is longer than `MAX_RECORD_BYTES`, it is broken, and the next one begins after the next line
 * end. This is the simple, slow way, for records with quotes.
 */
function readCsvRecord(bytes, start, end) {
    const fields = [];
    let at = start;
    for (;;) {
        const field = bytes[at] === QUOTE ? quotedField(bytes, at, end) : plainField(bytes, at, end);
        const failedAt = 'failedAt' in field ? field.failedAt : field.next;
        if (failedAt - start > MAX_RECORD_BYTES)
            return brokenAt(bytes, start + MAX_RECORD_BYTES, end);
        if ('failedAt' in field)
            return field.failedAt >= end ? { kind: 'incomplete' } : brokenAt(bytes, field.failedAt, end);
        fields.push(field.value);
        if (bytes[field.next] === LF)
            return { kind: 'fields', fields, next: field.next + 1 };
        at = field.next + 1;
    }
}
/** `next` is the comma or LF after the field; a CR before the LF does not belong to it. */
function plainField(bytes, start, end) {
    let at = start;
    while (at < end && bytes[at] !== COMMA && bytes[at] !== LF)
        at++;
    if (at >= end)
        return { failedAt: end };
    const length = bytes[at] === LF && at > start && bytes[at - 1] === CR ? at - 1 - start : at - start;
    return { value: Buffer.from(bytes.subarray(start, start + length)), next: at };
}
function quotedField(bytes, start, end) {
    const value = [];
    let at = start + 1;
    for (; at < end; at++) {
        if (bytes[at] === QUOTE && bytes[++at] !== QUOTE)
            break;
        // Only the end of a value that is too long still matters, so the rest is not kept.
        if (value.length < MAX_RECORD_BYTES)
            value.push(bytes[at]);
    }
    if (at < end && bytes[at] === CR && bytes[at + 1] === LF)
        at++;
    if (at >= end || (bytes[at] !== COMMA && bytes[at] !== LF))
        return { failedAt: Math.min(at, end) };
    return { value: Buffer.from(value), next: at };
}
function brokenAt(bytes, at, end) {
    const lineEnd = bytes.subarray(0, end).indexOf(LF, at);
    return { kind: 'broken', next: lineEnd < 0 ? end : lineEnd + 1 };
}


/***/ }),

/***/ 62948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lQ: () => (/* binding */ FieldIndex),
  gM: () => (/* binding */ scanBlocks)
});

// UNUSED EXPORTS: BLOCK_BYTES, ROW_PLACES

;// CONCATENATED MODULE: ./measurements/lines/vectors.generated.js
// Written by scripts/build-vectors.ts from vectors/.
// prettier-ignore
const VECTORS = 'AGFzbQEAAAABEwJgBH9/f38Bf2AHf39/f39/fwACSwQLZmluZC1maWVsZHMCTEYDfwALZmluZC1maWVsZHMFQ09NTUEDfwALZmluZC1maWVsZHMFUVVPVEUDfwADZW52Bm1lbW9yeQIAAAMDAgABBxICB2NvbnZlcnQAAQRmaW5kAAAK1wgCtQICBn8GeyMA/Q8hDSMB/Q8hDiMC/Q8hDyACIQQgAyEFA0AgACABSQRAIAD9AAQAIgogDf0jIQsgDCAKIA/9I/1QIQwgCyAKIA79I/1Q/WQhCCAL/WQhBgNAIAYEQCAFIAggBkEBayIHIAZBf3NxcWkgBCACa0ECdmo2AgAgBUEEaiEFIAYgB3EhBgwBCwsgCCAIQQFrcSIHIAdBAWtxIgYgBkEBa3EhCSAEIAAgCGhqNgIAIAQgACAHaGo2AgQgBCAAIAZoajYCCCAEIAAgCWhqNgIMIARBEGohByAJIAlBAWtxIQYDQCAGBEAgByAAIAZoajYCACAHQQRqIQcgBiAGQQFrcSEGDAELCyAEIAhpQQJ0aiEEIABBEGohAAwBCwtBfyAFIANrQQJ2IgBrIAAgDP1TGwudBgMGfwJ+AXwgBSEIIAEhCQNAIAIgCUsEQCAGQQRqIAkoAgBBAnRqIgcoAgAiAUEAIAFBAWstAABBDUYbIQpBACEBIAMhBQNAIAQgBUsEQEQAAAAAAAD4fyEPIAAgBSgCAGoiCyAHSQRAIAsoAgQiDCAKIAxGayIMIAsoAgBrQQFrIgsEQCABIAtBCE0EfCAMQQhrKQMAQrDgwIGDhoyYMIVBCCALa0EDdK0iDYggDYYhDQJ8IAtBAksEfyANQjCIp0H/AXFBHkYFQQALBEAgDUKAgICAgICAgH+DIA1CEIZCCIiEIg1CCn4gDUIIiHxC/4H8h/CfwP8AgyIOQuQAfiAOQhCIfEL//4OA8P8/gyIOQpDOAH4gDkIgiHxC/////w+DuUQAAAAAAAD4fyANQoaMmLDgwIGDBnwgDYRC8OHDh4+evPhwg1AbRAAAAAAAACRAowwBCyANQgp+IA1CCIh8Qv+B/Ifwn8D/AIMiDkLkAH4gDkIQiHxC//+DgPD/P4MiDkKQzgB+IA5CIIh8Qv////8Pg7lEAAAAAAAA+H8gDUKGjJiw4MCBgwZ8IA2EQvDhw4ePnrz4cINQGwsFIAtBD0sEfEQAAAAAAAD4fwUgDEEQaykDAEKw4MCBg4aMmDCFQRAgC2tBA3StIg2IIA2GIg1CCn4gDUIIiHxC/4H8h/CfwP8AgyIOQuQAfiAOQhCIfEL//4OA8P8/gyIOQpDOAH4gDkIgiHxC/////w+DuUQAAAAAAAD4fyANQoaMmLDgwIGDBnwgDYRC8OHDh4+evPhwg1AbRAAAAACE15dBoiAMQQhrKQMAQrDgwIGDhoyYMIUiDUIKfiANQgiIfEL/gfyH8J/A/wCDIg5C5AB+IA5CEIh8Qv//g4Dw/z+DIg5CkM4AfiAOQiCIfEL/////D4O5RAAAAAAAAPh/IA1ChoyYsODAgYMGfCANhELw4cOHj568+HCDUBugCwsiDyAPYnIhAQsLIAggBSgCBGogDzkDACAFQQhqIQUMAQsLIAggATYCOCAHIQAgCEFAayEIIAlBBGohCQwBCwsL';

;// CONCATENATED MODULE: ./measurements/lines/load-vectors.js

const LF = 10;
const QUOTE = 34;
const COMMA = 44;
const PAGE_BYTES = 1 << 16;
/**
 * A memory of at least this many bytes and the functions that work on it; undefined if the platform has no
 * vectors.
 */
function loadVectors(memoryBytes) {
    try {
        const memory = new WebAssembly.Memory({ initial: Math.ceil(memoryBytes / PAGE_BYTES) });
        const module = new WebAssembly.Module(Buffer.from(VECTORS, 'base64'));
        const imports = { env: { memory }, 'find-fields': { LF, COMMA, QUOTE } };
        const { exports } = new WebAssembly.Instance(module, imports);
        // The module exports exactly these.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        return { buffer: memory.buffer, ...exports };
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./measurements/lines/number-field.js
var number_field = __webpack_require__(10930);
;// CONCATENATED MODULE: ./measurements/lines/field-index.js


/** The most bytes of a block: enough for what zlib inflates at a time. */
const BLOCK_BYTES = 1 << 20;
/** A few bytes before a field and after the last one may be read, so they must be in the memory. */
const MARGIN = 16;
const POSITIONS_AT = MARGIN + BLOCK_BYTES + MARGIN;
/** Four positions are written at a time, even if there are fewer. */
const LINES_AT = POSITIONS_AT + 4 * (BLOCK_BYTES + 1 + 4);
const COLUMNS_AT = (LINES_AT + 4 * BLOCK_BYTES + 63) & ~63;
const MOST_COLUMNS = 7;
const ROWS_AT = COLUMNS_AT + 64;
/**
 * The numbers of this many lines are converted at a time, so that they stay in the processor's first cache.
 */
const LINES_AT_A_TIME = 256;
/** A row has a place for each wanted number; the last place shows whether one of them could not be read. */
const ROW_PLACES = 8;
/** The index of that place if the row is read as numbers of 32 bits. */
const FAULTS_PLACE = 2 * ROW_PLACES - 2;
const MEMORY_BYTES = ROWS_AT + LINES_AT_A_TIME * ROW_PLACES * 8;
const CR = 13;
/**
 * The positions of the fields in a block of CSV, as if it had no quotes. One index is used for many blocks,
 * one after another.
 */
class FieldIndex {
    /** The block is in here, from `start` to `end`. */
    bytes;
    view;
    start = MARGIN;
    end = MARGIN;
    /**
     * The positions of commas and line ends, ascending, after the position before the block: a field is between
     * two of them.
     */
    positions;
    /** For each line, which of the positions is its line end, not counting the one before the block. */
    lineEnds;
    /** The numbers of a line begin at the place that `rowOf` returns. */
    rows;
    #hasQuotes = false;
    #lines = 0;
    #firstOfRows = 0;
    #endOfRows = 0;
    #find;
    #convert;
    #columns;
    #columnCount = 0;
    #faults;
    /** Both ways give the same result; `vectors` is several times as fast, if the platform supports it. */
    constructor(how = 'vectors') {
        const vectors = how === 'vectors' ? loadVectors(MEMORY_BYTES) : undefined;
        const buffer = vectors?.buffer ?? new ArrayBuffer(MEMORY_BYTES);
        this.bytes = new Uint8Array(buffer);
        this.view = new DataView(buffer);
        this.positions = new Int32Array(buffer, POSITIONS_AT, BLOCK_BYTES + 1);
        this.lineEnds = new Int32Array(buffer, LINES_AT, BLOCK_BYTES);
        this.#columns = new Int32Array(buffer, COLUMNS_AT, 2 * MOST_COLUMNS);
        this.rows = new Float64Array(buffer, ROWS_AT, LINES_AT_A_TIME * ROW_PLACES);
        this.#faults = new Int32Array(buffer, ROWS_AT, LINES_AT_A_TIME * ROW_PLACES * 2);
        this.#find = vectors?.find ?? ((start, end) => this.#findByBytes(start, end));
        this.#convert = vectors?.convert ?? (() => this.#leaveToReadNumber());
    }
    /** Sets which columns are numbers, at most seven, and the place in a row for each; other places are NaN. */
    wantNumbers(columns, places) {
        this.#columnCount = columns.length;
        for (let i = 0; i < columns.length; i++) {
            this.#columns[2 * i] = 4 * columns[i];
            this.#columns[2 * i + 1] = 8 * places[i];
        }
        this.rows.fill(NaN);
        this.#endOfRows = 0;
    }
    /** Reads a block of at most `BLOCK_BYTES` that ends with a line end; returns its number of lines. */
    read(block) {
        this.bytes.set(block, this.start);
        this.end = this.start + block.length;
        // Vectors are read beyond the end of the block, where commas of the previous block may be left.
        this.bytes.fill(0, this.end, this.end + MARGIN);
        this.positions[0] = this.start - 1;
        const lines = this.#find(this.start, this.end, POSITIONS_AT + 4, LINES_AT);
        this.#hasQuotes = lines < 0;
        this.#lines = lines < 0 ? -1 - lines : lines;
        this.#endOfRows = 0;
        return this.#lines;
    }
    /**
     * The index in `rows` of the numbers of a line; its fields begin after the position `before`. A field that
     * is empty, missing, or that `readNumber` cannot read is NaN. Lines must be requested in ascending order.
     */
    rowOf(line, before) {
        if (line >= this.#endOfRows)
            this.#convertFrom(line, before);
        const row = (line - this.#firstOfRows) * ROW_PLACES;
        if (this.#faults[2 * row + FAULTS_PLACE] !== 0)
            this.#convertLine(row, before, this.lineEnds[line] + 1);
        return row;
    }
    /** False if a number in a row has a form that `readNumber` cannot read. */
    isWhole(row) {
        return this.#faults[2 * row + FAULTS_PLACE] === 0;
    }
    /** The next quote from a place on; infinity if there is none. */
    quoteFrom(place) {
        const quoteAt = this.#hasQuotes ? this.bytes.indexOf(QUOTE, place) : -1;
        return quoteAt < 0 || quoteAt >= this.end ? Infinity : quoteAt;
    }
    #convertFrom(line, before) {
        const end = Math.min(this.#lines, line + LINES_AT_A_TIME);
        const columnsEnd = COLUMNS_AT + 8 * this.#columnCount;
        this.#firstOfRows = line;
        this.#endOfRows = end;
        if (this.#columnCount === 0)
            return;
        const places = [POSITIONS_AT + 4 * before, LINES_AT + 4 * line, LINES_AT + 4 * end];
        this.#convert(...places, COLUMNS_AT, columnsEnd, ROWS_AT, POSITIONS_AT);
    }
    /** Without vectors, every line is read in the way for lines with faults. */
    #leaveToReadNumber() {
        for (let i = FAULTS_PLACE; i < this.#faults.length; i += 2 * ROW_PLACES)
            this.#faults[i] = 1;
    }
    #convertLine(row, before, last) {
        let faults = 0;
        for (let i = 0; i < this.#columnCount; i++) {
            const at = before + (this.#columns[2 * i] >> 2);
            const place = row + (this.#columns[2 * i + 1] >> 3);
            this.rows[place] = NaN;
            if (at >= last)
                continue;
            const end = this.positions[at + 1];
            const hasCr = at + 1 === last && this.bytes[end - 1] === CR;
            if (!(0,number_field/* readNumber */.k)(this.view, this.positions[at] + 1, hasCr ? end - 1 : end, this.rows, place))
                faults++;
        }
        this.#faults[2 * row + FAULTS_PLACE] = faults;
    }
    #findByBytes(start, end) {
        let found = 0;
        let lines = 0;
        let hasQuotes = false;
        for (let at = start; at < end; at++) {
            const byte = this.bytes[at];
            if (byte === QUOTE)
                hasQuotes = true;
            if (byte === LF)
                this.lineEnds[lines++] = found;
            if (byte === LF || byte === COMMA)
                this.positions[++found] = at;
        }
        return hasQuotes ? -1 - lines : lines;
    }
}
/**
 * Reads `bytes` from `start` to `end` in blocks. `readBlock` gets the number of lines in the index, and
 * returns the place of the first incomplete record, or the end of the block. Returns the same for `bytes`.
 * `tooLong` is called for a line that is longer than a block.
 */
function scanBlocks(index, [bytes, start, end], readBlock, tooLong) {
    let at = start;
    while (at < end) {
        const blockEnd = end - at <= BLOCK_BYTES ? end : bytes.lastIndexOf(LF, at + BLOCK_BYTES - 1) + 1;
        if (blockEnd <= at) {
            tooLong();
            at = bytes.indexOf(LF, at) + 1;
            continue;
        }
        const next = at + readBlock(index.read(bytes.subarray(at, blockEnd))) - index.start;
        if (next < blockEnd && blockEnd === end)
            return next;
        at = next;
    }
    return end;
}


/***/ }),

/***/ 26545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ LineFeed)
/* harmony export */ });
/* harmony import */ var _csv_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31224);

const LF = 10;
/**
 * Passes chunks of any size to a scanner, so that it gets only whole lines. The incomplete end of a chunk is
 * kept (at most 128 KiB and a chunk) and completed from the next one; everything else is read without
 * copying.
 */
class LineFeed {
    #scanner;
    #kept = Buffer.allocUnsafe(4096);
    #keptBytes = 0;
    /**
     * Kept bytes are scanned again when there are this many; otherwise an open quote would cost a scan for
     * every line.
     */
    #wantedBytes = 0;
    /** True while the rest of a record that is too long is skipped. */
    #skipping = false;
    constructor(scanner) {
        this.#scanner = scanner;
    }
    write(chunk) {
        const start = this.#completeKept(chunk);
        const end = chunk.lastIndexOf(LF) + 1;
        const next = end > start ? this.#scanner.scan(chunk, start, end) : start;
        this.#keep(chunk, next, chunk.length);
        this.#wantedBytes = end > next ? this.#keptBytes * 2 : this.#wantedBytes;
        this.#limitKept();
    }
    /** Reads the rest: the last line may have no line end. */
    end() {
        if (this.#keptBytes === 0)
            return;
        if (this.#kept[this.#keptBytes - 1] !== LF)
            this.#keep(Buffer.of(LF), 0, 1);
        this.#scanKept(this.#keptBytes);
        if (this.#keptBytes > 0)
            this.#scanner.addBroken();
        this.#keptBytes = 0;
    }
    /** Returns where reading in the chunk continues. */
    #completeKept(chunk) {
        let at = 0;
        while (this.#keptBytes > 0 || this.#skipping) {
            const next = chunk.indexOf(LF, at + Math.max(0, this.#wantedBytes - this.#keptBytes)) + 1;
            if (!this.#skipping)
                this.#keep(chunk, at, next || chunk.length);
            if (next === 0)
                return chunk.length;
            this.#skipping = false;
            this.#scanKept(this.#keptBytes);
            at = next;
        }
        return at;
    }
    /** Scans the kept bytes up to a line end, and keeps the rest. */
    #scanKept(end) {
        const next = end > 0 ? this.#scanner.scan(this.#kept, 0, end) : 0;
        this.#kept.copyWithin(0, next, this.#keptBytes);
        this.#keptBytes -= next;
        this.#wantedBytes = this.#keptBytes * 2;
    }
    /** Gives up a record that is too long before even more of it is kept. */
    #limitKept() {
        if (this.#keptBytes <= 2 * _csv_record_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_RECORD_BYTES */ .x)
            return;
        this.#scanKept(this.#kept.lastIndexOf(LF, this.#keptBytes - 1) + 1);
        if (this.#keptBytes <= _csv_record_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_RECORD_BYTES */ .x)
            return;
        this.#scanner.addBroken();
        this.#keptBytes = 0;
        this.#wantedBytes = 0;
        this.#skipping = true;
    }
    #keep(bytes, start, end) {
        const size = this.#keptBytes + end - start;
        if (size > this.#kept.length) {
            const larger = Buffer.allocUnsafe(size * 2);
            larger.set(this.#kept.subarray(0, this.#keptBytes));
            this.#kept = larger;
        }
        this.#kept.set(bytes.subarray(start, end), this.#keptBytes);
        this.#keptBytes = size;
    }
}


/***/ }),

/***/ 10930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readNumber),
/* harmony export */   r: () => (/* binding */ numberOf)
/* harmony export */ });
/**
 * This many bytes before a field may be read, whatever they are. It is also the largest number of digits that
 * are converted as words.
 */
const WORD_DIGITS = 8;
const ZEROS = 0x30303030;
const POINT = 46;
/** Numbers with this many digits, and the powers of ten that they need, are exact. */
const MOST_DIGITS = 15;
/**
 * Reads the number in a field of digits, perhaps with a point inside, to a place in a row; NaN if the field
 * is empty. False for anything else: another notation, or not a number. Up to eight digits are converted four
 * at a time, because the processor cannot predict the length of a loop. There must be eight bytes before the
 * field, whatever they are. The result is written to a row, because returning a number with a fraction would
 * allocate memory.
 */
function readNumber(view, start, end, row, place) {
    const length = end - start;
    if (length === 0) {
        row[place] = NaN;
        return true;
    }
    if (length > WORD_DIGITS)
        return readLong(view, start, end, row, place);
    const low = fourDigits(view.getInt32(end - 4, true), length);
    if (low < 0)
        return readTenths(view, start, end, row, place);
    if (length <= 4) {
        row[place] = low;
        return true;
    }
    const high = fourDigits(view.getInt32(end - 8, true), length - 4);
    if (high < 0)
        return readDecimal(view, start, end, row, place);
    row[place] = high * 10_000 + low;
    return true;
}
/** Nine to fifteen digits, such as a time in ms; passes on everything else. */
function readLong(view, start, end, row, place) {
    const length = end - start;
    if (length > MOST_DIGITS)
        return false;
    const first = length > 12 ? fourDigits(view.getInt32(end - 16, true), length - 12) : 0;
    const second = fourDigits(view.getInt32(end - 12, true), length - 8);
    const third = fourDigits(view.getInt32(end - 8, true), 4);
    const fourth = fourDigits(view.getInt32(end - 4, true), 4);
    if ((first | second | third | fourth) < 0)
        return readDecimal(view, start, end, row, place);
    row[place] = (first * 10_000 + second) * 1e8 + (third * 10_000 + fourth);
    return true;
}
/** `62.4` and `6.2`, as percentages are written; passes on everything else. */
function readTenths(view, start, end, row, place) {
    const length = end - start;
    const word = view.getInt32(end - 4, true);
    if (length < 3 || length > 4 || ((word >>> 16) & 255) !== POINT)
        return readDecimal(view, start, end, row, place);
    const digits = fourDigits((word & 0xff000000) | ((word & 0xffff) << 8) | 48, length - 1);
    if (digits < 0)
        return false;
    row[place] = digits / 10;
    return true;
}
/** The last digits of a word, up to four; -1 if they are not all digits. */
function fourDigits(word, length) {
    const digits = (word ^ ZEROS) & (length >= 4 ? -1 : -1 << ((4 - length) << 3));
    // A value above 9 sets a bit in the upper half of its byte, directly or after adding 6.
    if (((digits + 0x06060606) | digits) & 0xf0f0f0f0)
        return -1;
    return (digits & 15) * 1000 + ((digits >>> 8) & 15) * 100 + ((digits >>> 16) & 15) * 10 + (digits >>> 24);
}
/**
 * Digits with a point: the quotient of a whole number and a power of ten. Both are exact, so the result is
 * the same as that of `Number`.
 */
function readDecimal(view, start, end, row, place) {
    let value = 0;
    let divisor = 1;
    let pointAt = -1;
    if (end - start > MOST_DIGITS)
        return false;
    for (let at = start; at < end; at++) {
        const digit = view.getUint8(at) - 48;
        if (digit >= 0 && digit <= 9) {
            value = value * 10 + digit;
            if (pointAt >= 0)
                divisor *= 10;
        }
        else if (digit === POINT - 48 && pointAt < 0 && at > start && at < end - 1)
            pointAt = at;
        else
            return false;
    }
    row[place] = value / divisor;
    return true;
}
/** The number in a text of any decimal notation; NaN if it is not a number. */
function numberOf(text) {
    return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
}


/***/ }),

/***/ 51717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ TIME),
/* harmony export */   G$: () => (/* binding */ CLIENT),
/* harmony export */   M4: () => (/* binding */ MEMORY_USED),
/* harmony export */   RO: () => (/* binding */ logColumnsOf),
/* harmony export */   TL: () => (/* binding */ URL_SAMPLE),
/* harmony export */   XQ: () => (/* binding */ STATUS),
/* harmony export */   d_: () => (/* binding */ LABEL),
/* harmony export */   jc: () => (/* binding */ FIRST_NUMBER),
/* harmony export */   m: () => (/* binding */ CPU_IDLE),
/* harmony export */   nw: () => (/* binding */ ROW)
/* harmony export */ });
/* unused harmony export SKIP */
/** How a column is read. From `FIRST_NUMBER` on, the value is a place in the scanner's row of numbers. */
const SKIP = 0;
const LABEL = 1;
const TIME = 2;
/** Read only for samples of failed requests. */
const URL_SAMPLE = 3;
/** The virtual user that sent the request. */
const CLIENT = 4;
const FIRST_NUMBER = 5;
/**
 * The columns by their place in a row of numbers: first time, duration and bytes, at the places that
 * `TimingAccumulator` expects.
 */
const ROW = ['time', 'msec_duration', 'req_bytes', 'resp_bytes', 'status', 'mb_memused', 'pct_cpuidle'];
const STATUS = 4;
const MEMORY_USED = 5;
const CPU_IDLE = 6;
const REQUIRED = ['command', 'status', 'msec_duration'];
/** The order of columns in the service's documentation, for logs without a header. */
const DOCUMENTED = 'time,client_id,command,url,method,status,req_bytes,resp_bytes,msec_duration,mb_memused,mb_memavail,pct_cpuuser,pct_cpusystem,pct_cpuidle'.split(',');
/**
 * Finds the columns from the fields of the first line. Throws an error that names the missing and the
 * existing columns if it cannot.
 */
function logColumnsOf(firstLine) {
    const names = firstLine.map((name) => name
        .replace(/^\uFEFF/, '')
        .trim()
        .toLowerCase());
    if (looksLikeRequest(names))
        return columnsOf(DOCUMENTED, false);
    const missing = REQUIRED.filter((name) => !names.includes(name));
    if (missing.length === 0)
        return columnsOf(names, true);
    const found = names
        .map((name) => JSON.stringify(name.slice(0, 40)))
        .slice(0, 20)
        .join(', ');
    throw new Error(`The request log has no column ${missing.map((name) => `"${name}"`).join(', ')}; its first line has ${found}.`);
}
function looksLikeRequest(fields) {
    const status = fields[DOCUMENTED.indexOf('status')] ?? '';
    const duration = fields[DOCUMENTED.indexOf('msec_duration')] ?? '';
    return fields.length === DOCUMENTED.length && /^\d+$/.test(status) && /^\d+(\.\d+)?$/.test(duration);
}
function columnsOf(names, hasHeader) {
    const roles = Uint8Array.from(names, (name, i) => (names.indexOf(name) === i ? roleOf(name) : SKIP));
    return { roles, hasHeader, hasTime: names.includes('time') };
}
function roleOf(name) {
    if (name === 'command')
        return LABEL;
    if (name === 'time')
        return TIME;
    if (name === 'url')
        return URL_SAMPLE;
    if (name === 'client_id')
        return CLIENT;
    const place = ROW.indexOf(name);
    return place < 0 ? SKIP : FIRST_NUMBER + place;
}


/***/ }),

/***/ 60128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ RequestLogTotals)
});

// EXTERNAL MODULE: ./measurements/totals/timing-accumulator.js
var timing_accumulator = __webpack_require__(61201);
;// CONCATENATED MODULE: ./measurements/lines/log-time.js

const ZERO = 48;
const MINUTE_MS = 60_000;
/** So small that every sum with it is below 0. */
const NO_DIGIT = -1e18;
/** `2026-01-15T09:30`, which all times in a minute have in common, is four words long. */
const MINUTE_BYTES = 16;
const FORMS = ['ISO 8601', 'epoch seconds', 'epoch ms', 'epoch µs', 'epoch ns'];
/**
 * Reads times from bytes without creating strings: ISO 8601 (`T` or a space between date and time, UTC if
 * there is no zone), or the time since 1970 as a number, whose size shows its unit. The service does not
 * document the format.
 */
class LogTime {
    /** Bit `i` is set if a time in form `i` was read. */
    #seen = 0;
    /**
     * The first bytes of the previous time, and its minute in ms: most neighbors in a log have the same minute.
     */
    #minute = new Int32Array(MINUTE_BYTES / 4);
    #minuteMs = NaN;
    /** True if a time without fractions of a second was read. */
    hasWholeSeconds = false;
    /** The forms that were read so far. */
    get forms() {
        return FORMS.filter((_, form) => this.#seen & (1 << form));
    }
    /** Writes the milliseconds since 1970, rounded down, to their place in the row; NaN if it is not a time. */
    read(view, start, end, rows, row) {
        if (end - start === 24 && this.#isSameMinute(view, start) && this.#readUsual(view, start, rows, row))
            return;
        const isIso = end - start >= MINUTE_BYTES && view.getUint8(start + 4) === 45;
        rows[row + timing_accumulator/* TIME_MS */.rf] = isIso ? this.#readIso(view, start, end) : this.#readEpoch(view, start, end);
    }
    /**
     * The form of most logs, `2026-01-15T09:30:15.250Z`, in the same minute as the previous time; false if it
     * is anything else.
     */
    #readUsual(view, start, rows, row) {
        // `:15.` and `250Z`: the XOR turns digits into their values, and `:`, `.` and `Z` into zeros.
        const seconds = view.getInt32(start + 16, true) ^ 0x2e30303a;
        const rest = view.getInt32(start + 20, true) ^ 0x5a303030;
        const isOdd = ((seconds + 0x06060606) | seconds | (rest + 0x06060606) | rest) & 0xf0f0f0f0;
        if (isOdd || (seconds & 0xff0000ff) !== 0 || rest >>> 24 !== 0)
            return false;
        this.#seen |= 1;
        const second = ((seconds >>> 8) & 15) * 10 + ((seconds >>> 16) & 15);
        const thousandth = (rest & 15) * 100 + ((rest >>> 8) & 15) * 10 + ((rest >>> 16) & 15);
        rows[row + timing_accumulator/* TIME_MS */.rf] = this.#minuteMs + (second * 1000 + thousandth);
        return true;
    }
    /**
     * The unit follows from the number of digits before the point: up to 11 are seconds, 14 ms, 17 µs, 20 ns.
     */
    #readEpoch(view, start, end) {
        let digits = 0;
        while (start + digits < end && isDigit(view.getUint8(start + digits)))
            digits++;
        const pointAt = start + digits;
        if (digits === 0 || digits > 20 || (pointAt < end && view.getUint8(pointAt) !== 46))
            return NaN;
        for (let i = pointAt + 1; i < end; i++)
            if (!isDigit(view.getUint8(i)))
                return NaN;
        const form = digits <= 11 ? 1 : digits <= 14 ? 2 : digits <= 17 ? 3 : 4;
        this.#seen |= 1 << form;
        if (form === 1 && pointAt >= end)
            this.hasWholeSeconds = true;
        const whole = digitsOf(view, start, digits - Math.max(0, form - 2) * 3);
        return form > 1 ? whole : whole * 1000 + thousandths(view, pointAt + 1, end);
    }
    #readIso(view, start, end) {
        const minuteMs = this.#isSameMinute(view, start) ? this.#minuteMs : this.#readMinute(view, start);
        let at = start + 16;
        let ms = minuteMs;
        if (at < end && view.getUint8(at) === 58) {
            if (end - at < 3)
                return NaN;
            ms += digitsOf(view, at + 1, 2) * 1000;
            at += 3;
            if (at < end - 1 &&
                (view.getUint8(at) === 46 || view.getUint8(at) === 44) &&
                isDigit(view.getUint8(at + 1))) {
                ms += thousandths(view, ++at, end);
                while (at < end && isDigit(view.getUint8(at)))
                    at++;
            }
            else
                this.hasWholeSeconds = true;
        }
        if (at === end - 1 && view.getUint8(at) === 90)
            at = end;
        else if (at !== end)
            ms -= offsetMinutes(view, at, end) * MINUTE_MS;
        if (!(ms >= 0) || at > end)
            return NaN;
        this.#seen |= 1;
        return ms;
    }
    #isSameMinute(view, start) {
        const minute = this.#minute;
        return (view.getInt32(start + 12, true) === minute[3] &&
            view.getInt32(start + 8, true) === minute[2] &&
            view.getInt32(start + 4, true) === minute[1] &&
            view.getInt32(start, true) === minute[0]);
    }
    /** NaN, or far below 0, if it is not a date and time. */
    #readMinute(view, start) {
        const month = digitsOf(view, start + 5, 2);
        const day = digitsOf(view, start + 8, 2);
        const hour = digitsOf(view, start + 11, 2);
        const minute = digitsOf(view, start + 14, 2);
        const between = view.getUint8(start + 10);
        const isSeparated = view.getUint8(start + 7) === 45 &&
            (between === 84 || between === 32) &&
            view.getUint8(start + 13) === 58;
        if (!isSeparated || month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59)
            return NaN;
        if (hour < 0 || minute < 0)
            return NaN;
        this.#minuteMs = Date.UTC(digitsOf(view, start, 4), month - 1, day, hour, minute);
        for (let i = 0; i < this.#minute.length; i++)
            this.#minute[i] = view.getInt32(start + 4 * i, true);
        return this.#minuteMs;
    }
}
function isDigit(byte) {
    return byte >= ZERO && byte <= 57;
}
/** The number made of this many digits; far below 0 if one of them is not a digit. */
function digitsOf(view, start, length) {
    let value = 0;
    for (let i = start; i < start + length; i++) {
        const digit = view.getUint8(i) - ZERO;
        if (!(digit >= 0 && digit <= 9))
            return NO_DIGIT;
        value = value * 10 + digit;
    }
    return value;
}
/** Up to three digits after a point as thousandths; 0 if there are none. */
function thousandths(view, start, end) {
    let value = 0;
    let weight = 100;
    for (let at = start; at < end && weight >= 1 && isDigit(view.getUint8(at)); at++) {
        value += (view.getUint8(at) - ZERO) * weight;
        weight = weight === 100 ? 10 : weight === 10 ? 1 : 0;
    }
    return value;
}
/** A zone such as `+02:00` or ` -0700`, perhaps followed by a name, in minutes; NaN if it is not a zone. */
function offsetMinutes(view, start, end) {
    const zone = Buffer.from(view.buffer, view.byteOffset + start, end - start).toString('latin1');
    const [, sign, hours, minutes] = /^ ?([+-])(\d\d):?(\d\d)?( .*)?$/.exec(zone) ?? [];
    if (hours === undefined)
        return zone.trim() === 'UTC' ? 0 : NaN;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

// EXTERNAL MODULE: ./measurements/errors/masked-sample.js
var masked_sample = __webpack_require__(93319);
// EXTERNAL MODULE: ./measurements/request-log/request-log-columns.js
var request_log_columns = __webpack_require__(51717);
// EXTERNAL MODULE: ./measurements/totals/load-collector.js + 1 modules
var load_collector = __webpack_require__(95517);
// EXTERNAL MODULE: ./measurements/totals/label-index.js
var label_index = __webpack_require__(37425);
;// CONCATENATED MODULE: ./measurements/request-log/client-spans.js


/** If there are more clients, their number counts as unknown. */
const MOST_CLIENTS = 1 << 16;
/**
 * When each client of a log sent its first request, and when its last one ended. In between, it counts as a
 * virtual user.
 */
class ClientSpans {
    #clients = new label_index/* LabelIndex */.b(MOST_CLIENTS);
    #firstMs = new Float64Array(256);
    #lastMs = new Float64Array(256);
    #known = 0;
    #hasMore = false;
    /**
     * Adds a request of a client. Its name is in the bytes from `start` to `end`; `rows` has the numbers of the
     * request from `row` on.
     */
    add(bytes, start, end, rows, row) {
        const startMs = rows[row + timing_accumulator/* TIME_MS */.rf];
        const endMs = startMs + rows[row + timing_accumulator/* DURATION_MS */.iF];
        // Also excludes NaN, from a broken record or one without a time.
        if (!(endMs >= startMs && endMs < Infinity))
            return;
        const client = this.#clients.find(bytes, start, end);
        if (client < 0)
            this.#hasMore = true;
        else if (client === this.#known)
            this.#begin(client, startMs, endMs);
        else {
            if (startMs < this.#firstMs[client])
                this.#firstMs[client] = startMs;
            if (endMs > this.#lastMs[client])
                this.#lastMs[client] = endMs;
        }
    }
    addTo(load) {
        if (this.#hasMore)
            return;
        for (let client = 0; client < this.#known; client++)
            load.addUser(this.#firstMs[client], this.#lastMs[client]);
    }
    #begin(client, startMs, endMs) {
        if (client >= this.#firstMs.length) {
            this.#firstMs = twice(this.#firstMs);
            this.#lastMs = twice(this.#lastMs);
        }
        this.#firstMs[client] = startMs;
        this.#lastMs[client] = endMs;
        this.#known++;
    }
}
function twice(numbers) {
    const larger = new Float64Array(numbers.length * 2);
    larger.set(numbers);
    return larger;
}

// EXTERNAL MODULE: ./measurements/totals/subject-accumulator.js + 3 modules
var subject_accumulator = __webpack_require__(32790);
;// CONCATENATED MODULE: ./measurements/request-log/request-log-totals.js







const FIRST_FAILED_STATUS = 400;
/** The name of the load generator: an execution has only one. */
const GENERATOR = '';
/** The totals of one execution's request logs. */
class RequestLogTotals {
    requests;
    time = new LogTime();
    #records = 0;
    #broken = 0;
    #firstBroken = 0;
    #lastBroken = 0;
    /** The number of records before the current log. */
    #recordsBefore = 0;
    /** The number of logs that end with a broken record. */
    #cutOff = 0;
    #withoutTime = 0;
    #firstMs = Infinity;
    /** The earliest time that is not a whole second. */
    #firstFineMs = Infinity;
    lastMs = -Infinity;
    #clients = new ClientSpans();
    #load = new load_collector/* LoadCollector */.K();
    #cpu = this.#load.cpuOf(GENERATOR);
    #busyCount = 0;
    #busySum = 0;
    #busyMax = -Infinity;
    #memoryMaxMb = -Infinity;
    constructor(maxLabels) {
        this.requests = new subject_accumulator/* SubjectAccumulator */.FD(maxLabels);
    }
    request(bytes, labelStart, labelEnd, rows, row) {
        const ms = rows[row + timing_accumulator/* DURATION_MS */.iF];
        const timeMs = rows[row + timing_accumulator/* TIME_MS */.rf];
        // Also excludes NaN. `1e999` is infinite.
        if (!(ms >= 0 && ms < Infinity)) {
            this.broken();
            return false;
        }
        this.#records++;
        const status = rows[row + request_log_columns/* STATUS */.XQ];
        const isFine = status > 0 && status < FIRST_FAILED_STATUS;
        if (timeMs < this.#firstMs)
            this.#firstMs = timeMs;
        if (timeMs < this.#firstFineMs && timeMs % 1000 !== 0)
            this.#firstFineMs = timeMs;
        if (timeMs + ms > this.lastMs)
            this.lastMs = timeMs + ms;
        if (Number.isNaN(timeMs))
            this.#withoutTime++;
        const label = this.requests.labelOf(bytes, labelStart, labelEnd);
        this.requests.add(label, rows, row, !isFine);
        this.#addMachine(rows, row);
        return !isFine && this.requests.errorKinds.add(label, status, timeMs);
    }
    client(bytes, start, end, rows, row) {
        this.#clients.add(bytes, start, end, rows, row);
    }
    /** Virtual users and CPU over time; must be called only once, after everything was read. */
    load() {
        this.#clients.addTo(this.#load);
        return this.#load;
    }
    sample(url) {
        this.requests.errorKinds.sample((0,masked_sample/* maskedSample */._d)(url));
    }
    broken() {
        this.#records++;
        if (this.#broken++ === 0)
            this.#firstBroken = this.#records;
        this.#lastBroken = this.#records;
    }
    /**
     * When the first request began. If some times are cut to whole seconds and others are not, a cut time may
     * be any moment of its second, so the earliest one that was not cut is more accurate.
     */
    get firstMs() {
        const isCut = this.time.hasWholeSeconds && this.#firstMs % 1000 === 0;
        return isCut && this.#firstFineMs < this.#firstMs + 1000 ? this.#firstFineMs : this.#firstMs;
    }
    /**
     * Called at the end of one log: a load generator that is stopped may cut off the last record, although the
     * others are complete.
     */
    endLog() {
        if (this.#records > this.#recordsBefore && this.#lastBroken === this.#records)
            this.#cutOff++;
        this.#recordsBefore = this.#records;
    }
    /** The machine that sent the requests: CPU in percent of the whole machine, memory in MB. */
    usage(agent) {
        const usage = { agent };
        if (this.#busyCount > 0) {
            usage.cpuMeanPercent = this.#busySum / this.#busyCount;
            usage.cpuMaxPercent = this.#busyMax;
        }
        if (this.#memoryMaxMb >= 0)
            usage.memoryMaxMb = this.#memoryMaxMb;
        return Object.keys(usage).length > 1 ? usage : undefined;
    }
    warnings(execution) {
        const warnings = [];
        const where = execution ? `${execution}: ` : '';
        if (this.#broken > 0)
            warnings.push({
                code: 'broken-line',
                message: `${where}${this.#broken} of ${this.#records} records in the request log could not be read and are not counted; the first is record ${this.#firstBroken}.`,
                ...(this.#broken > this.#cutOff && { affects: 'result' }),
            });
        if (this.time.forms.length > 0)
            warnings.push({
                code: 'note',
                message: `${where}Timestamps parsed as ${this.time.forms.join(' and ')}.`,
            });
        if (this.#withoutTime > 0)
            warnings.push({
                code: 'clock',
                message: `${where}${this.#withoutTime} records in the request log have no readable time; they are counted, but are not in any time series or rate.`,
            });
        return warnings;
    }
    #addMachine(rows, row) {
        const busyPercent = 100 - rows[row + request_log_columns/* CPU_IDLE */.m];
        if (busyPercent >= 0 && busyPercent <= 100) {
            this.#busyCount++;
            this.#busySum += busyPercent;
            if (busyPercent > this.#busyMax)
                this.#busyMax = busyPercent;
            // From here on the row has the busy share, and no longer the idle one.
            rows[row + request_log_columns/* CPU_IDLE */.m] = busyPercent;
            this.#cpu.addOf(rows, row + timing_accumulator/* TIME_MS */.rf, row + request_log_columns/* CPU_IDLE */.m);
        }
        const memoryUsedMb = rows[row + request_log_columns/* MEMORY_USED */.M4];
        if (memoryUsedMb > this.#memoryMaxMb)
            this.#memoryMaxMb = memoryUsedMb;
    }
}


/***/ }),

/***/ 15700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ readRequestLog)
});

// EXTERNAL MODULE: ./measurements/lines/csv-record.js
var csv_record = __webpack_require__(31224);
// EXTERNAL MODULE: ./measurements/lines/field-index.js + 2 modules
var field_index = __webpack_require__(62948);
// EXTERNAL MODULE: ./formats/archives/inflated-chunks.js
var inflated_chunks = __webpack_require__(29849);
// EXTERNAL MODULE: ./measurements/lines/line-feed.js
var line_feed = __webpack_require__(26545);
// EXTERNAL MODULE: ./measurements/request-log/request-log-columns.js
var request_log_columns = __webpack_require__(51717);
// EXTERNAL MODULE: ./measurements/lines/number-field.js
var number_field = __webpack_require__(10930);
;// CONCATENATED MODULE: ./measurements/request-log/request-log-scanner.js




const CR = 13;
/**
 * The hot loop over a request log, see docs/performance.md for its figures. `FieldIndex` finds the fields of
 * a block; this class reads only the wanted ones, and creates no strings and no objects. A line with quotes,
 * or with a number that is not just digits and a point, is read by `readCsvRecord`, which has the same rules.
 */
class RequestLogScanner {
    #sink;
    #time;
    #index;
    /** For a line that is read by `readCsvRecord`. */
    #row = new Float64Array(request_log_columns/* ROW */.nw.length);
    #columns;
    #labelColumn;
    #timeColumn;
    #urlColumn;
    #clientColumn;
    #numberColumns;
    /** The place in the row for each of these columns. */
    #numberPlaces;
    /** `roles` are those of `LogColumns`. */
    constructor(roles, reading) {
        this.#sink = reading.sink;
        this.#time = reading.time;
        this.#index = reading.index;
        this.#columns = roles.length;
        this.#labelColumn = roles.indexOf(request_log_columns/* LABEL */.d_);
        this.#timeColumn = roles.indexOf(request_log_columns/* TIME */.E9);
        this.#urlColumn = roles.indexOf(request_log_columns/* URL_SAMPLE */.TL);
        this.#clientColumn = roles.indexOf(request_log_columns/* CLIENT */.G$);
        this.#numberColumns = Int32Array.from([...roles.keys()].filter((column) => roles[column] >= request_log_columns/* FIRST_NUMBER */.jc));
        this.#numberPlaces = this.#numberColumns.map((column) => roles[column] - request_log_columns/* FIRST_NUMBER */.jc);
    }
    addBroken() {
        this.#sink.broken();
    }
    scan(bytes, start, end) {
        this.#index.wantNumbers(this.#numberColumns, this.#numberPlaces);
        return (0,field_index/* scanBlocks */.gM)(this.#index, [bytes, start, end], (lines) => this.#readLines(lines), () => this.addBroken());
    }
    #readLines(lines) {
        const { positions, lineEnds, end: blockEnd } = this.#index;
        let quoteAt = this.#index.quoteFrom(this.#index.start);
        let next = this.#index.start;
        // The position before the first field of a line is the end of the previous line.
        let before = 0;
        for (let line = 0; line < lines; line++) {
            const last = lineEnds[line] + 1;
            const end = positions[last];
            if (next <= positions[before] + 1) {
                const start = next;
                const isPlain = quoteAt > end && last - before === this.#columns && end - start <= csv_record/* MAX_RECORD_BYTES */.x;
                next = isPlain && this.#readLine(line, before, last) ? end + 1 : this.#readRecord(start, blockEnd);
                if (next < 0)
                    return start;
                if (quoteAt < next)
                    quoteAt = this.#index.quoteFrom(next);
            }
            before = last;
        }
        return next;
    }
    /**
     * Field `i` is between the positions `before + i` and `before + i + 1`. False if the line must be read as a
     * record.
     */
    #readLine(line, before, last) {
        const { bytes, view, positions, rows } = this.#index;
        const row = this.#index.rowOf(line, before);
        if (!this.#index.isWhole(row))
            return false;
        const end = positions[last];
        // A CR belongs to the line end.
        const hasCr = bytes[end - 1] === CR;
        if (hasCr)
            positions[last] = end - 1;
        const timeAt = before + this.#timeColumn;
        if (this.#timeColumn >= 0)
            this.#time.read(view, positions[timeAt] + 1, positions[timeAt + 1], rows, row);
        const at = before + this.#labelColumn;
        const wantsSample = this.#sink.request(view, positions[at] + 1, positions[at + 1], rows, row);
        if (this.#clientColumn >= 0) {
            const clientAt = before + this.#clientColumn;
            this.#sink.client(view, positions[clientAt] + 1, positions[clientAt + 1], rows, row);
        }
        if (wantsSample && this.#urlColumn >= 0)
            this.#giveSample(before + this.#urlColumn);
        if (hasCr)
            positions[last] = end;
        return true;
    }
    #giveSample(at) {
        const { bytes, positions } = this.#index;
        this.#sink.sample(bytes.subarray(positions[at] + 1, positions[at + 1]));
    }
    /** Returns where the next record begins; -1 if this one is incomplete. */
    #readRecord(start, end) {
        const record = (0,csv_record/* readCsvRecord */.S)(this.#index.bytes, start, end);
        if (record.kind === 'incomplete')
            return -1;
        if (record.kind === 'broken')
            this.#sink.broken();
        else if (record.fields.length === this.#columns)
            this.#takeFields(record.fields);
        else if (record.fields.length > 1 || record.fields[0].length > 0)
            this.#sink.broken();
        return record.next;
    }
    #takeFields(fields) {
        this.#row.fill(NaN);
        for (const [i, column] of this.#numberColumns.entries())
            this.#row[this.#numberPlaces[i]] = (0,number_field/* numberOf */.r)(fields[column].toString('latin1'));
        const time = viewOf(fields[this.#timeColumn]);
        if (this.#timeColumn >= 0)
            this.#time.read(time, 0, time.byteLength, this.#row, 0);
        const label = viewOf(fields[this.#labelColumn]);
        const wantsSample = this.#sink.request(label, 0, label.byteLength, this.#row, 0);
        const client = viewOf(fields[this.#clientColumn]);
        if (this.#clientColumn >= 0)
            this.#sink.client(client, 0, client.byteLength, this.#row, 0);
        const url = fields[this.#urlColumn];
        if (wantsSample && url !== undefined)
            this.#sink.sample(url);
    }
}
function viewOf(bytes = new Uint8Array()) {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

// EXTERNAL MODULE: ./measurements/request-log/request-log-totals.js + 2 modules
var request_log_totals = __webpack_require__(60128);
;// CONCATENATED MODULE: ./measurements/request-log/request-log.js







const LF = 10;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');
/**
 * Reads a request log from its bytes, in chunks of any size: CSV, columns by name in any order (contract:
 * `logs.zip` of the Test Results API). Throws if it has no header with the required columns. A log with only
 * a header has empty totals.
 */
async function readRequestLog(chunks, options = {}) {
    const totals = options.totals ?? new request_log_totals/* RequestLogTotals */.P(options.maxLabels);
    let feed;
    let head = Buffer.alloc(0);
    for await (const chunk of chunks) {
        if (feed) {
            feed.write(chunk);
            (0,inflated_chunks/* release */._)(chunk);
        }
        else {
            head = Buffer.concat([head, chunk]);
            feed = startAfterHeader(head, totals, options);
        }
    }
    feed ??= startAfterHeader(Buffer.concat([head, Buffer.of(LF)]), totals, options);
    feed?.end();
    totals.endLog();
    return totals;
}
/** Undefined as long as the first line is incomplete. */
function startAfterHeader(head, totals, options) {
    const firstLineEnd = head.indexOf(LF) + 1;
    if (firstLineEnd === 0 && head.length <= csv_record/* MAX_RECORD_BYTES */.x)
        return undefined;
    if (firstLineEnd === 1 && head.length === 1)
        throw new Error('The request log is empty.');
    const hasMark = head.subarray(0, 3).equals(BYTE_ORDER_MARK);
    const header = (0,csv_record/* readCsvRecord */.S)(head, hasMark ? 3 : 0, firstLineEnd);
    if (header.kind !== 'fields')
        throw new Error('The first line of the request log is not a header.');
    const columns = (0,request_log_columns/* logColumnsOf */.RO)(header.fields.map((field) => field.toString('utf8')));
    const index = options.index ?? new field_index/* FieldIndex */.lQ();
    const feed = new line_feed/* LineFeed */.v(new RequestLogScanner(columns.roles, { sink: totals, time: totals.time, index }));
    feed.write(columns.hasHeader ? head.subarray(header.next) : head);
    return feed;
}


/***/ }),

/***/ 94105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ statedPercentile)
/* harmony export */ });
/** A percentile in ms as the source states it; undefined if it does not, because nothing is interpolated. */
function statedPercentile(timing, percentile) {
    const found = timing?.percentilesMs?.find(([stated]) => Math.abs(stated - percentile) < 1e-9);
    if (found)
        return found[1];
    if (percentile === 50)
        return timing?.medianMs;
    return percentile === 100 ? timing?.maxMs : undefined;
}


/***/ }),

/***/ 53904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ bucketOf),
/* harmony export */   ZS: () => (/* binding */ PAGES_PER_BUDGET),
/* harmony export */   dq: () => (/* binding */ Histogram),
/* harmony export */   p3: () => (/* binding */ nearestRank),
/* harmony export */   percentileOf: () => (/* binding */ percentileOf),
/* harmony export */   uE: () => (/* binding */ faultOfHistogram),
/* harmony export */   wH: () => (/* binding */ middleMs)
/* harmony export */ });
/* unused harmony exports RELATIVE_ERROR, BUCKET_COUNT, lowerBoundMs */
/**
 * Durations in log-linear buckets: 256 per power of two, taken from the exponent and the top of the mantissa
 * in the number's binary form, so that finding the bucket is a shift. A value that is read back differs by at
 * most 1/256 (0.4 %). Buckets up to 1 ms wide (below 512 ms) are read as their lower bound, so whole
 * milliseconds are exact; wider ones are read as their middle. Counts are exact, so merging the histograms of
 * all parts gives the histogram of the whole.
 */
const RELATIVE_ERROR = 1 / 256;
const BUCKETS_PER_OCTAVE_BITS = 8;
const BUCKETS_PER_OCTAVE = 1 << BUCKETS_PER_OCTAVE_BITS;
/**
 * Everything below 2^-10 ms (1 µs) is in bucket 0 and read as 0; everything from 2^32 ms (49 days) on is in
 * the last bucket.
 */
const LOWEST_EXPONENT = -10;
const OCTAVES = 42;
const BUCKET_COUNT = OCTAVES * BUCKETS_PER_OCTAVE;
/** Sign, exponent and the top bits of the mantissa of 2^-10 as one integer. */
const FIRST_BUCKET_BITS = (1023 + LOWEST_EXPONENT) << BUCKETS_PER_OCTAVE_BITS;
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** A page has the counts of one power of two; this many limit the memory of one budget to about 64 MB. */
const PAGES_PER_BUDGET = 60_000;
/** The bucket of a duration of 0 ms or more. */
function bucketOf(ms) {
    float[0] = ms;
    // All platforms of Node are little-endian, so the high word is the second one.
    const bucket = (words[1] >>> (20 - BUCKETS_PER_OCTAVE_BITS)) - FIRST_BUCKET_BITS;
    return bucket <= 0 ? 0 : bucket < BUCKET_COUNT ? bucket : BUCKET_COUNT - 1;
}
/** The smallest value in the bucket, in ms; the bucket ends where the next one begins. */
function lowerBoundMs(bucket) {
    if (bucket <= 0)
        return 0;
    const octave = 2 ** ((bucket >>> BUCKETS_PER_OCTAVE_BITS) + LOWEST_EXPONENT);
    return octave * (1 + (bucket & (BUCKETS_PER_OCTAVE - 1)) / BUCKETS_PER_OCTAVE);
}
/** The value that stands for the buckets from one up to another (exclusive), in ms. */
function middleMs(firstBucket, endBucket) {
    const lowerMs = lowerBoundMs(firstBucket);
    const widthMs = lowerBoundMs(endBucket) - lowerMs;
    return widthMs <= 1 ? lowerMs : lowerMs + widthMs / 2;
}
/**
 * Nearest rank, counted from 1: the smallest rank that has at least `percentile` % of `count` values up to
 * it.
 */
function nearestRank(percentile, count) {
    // The factor removes the error of binary fractions: 99.9 % of 1,000 is 999, not 999.0000000000001.
    return Math.min(count, Math.max(1, Math.ceil(((percentile * count) / 100) * (1 - 1e-12))));
}
/**
 * The value at a percentile (0 to 100) in ms, limited to the bounds if they are known; undefined if the
 * histogram is empty.
 */
function percentileOf(data, percentile, bounds = {}) {
    const count = data.buckets.reduce((sum, [, inBucket]) => sum + inBucket, 0);
    let rank = nearestRank(percentile, count);
    for (const [bucket, inBucket] of data.buckets) {
        rank -= inBucket;
        if (rank <= 0)
            return clamp(middleMs(bucket, bucket + 1), bounds.minMs, bounds.maxMs);
    }
    return undefined;
}
/** `null` if the data is a histogram as written by `Histogram.toData`; otherwise what is wrong with it. */
function faultOfHistogram(data) {
    if (data.relativeError !== RELATIVE_ERROR)
        return `relativeError is not ${RELATIVE_ERROR}`;
    let previous = -1;
    for (const [bucket, count] of data.buckets) {
        if (!Number.isSafeInteger(bucket) || bucket <= previous || bucket >= BUCKET_COUNT)
            return `bucket ${bucket} is out of order or range`;
        if (!Number.isSafeInteger(count) || count < 1)
            return `the count of bucket ${bucket} is not a whole number`;
        previous = bucket;
    }
    return null;
}
class Histogram {
    #pages = Array.from({ length: OCTAVES }, () => undefined);
    #budget;
    /** Gets the counts when the budget is used up; this histogram then has no data of its own. */
    #rest;
    #spilled = false;
    constructor(budget = { pagesLeft: Infinity }, rest) {
        this.#budget = budget;
        this.#rest = rest;
    }
    /** True if its counts were moved to the rest, because the budget of pages was used up. */
    get spilled() {
        return this.#spilled;
    }
    /** Counts a value by its bucket, see `bucketOf`. A bucket can count up to 4,294,967,295 values. */
    addBucket(bucket, count = 1) {
        const octave = bucket >>> BUCKETS_PER_OCTAVE_BITS;
        const page = this.#pages[octave] ?? this.#openPage(octave);
        page[bucket & (BUCKETS_PER_OCTAVE - 1)] += count;
    }
    add(ms) {
        this.addBucket(bucketOf(ms));
    }
    /**
     * Adds all counts of another histogram. If the counts of that one were moved to its rest, those of this one
     * are moved too.
     */
    merge(other) {
        if (other.#spilled) {
            if (this.#rest && !this.#spilled)
                this.#spill(this.#rest, 0);
            return;
        }
        for (const [bucket, count] of other.#buckets())
            this.addBucket(bucket, count);
    }
    /** Pairs of bucket and count, ascending; empty if the counts were moved to the rest. */
    toData() {
        return { relativeError: RELATIVE_ERROR, buckets: this.#spilled ? [] : [...this.#buckets()] };
    }
    #openPage(octave) {
        if (this.#rest && this.#budget.pagesLeft < 1)
            return this.#spill(this.#rest, octave);
        this.#budget.pagesLeft--;
        return (this.#pages[octave] = new Uint32Array(BUCKETS_PER_OCTAVE));
    }
    /** Moves all counts to the rest, and counts there from now on. */
    #spill(rest, octave) {
        rest.merge(this);
        for (let i = 0; i < OCTAVES; i++)
            rest.#pages[i] ??= new Uint32Array(BUCKETS_PER_OCTAVE);
        this.#pages = rest.#pages;
        this.#spilled = true;
        return this.#pages[octave];
    }
    *#buckets() {
        for (const [octave, page] of this.#pages.entries()) {
            if (!page)
                continue;
            for (const [index, count] of page.entries())
                if (count > 0)
                    yield [octave * BUCKETS_PER_OCTAVE + index, count];
        }
    }
}
function clamp(value, min = -Infinity, max = Infinity) {
    return Math.min(Math.max(value, min), max);
}


/***/ }),

/***/ 37425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ LabelIndex)
/* harmony export */ });
/* harmony import */ var _long_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46511);

/** The maximum for all names of one index together; names of usual length never reach it. */
const MAX_WORDS = (16 * 2 ** 20) / 4;
/** This many bytes before a label may be read, whatever they are. */
const MARGIN = 16;
const NOT_FOUND = -1;
const REPLACEMENT = '\ufffd';
const BLOCK_WORDS = 4;
/**
 * For each number of bytes in the first block of a label, a mask for the bits in its four words that belong
 * to the label.
 */
const MASKS = Int32Array.from({ length: 16 * BLOCK_WORDS }, (_, i) => maskOf(i >> 2, i & 3));
/**
 * Numbers labels in the order of their first appearance, and finds them by their bytes: a string is created
 * only for a new label. It is an open-addressing hash table with at most twice as many places as labels.
 * Labels are read and compared in blocks of 16 bytes from their end, and bytes before the label in its first
 * block are masked out. A loop over single bytes would be slower, because the processor cannot predict its
 * length.
 */
class LabelIndex {
    labels = [];
    #maxLabels;
    #places = new Int32Array(256).fill(NOT_FOUND);
    #hashes = new Int32Array(128);
    #lengths = new Int32Array(128);
    /** The index in `#words` where the blocks of a label begin. */
    #starts = new Int32Array(128);
    #words = new Int32Array(1024);
    #wordCount = 0;
    #aside = new DataView(new ArrayBuffer(MARGIN + _long_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME_BYTES */ .pg));
    constructor(maxLabels) {
        this.#maxLabels = maxLabels;
    }
    /**
     * The number of the label in `bytes` from `start` to `end`; -1 if it is new and there is no room for it.
     */
    find(bytes, start, end) {
        const length = end - start;
        if (length > _long_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME_BYTES */ .pg)
            return this.#findLong(bytes, start, length);
        if (start < MARGIN)
            return this.#findAside(bytes, start, length);
        const stop = start + length;
        const hash = hashOf(bytes, stop, length);
        const mask = this.#places.length - 1;
        for (let place = hash & mask;; place = (place + 1) & mask) {
            const label = this.#places[place];
            if (label === NOT_FOUND)
                return this.#append(bytes, stop, length, hash);
            if (this.#hashes[label] === hash && this.#equals(label, bytes, stop, length))
                return label;
        }
    }
    /** For a label at the beginning of its bytes: the bytes before it cannot be read. */
    #findAside(bytes, start, length) {
        const label = new Uint8Array(bytes.buffer, bytes.byteOffset + start, length);
        new Uint8Array(this.#aside.buffer).set(label, MARGIN);
        return this.find(this.#aside, MARGIN, MARGIN + length);
    }
    #findLong(bytes, start, length) {
        const name = Buffer.from((0,_long_names_js__WEBPACK_IMPORTED_MODULE_0__/* .shortOf */ .IX)(new Uint8Array(bytes.buffer, bytes.byteOffset + start, length)));
        return this.#findAside(viewOf(name), 0, name.length);
    }
    #equals(label, bytes, stop, length) {
        if (this.#lengths[label] !== length)
            return false;
        const words = this.#words;
        let own = this.#starts[label];
        let at = stop - blockBytes(length);
        if (length > 0) {
            const mask = (length & 15) * BLOCK_WORDS;
            const differs = ((bytes.getInt32(at, true) & MASKS[mask]) ^ words[own]) |
                ((bytes.getInt32(at + 4, true) & MASKS[mask + 1]) ^ words[own + 1]) |
                ((bytes.getInt32(at + 8, true) & MASKS[mask + 2]) ^ words[own + 2]) |
                ((bytes.getInt32(at + 12, true) & MASKS[mask + 3]) ^ words[own + 3]);
            if (differs !== 0)
                return false;
            at += 16;
            own += BLOCK_WORDS;
        }
        for (; at < stop; at += 4, own++)
            if (bytes.getInt32(at, true) !== words[own])
                return false;
        return true;
    }
    #append(bytes, stop, length, hash) {
        const label = this.labels.length;
        if (label >= this.#maxLabels || this.#wordCount + blockBytes(length) / 4 > MAX_WORDS)
            return NOT_FOUND;
        const name = Buffer.from(bytes.buffer, bytes.byteOffset + stop - length, length);
        const text = name.toString('utf8');
        if (text.includes(REPLACEMENT)) {
            // The bytes are not valid UTF-8: all that are decoded to the same text are one label.
            const readable = Buffer.from(text);
            if (!readable.equals(name))
                return this.find(viewOf(readable), 0, readable.length);
        }
        if (label >= this.#hashes.length)
            this.#grow();
        this.#appendWords(name);
        this.#lengths[label] = length;
        this.#hashes[label] = hash;
        this.labels.push(text);
        this.#places[this.#placeOf(hash)] = label;
        return label;
    }
    #appendWords(name) {
        const start = this.#wordCount;
        const count = blockBytes(name.length) / 4;
        while (start + count > this.#words.length)
            this.#words = enlarged(this.#words);
        this.#starts[this.labels.length] = start;
        this.#wordCount += count;
        // The bytes before the name stay 0, as after masking.
        new Uint8Array(this.#words.buffer).set(name, 4 * this.#wordCount - name.length);
    }
    #placeOf(hash) {
        const mask = this.#places.length - 1;
        let place = hash & mask;
        while (this.#places[place] !== NOT_FOUND)
            place = (place + 1) & mask;
        return place;
    }
    #grow() {
        this.#hashes = enlarged(this.#hashes);
        this.#lengths = enlarged(this.#lengths);
        this.#starts = enlarged(this.#starts);
        this.#places = new Int32Array(this.#places.length * 2).fill(NOT_FOUND);
        for (let label = 0; label < this.labels.length; label++)
            this.#places[this.#placeOf(this.#hashes[label])] = label;
    }
}
const viewOf = ({ buffer, byteOffset, length }) => new DataView(buffer, byteOffset, length);
function enlarged(numbers) {
    const larger = new Int32Array(numbers.length * 2);
    larger.set(numbers);
    return larger;
}
function maskOf(lengthInBlock, word) {
    // A length of 0 stands for a whole block.
    const before = lengthInBlock === 0 ? 0 : 16 - lengthInBlock;
    const masked = Math.min(4, Math.max(0, before - 4 * word));
    return masked === 4 ? 0 : -1 << (8 * masked);
}
function blockBytes(length) {
    return (length + 15) & ~15;
}
/**
 * The products do not depend on each other, so the processor calculates them in parallel. The result is
 * mixed, because only its low bits are used.
 */
function hashOf(bytes, stop, length) {
    let hash = length;
    let at = stop - blockBytes(length);
    if (length > 0) {
        const mask = (length & 15) * BLOCK_WORDS;
        hash ^= Math.imul(bytes.getInt32(at, true) & MASKS[mask], 0x01000193);
        hash ^= Math.imul(bytes.getInt32(at + 4, true) & MASKS[mask + 1], 0x9e3779b1);
        hash ^= Math.imul(bytes.getInt32(at + 8, true) & MASKS[mask + 2], 0x85ebca6b);
        hash ^= Math.imul(bytes.getInt32(at + 12, true) & MASKS[mask + 3], 0xc2b2ae35);
        at += 16;
    }
    for (; at < stop; at += 4)
        hash = Math.imul(hash ^ bytes.getInt32(at, true), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return hash ^ (hash >>> 13);
}


/***/ }),

/***/ 95517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ LoadCollector),
  w: () => (/* binding */ loadOverTime)
});

// EXTERNAL MODULE: ./measurements/totals/nice-intervals.js
var nice_intervals = __webpack_require__(41418);
;// CONCATENATED MODULE: ./measurements/totals/time-sums.js

const SLOTS = 256;
/** Times outside 2000 to 2100 come from broken clocks. */
const EARLIEST_MS = Date.UTC(2000);
const LATEST_MS = Date.UTC(2100);
/**
 * Collects one figure over time in one pass, without knowing the duration in advance: its sum and the number
 * of values, in intervals of 1 s, aligned to the clock. If more than 256 are needed, they are combined into
 * longer ones.
 */
class TimeSums {
    intervalMs = nice_intervals/* FIRST_INTERVAL_MS */.Ub;
    #sums = new Float64Array(SLOTS);
    #counts = new Float64Array(SLOTS);
    /** Number of the first slot, counted in intervals since 1970; NaN before the first time. */
    #base = NaN;
    #last = 0;
    #slot = 0;
    #slotStartMs = NaN;
    #slotEndMs = NaN;
    /** Adds a value at a time; impossible times are left out. */
    add(timeMs, value) {
        this.addOf(Float64Array.of(timeMs, value), 0, 1);
    }
    /** The same for millions of values, which stay in a row, because that allocates no memory. */
    addOf(rows, timeAt, valueAt) {
        const timeMs = rows[timeAt];
        if (!(timeMs >= this.#slotStartMs && timeMs < this.#slotEndMs) && !this.#seek(timeMs))
            return;
        this.#sums[this.#slot] += rows[valueAt];
        this.#counts[this.#slot]++;
    }
    /** Adds to each interval how many milliseconds of it are between `startMs` and `endMs`. */
    addSpan(startMs, endMs) {
        if (!(endMs > startMs) || !this.#seek(startMs) || !this.#seek(Math.ceil(endMs) - 1))
            return;
        const first = Math.floor(startMs / this.intervalMs);
        for (let interval = first; interval * this.intervalMs < endMs; interval++) {
            const fromMs = Math.max(startMs, interval * this.intervalMs);
            const toMs = Math.min(endMs, (interval + 1) * this.intervalMs);
            this.#sums[interval - this.#base] += toMs - fromMs;
            this.#counts[interval - this.#base]++;
        }
    }
    /** Every interval with values: its start, the sum, and the number of values. */
    *intervals() {
        for (let slot = 0; slot <= this.#last; slot++) {
            const count = this.#counts[slot];
            if (count > 0)
                yield [(this.#base + slot) * this.intervalMs, this.#sums[slot], count];
        }
    }
    #seek(timeMs) {
        if (!(timeMs >= EARLIEST_MS && timeMs < LATEST_MS))
            return false;
        if (Number.isNaN(this.#base))
            this.#base = Math.floor(timeMs / this.intervalMs);
        let slot = Math.floor(timeMs / this.intervalMs) - this.#base;
        while (slot >= SLOTS || this.#last - slot >= SLOTS) {
            this.#coarsen();
            slot = Math.floor(timeMs / this.intervalMs) - this.#base;
        }
        if (slot < 0) {
            this.#move(-slot);
            slot = 0;
        }
        this.#slot = slot;
        this.#last = Math.max(this.#last, slot);
        this.#slotStartMs = (this.#base + slot) * this.intervalMs;
        this.#slotEndMs = this.#slotStartMs + this.intervalMs;
        return true;
    }
    /** Makes room for earlier slots. */
    #move(by) {
        for (const numbers of [this.#sums, this.#counts]) {
            numbers.copyWithin(by, 0, this.#last + 1);
            numbers.fill(0, 0, by);
        }
        this.#base -= by;
        this.#last += by;
    }
    #coarsen() {
        const intervalMs = (0,nice_intervals/* coarserInterval */.xT)(this.intervalMs);
        const joined = (slot) => Math.floor(((this.#base + slot) * this.intervalMs) / intervalMs);
        const base = joined(0);
        const last = joined(this.#last) - base;
        for (const numbers of [this.#sums, this.#counts]) {
            // In ascending order: a combined slot is never after its first part, whose value has already been read.
            for (let slot = 0; slot <= this.#last; slot++) {
                const value = numbers[slot];
                numbers[slot] = 0;
                numbers[joined(slot) - base] += value;
            }
        }
        this.intervalMs = intervalMs;
        this.#base = base;
        this.#last = last;
    }
}

;// CONCATENATED MODULE: ./measurements/totals/load-collector.js


const MAX_INTERVALS = 120;
/** If there are more load generators, only this many are followed over time. */
const MOST_AGENTS = 200;
/** The load of one run or execution over time: its virtual users, and the CPU of its load generators. */
class LoadCollector {
    users = new TimeSums();
    agents = new Map();
    firstMs = Infinity;
    lastMs = -Infinity;
    /** Adds a virtual user that was active from `startMs` to `endMs`. */
    addUser(startMs, endMs) {
        if (startMs < this.firstMs)
            this.firstMs = startMs;
        if (endMs > this.lastMs)
            this.lastMs = endMs;
        this.users.addSpan(startMs, endMs);
    }
    /** Collects the CPU of one load generator, in percent; undefined if there are too many. */
    cpuOf(agent) {
        const known = this.agents.get(agent);
        if (known !== undefined || this.agents.size >= MOST_AGENTS)
            return known;
        const sums = new TimeSums();
        this.agents.set(agent, sums);
        return sums;
    }
}
/** The load of all executions together, in at most 120 intervals; undefined if nothing is known about it. */
function loadOverTime(loads) {
    const agents = loads.flatMap((load) => [...load.agents.values()]);
    const all = [...loads.map(({ users }) => users), ...agents].flatMap((sums) => [...sums.intervals()].map(([startMs]) => ({ startMs, intervalMs: sums.intervalMs })));
    if (all.length === 0)
        return undefined;
    const collectedMs = Math.max(...all.map(({ intervalMs }) => intervalMs));
    const times = all.map(({ startMs }) => startMs);
    const [fromMs, toMs] = [Math.min(...times), Math.max(...times)];
    const intervalMs = (0,nice_intervals/* shownInterval */.bS)(collectedMs, fromMs, toMs, MAX_INTERVALS);
    const startMs = Math.floor(fromMs / intervalMs) * intervalMs;
    const length = Math.floor((toMs - startMs) / intervalMs) + 1;
    const shown = { startMs, intervalMs, length };
    const users = usersOf(loads, shown);
    const cpu = agents.map((sums) => meansOf(sums, shown));
    return {
        startMs,
        intervalMs,
        ...(users.some((value) => value !== null) && { users }),
        ...(cpu.length > 0 && {
            cpuMeanPercent: Array.from({ length }, (_, at) => meanOf(valuesAt(cpu, at))),
            cpuMaxPercent: Array.from({ length }, (_, at) => maxOf(valuesAt(cpu, at))),
        }),
    };
}
/**
 * The average number of virtual users. Only the part of an interval during which the run was active counts.
 */
function usersOf(loads, shown) {
    const firstMs = Math.min(...loads.map((load) => load.firstMs));
    const lastMs = Math.max(...loads.map((load) => load.lastMs));
    const busyMs = new Float64Array(shown.length);
    for (const { users } of loads)
        for (const [atMs, sum] of users.intervals())
            busyMs[placeOf(atMs, shown)] += sum;
    return Array.from(busyMs, (sum, at) => {
        const fromMs = Math.max(firstMs, shown.startMs + at * shown.intervalMs);
        const toMs = Math.min(lastMs, shown.startMs + (at + 1) * shown.intervalMs);
        return toMs > fromMs ? sum / (toMs - fromMs) : null;
    });
}
function meansOf(sums, shown) {
    const totals = new Float64Array(shown.length);
    const counts = new Float64Array(shown.length);
    for (const [atMs, sum, count] of sums.intervals()) {
        totals[placeOf(atMs, shown)] += sum;
        counts[placeOf(atMs, shown)] += count;
    }
    return Array.from(totals, (total, at) => (counts[at] > 0 ? total / counts[at] : null));
}
function placeOf(atMs, { startMs, intervalMs }) {
    return Math.floor((atMs - startMs) / intervalMs);
}
function valuesAt(rows, at) {
    return rows.flatMap((row) => row[at] ?? []);
}
function meanOf(values) {
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
function maxOf(values) {
    return values.length === 0 ? null : Math.max(...values);
}


/***/ }),

/***/ 46511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   IX: () => (/* binding */ shortOf),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Longer names are shortened, so that URLs with long queries as names cannot fill the memory. */
const MAX_NAME_BYTES = 8192;
const DIGEST_DIGITS = 16;
const KEPT_BYTES = MAX_NAME_BYTES - 64;
/**
 * A name of at most `MAX_NAME_BYTES` in UTF-8. A longer one is cut, and a digest of the whole name is added,
 * so that names with the same beginning stay different.
 */
function shortName(name) {
    // A UTF-16 unit needs at most three bytes.
    if (name.length * 3 <= MAX_NAME_BYTES || Buffer.byteLength(name) <= MAX_NAME_BYTES)
        return name;
    return shortOf(Buffer.from(name));
}
/** Like `shortName`, for a longer name in UTF-8. */
function shortOf(bytes) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex').slice(0, DIGEST_DIGITS);
    // A character that was cut in the middle is left out.
    const kept = new TextDecoder().decode(bytes.subarray(0, KEPT_BYTES), { stream: true });
    return `${kept}… (${bytes.length} bytes, ${digest})`;
}


/***/ }),

/***/ 41418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ub: () => (/* binding */ FIRST_INTERVAL_MS),
/* harmony export */   bS: () => (/* binding */ shownInterval),
/* harmony export */   xT: () => (/* binding */ coarserInterval)
/* harmony export */ });
const SECOND = 1000;
const DAY = 86_400;
/**
 * Interval lengths for collecting, in ms. Each is a multiple of the one before, so that intervals can be
 * combined exactly.
 */
const COLLECTING = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 10_800, 21_600, 43_200, DAY].map((s) => s * SECOND);
/** Interval lengths for charts, in ms. */
const SHOWN = [
    1,
    2,
    5,
    10,
    15,
    20,
    30,
    60,
    120,
    300,
    600,
    900,
    1200,
    1800,
    3600,
    7200,
    10_800,
    21_600,
    43_200,
    DAY,
].map((s) => s * SECOND);
const FIRST_INTERVAL_MS = COLLECTING[0];
/** The next longer interval for collecting. */
function coarserInterval(intervalMs) {
    return COLLECTING.find((length) => length > intervalMs) ?? intervalMs * 2;
}
/**
 * The shortest interval for charts that is a multiple of `collectedMs`, and covers `fromMs` to `toMs` with at
 * most `most` intervals.
 */
function shownInterval(collectedMs, fromMs, toMs, most) {
    const fits = (length) => length % collectedMs === 0 && Math.floor(toMs / length) - Math.floor(fromMs / length) < most;
    const nice = SHOWN.find(fits);
    if (nice !== undefined)
        return nice;
    let length = Math.max(collectedMs, DAY * SECOND);
    while (!fits(length))
        length *= 2;
    return length;
}


/***/ }),

/***/ 32790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FD: () => (/* binding */ SubjectAccumulator)
});

// UNUSED EXPORTS: MAX_LABELS, OTHER_LABELS

// EXTERNAL MODULE: ./measurements/errors/error-kind-counter.js
var error_kind_counter = __webpack_require__(26850);
// EXTERNAL MODULE: ./measurements/totals/histogram.js
var histogram = __webpack_require__(53904);
// EXTERNAL MODULE: ./measurements/totals/label-index.js
var label_index = __webpack_require__(37425);
// EXTERNAL MODULE: ./measurements/stated-percentile.js
var stated_percentile = __webpack_require__(94105);
// EXTERNAL MODULE: ./measurements/totals/nice-intervals.js
var nice_intervals = __webpack_require__(41418);
;// CONCATENATED MODULE: ./measurements/totals/series-figures.js

/** 32 buckets per power of two: a value read from a series differs by at most 1/64 (1.6 %). */
const COARSER_BITS = 3;
/** This bucket counts failed values; the others are for durations. */
const ERRORS_BUCKET = 2047;
/** Buckets of one interval, including the one for errors. */
const INTERVAL_BUCKETS = 2048;
function columnsOf(occurs) {
    const buckets = [...occurs.keys()].filter((bucket) => bucket !== ERRORS_BUCKET && occurs[bucket] === 1);
    const ofBucket = new Int32Array(INTERVAL_BUCKETS);
    for (const [column, bucket] of buckets.entries())
        ofBucket[bucket] = column;
    ofBucket[ERRORS_BUCKET] = buckets.length;
    return { ofBucket, valuesMs: Float64Array.from(buckets, valueMs) };
}
/** Creates the series from the counts of all columns of each interval, one interval after another. */
function seriesOf(counts, valuesMs, startMs, intervalMs) {
    const series = { startMs, intervalMs, count: [], errors: [], meanMs: [], p50Ms: [], p95Ms: [] };
    for (let at = 0; at < counts.length; at += valuesMs.length + 1)
        addInterval(series, counts, at, valuesMs);
    return series;
}
function addInterval(series, counts, at, valuesMs) {
    let count = 0;
    let sumMs = 0;
    for (let column = 0; column < valuesMs.length; column++) {
        const inColumn = counts[at + column];
        count += inColumn;
        sumMs += valuesMs[column] * inColumn;
    }
    series.count.push(count);
    series.errors.push(counts[at + valuesMs.length]);
    series.meanMs.push(count === 0 ? null : sumMs / count);
    for (const [percentile, values] of [
        [50, series.p50Ms],
        [95, series.p95Ms],
    ]) {
        if (count === 0) {
            values.push(null);
            continue;
        }
        let rank = (0,histogram/* nearestRank */.p3)(percentile, count);
        let column = 0;
        while ((rank -= counts[at + column]) > 0)
            column++;
        values.push(valuesMs[column]);
    }
}
/** The value in ms that a bucket of a series stands for. */
function valueMs(bucket) {
    return (0,histogram/* middleMs */.wH)(bucket << COARSER_BITS, (bucket + 1) << COARSER_BITS);
}

;// CONCATENATED MODULE: ./measurements/totals/sparse-counts.js
const MULTIPLIER = 0x9e3779b1;
const FIRST_PLACES = 1 << 9;
/** The counts of neighboring keys are in one page of 64 bytes, which is a line of the processor's cache. */
const PAGE_BITS = 4;
const PAGE = 1 << PAGE_BITS;
/**
 * Counts (up to 4,294,967,295) by 32-bit keys. Neighboring keys share a page of 16 counts; an open-addressing
 * hash table, at most half full, finds the page of a key. It grows up to `maxPages`; after that, `add`
 * refuses keys that need a new page. A page needs 64 bytes, and 16 to 32 in the table.
 */
class SparseCounts {
    #maxPages;
    /**
     * Alternating: the key of a page, and where it begins in `#counts`. A beginning of 0 marks a free place.
     */
    #table = new Int32Array(FIRST_PLACES * 2);
    #shift = 32 - Math.log2(FIRST_PLACES / 8);
    /** The part before the first page is not used. */
    #counts = new Uint32Array((FIRST_PLACES / 2) * PAGE);
    #end = PAGE;
    constructor(maxPages) {
        this.#maxPages = maxPages;
    }
    /** Adds `count` (1 or more) to the key; false if it needs a new page and there is no room. */
    add(key, count) {
        const page = key >>> PAGE_BITS;
        const table = this.#table;
        let at = this.#placeOf(page);
        while (table[at + 1] !== 0) {
            if (table[at] === page) {
                this.#counts[table[at + 1] | (key & (PAGE - 1))] += count;
                return true;
            }
            at = (at + 2) & (table.length - 2);
        }
        return this.#open(page, at) && this.add(key, count);
    }
    /**
     * Adds 1 to each key from `start` to `end`. Returns the index of the first key for which there is no room,
     * or `end`.
     */
    addEach(keys, start, end) {
        for (let i = start; i < end; i++)
            if (!this.add(keys[i], 1))
                return i;
        return end;
    }
    /** Calls `use` with every key and its count, in any order. */
    forEach(use) {
        const table = this.#table;
        for (let at = 0; at < table.length; at += 2) {
            const start = table[at + 1];
            if (start === 0)
                continue;
            for (let i = 0; i < PAGE; i++) {
                const count = this.#counts[start | i];
                if (count !== 0)
                    use((table[at] << PAGE_BITS) | i, count);
            }
        }
    }
    /** The same counts with new keys; counts of keys that become equal are added. */
    rekeyed(newKey) {
        const result = new SparseCounts(this.#maxPages);
        this.forEach((key, count) => result.add(newKey(key), count));
        return result;
    }
    /**
     * The top bits of the product depend on all bits; eight neighbors share a line of the processor's cache.
     */
    #placeOf(page) {
        return ((Math.imul(page >>> 3, MULTIPLIER) >>> this.#shift) << 4) | ((page & 7) << 1);
    }
    #open(page, at) {
        if (this.#end >= this.#counts.length) {
            if (this.#end >= this.#maxPages * PAGE)
                return false;
            this.#grow();
            return true;
        }
        this.#table[at] = page;
        this.#table[at + 1] = this.#end;
        this.#end += PAGE;
        return true;
    }
    #grow() {
        const old = this.#table;
        const counts = new Uint32Array(this.#counts.length * 2);
        counts.set(this.#counts);
        this.#counts = counts;
        this.#table = new Int32Array(old.length * 2);
        this.#shift--;
        const last = this.#table.length - 2;
        for (let from = 0; from < old.length; from += 2) {
            if (old[from + 1] === 0)
                continue;
            let at = this.#placeOf(old[from]);
            while (this.#table[at + 1] !== 0)
                at = (at + 2) & last;
            this.#table[at] = old[from];
            this.#table[at + 1] = old[from + 1];
        }
    }
}

// EXTERNAL MODULE: ./measurements/totals/timing-accumulator.js
var timing_accumulator = __webpack_require__(61201);
;// CONCATENATED MODULE: ./measurements/totals/series.js




const MAX_INTERVALS = 120;
/** Counts of labels without a series of their own are added to this label. */
const REST = 0;
/** Labels with higher numbers have no series; their counts are in the total. */
const MAX_LABELS = 1 << 13;
const SLOT_BITS = 8;
const SLOTS = 1 << SLOT_BITS;
const BUCKET_BITS = 11;
/** At most 24 MiB together, and as much again for a short time while the table is made smaller. */
const MAX_PAGES = 1 << 18;
const LABELS_KEPT = 64;
/**
 * Keys are collected and then counted together: if the table is larger than the processor's cache, the
 * accesses to memory overlap.
 */
const MOST_PENDING = 512;
/** Times outside 2000 to 2100 come from broken clocks. */
const EARLIEST_MS = Date.UTC(2000);
const LATEST_MS = Date.UTC(2100);
/**
 * Collects the time series of all labels in one pass, without knowing the duration in advance. Time is
 * divided into intervals of 1 s, aligned to the clock; if more than 256 are needed, they are combined into
 * longer ones. One hash table has a count per interval, label and duration bucket, so the memory depends on
 * the number of different values, and not on the number of requests. If the table is full, all labels except
 * the 64 with the most requests lose their series, and only count in the total. If that is not enough,
 * intervals are combined. So the table limits the memory.
 */
class SeriesCollector {
    #intervalMs = nice_intervals/* FIRST_INTERVAL_MS */.Ub;
    /** Number of the first slot, counted in intervals since 1970; NaN before the first time. */
    #base = NaN;
    #counts = new SparseCounts(MAX_PAGES);
    #folded = new Uint8Array(MAX_LABELS);
    #slotStartMs = NaN;
    #slotEndMs = NaN;
    #slot = 0;
    #pending = new Int32Array(MOST_PENDING);
    #pendingStart = 0;
    #pendingEnd = 0;
    /**
     * Counts one duration, given as its bucket, in the interval of the row's time; impossible times are left
     * out.
     */
    add(label, rows, row, bucket, failed) {
        const timeMs = rows[row + timing_accumulator/* TIME_MS */.rf];
        if (!(timeMs >= this.#slotStartMs && timeMs < this.#slotEndMs) && !this.#seek(timeMs))
            return;
        this.#countLater(label, bucket >>> COARSER_BITS);
        if (failed)
            this.#countLater(label, ERRORS_BUCKET);
    }
    /** Adds the counts of another collector; `labels` converts its label numbers to those of this one. */
    merge(other, labels) {
        this.#settle();
        while (this.#intervalMs < other.#intervalMs)
            this.#coarsen(Infinity);
        other.#forEach((key, count) => {
            this.#seek((other.#base + slotOf(key)) * other.#intervalMs);
            const label = labelOf(key) === REST ? -1 : labels(labelOf(key) - 1);
            this.#count(label, bucketOfKey(key), count);
        });
    }
    /** The series of everything together and of the requested labels; none if there were no times. */
    toSeries(labels) {
        const shown = this.#shown();
        if (!shown)
            return { ofLabel: new Map() };
        const { ofBucket, valuesMs } = columnsOf(shown.occurs);
        const columns = valuesMs.length + 1;
        const counts = new Uint32Array(shown.length * columns);
        /**
         * Pairs of a place in `counts` and a count, so that one array of counts can be used for all labels, one
         * after another.
         */
        const pairsOf = new Map(labels.filter((label) => this.#has(label)).map((label) => [label, []]));
        this.#forEach((key, count) => {
            const interval = this.#intervalOf(key, shown.intervalMs) - shown.first;
            const place = interval * columns + ofBucket[bucketOfKey(key)];
            counts[place] += count;
            pairsOf.get(labelOf(key) - 1)?.push(place, count);
        });
        const startMs = shown.first * shown.intervalMs;
        const total = seriesOf(counts, valuesMs, startMs, shown.intervalMs);
        const ofLabel = new Map();
        for (const [label, pairs] of pairsOf) {
            counts.fill(0);
            for (let i = 0; i < pairs.length; i += 2)
                counts[pairs[i]] += pairs[i + 1];
            ofLabel.set(label, seriesOf(counts, valuesMs, startMs, shown.intervalMs));
        }
        return { total, ofLabel };
    }
    #countLater(label, bucket) {
        this.#pending[this.#pendingEnd++] = this.#keyOf(label, bucket);
        if (this.#pendingEnd === MOST_PENDING)
            this.#settle();
    }
    #settle() {
        for (;;) {
            this.#pendingStart = this.#counts.addEach(this.#pending, this.#pendingStart, this.#pendingEnd);
            if (this.#pendingStart === this.#pendingEnd)
                break;
            this.#makeRoom();
        }
        this.#pendingStart = 0;
        this.#pendingEnd = 0;
    }
    #count(label, bucket, count) {
        // Making room may remove the label's series or change the slot, so the key is calculated again.
        while (!this.#counts.add(this.#keyOf(label, bucket), count))
            this.#makeRoom();
    }
    #keyOf(label, bucket) {
        return keyOf(this.#has(label) ? label + 1 : REST, this.#slot, bucket);
    }
    /** Calls `use` with every counted key and its count; a key may occur several times. */
    #forEach(use) {
        this.#counts.forEach(use);
        for (let i = this.#pendingStart; i < this.#pendingEnd; i++)
            use(this.#pending[i], 1);
    }
    #rekey(newKey) {
        this.#counts = this.#counts.rekeyed(newKey);
        for (let i = this.#pendingStart; i < this.#pendingEnd; i++)
            this.#pending[i] = newKey(this.#pending[i]);
    }
    #has(label) {
        return label >= 0 && label + 1 < MAX_LABELS && this.#folded[label + 1] === 0;
    }
    /** Makes the slot of a time the current one; false if the time is impossible. */
    #seek(timeMs) {
        if (!(timeMs >= EARLIEST_MS && timeMs < LATEST_MS))
            return false;
        if (Number.isNaN(this.#base))
            this.#base = Math.floor(timeMs / this.#intervalMs);
        this.#cover(timeMs);
        const interval = Math.floor(timeMs / this.#intervalMs);
        this.#slot = interval - this.#base;
        this.#slotStartMs = interval * this.#intervalMs;
        this.#slotEndMs = this.#slotStartMs + this.#intervalMs;
        return true;
    }
    /** Moves the first slot or combines intervals until there is a slot for the time. */
    #cover(timeMs) {
        for (;;) {
            const slot = Math.floor(timeMs / this.#intervalMs) - this.#base;
            if (slot >= 0 && slot < SLOTS)
                return;
            if (slot < 0 && this.#lastSlot() - slot < SLOTS)
                return this.#rebase(slot);
            this.#coarsen(slot < 0 ? timeMs : Infinity);
        }
    }
    #lastSlot() {
        let last = 0;
        this.#forEach((key) => (last = Math.max(last, slotOf(key))));
        return last;
    }
    #rebase(firstSlot) {
        this.#base += firstSlot;
        this.#rekey((key) => keyOf(labelOf(key), slotOf(key) - firstSlot, bucketOfKey(key)));
    }
    #coarsen(earliestMs) {
        const intervalMs = (0,nice_intervals/* coarserInterval */.xT)(this.#intervalMs);
        const joined = (key) => this.#intervalOf(key, intervalMs);
        let base = Math.floor((this.#base * this.#intervalMs) / intervalMs);
        // For an earlier time, the first slot is moved at once if the data still fits then.
        const wanted = Math.floor(earliestMs / intervalMs);
        let last = base;
        this.#forEach((key) => (last = Math.max(last, joined(key))));
        if (wanted < base && last - wanted < SLOTS)
            base = wanted;
        this.#rekey((key) => keyOf(labelOf(key), joined(key) - base, bucketOfKey(key)));
        this.#intervalMs = intervalMs;
        this.#base = base;
    }
    #makeRoom() {
        const busiest = this.#busiest();
        if (busiest.length <= LABELS_KEPT) {
            const timeMs = this.#slotStartMs;
            this.#coarsen(Infinity);
            this.#slotStartMs = NaN;
            this.#seek(timeMs);
            return;
        }
        for (const label of busiest.slice(LABELS_KEPT))
            this.#folded[label] = 1;
        this.#rekey((key) => (this.#folded[labelOf(key)] ? keyOf(REST, slotOf(key), bucketOfKey(key)) : key));
    }
    #busiest() {
        const counts = new Float64Array(MAX_LABELS);
        this.#forEach((key, count) => {
            if (bucketOfKey(key) !== ERRORS_BUCKET)
                counts[labelOf(key)] += count;
        });
        const labels = [...counts.keys()].filter((label) => label !== REST && counts[label] > 0);
        return labels.sort((a, b) => counts[b] - counts[a]);
    }
    #intervalOf(key, intervalMs) {
        return Math.floor(((this.#base + slotOf(key)) * this.#intervalMs) / intervalMs);
    }
    /** The intervals to show, and the buckets that occur. */
    #shown() {
        let first = Infinity;
        let last = -Infinity;
        const occurs = new Uint8Array(INTERVAL_BUCKETS);
        this.#forEach((key) => {
            occurs[bucketOfKey(key)] = 1;
            first = Math.min(first, slotOf(key));
            last = Math.max(last, slotOf(key));
        });
        if (first > last)
            return undefined;
        const timeOf = (slot) => (this.#base + slot) * this.#intervalMs;
        const intervalMs = (0,nice_intervals/* shownInterval */.bS)(this.#intervalMs, timeOf(first), timeOf(last), MAX_INTERVALS);
        const firstShown = Math.floor(timeOf(first) / intervalMs);
        const length = Math.floor(timeOf(last) / intervalMs) - firstShown + 1;
        return { first: firstShown, length, intervalMs, occurs };
    }
}
function keyOf(label, slot, bucket) {
    return (label << (SLOT_BITS + BUCKET_BITS)) | (slot << BUCKET_BITS) | bucket;
}
function labelOf(key) {
    return key >>> (SLOT_BITS + BUCKET_BITS);
}
function slotOf(key) {
    return (key >>> BUCKET_BITS) & (SLOTS - 1);
}
function bucketOfKey(key) {
    return key & ((1 << BUCKET_BITS) - 1);
}

;// CONCATENATED MODULE: ./measurements/totals/subject-accumulator.js






const subject_accumulator_MAX_LABELS = 20_000;
const OTHER_LABELS = '(other labels)';
const NO_NAME = Buffer.from('(no name)');
const NO_NAME_VIEW = new DataView(NO_NAME.buffer, NO_NAME.byteOffset, NO_NAME.length);
const LABELS_WITH_SERIES = 50;
/** Labels with fewer values are not considered for the slowest ones. */
const LEAST_TO_BE_SLOW = 20;
/** The number that stands for all labels without room. */
const OTHERS = -1;
/** Collects all timings of one subject from raw data: one accumulator per label, and their series. */
class SubjectAccumulator {
    #index;
    #maxLabels;
    #timings = [];
    #others;
    #budget = { pagesLeft: histogram/* PAGES_PER_BUDGET */.ZS };
    /** Counts of labels whose own histogram has no more room. */
    #rest = new histogram/* Histogram */.dq();
    #series = new SeriesCollector();
    /** Filled by the code that reads failed requests. */
    errorKinds = new error_kind_counter/* ErrorKindCounter */.Fg();
    constructor(maxLabels = subject_accumulator_MAX_LABELS) {
        this.#maxLabels = maxLabels;
        this.#index = new label_index/* LabelIndex */.b(maxLabels);
    }
    /** The number for adding values of a label; the label is in UTF-8, from `start` to `end`. */
    labelOf(bytes, start, end) {
        // An empty label gets the name that is shown for it, which another label may have too.
        return end > start
            ? this.#index.find(bytes, start, end)
            : this.#index.find(NO_NAME_VIEW, 0, NO_NAME.length);
    }
    /**
     * Adds the duration in the row of numbers that begins at `row`, see `TIME_MS` and the other places;
     * everything except the duration may be NaN.
     */
    add(label, rows, row, failed) {
        const timing = label === OTHERS ? this.#otherLabels() : (this.#timings[label] ?? this.#open(label));
        const bucket = timing.add(rows, row, failed);
        this.#series.add(label, rows, row, bucket, failed);
    }
    /** Adds everything in another accumulator, label by label. */
    merge(other) {
        const labels = other.#timings.map((timing, label) => {
            const own = this.#numberOf(other.#index.labels[label]);
            this.#at(own).merge(timing);
            return own;
        });
        if (other.#others)
            this.#otherLabels().merge(other.#others);
        this.#rest.merge(other.#rest);
        this.#series.merge(other.#series, (label) => labels[label] ?? OTHERS);
        this.errorKinds.merge(other.errorKinds, (label) => labels[label] ?? OTHERS);
    }
    /** Undefined if nothing was added. Rates are per second of `spanMs`, the length of the whole run. */
    toSubject(source, spanMs, { labelsWithSeries = LABELS_WITH_SERIES, hasCodes = false } = {}) {
        this.#joinNamesakeOfOthers();
        const labels = this.#labelsByCount();
        if (labels.length === 0)
            return undefined;
        const timings = labels.map((label) => [label, this.#at(label).toTiming(spanMs)]);
        const series = this.#series.toSeries(labelsToChart(timings, labelsWithSeries));
        const total = this.#total().toTiming(spanMs);
        if (series.total)
            total.series = series.total;
        return {
            source,
            total,
            labels: timings.map(([label, timing]) => {
                const ofLabel = series.ofLabel.get(label);
                return { label: this.#nameOf(label), ...timing, ...(ofLabel && { series: ofLabel }) };
            }),
            errorKinds: this.errorKinds.toErrorKinds((label) => this.#nameOf(label), hasCodes),
        };
    }
    warnings(subject) {
        const others = this.#others;
        const withoutHistogram = this.#timings.filter((timing) => timing.histogram.spilled).length;
        const messages = [];
        if (others)
            messages.push(`${subject}: more than ${this.#maxLabels} labels, or their names are too long together; ${others.count} values of the others are counted together as "${OTHER_LABELS}"`);
        if (withoutHistogram > 0)
            messages.push(`${subject}: ${withoutHistogram} labels have no percentiles of their own, because all labels together have too many different values`);
        return messages.map((message) => ({ code: 'labels-left-out', message }));
    }
    #at(label) {
        return label === OTHERS ? this.#otherLabels() : (this.#timings[label] ?? this.#open(label));
    }
    #open(label) {
        return (this.#timings[label] = new timing_accumulator/* TimingAccumulator */.TS(this.#budget, this.#rest));
    }
    #otherLabels() {
        return (this.#others ??= new timing_accumulator/* TimingAccumulator */.TS());
    }
    /** A label may have the same name as the rest: it is then added to the rest. */
    #joinNamesakeOfOthers() {
        const namesake = this.#index.labels.indexOf(OTHER_LABELS);
        const timing = this.#timings[namesake];
        if (!this.#others || !timing)
            return;
        this.#others.merge(timing);
        this.#timings[namesake] = new timing_accumulator/* TimingAccumulator */.TS();
    }
    #numberOf(name) {
        const bytes = Buffer.from(name, 'utf8');
        return this.labelOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length);
    }
    /** The numbers of labels that have values, those with the most values first; the other labels are last. */
    #labelsByCount() {
        const used = [...this.#timings.keys()].filter((label) => (this.#timings[label]?.count ?? 0) > 0);
        used.sort((a, b) => this.#timings[b].count - this.#timings[a].count);
        return this.#others ? [...used, OTHERS] : used;
    }
    #total() {
        const total = new timing_accumulator/* TimingAccumulator */.TS();
        for (const label of this.#labelsByCount())
            total.merge(this.#at(label));
        total.histogram.merge(this.#rest);
        return total;
    }
    #nameOf(label) {
        return label === OTHERS ? OTHER_LABELS : this.#index.labels[label];
    }
}
/**
 * Selects from labels sorted by count: those with the most values, and the same number of the slowest ones
 * and of those with the most errors, because these exceed limits.
 */
function labelsToChart(timings, most) {
    if (timings.length <= most)
        return timings.map(([label]) => label);
    const p95Ms = ([, timing]) => (0,stated_percentile/* statedPercentile */.t)(timing, 95) ?? timing.meanMs ?? 0;
    const errors = ([, timing]) => timing.errors ?? 0;
    const slowest = timings
        .filter(([, { count }]) => count >= LEAST_TO_BE_SLOW)
        .toSorted((a, b) => p95Ms(b) - p95Ms(a));
    const failing = timings.filter((one) => errors(one) > 0).toSorted((a, b) => errors(b) - errors(a));
    const chosen = [timings, slowest, failing].flatMap((ranked) => ranked.slice(0, most));
    return [...new Set(chosen.map(([label]) => label))];
}


/***/ }),

/***/ 61201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TS: () => (/* binding */ TimingAccumulator),
/* harmony export */   W7: () => (/* binding */ BYTES_RECEIVED),
/* harmony export */   iF: () => (/* binding */ DURATION_MS),
/* harmony export */   n6: () => (/* binding */ BYTES_SENT),
/* harmony export */   rf: () => (/* binding */ TIME_MS)
/* harmony export */ });
/* harmony import */ var _histogram_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53904);

/**
 * Places in the row of numbers for one request or timer. Functions pass rows to each other, because each
 * number with a fraction that is passed by itself allocates memory.
 */
const TIME_MS = 0;
const DURATION_MS = 1;
const BYTES_SENT = 2;
const BYTES_RECEIVED = 3;
/** The percentiles that are stated for raw data, besides the histogram. */
const STATED_PERCENTILES = [50, 75, 90, 95, 99, 99.9];
/**
 * Exact count, errors, minimum, maximum, mean and bytes of durations in ms, and their histogram. Mean and
 * deviation are calculated from sums of differences to the first value. That is exact for whole milliseconds,
 * and more precise than a sum of squares if values are large and close together. Merging gives the same
 * result as a single accumulator.
 */
class TimingAccumulator {
    count = 0;
    errors = 0;
    minMs = Infinity;
    maxMs = -Infinity;
    histogram;
    // Fields that begin as NaN or infinite are changed in place; others would be allocated again when they
    // exceed 31 bits.
    #bytesSent = NaN;
    #bytesReceived = NaN;
    #shiftMs = 0;
    #sumMs = 0;
    #squaresMs2 = 0;
    constructor(budget, rest) {
        this.histogram = new _histogram_js__WEBPACK_IMPORTED_MODULE_0__/* .Histogram */ .dq(budget, rest);
    }
    /**
     * Adds the duration (0 ms or more) and the bytes (NaN if unknown) of a row; returns the duration's bucket.
     */
    add(rows, row, failed) {
        const ms = rows[row + DURATION_MS];
        if (this.count === 0)
            this.#shiftMs = Math.floor(ms);
        this.count++;
        if (failed)
            this.errors++;
        if (ms < this.minMs)
            this.minMs = ms;
        if (ms > this.maxMs)
            this.maxMs = ms;
        const distance = ms - this.#shiftMs;
        this.#sumMs += distance;
        this.#squaresMs2 += distance * distance;
        this.#addBytes(rows[row + BYTES_SENT], rows[row + BYTES_RECEIVED]);
        const bucket = (0,_histogram_js__WEBPACK_IMPORTED_MODULE_0__/* .bucketOf */ .AU)(ms);
        this.histogram.addBucket(bucket);
        return bucket;
    }
    merge(other) {
        if (other.count === 0)
            return;
        if (this.count === 0)
            this.#shiftMs = other.#shiftMs;
        const shift = other.#shiftMs - this.#shiftMs;
        this.#sumMs += other.#sumMs + other.count * shift;
        this.#squaresMs2 += other.#squaresMs2 + 2 * shift * other.#sumMs + other.count * shift * shift;
        this.count += other.count;
        this.errors += other.errors;
        this.minMs = Math.min(this.minMs, other.minMs);
        this.maxMs = Math.max(this.maxMs, other.maxMs);
        this.#addBytes(other.#bytesSent, other.#bytesReceived);
        this.histogram.merge(other.histogram);
    }
    /** The rate is per second of `spanMs`, the length of the whole run; absent if that is unknown or 0. */
    toTiming(spanMs) {
        const timing = { count: this.count, errors: this.errors };
        if (spanMs)
            timing.ratePerSecond = (this.count * 1000) / spanMs;
        if (this.#bytesSent >= 0)
            timing.bytesSent = this.#bytesSent;
        if (this.#bytesReceived >= 0)
            timing.bytesReceived = this.#bytesReceived;
        if (this.count === 0)
            return timing;
        const meanDistance = this.#sumMs / this.count;
        const variance = Math.max(0, this.#squaresMs2 / this.count - meanDistance * meanDistance);
        timing.minMs = this.minMs;
        timing.maxMs = this.maxMs;
        timing.meanMs = this.#shiftMs + meanDistance;
        timing.deviationMs = Math.sqrt(variance);
        return this.histogram.spilled ? timing : this.#withPercentiles(timing);
    }
    #addBytes(sent, received) {
        if (sent >= 0)
            this.#bytesSent = this.#bytesSent >= 0 ? this.#bytesSent + sent : sent;
        if (received >= 0)
            this.#bytesReceived = this.#bytesReceived >= 0 ? this.#bytesReceived + received : received;
    }
    #withPercentiles(timing) {
        const histogram = this.histogram.toData();
        const at = (percentile) => (0,_histogram_js__WEBPACK_IMPORTED_MODULE_0__.percentileOf)(histogram, percentile, this) ?? NaN;
        timing.medianMs = at(50);
        timing.percentilesMs = STATED_PERCENTILES.map((percentile) => [percentile, at(percentile)]);
        timing.histogram = histogram;
        return timing;
    }
}


/***/ }),

/***/ 37404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ readXltTimers)
});

// UNUSED EXPORTS: isTimerFile

// EXTERNAL MODULE: ./formats/archives/archive-files.js + 1 modules
var archive_files = __webpack_require__(86025);
// EXTERNAL MODULE: ./measurements/errors/masked-sample.js
var masked_sample = __webpack_require__(93319);
// EXTERNAL MODULE: ./measurements/lines/field-index.js + 2 modules
var field_index = __webpack_require__(62948);
// EXTERNAL MODULE: ./formats/archives/inflated-chunks.js
var inflated_chunks = __webpack_require__(29849);
// EXTERNAL MODULE: ./measurements/lines/line-feed.js
var line_feed = __webpack_require__(26545);
// EXTERNAL MODULE: ./measurements/totals/load-collector.js + 1 modules
var load_collector = __webpack_require__(95517);
// EXTERNAL MODULE: ./measurements/totals/subject-accumulator.js + 3 modules
var subject_accumulator = __webpack_require__(32790);
// EXTERNAL MODULE: ./measurements/totals/timing-accumulator.js
var timing_accumulator = __webpack_require__(61201);
// EXTERNAL MODULE: ./measurements/lines/csv-record.js
var csv_record = __webpack_require__(31224);
// EXTERNAL MODULE: ./measurements/errors/error-kind-counter.js
var error_kind_counter = __webpack_require__(26850);
;// CONCATENATED MODULE: ./measurements/xlt/xlt-timer-scanner.js




const QUOTE = 34;
const CR = 13;
const REQUEST = 'R'.charCodeAt(0);
const AGENT = 'J'.charCodeAt(0);
/** By character code, whether it is a timer: request, action, transaction, page load, custom timer. */
const IS_TIMER = Uint8Array.from({ length: 256 }, (_, code) => 'RATPC'.includes(String.fromCharCode(code)) ? 1 : 0);
const TRUE = 't'.charCodeAt(0);
const FALSE = 'f'.charCodeAt(0);
/** Columns 0 to 4 are type, name, start, run time and failed; for requests, 5 and 6 are bytes. */
const TIMER_COLUMNS = 5;
/** For requests. */
const CODE_COLUMN = 7;
const URL_COLUMN = 8;
/** For failed transactions. */
const TRACE_COLUMN = 5;
const TRANSACTION = 'T'.charCodeAt(0);
const NUMBER_COLUMNS = [2, 3, 5, 6];
const NUMBER_PLACES = [timing_accumulator/* TIME_MS */.rf, timing_accumulator/* DURATION_MS */.iF, timing_accumulator/* BYTES_SENT */.n6, timing_accumulator/* BYTES_RECEIVED */.W7];
/**
 * The hot loop over timer files. `FieldIndex` finds the fields; the few names in quotes and records of agents
 * are read by `readCsvRecord`. There are no line ends inside quotes, because XLT escapes them. Quotes after
 * the name do not matter, because nothing after them is read.
 */
class XltTimerScanner {
    #sink;
    #index;
    #row = new Float64Array(4);
    #place = { type: 0, nameStart: 0, nameEnd: 0, row: 0, failed: false };
    constructor(sink, index) {
        this.#sink = sink;
        this.#index = index;
    }
    addBroken() {
        this.#sink.broken();
    }
    scan(bytes, start, end) {
        this.#index.wantNumbers(NUMBER_COLUMNS, NUMBER_PLACES);
        return (0,field_index/* scanBlocks */.gM)(this.#index, [bytes, start, end], (lines) => this.#readLines(lines), () => this.addBroken());
    }
    #readLines(lines) {
        const { bytes, positions, lineEnds } = this.#index;
        let before = 0;
        for (let line = 0; line < lines; line++) {
            const last = lineEnds[line] + 1;
            const start = positions[before] + 1;
            const type = bytes[start];
            const hasType = positions[before + 1] === start + 1;
            if (hasType && IS_TIMER[type] === 1)
                this.#readTimer(type, before, line);
            else if (hasType && type === AGENT)
                this.#readAgent(start, positions[last] + 1);
            else if (!hasType && !isBlank(bytes, start, positions[last]))
                this.#sink.broken();
            before = last;
        }
        return this.#index.end;
    }
    /** Column `i` is between the positions `before + i` and `before + i + 1`. */
    #readTimer(type, before, line) {
        const { bytes, view, positions, rows } = this.#index;
        const last = this.#index.lineEnds[line] + 1;
        const nameStart = positions[before + 1] + 1;
        if (bytes[nameStart] === QUOTE)
            return this.#readQuoted(type, positions[before] + 1, positions[last] + 1);
        const row = this.#index.rowOf(line, before);
        const failed = bytes[positions[before + 4] + 1];
        const isWhole = last - before >= TIMER_COLUMNS && !Number.isNaN(rows[row + timing_accumulator/* DURATION_MS */.iF]);
        if (!isWhole || (failed !== TRUE && failed !== FALSE))
            return this.#sink.broken();
        if (type !== REQUEST) {
            rows[row + timing_accumulator/* BYTES_SENT */.n6] = NaN;
            rows[row + timing_accumulator/* BYTES_RECEIVED */.W7] = NaN;
        }
        const place = this.#place;
        place.type = type;
        place.nameStart = nameStart;
        place.nameEnd = positions[before + 2];
        place.row = row;
        place.failed = failed === TRUE;
        this.#sink.timer(place, view, rows);
        if (place.failed)
            this.#readFailure(type, before, last);
    }
    /** Only for failures, more than the first columns of a record is read. */
    #readFailure(type, before, last) {
        const { bytes, positions } = this.#index;
        const code = type === REQUEST && last - before > CODE_COLUMN
            ? codeIn(bytes, positions[before + CODE_COLUMN] + 1, positions[before + CODE_COLUMN + 1])
            : error_kind_counter/* NO_CODE */.Uc;
        this.#giveFailure(type, code, () => fieldsOf(bytes, positions[before] + 1, positions[last] + 1));
    }
    #giveFailure(type, code, fields) {
        const trace = type === TRANSACTION ? fields()[TRACE_COLUMN] : undefined;
        if (trace !== undefined && trace.length > 0)
            return this.#sink.failedWith(trace);
        if (!this.#sink.failure(code) || type !== REQUEST)
            return;
        const url = fields()[URL_COLUMN];
        if (url !== undefined)
            this.#sink.sample(url);
    }
    #readQuoted(type, start, end) {
        const fields = fieldsOf(this.#index.bytes, start, end);
        const [, name, startMs, runTimeMs, failed, sent, received, code] = fields;
        const isWhole = /^(true|false)$/.test(failed?.toString('latin1') ?? '');
        this.#row.set([startMs, runTimeMs, sent, received].map(wholeNumber));
        if (type !== REQUEST)
            this.#row.fill(NaN, timing_accumulator/* BYTES_SENT */.n6);
        if (!name || !isWhole || !(this.#row[timing_accumulator/* DURATION_MS */.iF] >= 0))
            return this.#sink.broken();
        const view = new DataView(name.buffer, name.byteOffset, name.length);
        const place = { type, nameStart: 0, nameEnd: name.length, row: 0, failed: failed[0] === TRUE };
        this.#sink.timer(place, view, this.#row);
        if (!place.failed)
            return;
        const status = code && type === REQUEST ? codeIn(code, 0, code.length) : error_kind_counter/* NO_CODE */.Uc;
        this.#giveFailure(type, status, () => fields);
    }
    #readAgent(start, end) {
        const fields = fieldsOf(this.#index.bytes, start, end);
        if (fields.length === 0)
            this.#sink.broken();
        else
            this.#sink.agent(fields.map((field) => field.toString('utf8')));
    }
}
/** The fields of one line; empty if its quotes are broken. */
function fieldsOf(bytes, start, end) {
    const record = (0,csv_record/* readCsvRecord */.S)(bytes, start, end);
    return record.kind === 'fields' ? record.fields : [];
}
/** A status code of one to three digits; a CR belongs to the line end. */
function codeIn(bytes, start, end) {
    const text = Buffer.from(bytes.subarray(start, Math.min(end, start + 5))).toString('latin1');
    return /^\d{1,3}\r?$/.test(text) ? Number.parseInt(text, 10) : error_kind_counter/* NO_CODE */.Uc;
}
function wholeNumber(field) {
    const text = field?.toString('latin1') ?? '';
    return /^\d{1,15}$/.test(text) ? Number(text) : NaN;
}
function isBlank(bytes, start, end) {
    return end === start || (end === start + 1 && bytes[start] === CR);
}

;// CONCATENATED MODULE: ./measurements/xlt/xlt-timers.js









const SUBJECT_OF_TYPE = {
    R: 'raw-requests',
    A: 'actions',
    T: 'transactions',
    P: 'page-loads',
    C: 'custom',
};
/** Index of the whole machine's CPU load in a record of agent resources; old versions do not have it. */
const MACHINE_CPU_FIELD = 22;
const TIME_FIELD = 2;
const xlt_timers_TRANSACTION = 'T'.charCodeAt(0);
/**
 * True for the names of XLT's timer files, current and old: `timers.csv`, dated, `timer-wd-*.csv`, each also
 * gzipped.
 */
function isTimerFile(path) {
    return /(^|\/)(timers\.csv(\.\d{4}-\d{2}-\d{2})?|timer-wd-[^/]*\.csv)(\.gz)?$/.test(path);
}
/**
 * Reads all timer files of a result archive (`.tar.gz`, with archives in it) as a stream. Throws if the
 * archive cannot be read to its end, or has no timer files.
 */
async function readXltTimers(archive, options = {}) {
    const totals = new TimerTotals(options.maxLabels);
    const index = options.index ?? new field_index/* FieldIndex */.lQ();
    let files = 0;
    const walk = (0,archive_files/* archiveWalk */.i0)((path) => isTimerFile(path) || (0,archive_files/* isArchiveName */.w6)(path), options.budget);
    for await (const file of (0,archive_files/* archiveFiles */.a)(archive, walk)) {
        if (!isTimerFile(file.path))
            continue;
        files++;
        const feed = new line_feed/* LineFeed */.v(new XltTimerScanner(totals, index));
        for await (const chunk of file.bytes) {
            feed.write(chunk);
            (0,inflated_chunks/* release */._)(chunk);
        }
        feed.end();
        totals.endFile();
    }
    if (files === 0)
        throw new Error('The result archive has no timer files.');
    return totals.toMeasurements();
}
class TimerTotals {
    /** By character code of the record type. */
    #subjects = [];
    #maxLabels;
    #agents = new Map();
    #load = new load_collector/* LoadCollector */.K();
    #broken = 0;
    #lastIsBroken = false;
    /** The number of files that end with a broken line. */
    #cutOff = 0;
    /** The previous timer, for the case that it failed. */
    #subject;
    #label = 0;
    #startMs = NaN;
    #firstMs = Infinity;
    #lastMs = -Infinity;
    constructor(maxLabels) {
        this.#maxLabels = maxLabels;
        for (const type of Object.keys(SUBJECT_OF_TYPE))
            this.#subjects[type.charCodeAt(0)] = new subject_accumulator/* SubjectAccumulator */.FD(this.#maxLabels);
    }
    timer({ type, nameStart, nameEnd, row, failed }, bytes, rows) {
        this.#lastIsBroken = false;
        const subject = this.#subjects[type];
        const startMs = rows[row + timing_accumulator/* TIME_MS */.rf];
        const endMs = startMs + rows[row + timing_accumulator/* DURATION_MS */.iF];
        if (startMs < this.#firstMs)
            this.#firstMs = startMs;
        if (endMs > this.#lastMs)
            this.#lastMs = endMs;
        if (type === xlt_timers_TRANSACTION)
            this.#load.addUser(startMs, endMs);
        const label = subject.labelOf(bytes, nameStart, nameEnd);
        subject.add(label, rows, row, failed);
        if (!failed)
            return;
        this.#subject = subject;
        this.#label = label;
        this.#startMs = startMs;
    }
    failure(code) {
        return this.#subject?.errorKinds.add(this.#label, code, this.#startMs) ?? false;
    }
    sample(url) {
        this.#subject?.errorKinds.sample((0,masked_sample/* maskedSample */._d)(url));
    }
    failedWith(trace) {
        this.#subject?.errorKinds.addMessage(this.#label, (0,masked_sample/* firstLineOf */.Qy)(trace), this.#startMs);
    }
    agent(fields) {
        this.#lastIsBroken = false;
        const cpuPercent = Number.parseFloat(fields[MACHINE_CPU_FIELD] ?? '');
        const name = fields[1];
        if (!name || !(cpuPercent >= 0))
            return;
        const usage = this.#agents.get(name) ?? { count: 0, sum: 0, max: 0 };
        usage.count++;
        usage.sum += cpuPercent;
        usage.max = Math.max(usage.max, cpuPercent);
        this.#agents.set(name, usage);
        this.#load.cpuOf(name)?.add(Number(fields[TIME_FIELD]), cpuPercent);
    }
    broken() {
        this.#broken++;
        this.#lastIsBroken = true;
    }
    /** When an agent is stopped, the last line of its file may be cut off, although the others are complete. */
    endFile() {
        if (this.#lastIsBroken)
            this.#cutOff++;
        this.#lastIsBroken = false;
    }
    toMeasurements() {
        const subjects = {};
        const warnings = [];
        const spanMs = this.#lastMs > this.#firstMs ? this.#lastMs - this.#firstMs : undefined;
        for (const [type, name] of Object.entries(SUBJECT_OF_TYPE)) {
            const accumulator = this.#subjects[type.charCodeAt(0)];
            const subject = accumulator.toSubject('xlt-timers', spanMs, { hasCodes: name === 'raw-requests' });
            if (subject)
                subjects[name] = subject;
            warnings.push(...accumulator.warnings(name));
        }
        if (this.#broken > 0)
            warnings.push({
                code: 'broken-line',
                message: `${this.#broken} lines in the timer files could not be read and are not counted.`,
                ...(this.#broken > this.#cutOff && { affects: 'result' }),
            });
        const agents = this.#usage();
        const load = (0,load_collector/* loadOverTime */.w)([this.#load]);
        return { subjects, warnings, ...(agents.length > 0 && { agents }), ...(load && { load }) };
    }
    #usage() {
        return [...this.#agents].map(([agent, { count, sum, max }]) => ({
            agent,
            cpuMeanPercent: sum / count,
            cpuMaxPercent: max,
        }));
    }
}


/***/ })

};
