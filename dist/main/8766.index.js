export const id = 8766;
export const ids = [8766];
export const modules = {

/***/ 54660:
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
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32745);
/* harmony import */ var _inflated_chunks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29849);




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

/***/ 29849:
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

/***/ 32231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ GZIP_HEADER),
/* harmony export */   I3: () => (/* binding */ unusableLog),
/* harmony export */   Mx: () => (/* binding */ gzipTrailer),
/* harmony export */   Q9: () => (/* binding */ isRequestLog),
/* harmony export */   RL: () => (/* binding */ isOfTheLog),
/* harmony export */   hj: () => (/* binding */ zipMembers),
/* harmony export */   lQ: () => (/* binding */ zipMemberBytes)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75267);
/* harmony import */ var _zip_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34942);
/* harmony import */ var _inflate_budget_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54660);





const MAX_DIRECTORY_BYTES = 64 * 2 ** 20;
const LOCAL_HEADER = 0x04034b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** Deflated data between this header and a `gzipTrailer` is gzip, so zlib itself checks the checksum. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
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
    yield GZIP_HEADER;
    yield* deflated;
    yield gzipTrailer(crc, uncompressedSize);
}
function gzipTrailer(crc, bytes) {
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(crc, 0);
    trailer.writeUInt32LE(bytes % 2 ** 32, 4);
    return trailer;
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

/***/ 34942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ withZip)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);


/** Opens a ZIP by the directory at its end, while `work` runs. */
async function withZip(file, work) {
    const { RandomAccessReader, fromRandomAccessReaderPromise } = (await __webpack_require__.e(/* import() */ 171).then(__webpack_require__.t.bind(__webpack_require__, 40171, 19))).default;
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
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./foundation/format.js
var format = __webpack_require__(48253);
// EXTERNAL MODULE: ./platform/http/answer.js
var http_answer = __webpack_require__(64345);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./formats/archives/inflated-chunks.js
var inflated_chunks = __webpack_require__(29849);
;// CONCATENATED MODULE: ./formats/archives/fed-inflater.js



/**
 * Inflates gzip data that the caller writes in chunks. The inflated data is always read to the end: first by
 * the reader, and what the reader leaves is discarded. zlib checks length and checksum on the thread that
 * inflates.
 */
class Inflating {
    #stream = (0,external_node_zlib_.createGunzip)((0,inflated_chunks/* inflateOptions */.a)());
    #source;
    #inflated;
    #broken;
    #read;
    #fedBytes = 0;
    /** Inflated so far. */
    bytes = 0;
    constructor(inflated) {
        this.#inflated = inflated;
        const stream = this.#stream;
        this.#source = stream[Symbol.asyncIterator]();
        this.#broken = new Promise((_resolve, reject) => {
            (0,external_node_stream_.finished)(stream, { readable: false }, () => reject(stream.errored ?? new Error('given up')));
        });
        this.#broken.catch(() => undefined);
        this.#read = this.#readAll();
        this.#read.catch(() => undefined);
    }
    /** True if nothing was written after the end of the data. */
    get usedAll() {
        return this.#stream.bytesWritten === this.#fedBytes;
    }
    /**
     * Resolves when the chunk has been inflated and its memory may be reused. The next one may be written
     * before that, so that the thread that inflates does not have to wait.
     */
    write(chunk) {
        this.#fedBytes += chunk.length;
        const written = new Promise((resolve, reject) => {
            this.#stream.write(chunk, (error) => (error ? reject(error) : resolve()));
        });
        const done = Promise.race([written, this.#broken]);
        done.catch(() => undefined);
        return done;
    }
    async end() {
        this.#stream.end();
        await this.#read;
    }
    abandon() {
        this.#stream.destroy();
    }
    async #readAll() {
        // Without `return`, so a reader that stops early does not end the source.
        const chunks = { [Symbol.asyncIterator]: () => ({ next: () => this.#next() }) };
        await this.#inflated.read(chunks, () => this.#stream.bytesWritten)?.catch(() => undefined);
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
        try {
            this.#inflated.check(this.bytes, this.#stream.bytesWritten);
        }
        catch (error) {
            // Otherwise the code that writes would wait forever.
            this.#stream.destroy(error instanceof Error ? error : undefined);
            throw error;
        }
        return next;
    }
}

// EXTERNAL MODULE: ./formats/archives/inflate-budget.js
var inflate_budget = __webpack_require__(54660);
// EXTERNAL MODULE: ./formats/zip-directory.js
var zip_directory = __webpack_require__(34942);
// EXTERNAL MODULE: ./formats/archives/zip-file.js
var zip_file = __webpack_require__(32231);
;// CONCATENATED MODULE: ./formats/archives/zip-arrival.js




const LOCAL_HEADER = 0x04034b50;
const SIGNATURE = Buffer.from('PK\x07\x08', 'latin1');
/** Every record begins with these two letters. */
const RECORD = 0x4b50;
/** The longest descriptor, together with the beginning of the record after it. */
const END_BYTES = 26;
const HEADER_BYTES = 30;
const DEFLATED = 8;
const MAX_32 = 0xffffffff;
const NOTHING = Buffer.alloc(0);
/**
 * Checks a ZIP by its local headers, one file after the other, and compares all of them with the directory at
 * the end, which is authoritative. Anything unusual is left to other code: stored or encrypted files, gaps,
 * and descriptors without a signature.
 */
class ZipArrival {
    #reader;
    #came = [];
    /** The position of the next bytes. */
    #offset = 0;
    #held = NOTHING;
    #file;
    #atDirectory = false;
    /** Inflated size of all files so far. */
    #bytes = 0;
    /** Chunks are processed one after another. */
    #turn = Promise.resolve();
    constructor(reader) {
        this.#reader = reader;
    }
    async push(chunk) {
        const writes = [];
        const turn = this.#turn.then(() => this.#take(chunk, writes));
        turn.catch(() => undefined);
        this.#turn = turn;
        await turn;
        await Promise.all(writes);
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
    /** Adds what is still being inflated to `writes`. */
    async #take(chunk, writes) {
        let rest = this.#withHeld(chunk, writes);
        while (rest.length > 0 && !this.#atDirectory)
            rest = this.#file === undefined ? this.#readHeader(rest) : await this.#readContent(rest, writes);
    }
    #withHeld(chunk, writes) {
        const held = this.#held;
        this.#held = NOTHING;
        if (held.length === 0)
            return chunk;
        if (this.#file === undefined || chunk.length < END_BYTES)
            return Buffer.concat([held, chunk]);
        const end = endOf(this.#file, Buffer.concat([held, chunk.subarray(0, END_BYTES)]));
        if (end !== undefined && end.at < held.length)
            return Buffer.concat([held, chunk]);
        writes.push(this.#write(this.#file, held));
        return chunk;
    }
    /** A copy, because the memory of the chunk is reused. */
    #hold(bytes) {
        this.#held = Buffer.from(bytes);
        return NOTHING;
    }
    /** Keeps the bytes until a header is complete; returns those after it, which are content. */
    #readHeader(head) {
        if (head.length < 4)
            return this.#hold(head);
        if (head.readUInt32LE(0) !== LOCAL_HEADER) {
            this.#atDirectory = true;
            return NOTHING;
        }
        if (head.length < HEADER_BYTES)
            return this.#hold(head);
        const headBytes = HEADER_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
        if (head.length < headBytes)
            return this.#hold(head);
        this.#begin(head);
        this.#offset += headBytes;
        return head.subarray(headBytes);
    }
    #begin(head) {
        const flags = head.readUInt16LE(6);
        const sums = (flags & 8) !== 0 ? undefined : sumsAt(head, 14);
        if ((flags & 1) !== 0 || head.readUInt16LE(8) !== DEFLATED || sums?.compressedBytes === MAX_32)
            throw new Error('left to the check of the file');
        const name = Buffer.from(head.subarray(HEADER_BYTES, HEADER_BYTES + head.readUInt16LE(26)));
        const content = new Inflating({
            read: (bytes, used) => this.#reader?.read(name.toString('utf8'), bytes, used),
            // The limit is for all files together, because a ZIP of a million small bombs is also a bomb.
            check: (bytes, usedBytes) => (0,inflate_budget/* refuseRatio */.sx)(this.#bytes + bytes, this.#offset + usedBytes),
        });
        void content.write(zip_file/* GZIP_HEADER */.FL);
        this.#file = { content, name, offset: this.#offset, sums, fedBytes: 0 };
    }
    /** Returns the bytes after the content. */
    async #readContent(bytes, writes) {
        const file = this.#file;
        const end = endOf(file, bytes);
        if (end === undefined) {
            const ownBytes = file.sums ? bytes.length : Math.max(0, bytes.length - END_BYTES + 1);
            writes.push(this.#write(file, bytes.subarray(0, ownBytes)));
            return ownBytes < bytes.length ? this.#hold(bytes.subarray(ownBytes)) : NOTHING;
        }
        void this.#write(file, bytes.subarray(0, end.at));
        await this.#finish(file, end.sums);
        this.#offset += end.next - end.at;
        return bytes.subarray(end.next);
    }
    #write(file, bytes) {
        file.fedBytes += bytes.length;
        return file.content.write(bytes);
    }
    async #finish({ content, name, offset, fedBytes }, sums) {
        void content.write((0,zip_file/* gzipTrailer */.Mx)(sums.crc, sums.bytes));
        await content.end();
        if (!content.usedAll || content.bytes !== sums.bytes)
            throw new Error('a file in the ZIP does not have the size that it states');
        this.#came.push({ name, offset, ...sums });
        (0,inflate_budget/* refuseMembers */.El)(this.#came.length);
        this.#bytes += content.bytes;
        this.#offset += fedBytes;
        this.#file = undefined;
    }
}
function sumsAt(bytes, at) {
    return {
        crc: bytes.readUInt32LE(at),
        compressedBytes: bytes.readUInt32LE(at + 4),
        bytes: bytes.readUInt32LE(at + 8),
    };
}
/**
 * The end of the file's content, if it is in `bytes`. A descriptor is recognized by its signature, by the
 * size of the content before it, and by the record after it. Whether that was right becomes clear when the
 * content is inflated.
 */
function endOf({ sums, fedBytes }, bytes) {
    if (sums) {
        const at = sums.compressedBytes - fedBytes;
        return at <= bytes.length ? { at, next: at, sums } : undefined;
    }
    for (let at = bytes.indexOf(SIGNATURE); at >= 0; at = bytes.indexOf(SIGNATURE, at + 1)) {
        if (at + END_BYTES > bytes.length)
            return undefined;
        const end = descriptorAt(bytes, at, fedBytes + at);
        if (end)
            return end;
    }
    return undefined;
}
/** Sizes may have eight or four bytes. */
function descriptorAt(bytes, at, compressedBytes) {
    const short = sumsAt(bytes, at + 4);
    if (short.compressedBytes !== compressedBytes % 2 ** 32)
        return undefined;
    const isRecord = (next) => bytes.readUInt16LE(next) === RECORD;
    if (bytes.readUInt32LE(at + 12) === Math.floor(compressedBytes / 2 ** 32) && isRecord(at + 24)) {
        const sums = { crc: short.crc, compressedBytes, bytes: Number(bytes.readBigUInt64LE(at + 16)) };
        return { at, next: at + 24, sums };
    }
    return isRecord(at + 16) ? { at, next: at + 16, sums: short } : undefined;
}
/** At most one file more than can be correct. */
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
    /**
     * Resolves when the chunk has been processed; its memory may be reused then. The next one may be pushed
     * before, so that everything is busy all the time.
     */
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
        this.#content = new Inflating({
            read: (bytes, used) => reader?.read('', bytes, used),
            check: (inflatedBytes, usedBytes) => (0,inflate_budget/* refuseRatio */.sx)(inflatedBytes, usedBytes),
        });
    }
    async push(chunk) {
        await this.#content.write(chunk);
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
var fields = __webpack_require__(34315);
// EXTERNAL MODULE: ./platform/http/http.js
var http = __webpack_require__(25819);
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
var json_fault = __webpack_require__(59664);
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
var file_errors = __webpack_require__(50944);
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
var regular_file = __webpack_require__(38717);
// EXTERNAL MODULE: ./platform/http/content-encoding.js
var content_encoding = __webpack_require__(5826);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./platform/download/file-sink.js


/** Size of a write; as much again may wait in the meantime. */
const BATCH_BYTES = 1 << 20;
/**
 * Writes the received data to a file. While one batch is written and used, the next one is begun, so that
 * neither waits for the other, and a third one is collected: many small chunks need only a few writes.
 */
class FileSink extends external_node_stream_.Writable {
    #file;
    #events;
    /** The chunks of a batch in one piece; two batches take turns using the same memory. */
    #piece = Buffer.alloc(0);
    #otherPiece = Buffer.alloc(0);
    #written = Promise.resolve();
    #stored = Promise.resolve();
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
        answer(callback, () => this.#begin([chunk]));
    }
    _writev(batch, callback) {
        answer(callback, () => this.#begin(batch.map(({ chunk }) => chunk)));
    }
    _final(callback) {
        answer(callback, () => this.#stored);
    }
    /** Closing waits for a write in progress: another file could get its descriptor in the meantime. */
    _destroy(error, callback) {
        answer(callback, async () => {
            await this.#file.close();
            if (error)
                throw error;
        });
    }
    /** Begins to store a batch; resolves when the previous one is stored. */
    async #begin(chunks) {
        for (const chunk of chunks)
            this.#events.arrived(chunk);
        const before = this.#stored;
        const stored = this.#store(chunks);
        // Done at once, because the next batch may take long to arrive.
        stored.catch((error) => this.destroy(error instanceof Error ? error : undefined));
        this.#stored = stored;
        await before;
    }
    async #store(chunks) {
        const used = this.#events.use?.(this.#joined(chunks));
        // One write after another: each begins where the previous one ended.
        this.#written = this.#written.then(async () => {
            this.#writtenBytes += await writeAll(this.#file, chunks);
        });
        await Promise.all([this.#written, used]);
        // A chunk may still be in use when the stream is interrupted.
        if (!this.destroyed)
            for (const chunk of chunks)
                this.#events.done(chunk);
    }
    /** For another thread that inflates, passing on a piece costs more than copying it into a larger one. */
    #joined(chunks) {
        const [first = this.#piece] = chunks;
        if (chunks.length === 1)
            return first;
        const bytes = chunks.reduce((sum, { length }) => sum + length, 0);
        const room = this.#otherPiece;
        this.#otherPiece = this.#piece;
        this.#piece = bytes > room.length ? Buffer.allocUnsafeSlow(Math.max(bytes, BATCH_BYTES)) : room;
        let at = 0;
        for (const chunk of chunks)
            at += chunk.copy(this.#piece, at);
        return this.#piece.subarray(0, bytes);
    }
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
var external_node_fs_promises_ = __webpack_require__(51455);
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
var retry = __webpack_require__(98193);
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
