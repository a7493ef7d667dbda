export const id = 385;
export const ids = [385];
export const modules = {

/***/ 4660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   El: () => (/* binding */ refuseMembers),
/* harmony export */   Jw: () => (/* binding */ InflateBudget),
/* harmony export */   Qv: () => (/* binding */ refuseOverlap),
/* harmony export */   R9: () => (/* binding */ RefusedArchiveError),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   lY: () => (/* binding */ gunzipped),
/* harmony export */   rN: () => (/* binding */ INFLATE_LIMITS),
/* harmony export */   sx: () => (/* binding */ refuseRatio)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2745);
/* harmony import */ var _inflated_chunks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9849);




/** The archive is not read any further, because it is a decompression bomb. */
class RefusedArchiveError extends _foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ {
    code = 'archive-refused';
}
/** Logs shrink to a fifth or a tenth of their size; a file that grows a thousandfold is a bomb. */
const INFLATE_LIMITS = {
    totalBytes: 2 ** 40,
    ratio: 300,
    ratioFreeBytes: 64 * 2 ** 20,
};
/** A ZIP with logs has a few hundred files at most. */
const MAX_ZIP_MEMBERS = 100_000;
const LOCAL_HEADER_BYTES = 30;
/** How much has been inflated so far, over all files that share this budget. */
class InflateBudget {
    limits;
    /** Bytes of the outermost archive that have arrived. */
    #archiveBytes;
    #inflatedBytes = 0;
    constructor(limits = INFLATE_LIMITS, archiveBytes) {
        this.limits = limits;
        this.#archiveBytes = archiveBytes;
    }
    /** The same chunks, counted as bytes of the outermost archive if its size is not known yet. */
    async *ofArchive(chunks) {
        let bytes = 0;
        this.#archiveBytes ??= () => bytes;
        for await (const chunk of chunks) {
            bytes += chunk.length;
            yield chunk;
        }
    }
    /** Throws if a chunk exceeds the total limit, or the limit for its file. */
    take(chunkBytes, fileInflatedBytes, fileCompressedBytes) {
        this.#inflatedBytes += chunkBytes;
        if (this.#inflatedBytes > this.limits.totalBytes)
            throw new RefusedArchiveError(`It unpacks to more than ${this.limits.totalBytes} bytes, which is not allowed.`);
        refuseRatio(fileInflatedBytes, fileCompressedBytes, this.limits);
        if (this.#archiveBytes !== undefined)
            refuseRatio(this.#inflatedBytes, this.#archiveBytes(), this.limits);
    }
}
/** Throws if the ratio is higher than real data can reach. */
function refuseRatio(inflatedBytes, compressedBytes, limits = INFLATE_LIMITS) {
    const { ratio, ratioFreeBytes } = limits;
    if (inflatedBytes <= ratioFreeBytes || inflatedBytes <= ratio * Math.max(1, compressedBytes))
        return;
    throw new RefusedArchiveError(`It unpacks to more than ${ratio} times its size, which is rejected as a decompression bomb.`);
}
function refuseMembers(count) {
    if (count > MAX_ZIP_MEMBERS)
        throw new RefusedArchiveError(`The ZIP has more than ${MAX_ZIP_MEMBERS} members.`);
}
/** Throws if members share bytes, which is how a few megabytes can unpack to terabytes. */
function refuseOverlap(members) {
    let endOffset = 0;
    for (const { headerOffset, compressedBytes } of members.toSorted((a, b) => a.headerOffset - b.headerOffset)) {
        if (headerOffset < endOffset)
            throw new RefusedArchiveError('Members of the ZIP overlap, which is rejected as a decompression bomb.');
        endOffset = headerOffset + LOCAL_HEADER_BYTES + compressedBytes;
    }
}
/**
 * Inflates on a thread of Node's pool while the caller works on the previous chunk. Zlib streams are one
 * chunk ahead, so reading takes the longer of the two times, not their sum.
 */
function gunzipped(compressed, budget) {
    return inflated((0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip)((0,_inflated_chunks_js__WEBPACK_IMPORTED_MODULE_3__/* .inflateOptions */ .a)()), compressed, budget);
}
async function* inflated(stream, compressed, budget) {
    const source = node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(compressed, { objectMode: false });
    source.on('error', (error) => stream.destroy(error));
    source.pipe(stream);
    try {
        yield* counted(stream, budget);
    }
    finally {
        source.destroy();
        stream.destroy();
    }
}
/** What a stream of zlib inflates, taken from the budget. */
async function* counted(stream, budget) {
    let inflatedBytes = 0;
    for await (const chunk of stream) {
        inflatedBytes += chunk.length;
        budget.take(chunk.length, inflatedBytes, stream.bytesWritten);
        yield chunk;
    }
}


/***/ }),

/***/ 9849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ release),
/* harmony export */   a: () => (/* binding */ inflateOptions)
/* harmony export */ });
/** Size of a chunk. A few are in memory: one is read while the next is inflated on another thread. */
const CHUNK_BYTES = 1 << 19;
/** For a zlib stream whose chunks are returned with `release`. */
function inflateOptions() {
    return { chunkSize: CHUNK_BYTES, readableHighWaterMark: 4 * CHUNK_BYTES };
}
/**
 * Frees the memory of a chunk that was inflated with these options, when its reader is done with it.
 * Otherwise it waits for the garbage collector, which lets 60 MB of them pile up. A buffer may be delivered
 * in several chunks: only the last one frees it.
 */
function release({ buffer, byteOffset, length }) {
    const endsBuffer = byteOffset + length === buffer.byteLength;
    if (endsBuffer && buffer.byteLength === CHUNK_BYTES && buffer instanceof ArrayBuffer)
        buffer.transfer(0);
}


/***/ }),

/***/ 2231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I3: () => (/* binding */ unusableLog),
/* harmony export */   Q9: () => (/* binding */ isRequestLog),
/* harmony export */   RL: () => (/* binding */ isOfTheLog),
/* harmony export */   hj: () => (/* binding */ zipMembers),
/* harmony export */   lQ: () => (/* binding */ zipMemberBytes)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5267);
/* harmony import */ var _zip_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4942);
/* harmony import */ var _inflate_budget_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4660);





const MAX_DIRECTORY_BYTES = 64 * 2 ** 20;
const LOCAL_HEADER = 0x04034b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** False for folders, and for files that macOS adds to a ZIP. */
function isOfTheLog(name) {
    return !/\/$|(^|\/)(__MACOSX\/|\._)/.test(name);
}
/** True for the CSVs in a `logs.zip`. */
function isRequestLog(name) {
    return isOfTheLog(name) && /\.csv$/i.test(name);
}
/**
 * Why the log in the member is unavailable, if another download would not change that; otherwise undefined.
 * Members that are not logs are ignored.
 */
function unusableLog(member) {
    const { name, method, encrypted } = member;
    if (!isRequestLog(name))
        return undefined;
    const shown = JSON.stringify((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .visibleName */ .ko)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(name), 100));
    if (/^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..'))
        return `its log ${shown} has a name that leads out of the archive`;
    if (encrypted)
        return `its log ${shown} is encrypted`;
    return method === 0 || method === 8
        ? undefined
        : `its log ${shown} is compressed with method ${method}, which is not supported`;
}
/**
 * The members of a ZIP file, from the directory at its end (including ZIP64). Throws if it has none, or if
 * members share bytes, which is how a few megabytes can unpack to terabytes.
 */
async function zipMembers(source) {
    return await (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .withZip */ .o)(source, membersOf);
}
async function membersOf(zip) {
    const members = [];
    let directoryBytes = 0;
    for await (const entry of zip.eachEntry()) {
        directoryBytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
        if (directoryBytes > MAX_DIRECTORY_BYTES)
            throw new _inflate_budget_js__WEBPACK_IMPORTED_MODULE_3__/* .RefusedArchiveError */ .R9('The directory of the ZIP is too large.');
        (0,_inflate_budget_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseMembers */ .El)(members.length + 1);
        members.push({
            name: entry.fileNameRaw.toString('utf8'),
            method: entry.compressionMethod,
            encrypted: entry.isEncrypted(),
            compressedBytes: entry.compressedSize,
            bytes: entry.uncompressedSize,
            entry,
        });
    }
    (0,_inflate_budget_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseOverlap */ .Qv)(members.map(({ compressedBytes, entry }) => ({
        headerOffset: entry.relativeOffsetOfLocalHeader,
        compressedBytes,
    })));
    return members;
}
/**
 * The content of a member, inflated on another thread. Its CRC is checked there too: deflated data gets a
 * gzip header and trailer, so zlib checks it at no cost for this thread. Throws for other methods, and if it
 * is damaged.
 */
async function* zipMemberBytes(source, { name, method, encrypted, compressedBytes, entry }, budget) {
    if (encrypted)
        throw new Error(`The ZIP member ${JSON.stringify(name)} is encrypted.`);
    if (method !== STORED && method !== DEFLATED)
        throw new Error(`The ZIP member ${JSON.stringify(name)} uses method ${method}, which is not supported.`);
    const start = await dataOffset(source, entry);
    const raw = compressedBytes > 0 ? source.chunks({ start, end: start + compressedBytes - 1 }) : node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([]);
    if (method === DEFLATED)
        yield* (0,_inflate_budget_js__WEBPACK_IMPORTED_MODULE_3__/* .gunzipped */ .lY)(asGzip(raw, entry), budget);
    else
        yield* checked(raw, entry);
}
/**
 * The header before the content has its own lengths. It is read without the library, which would look for the
 * directory again.
 */
async function dataOffset(source, { relativeOffsetOfLocalHeader: at }) {
    const header = Buffer.alloc(HEADER_BYTES);
    await source.opened((file) => file.read(header, at));
    if (header.readUInt32LE(0) !== LOCAL_HEADER)
        throw new Error('The ZIP is damaged: a member is not where it should be.');
    return at + HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}
async function* asGzip(deflated, { crc32: crc, uncompressedSize }) {
    yield Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    yield* deflated;
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(crc, 0);
    trailer.writeUInt32LE(uncompressedSize % 2 ** 32, 4);
    yield trailer;
}
async function* checked(stored, entry) {
    let crc = 0;
    for await (const chunk of stored) {
        crc = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.crc32)(chunk, crc);
        yield chunk;
    }
    if (crc !== entry.crc32)
        throw new Error('The ZIP is damaged: one of its members does not match its checksum.');
}


/***/ }),

/***/ 4942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ withZip)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);


/** Opens a ZIP by the directory at its end, while `work` runs. */
async function withZip(file, work) {
    const { RandomAccessReader, fromRandomAccessReaderPromise } = (await __webpack_require__.e(/* import() */ 171).then(__webpack_require__.t.bind(__webpack_require__, 171, 19))).default;
    return await file.opened(async ({ sizeBytes, read }) => {
        /** The library does not open files by path. */
        class Reader extends RandomAccessReader {
            _readStreamForRange(start, end) {
                return node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(file.chunks({ start, end: end - 1 }), { objectMode: false });
            }
            read(...[buffer, offset, length, position, done]) {
                (0,node_util__WEBPACK_IMPORTED_MODULE_1__.callbackify)(async () => {
                    const bytes = await read(buffer.subarray(offset, offset + length), position);
                    if (bytes < length)
                        throw new Error('the ZIP ends too early');
                })(done);
            }
            close(done) {
                done(null);
            }
        }
        const zip = await fromRandomAccessReaderPromise(new Reader(), sizeBytes, {
            lazyEntries: true,
            // Files are read after all of them were listed.
            autoClose: false,
            // Nothing is written under a member's name, so a name is only data here, and never a reason to stop.
            decodeStrings: false,
        });
        try {
            return await work(zip);
        }
        finally {
            zip.close();
        }
    });
}


/***/ }),

/***/ 8766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nK: () => (/* binding */ collectFile),
  bs: () => (/* binding */ together)
});

// UNUSED EXPORTS: orMissing

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(2745);
// EXTERNAL MODULE: ./foundation/format.js
var format = __webpack_require__(8253);
// EXTERNAL MODULE: ./platform/http/answer.js
var http_answer = __webpack_require__(4345);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./formats/archives/inflated-chunks.js
var inflated_chunks = __webpack_require__(9849);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./formats/archives/fed-inflater.js



/**
 * Feeds a zlib stream manually. Its output is read to the end: first by the reader, and whatever the reader
 * leaves is discarded.
 */
class Inflating {
    #stream;
    #source;
    #broken;
    #read;
    #fedBytes = 0;
    #sums;
    /** Inflated so far. */
    bytes = 0;
    /** Checksum and size of the inflated data, if sums are wanted. */
    crc = 0;
    constructor(stream, read, sums = false) {
        this.#sums = sums;
        this.#stream = stream;
        this.#source = stream[Symbol.asyncIterator]();
        this.#broken = new Promise((_resolve, reject) => {
            (0,external_node_stream_.finished)(stream, { readable: false }, () => reject(stream.errored ?? new Error('given up')));
        });
        this.#broken.catch(() => undefined);
        this.#read = this.#readAll(read);
        this.#read.catch(() => undefined);
    }
    /** Number of compressed bytes that belong to the data so far. */
    get usedBytes() {
        return this.#stream.bytesWritten;
    }
    /**
     * Resolves when the chunk has been processed; returns how many bytes at its end come after the end of the
     * data.
     */
    async write(chunk) {
        this.#fedBytes += chunk.length;
        const written = new Promise((done) => this.#stream.write(chunk, () => done()));
        await Promise.race([written, this.#broken]);
        if (this.#stream.errored)
            throw this.#stream.errored;
        return this.#fedBytes - this.usedBytes;
    }
    async end() {
        this.#stream.end();
        await this.#read;
    }
    abandon() {
        this.#stream.destroy();
    }
    async #readAll(read) {
        // Without `return`, so a reader that stops early does not end the source.
        const chunks = { [Symbol.asyncIterator]: () => ({ next: () => this.#next() }) };
        await read(chunks, () => this.usedBytes)?.catch(() => undefined);
        for await (const chunk of chunks)
            (0,inflated_chunks/* release */._)(chunk);
        // If the reader found the damage, it has already received the error.
        if (this.#stream.errored || !this.#stream.readableEnded)
            throw this.#stream.errored ?? new Error('the data ends too early');
    }
    async #next() {
        const next = await this.#source.next();
        if (next.done)
            return { done: true, value: undefined };
        this.bytes += next.value.length;
        if (this.#sums)
            this.crc = (0,external_node_zlib_.crc32)(next.value, this.crc);
        return next;
    }
}

// EXTERNAL MODULE: ./formats/archives/inflate-budget.js
var inflate_budget = __webpack_require__(4660);
// EXTERNAL MODULE: ./formats/zip-directory.js
var zip_directory = __webpack_require__(4942);
// EXTERNAL MODULE: ./formats/archives/zip-file.js
var zip_file = __webpack_require__(2231);
;// CONCATENATED MODULE: ./formats/archives/zip-arrival.js






const LOCAL_HEADER = 0x04034b50;
const DATA_DESCRIPTOR = 0x08074b50;
const HEADER_BYTES = 30;
const DEFLATED = 8;
/**
 * Checks a ZIP by its local headers, one file after the other, and compares all of them with the directory at
 * the end, which is authoritative. Anything unusual is left to other code: stored or encrypted files, and
 * gaps.
 */
class ZipArrival {
    #reader;
    #came = [];
    /** The position of the next bytes. */
    #offset = 0;
    #held = Buffer.alloc(0);
    #file;
    #isDescriptorDue = false;
    #atDirectory = false;
    /** Inflated size of all files so far. */
    #bytes = 0;
    constructor(reader) {
        this.#reader = reader;
    }
    async push(chunk) {
        let rest = chunk;
        while (rest !== undefined && rest.length > 0 && !this.#atDirectory)
            rest = this.#file === undefined ? this.#readHeader(rest) : await this.#readContent(rest);
    }
    async end(file) {
        if (this.#file !== undefined || !this.#atDirectory)
            throw new Error('the ZIP ends too early');
        const listed = await directoryOf(file, this.#came.length);
        const same = listed.length === this.#came.length && listed.every((one, i) => isSame(one, this.#came[i]));
        if (!same)
            throw new Error('the directory of the ZIP lists other files');
    }
    abandon() {
        this.#file?.content.abandon();
    }
    /** Keeps the data until a header is complete; returns the rest of the chunk, which is content. */
    #readHeader(chunk) {
        // A copy, because the memory of the chunk is freed.
        this.#held = Buffer.concat([this.#held, chunk]);
        const before = this.#isDescriptorDue ? this.#descriptorBytes() : 0;
        if (before === undefined)
            return undefined;
        const head = this.#held.subarray(before);
        if (head.length < 4)
            return undefined;
        if (head.readUInt32LE(0) !== LOCAL_HEADER) {
            this.#atDirectory = true;
            return undefined;
        }
        if (head.length < HEADER_BYTES)
            return undefined;
        const headBytes = HEADER_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
        if (head.length < headBytes)
            return undefined;
        this.#begin(head, this.#offset + before);
        this.#offset += before + headBytes;
        this.#held = Buffer.alloc(0);
        return head.subarray(headBytes);
    }
    #begin(head, offset) {
        const flags = head.readUInt16LE(6);
        if ((flags & 1) !== 0 || head.readUInt16LE(8) !== DEFLATED)
            throw new Error('left to the check of the file');
        const name = Buffer.from(head.subarray(HEADER_BYTES, HEADER_BYTES + head.readUInt16LE(26)));
        const content = new Inflating((0,external_node_zlib_.createInflateRaw)((0,inflated_chunks/* inflateOptions */.a)()), (bytes, used) => this.#reader?.read(name.toString('utf8'), bytes, used), true);
        const came = { name, offset, crc: 0, bytes: 0, compressedBytes: 0 };
        this.#file = { content, came, sizeFollows: (flags & 8) !== 0 };
        this.#isDescriptorDue = false;
    }
    /** Deflate marks its own end; returns the bytes after it. */
    async #readContent(chunk) {
        const { content, came, sizeFollows } = this.#file;
        const behindBytes = await content.write(chunk);
        // For all files together, because a ZIP of a million small bombs is a bomb.
        (0,inflate_budget/* refuseRatio */.sx)(this.#bytes + content.bytes, this.#offset + content.usedBytes);
        if (behindBytes === 0)
            return undefined;
        await content.end();
        const { crc, bytes, usedBytes } = content;
        this.#came.push({ ...came, crc, bytes, compressedBytes: usedBytes });
        this.#bytes += bytes;
        (0,inflate_budget/* refuseMembers */.El)(this.#came.length);
        this.#offset += usedBytes;
        this.#file = undefined;
        this.#isDescriptorDue = sizeFollows;
        return chunk.subarray(chunk.length - behindBytes);
    }
    /**
     * The length of the descriptor here, recognized by the numbers that it must contain; undefined if there is
     * not enough data yet.
     */
    #descriptorBytes() {
        const forms = descriptorsOf(this.#came.at(-1));
        const longest = Math.max(...forms.map((form) => form.length));
        if (this.#held.length < longest)
            return undefined;
        const form = forms.find((one) => one.equals(this.#held.subarray(0, one.length)));
        if (form === undefined)
            throw new Error('a file in the ZIP does not match the data descriptor after it');
        return form.length;
    }
}
/** With and without a signature, with sizes of eight bytes and of four. */
function descriptorsOf({ crc, bytes, compressedBytes }) {
    const short = Buffer.alloc(12);
    short.writeUInt32LE(crc, 0);
    short.writeUInt32LE(compressedBytes % 2 ** 32, 4);
    short.writeUInt32LE(bytes % 2 ** 32, 8);
    const long = Buffer.alloc(20);
    long.writeUInt32LE(crc, 0);
    long.writeBigUInt64LE(BigInt(compressedBytes), 4);
    long.writeBigUInt64LE(BigInt(bytes), 12);
    const signature = Buffer.alloc(4);
    signature.writeUInt32LE(DATA_DESCRIPTOR);
    return [Buffer.concat([signature, long]), Buffer.concat([signature, short]), long, short];
}
/** No more than one file above what can be right. */
async function directoryOf(file, most) {
    return await (0,zip_directory/* withZip */.o)(file, async (zip) => {
        const listed = [];
        for await (const entry of zip.eachEntry()) {
            if (listed.length > most)
                break;
            if (entry.compressionMethod !== DEFLATED || entry.isEncrypted())
                throw new Error('left to the check of the file');
            const name = entry.fileNameRaw.toString('utf8');
            const unusable = (0,zip_file/* unusableLog */.I3)({ name, method: DEFLATED, encrypted: false });
            if (unusable !== undefined)
                throw new Error(unusable);
            listed.push({
                name: entry.fileNameRaw,
                offset: entry.relativeOffsetOfLocalHeader,
                crc: entry.crc32,
                bytes: entry.uncompressedSize,
                compressedBytes: entry.compressedSize,
            });
        }
        return listed;
    });
}
function isSame(a, b) {
    return (a.name.equals(b.name) &&
        a.offset === b.offset &&
        a.crc === b.crc &&
        a.bytes === b.bytes &&
        a.compressedBytes === b.compressedBytes);
}

;// CONCATENATED MODULE: ./formats/archives/archive-arrival.js





/**
 * Checks an archive while it arrives, and passes it to a reader at the same time. Never throws. The only
 * result is whether the file still has to be checked when it is complete.
 */
class Arrival {
    #archive;
    #isWhole = true;
    constructor(format, reader) {
        this.#archive = format === 'gzip' ? new GzipArrival(reader) : new ZipArrival(reader);
    }
    /** Resolves when the chunk has been processed; its memory may be reused then. */
    async push(chunk) {
        if (this.#isWhole)
            await this.#attempt(() => this.#archive.push(chunk));
    }
    /** True if everything in the archive was complete. */
    async end(file) {
        if (this.#isWhole)
            await this.#attempt(() => this.#archive.end(file));
        return this.#isWhole;
    }
    abandon() {
        this.#isWhole = false;
        this.#archive.abandon();
    }
    async #attempt(work) {
        try {
            await work();
        }
        catch {
            // If it is broken, the check of the file gives the reason.
            this.abandon();
        }
    }
}
/** Node's gunzip compares length and CRC at the end of every member. */
class GzipArrival {
    #content;
    constructor(reader) {
        this.#content = new Inflating((0,external_node_zlib_.createGunzip)((0,inflated_chunks/* inflateOptions */.a)()), (bytes, used) => reader?.read('', bytes, used));
    }
    async push(chunk) {
        await this.#content.write(chunk);
        (0,inflate_budget/* refuseRatio */.sx)(this.#content.bytes, this.#content.usedBytes);
    }
    async end() {
        await this.#content.end();
        if (this.#content.bytes === 0)
            throw new Error('the archive is empty');
    }
    abandon() {
        this.#content.abandon();
    }
}

// EXTERNAL MODULE: ./foundation/fields.js
var fields = __webpack_require__(4315);
// EXTERNAL MODULE: ./platform/http/http.js
var http = __webpack_require__(5819);
;// CONCATENATED MODULE: ./platform/download/download-address.js


const MAX_REDIRECTS = 5;
/**
 * Archives contain what a test saw; with plain http, anybody on the network could read and change them. Only
 * a service that the user runs on this machine may lead to plain http, and only to this machine.
 */
function mayBeAsked(url, serviceUrl) {
    if (url.protocol === 'https:')
        return true;
    return url.protocol === 'http:' && (0,fields/* isLoopback */.U9)(url.hostname) && (0,fields/* isLoopback */.U9)(new URL(serviceUrl).hostname);
}
/** Throws for an address that files must not come from, before anything is sent there. */
function refusePlainHttp(request) {
    if (!mayBeAsked(new URL(request.url), request.serviceUrl)) {
        throw new http/* HttpError */.j$(`${(0,http/* nameOf */.Vb)(request)} was not sent: https only.`, {
            kind: 'not-sent',
            permanent: true,
        });
    }
}
/**
 * The target of a redirect. Redirects are followed manually, so that each request gets only the headers for
 * its origin.
 */
function redirectOf(request, response, redirects) {
    if (![301, 302, 303, 307, 308].includes(response.status))
        return undefined;
    const location = response.headers['location'] ?? '';
    const target = URL.canParse(location, request.url) ? new URL(location, request.url) : undefined;
    if (target === undefined || !mayBeAsked(target, request.serviceUrl) || redirects >= MAX_REDIRECTS) {
        response.body.destroy();
        const where = target === undefined ? 'nowhere' : `${target.origin}${target.pathname}`;
        throw new http/* HttpError */.j$(`${(0,http/* nameOf */.Vb)(request)} redirects to ${where}, which is not followed (https only, at most ${MAX_REDIRECTS} redirects).`, {
            kind: 'status',
            status: response.status,
        });
    }
    return target.href;
}

// EXTERNAL MODULE: ./platform/http/json-fault.js
var json_fault = __webpack_require__(9664);
;// CONCATENATED MODULE: ./formats/archives/check-archive.js




/** The content of the archive cannot be used, and would be the same after another download. */
class UnusableArchiveError extends errors/* ActionError */.lZ {
    code = 'archive-unusable';
}
/**
 * Reads an archive to its end without keeping anything; throws if it is broken or truncated. A decompression
 * bomb is not read any further: the later reader rejects it with a message.
 */
async function checkArchive(file, format) {
    try {
        await (format === 'gzip' ? checkGzip(file) : checkZip(file));
    }
    catch (error) {
        if (!(error instanceof inflate_budget/* RefusedArchiveError */.R9))
            throw error;
    }
}
/** Node's gunzip compares length and CRC at the end of every member. */
async function checkGzip(file) {
    if ((await drained((0,inflate_budget/* gunzipped */.lY)(file.chunks(), new inflate_budget/* InflateBudget */.Jw()))) === 0)
        throw new Error('the archive is empty');
}
async function checkZip(file) {
    const members = await (0,zip_file/* zipMembers */.hj)(file);
    for (const member of members) {
        const unusable = (0,zip_file/* unusableLog */.I3)(member);
        if (unusable !== undefined)
            throw new UnusableArchiveError(unusable);
    }
    // For all members so far: otherwise thousands of small bombs would each get minutes of work.
    let compressedBytes = 0;
    const budget = new inflate_budget/* InflateBudget */.Jw(inflate_budget/* INFLATE_LIMITS */.rN, () => compressedBytes);
    for (const member of members) {
        compressedBytes += member.compressedBytes;
        if (isReadable(member))
            await drained((0,zip_file/* zipMemberBytes */.lQ)(file, member, budget));
    }
}
async function drained(chunks) {
    let bytes = 0;
    for await (const chunk of chunks) {
        bytes += chunk.length;
        (0,inflated_chunks/* release */._)(chunk);
    }
    return bytes;
}
/** Folders have no content, and a member that cannot be unpacked has no checksum to compare. */
function isReadable({ name, method, encrypted }) {
    return !name.endsWith('/') && !encrypted && (method === 0 || method === 8);
}

// EXTERNAL MODULE: ./platform/files/file-errors.js
var file_errors = __webpack_require__(944);
;// CONCATENATED MODULE: ./platform/download/file-format.js





function isArchive(format) {
    return format === 'gzip' || format === 'zip';
}
const MAGIC = { gzip: [0x1f, 0x8b], zip: [0x50, 0x4b] };
const MAX_JSON_BYTES = 64e6;
const HEAD_BYTES = 400;
const PAGE = /^<(!doctype html|html)/i;
/** Whether a file that begins like this may have the format. */
function beginsAs(format, head) {
    if (isArchive(format))
        return MAGIC[format].every((byte, index) => head[index] === byte);
    const text = head.toString('utf8').trimStart();
    return format === 'xml' ? text.startsWith('<') && !PAGE.test(text) : !text.startsWith('<');
}
/** Throws an `HttpError` if the file is incomplete or something else. */
async function checkFormat(format, request, file, isWhole) {
    const head = await headOf(file);
    const text = head.toString('utf8').trimStart();
    const cut = head.length < HEAD_BYTES ? '' : '…';
    const isPage = PAGE.test(text);
    if (!beginsAs(format, head)) {
        const what = isPage || text.startsWith('<') ? 'a web page' : `not a ${format} file`;
        const said = (0,http_answer/* mayQuote */.oG)(request) ? ` It begins with: ${(0,http_answer/* excerptOf */.zU)(text + cut)}` : '';
        throw new http/* HttpError */.j$(`${(0,http/* nameOf */.Vb)(request)}: the response is ${what}.${said}`, { kind: 'mismatch' });
    }
    try {
        if (format === 'json')
            await checkJson(file);
        else if (isArchive(format) && !isWhole)
            await checkArchive(file, format);
    }
    catch (cause) {
        if ((0,file_errors/* isFileError */.lz)(cause))
            throw cause;
        const permanent = cause instanceof UnusableArchiveError;
        // A parser's message quotes the place of the error.
        const broken = `${(0,http/* nameOf */.Vb)(request)}: the ${format} file ${permanent ? 'cannot be used' : 'is broken'}`;
        if (!(0,http_answer/* mayQuote */.oG)(request))
            throw new http/* HttpError */.j$(`${broken}.`, { kind: 'unreadable', permanent });
        const fault = (0,json_fault/* jsonFault */.x)(cause);
        const why = fault instanceof Error ? fault.message : String(fault);
        throw new http/* HttpError */.j$(`${broken}: ${why}.`, { kind: 'unreadable', permanent, cause: fault });
    }
}
async function checkJson(file) {
    const sizeBytes = await file.opened(async (opened) => opened.sizeBytes);
    if (sizeBytes > MAX_JSON_BYTES)
        throw new Error(`it is larger than ${MAX_JSON_BYTES / 1e6} MB`);
    JSON.parse(await file.text(MAX_JSON_BYTES));
}
async function headOf(file) {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, await file.opened((opened) => opened.read(head, 0)));
}

// EXTERNAL MODULE: ./platform/files/regular-file.js
var regular_file = __webpack_require__(8717);
// EXTERNAL MODULE: ./platform/http/content-encoding.js
var content_encoding = __webpack_require__(5826);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./platform/download/body-digest.js

const BYTES = { md5: 16, sha1: 20, sha256: 32, sha512: 64 };
/**
 * The digests of the body in any of the known header formats (RFC 9530, RFC 3230, RFC 1864), in base64 or
 * hexadecimal. Unknown formats are ignored.
 */
function announcedDigests(headers) {
    const lists = ['content-digest', 'repr-digest', 'digest'].map((name) => headers[name] ?? '').join(',');
    const named = [...lists.matchAll(/([\w-]+)\s*=\s*([^,;\s]+)/g)].flatMap(([, name = '', text = '']) => digestOf(name.toLowerCase().replace('-', '').replace(/^sha$/, 'sha1'), text.replace(/^[":]+|[":]+$/g, '')));
    return [...named, ...digestOf('md5', (headers['content-md5'] ?? '').trim())];
}
function digestOf(algorithm, text) {
    if (!isAlgorithm(algorithm))
        return [];
    const bytes = BYTES[algorithm];
    const isHex = text.length === 2 * bytes && /^[0-9a-f]+$/i.test(text);
    if (!isHex && !/^[\w+/-]+={0,2}$/.test(text))
        return [];
    const value = Buffer.from(text, isHex ? 'hex' : 'base64');
    return value.length === bytes ? [{ algorithm, value }] : [];
}
function isAlgorithm(name) {
    return name in BYTES;
}
/** Compares the received data with its digests. */
class DigestCheck {
    #digests;
    #hashes;
    constructor(headers) {
        this.#digests = announcedDigests(headers);
        const algorithms = this.#digests.map(({ algorithm }) => algorithm);
        this.#hashes = new Map(algorithms.map((algorithm) => [algorithm, (0,external_node_crypto_.createHash)(algorithm)]));
    }
    update(chunk) {
        for (const hash of this.#hashes.values())
            hash.update(chunk);
    }
    /** The digests that do not match. */
    mismatches() {
        const values = new Map([...this.#hashes].map(([algorithm, hash]) => [algorithm, hash.digest()]));
        return this.#digests
            .filter(({ algorithm, value }) => !(0,external_node_crypto_.timingSafeEqual)(values.get(algorithm) ?? Buffer.alloc(0), value))
            .map(({ algorithm }) => algorithm);
    }
}

;// CONCATENATED MODULE: ./platform/download/sent-body.js



/** Enough to distinguish an archive from a compressed archive. */
const sent_body_HEAD_BYTES = 4096;
/**
 * The body of a file, with the decoders that are needed. For an archive, a coding may mean that the archive
 * was compressed again, or only that it is compressed: it is decoded if the result is the archive, and
 * otherwise left. Whether it has to be decoded is known when the first data arrives.
 */
async function sentBody({ headers, body }, format, onCompressed) {
    const codings = (0,content_encoding/* codingsOf */.Z2)(headers);
    if (codings.length === 0)
        return { raw: body, decoders: [] };
    const chunks = body[Symbol.asyncIterator]();
    const first = [];
    let bytes = 0;
    while (bytes < sent_body_HEAD_BYTES) {
        const next = await chunks.next();
        if (next.done === true)
            break;
        // A copy, because it is used twice.
        first.push(Buffer.from(next.value));
        bytes += next.value.length;
    }
    const head = Buffer.concat(first);
    const inner = await (0,content_encoding/* decodedHead */.TO)(codings, head);
    const decoders = inner.length > 0 && beginsAs(format, inner) ? (0,content_encoding/* decodersOf */.x)(codings, head) : [];
    const tell = decoders.length > 0 ? onCompressed : () => undefined;
    return { raw: external_node_stream_.Readable.from(joined(first, chunks, tell)), decoders };
}
async function* joined(first, rest, tell) {
    for (const chunk of first) {
        tell(chunk);
        yield chunk;
    }
    for await (const chunk of { [Symbol.asyncIterator]: () => rest }) {
        tell(chunk);
        yield chunk;
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./platform/download/file-sink.js


/** Size of a write; as much again may wait in the meantime. */
const BATCH_BYTES = 1 << 20;
/**
 * Writes the received data to a file. While one batch is written, the next one is collected, so that many
 * small chunks need few writes.
 */
class FileSink extends external_node_stream_.Writable {
    #file;
    #events;
    #writtenBytes = 0;
    constructor(file, events) {
        super({ highWaterMark: BATCH_BYTES });
        this.#file = file;
        this.#events = events;
    }
    get writtenBytes() {
        return this.#writtenBytes;
    }
    _write(chunk, _encoding, callback) {
        answer(callback, () => this.#store([chunk]));
    }
    _writev(batch, callback) {
        answer(callback, () => this.#store(batch.map(({ chunk }) => chunk)));
    }
    /** Closing waits for a write in progress: another file could get its descriptor in the meantime. */
    _destroy(error, callback) {
        answer(callback, async () => {
            await this.#file.close();
            if (error)
                throw error;
        });
    }
    async #store(chunks) {
        for (const chunk of chunks)
            this.#events.arrived(chunk);
        const [bytes] = await Promise.all([writeAll(this.#file, chunks), this.#events.use?.(file_sink_joined(chunks))]);
        this.#writtenBytes += bytes;
        // A chunk may still be in use when the stream is broken off.
        if (!this.destroyed)
            for (const chunk of chunks)
                this.#events.done(chunk);
    }
}
/** For a thread that inflates, handing over a piece costs more than copying it into a larger one. */
function file_sink_joined(chunks) {
    const [first = Buffer.alloc(0)] = chunks;
    return chunks.length === 1 ? first : Buffer.concat(chunks);
}
function answer(callback, work) {
    (0,external_node_util_.callbackify)(work)((error) => callback(error));
}
/** A disk that is nearly full accepts only a part; writing the rest shows why. */
async function writeAll(file, chunks) {
    let left = chunks;
    let bytes = 0;
    while (left.length > 0) {
        const { bytesWritten } = await file.writev(left);
        left = behind(left, bytesWritten);
        bytes += bytesWritten;
    }
    return bytes;
}
function behind(chunks, bytes) {
    let skipBytes = bytes;
    return chunks.flatMap((chunk) => {
        const rest = chunk.subarray(Math.min(skipBytes, chunk.length));
        skipBytes -= chunk.length - rest.length;
        return rest.length > 0 ? rest : [];
    });
}

;// CONCATENATED MODULE: ./platform/download/receive.js






/** Writes the file contained in the body, and throws unless it has the announced length and digests. */
async function receive(file, request, response, { arrived, arrival, format }) {
    const asSent = new DigestCheck(response.headers);
    const asFile = new DigestCheck(response.headers);
    const { raw, decoders } = await sentBody(response, format, (chunk) => asSent.update(chunk));
    const isDecoded = decoders.length > 0;
    const sink = new FileSink(file, {
        arrived: (chunk) => {
            arrived(chunk.length);
            asFile.update(chunk);
        },
        ...(arrival && { use: (batch) => arrival.push(batch) }),
        done: (chunk) => (isDecoded ? undefined : response.release?.(chunk)),
    });
    try {
        await (0,promises_.pipeline)([raw, ...decoders, sink]);
    }
    catch (error) {
        arrival?.abandon();
        if (!(0,content_encoding/* isDecodingFault */.Ez)(error))
            throw error;
        throw new http/* HttpError */.j$(`${(0,http/* nameOf */.Vb)(request)}: the received data is not compressed as declared, or incomplete.`, {
            kind: 'unreadable',
            cause: error,
        });
    }
    checkLength(request, response, sink.writtenBytes, isDecoded);
    checkDigests(request, isDecoded ? [asFile, asSent] : [asFile]);
}
/**
 * For data that was compressed for transport, some services send the digest of the uncompressed data: one of
 * the two must match.
 */
function checkDigests(request, checks) {
    const mismatches = checks.map((check) => check.mismatches());
    if (mismatches.some((found) => found.length === 0))
        return;
    throw new http/* HttpError */.j$(`${(0,http/* nameOf */.Vb)(request)}: the received data does not match its ${mismatches[0]?.join(' and ')} digest.`, { kind: 'unreadable' });
}
function checkLength(request, response, sizeBytes, isDecoded) {
    const announced = response.headers['content-length'];
    // The length of a body that was compressed for transport is not the length of the file.
    const comparable = announced !== undefined && !isDecoded;
    if (sizeBytes === 0 || (comparable && Number(announced) !== sizeBytes)) {
        throw new http/* HttpError */.j$(`${(0,http/* nameOf */.Vb)(request)}: ${sizeBytes} of ${announced ?? 'unknown'} bytes arrived.`, {
            kind: 'unreadable',
        });
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./platform/files/free-space.js

/** Stays free for other steps; on a small disk, a tenth of the free space. */
const RESERVE_BYTES = 500e6;
/** Undefined if the system does not provide it. */
async function freeSpaceOf(directory) {
    try {
        const { bsize, blocks, bavail } = await (0,external_node_fs_promises_.statfs)(directory);
        if (blocks === 0)
            return undefined;
        const freeBytes = bavail * bsize;
        return { freeBytes, reserveBytes: Math.min(RESERVE_BYTES, Math.floor(freeBytes / 10)) };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./platform/download/size-limit.js






/**
 * Large tests of several hours with full details are smaller, and it can arrive in the time of a download.
 */
const MAX_FILE_BYTES = 20e9;
/** Other files arrive at the same time, so the disk is checked again. */
const LOOK_AGAIN_BYTES = 64e6;
/** How large one file may become: no larger than any file of a run, and than the free space on the disk. */
class SizeLimit {
    #request;
    #path;
    #mostBytes;
    #bytes = 0;
    #lookedAtBytes = 0;
    /** The size at which the disk is full. */
    #roomBytes = Infinity;
    #space;
    constructor(request, path, format) {
        this.#request = request;
        this.#path = path;
        this.#mostBytes = format === 'json' ? MAX_JSON_BYTES : MAX_FILE_BYTES;
    }
    /** For the file that `request` downloads to `path`. */
    static async of(request, path, format) {
        const limit = new SizeLimit(request, path, format);
        await limit.#look();
        return limit;
    }
    /** Throws if the response announces more, before any of it is read. */
    refuseAnnounced(headers) {
        const announced = headers['content-length'] ?? '';
        if (/^\d+$/.test(announced))
            this.#refuseAbove(Number(announced), `it announces`);
    }
    /** Throws as soon as too much has arrived. */
    arrived(bytes) {
        this.#bytes += bytes;
        this.#refuseAbove(this.#bytes, 'there are more than');
        if (this.#bytes - this.#lookedAtBytes >= LOOK_AGAIN_BYTES)
            void this.#look();
    }
    async #look() {
        const bytes = this.#bytes;
        this.#lookedAtBytes = bytes;
        const space = await freeSpaceOf((0,external_node_path_.dirname)(this.#path));
        if (space === undefined)
            return;
        // The free space at the beginning determines how much stays free.
        const reserveBytes = this.#space?.reserveBytes ?? space.reserveBytes;
        this.#space ??= space;
        this.#roomBytes = Math.min(this.#roomBytes, bytes + Math.max(0, space.freeBytes - reserveBytes));
    }
    #refuseAbove(bytes, how) {
        if (bytes > this.#mostBytes) {
            const most = (0,format/* formatBytes */.z3)(this.#mostBytes);
            throw new http/* HttpError */.j$(`${(0,http/* nameOf */.Vb)(this.#request)}: the file is too large: ${how} ${(0,format/* formatBytes */.z3)(bytes)}, and at most ${most} are downloaded. ` +
                'Let the load test record less, or download the file manually.', { kind: 'mismatch', permanent: true });
        }
        if (bytes <= this.#roomBytes)
            return;
        const { freeBytes, reserveBytes } = this.#space ?? { freeBytes: 0, reserveBytes: 0 };
        throw new file_errors/* FileError */.f6(`${this.#path}: the disk has room for ${(0,format/* formatBytes */.z3)(this.#roomBytes)} of it, but ${how} ${(0,format/* formatBytes */.z3)(bytes)} ` +
            `(${(0,format/* formatBytes */.z3)(freeBytes)} were free, of which ${(0,format/* formatBytes */.z3)(reserveBytes)} stay free). ` +
            'Free space on the runner, or set output-directory to a larger disk.');
    }
}

// EXTERNAL MODULE: ./platform/http/retry.js
var retry = __webpack_require__(8193);
;// CONCATENATED MODULE: ./platform/download/download.js














/** After the budget, an attempt continues only at this rate or faster, and at most for this long. */
const SLOWEST_BYTES_PER_MS = 50;
const ARCHIVE_GRACE_MS = 15 * 60_000;
const DOCUMENT_GRACE_MS = 2 * 60_000;
/**
 * Streams a file to disk, and to a reader if there is one. It is written under a temporary name and renamed
 * when length, digest (if given) and archive have been checked, so a file with the final name is complete. A
 * broken download starts again, because neither service documents ranges. Throws the last `HttpError` when
 * the budget ends, or a `FileError`.
 */
async function download(ports, file) {
    const { budgetMs, onRetry, renew = () => false } = file;
    const options = { budgetMs, renew, ...(onRetry !== undefined && { onRetry }) };
    const budgetEndMs = ports.clock.monotonicMs() + budgetMs;
    const deadlineMs = budgetEndMs + (isArchive(file.format) ? ARCHIVE_GRACE_MS : DOCUMENT_GRACE_MS);
    return await (0,retry/* retryDownload */.zH)(ports, options, () => tryUrls(ports, { ...file, budgetEndMs, deadlineMs }));
}
/** Tries the URLs in order; the last temporary error outweighs a permanent one. */
async function tryUrls(ports, file) {
    let last;
    for (const url of file.urls) {
        if (last !== undefined && ports.clock.monotonicMs() >= file.budgetEndMs)
            break;
        try {
            return await attempt(ports, file, url);
        }
        catch (error) {
            if (!(error instanceof http/* HttpError */.j$))
                throw error;
            const hope = hopeIn(error);
            if (!(last instanceof http/* HttpError */.j$) || (hope > 0 && hope >= hopeIn(last)))
                last = error;
        }
    }
    throw last;
}
const HOPE = { end: 0, renew: 1, retry: 2 };
function hopeIn(error) {
    return error.permanent ? 0 : HOPE[(0,retry/* policyFor */.KV)(error).download];
}
async function attempt(ports, file, url, redirects = 0) {
    const asked = { method: 'GET', url, serviceUrl: file.serviceUrl };
    refusePlainHttp(asked);
    const request = { ...asked, headers: await file.headersFor(url) };
    let part;
    try {
        const next = await (0,http/* exchangeStream */.Qz)(ports, request, async (response, alive) => {
            const location = redirectOf(request, response, redirects);
            if (location !== undefined) {
                response.body.destroy();
                return { location };
            }
            await refuseUnlessOk(ports, request, response);
            part = await file.folder.begin(file.name);
            const limit = await SizeLimit.of(request, (0,external_node_path_.join)(file.folder.path, file.name), file.format);
            limit.refuseAnnounced(response.headers);
            const reader = await file.openReader?.();
            const arrival = isArchive(file.format) ? new Arrival(file.format, reader) : undefined;
            const watch = rateWatch(ports, request, file);
            await receive(part.handle, request, response, {
                arrived: (bytes) => {
                    alive();
                    limit.arrived(bytes);
                    watch(bytes);
                },
                arrival,
                format: file.format,
            });
            return { arrival, reader, part };
        });
        if ('location' in next)
            return await attempt(ports, file, next.location, redirects + 1);
        const source = (0,regular_file/* regularFile */.VI)(next.part.path);
        const isWhole = (await next.arrival?.end(source)) ?? false;
        await checkFormat(file.format, request, source, isWhole);
        const sizeBytes = await next.part.keep();
        return isWhole && next.reader !== undefined ? { sizeBytes, reader: next.reader } : { sizeBytes };
    }
    catch (error) {
        await part?.drop();
        throw (0,file_errors/* isFileError */.lz)(error) ? (0,file_errors/* explainFileError */.Yd)(error, (0,external_node_path_.join)(file.folder.path, file.name)) : error;
    }
}
/** Throws when the budget is over and the data arrived too slowly, and when the deadline has passed. */
function rateWatch({ clock }, request, { budgetEndMs, deadlineMs }) {
    const startedMs = clock.monotonicMs();
    let bytes = 0;
    return (arrivedBytes) => {
        bytes += arrivedBytes;
        const nowMs = clock.monotonicMs();
        const lastedMs = nowMs - startedMs;
        // A rate means something only after a certain time.
        const slow = lastedMs > http/* STALL_MS */.Gn && bytes < lastedMs * SLOWEST_BYTES_PER_MS;
        if (nowMs <= budgetEndMs || (!slow && nowMs <= deadlineMs))
            return;
        const arrived = `${slow ? 'only ' : ''}${(0,format/* formatBytes */.z3)(bytes)} arrived in ${Math.round(lastedMs / 1000)} s`;
        throw new http/* HttpError */.j$(`${(0,http/* nameOf */.Vb)(request)}: the time for this download is over: ${arrived}, and it had not finished.`, { kind: 'stalled' });
    };
}
async function refuseUnlessOk(ports, request, response) {
    if (response.status === 200)
        return;
    const { status, headers } = response;
    const first = await firstBytes(response);
    const codings = (0,content_encoding/* codingsOf */.Z2)(headers);
    const text = codings.length === 0 ? first : await (0,content_encoding/* decodedHead */.TO)(codings, first);
    const answer = { status, headers, text: text.toString('utf8'), ...(0,http/* scrubOf */.Pp)(ports) };
    // Accepted: the file is being created.
    const countsAs = status === 202 ? 404 : status;
    throw (0,http_answer/* refusalOf */.Of)(request, answer, ports.clock.now(), countsAs);
}
async function firstBytes(response) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of response.body) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > 4000)
            break;
    }
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./providers/collect-file.js





/** Both services respond like this until an archive is ready. */
const NOT_YET = [404, 409];
/** Downloads one file, or says why it is unavailable. */
async function collectFile(ports, log, folder, { kind, name, absent = [], ...wanted }) {
    const path = (0,external_node_path_.join)(folder.path, name);
    let said = '';
    const onRetry = (error) => {
        const what = NOT_YET.includes(error.status ?? 0) ? `${name} is not ready yet` : error.message;
        if (what !== said)
            log.info(`${what}; trying again.`);
        said = what;
    };
    let isAbsent = false;
    const outcome = await orMissing(name, async () => {
        try {
            const { sizeBytes, reader } = await download(ports, { ...wanted, folder, name, onRetry });
            const data = reader?.data();
            return { kind, name, path, sizeBytes, ...(data && { data }) };
        }
        catch (error) {
            isAbsent = error instanceof http/* HttpError */.j$ && absent.includes(error.status ?? 0);
            throw error;
        }
    });
    return isAbsent ? { files: [], missing: [] } : outcome;
}
/** Returns the file that `work` delivers, or the reason why there is none. */
async function orMissing(name, work) {
    try {
        return { files: [await work()], missing: [] };
    }
    catch (error) {
        if (error instanceof http/* HttpError */.j$ || error instanceof file_errors/* FileError */.f6 || error instanceof errors/* GateError */.ue) {
            return { files: [], missing: [{ name, reason: (0,errors/* messageOf */.bD)(error) }] };
        }
        throw error;
    }
}
function together(outcomes) {
    return {
        files: outcomes.flatMap((outcome) => outcome.files),
        missing: outcomes.flatMap((outcome) => outcome.missing),
    };
}


/***/ })

};
