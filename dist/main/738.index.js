export const id = 738;
export const ids = [738];
export const modules = {

/***/ 12903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ archiveFiles),
  i0: () => (/* binding */ archiveWalk),
  w6: () => (/* binding */ isArchiveName)
});

;// CONCATENATED MODULE: ./formats/archives/byte-reader.js
/** Reads an endless row of chunks by exact lengths, and gives back what was read too much. */
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
    /** Puts bytes back, to be read next. */
    unread(bytes) {
        if (bytes.length > 0)
            this.#waiting.unshift(bytes);
    }
    /** The next `length` bytes, or fewer at the end, without taking them. */
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
    /** The next `length` bytes in chunks. Throws when the end comes first, as then something was cut off. */
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
/** Reads what is left of chunks that nobody wanted. */
async function drain(chunks) {
    for await (const _ of chunks)
        ;
}

// EXTERNAL MODULE: ./formats/archives/inflate-budget.js
var inflate_budget = __webpack_require__(54660);
;// CONCATENATED MODULE: ./formats/archives/tar-entries.js
const BLOCK = 512;
/** Long names and extended headers are read whole; real ones have a few hundred bytes. */
const MAX_META_BYTES = 1 << 20;
/** True when the block is the header of a tar entry: its checksum says so. */
function isTarHeader(block) {
    if (block.length < BLOCK)
        return false;
    let sum = 256;
    for (let i = 0; i < BLOCK; i++)
        if (i < 148 || i >= 156)
            sum += block[i];
    // Eight blanks stand for the checksum itself: 256.
    return sum === octal(block, 148, 8);
}
/**
 * The next entry of a tar archive (ustar, GNU long names, pax names and sizes), with its content left to be read:
 * `size` bytes and then `paddingOf(size)`. Undefined at the end. Throws where no entry can begin.
 */
async function nextTarEntry(reader) {
    let longName;
    let paxSize;
    for (;;) {
        const block = await reader.read(BLOCK);
        if (block.length === 0 || isZero(block))
            return undefined;
        if (!isTarHeader(block))
            throw new Error('The tar archive is damaged: there is no entry where one must begin.');
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
    const prefix = tar_entries_text(block, 257, 5) === 'ustar' ? tar_entries_text(block, 345, 155) : '';
    const name = tar_entries_text(block, 0, 100);
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
        const length = Number.parseInt(tar_entries_text(meta, at, 20), 10);
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
    return Number.parseInt(tar_entries_text(block, start, length).trim() || '0', 8);
}
function tar_entries_text(bytes, start, length) {
    return untilZero(bytes.subarray(start, start + length));
}
function untilZero(bytes) {
    const zero = bytes.indexOf(0);
    return Buffer.from(zero < 0 ? bytes : bytes.subarray(0, zero)).toString('utf8');
}
function isZero(block) {
    return block.every((byte) => byte === 0);
}

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
 * The members of a ZIP that comes as a stream, by their local headers, in order: the directory at the end is too late.
 * Members whose size stands behind them (data descriptors) are inflated until their end shows itself. Throws where that
 * cannot be: members that are encrypted, in another method than stored or deflated, or stored with an unknown size.
 */
async function* zipStreamEntries(reader, budget) {
    for (;;) {
        const header = Buffer.from(await reader.peek(30));
        if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER)
            return;
        await reader.read(30);
        const name = Buffer.from(await reader.read(header.readUInt16LE(26))).toString('utf8');
        const extra = Buffer.from(await reader.read(header.readUInt16LE(28)));
        const bytes = contentOf(reader, header, extra, name, budget);
        yield { name, bytes };
        await drain(bytes);
    }
}
async function* contentOf(reader, header, extra, name, budget) {
    const flags = header.readUInt16LE(6);
    const method = header.readUInt16LE(8);
    const sizeFollows = (flags & 8) !== 0;
    if (flags & 1)
        throw new Error(`The ZIP member ${JSON.stringify(name)} is encrypted.`);
    if (method !== STORED && method !== DEFLATED)
        throw new Error(`The ZIP member ${JSON.stringify(name)} is compressed by method ${method}, which is not supported.`);
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
/** The compressed size in the ZIP64 extra field, which is there when the size does not fit in 32 bits. */
function zip64Size(extra) {
    for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
        if (extra.readUInt16LE(at) === 1 && at + 20 <= extra.length)
            return Number(extra.readBigUInt64LE(at + 12));
    }
    return undefined;
}
/** Deflate marks its own end; what was read behind it is put back. */
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
    let inflatedBytes = 0;
    try {
        for await (const chunk of stream) {
            inflatedBytes += chunk.length;
            budget.take(chunk.length, inflatedBytes, stream.bytesWritten);
            yield chunk;
        }
        await fedAll;
        reader.unread(last.subarray(last.length - (fed - stream.bytesWritten)));
    }
    finally {
        stream.destroy();
    }
}
/** The descriptor has 12 to 24 bytes, by its variant; the next record tells which. */
async function skipDescriptor(reader) {
    const ahead = Buffer.from(await reader.peek(28));
    const signed = ahead.length >= 4 && ahead.readUInt32LE(0) === DATA_DESCRIPTOR;
    const lengths = signed ? [16, 24] : [12, 20];
    const length = lengths.find((at) => at + 4 <= ahead.length && AFTER_ENTRY.includes(ahead.readUInt32LE(at)));
    if (length === undefined)
        throw new Error('The ZIP is damaged: nothing begins behind a member.');
    await reader.read(length);
}

;// CONCATENATED MODULE: ./formats/archives/archive-files.js




/** A result archive nests four deep: gzip, tar, ZIP, and gzip of one timer file; this leaves room. */
const MAX_DEPTH = 8;
const MAX_FILES = 2_000_000;
/** A walk that opens what `wants` names, within limits that real archives stay far below. */
function archiveWalk(wants, budget = new inflate_budget/* InflateBudget */.Jw()) {
    return { wants, budget, maxFiles: MAX_FILES };
}
/** True for names that archives and compressed files have. */
function isArchiveName(path) {
    return /\.(tar|tgz|gz|zip)$/i.test(path);
}
/**
 * The files in an archive, in its order, read as a stream: tar, gzip and ZIP by their content, in one another to a small
 * depth. Nothing is written to disk, and no file is held whole. Throws when the archive is damaged or cut off, nests too
 * deep, holds too many files, or unpacks to more than the budget allows.
 */
async function* archiveFiles(chunks, walk) {
    const counted = { ...walk, files: 0 };
    yield* unpack(new ByteReader(chunks), '', 0, counted);
}
async function* unpack(reader, path, depth, walk) {
    try {
        if (depth > MAX_DEPTH)
            throw new Error(`Archives lie more than ${MAX_DEPTH} deep in one another.`);
        const head = await reader.peek(512);
        if (head[0] === 0x1f && head[1] === 0x8b) {
            const inner = new ByteReader((0,inflate_budget/* gunzipped */.lY)(reader.rest(), walk.budget));
            yield* unpack(inner, path.replace(/\.(gz|tgz)$/i, ''), depth + 1, walk);
        }
        else if (isZip(head))
            yield* unpackZip(reader, path, depth, walk);
        else if (isTarHeader(head))
            yield* unpackTar(reader, path, depth, walk);
        else
            yield { path, bytes: reader.rest() };
    }
    finally {
        await reader.close();
    }
}
async function* unpackTar(reader, path, depth, walk) {
    for (let entry = await nextTarEntry(reader); entry; entry = await nextTarEntry(reader)) {
        count(walk);
        const body = reader.take(entry.size);
        const entryPath = join(path, entry.name);
        if (entry.isFile && walk.wants(entryPath))
            yield* unpack(new ByteReader(kept(body)), entryPath, depth + 1, walk);
        await drain(body);
        await reader.read(paddingOf(entry.size));
    }
}
async function* unpackZip(reader, path, depth, walk) {
    for await (const entry of zipStreamEntries(reader, walk.budget)) {
        count(walk);
        const entryPath = join(path, entry.name);
        if (!walk.wants(entryPath))
            continue;
        yield* unpack(new ByteReader(kept(entry.bytes)), entryPath, depth + 1, walk);
    }
}
/** The same chunks, but not closed by who reads them: what is left must still be skipped. */
function kept(chunks) {
    const source = chunks[Symbol.asyncIterator]();
    return { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) };
}
function isZip(head) {
    return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}
function count(walk) {
    if (++walk.files > walk.maxFiles)
        throw new Error(`The archive holds more than ${walk.maxFiles} files.`);
}
function join(path, name) {
    return path ? `${path}/${name}` : name;
}


/***/ }),

/***/ 54660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jw: () => (/* binding */ InflateBudget),
/* harmony export */   lY: () => (/* binding */ gunzipped)
/* harmony export */ });
/* unused harmony export INFLATE_LIMITS */
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var _inflated_chunks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29849);



/** Logs shrink to a fifth or a tenth; a file that grows a thousandfold was made to fill a machine. */
const INFLATE_LIMITS = {
    totalBytes: 2 ** 40,
    ratio: 300,
    ratioFreeBytes: 64 * 2 ** 20,
};
/** How much was inflated so far, over all files that share it. */
class InflateBudget {
    limits;
    #inflatedBytes = 0;
    constructor(limits = INFLATE_LIMITS) {
        this.limits = limits;
    }
    /** Throws when a chunk takes everything over the limit, or its file beyond what honest data reaches. */
    take(chunkBytes, fileInflatedBytes, fileCompressedBytes) {
        this.#inflatedBytes += chunkBytes;
        if (this.#inflatedBytes > this.limits.totalBytes)
            throw new Error(`It unpacks to more than ${this.limits.totalBytes} bytes; that is refused.`);
        const { ratio, ratioFreeBytes } = this.limits;
        if (fileInflatedBytes > ratioFreeBytes && fileInflatedBytes > ratio * Math.max(1, fileCompressedBytes))
            throw new Error(`It unpacks to more than ${ratio} times its size; that is refused as a decompression bomb.`);
    }
}
/**
 * Inflates on a thread of Node's pool while the caller works on the chunk before: streams of zlib go ahead by one chunk,
 * so that reading costs the longer of the two, not both.
 */
function gunzipped(compressed, budget) {
    return inflated((0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip)((0,_inflated_chunks_js__WEBPACK_IMPORTED_MODULE_2__/* .inflateOptions */ .a)()), compressed, budget);
}
async function* inflated(stream, compressed, budget) {
    const source = node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(compressed, { objectMode: false });
    source.on('error', (error) => stream.destroy(error));
    source.pipe(stream);
    let inflatedBytes = 0;
    try {
        for await (const chunk of stream) {
            inflatedBytes += chunk.length;
            budget.take(chunk.length, inflatedBytes, stream.bytesWritten);
            yield chunk;
        }
    }
    finally {
        source.destroy();
        stream.destroy();
    }
}


/***/ }),

/***/ 98738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTestReport: () => (/* binding */ openTestReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _formats_archives_archive_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12903);


const READ_BYTES = 1 << 20;
/** The bytes of `testreport.xml`, by itself or at the top of a report archive. Throws where the archive holds none. */
async function* openTestReport(path) {
    if (path.endsWith('.xml')) {
        yield* (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { highWaterMark: READ_BYTES });
        return;
    }
    const walk = (0,_formats_archives_archive_files_js__WEBPACK_IMPORTED_MODULE_1__/* .archiveWalk */ .i0)((name) => /^(\.\/)?([^/]+\/)?testreport\.xml$/.test(name));
    const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { highWaterMark: READ_BYTES });
    for await (const file of (0,_formats_archives_archive_files_js__WEBPACK_IMPORTED_MODULE_1__/* .archiveFiles */ .a)(bytes, walk)) {
        yield* file.bytes;
        return;
    }
    throw new Error('The report archive holds no testreport.xml at its top.');
}


/***/ })

};
