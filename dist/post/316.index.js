export const id = 316;
export const ids = [316];
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
/* harmony export */   FL: () => (/* binding */ GZIP_HEADER),
/* harmony export */   I3: () => (/* binding */ unusableLog),
/* harmony export */   Mx: () => (/* binding */ gzipTrailer),
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

/***/ 4316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  measureRequestLogs: () => (/* binding */ measureRequestLogs),
  measureXlt: () => (/* binding */ measureXlt)
});

// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(2745);
// EXTERNAL MODULE: ./formats/archives/archive-files.js + 3 modules
var archive_files = __webpack_require__(2903);
// EXTERNAL MODULE: ./formats/archives/inflate-budget.js
var inflate_budget = __webpack_require__(4660);
// EXTERNAL MODULE: ./foundation/format.js
var format = __webpack_require__(8253);
;// CONCATENATED MODULE: ./measurements/xlt/report-coverage.js

/** A total of the report, and the total of the raw result that should have the same count. */
const SAME_TOTALS = [
    ['transactions', 'transactions'],
    ['actions', 'actions'],
    ['requests', 'raw-requests'],
];
/**
 * Compares the counts of the report and of the raw result. XLT can leave out the ramp-up, or everything
 * outside a time range. If no more are missing than began during the ramp-up of the load profile, that is
 * normal, and only a note. A larger difference may have the same cause, but data may also be missing, so it
 * is a warning.
 */
function coverage(report, timers, rampUp) {
    return SAME_TOTALS.flatMap(([stated, raw]) => {
        const counted = report[stated]?.total?.count;
        const total = timers[raw]?.total;
        if (counted === undefined || total === undefined || counted === total.count)
            return [];
        const missing = total.count - counted;
        const counts = `The report counts ${(0,format/* formatCount */.B4)(counted)} ${stated}, the raw result ${(0,format/* formatCount */.B4)(total.count)}`;
        if (missing < 0)
            return [warning(`${counts}: data is missing from the raw result, or the report is from another run.`)];
        if (missing <= begunWithin(total, rampUp))
            return [
                {
                    code: 'note',
                    message: `${counts}: the difference is no more than what began in the ramp-up of ${rampUp / 1000} s. That is normal.`,
                },
            ];
        const explained = rampUp > 0
            ? `the difference is more than what began in the ramp-up of ${rampUp / 1000} s`
            : 'the load profile has no ramp-up that could be excluded';
        return [
            warning(`${counts}: ${explained}. That is normal if XLT was told to report only a part of the time, or to drop requests; otherwise data is missing.`),
        ];
    });
}
const warning = (message) => ({ code: 'report-covers-less', message });
/** XLT's rule: from the start of the first scenario to the end of the last ramp-up; 0 if there is none. */
function rampUpMs(profile = []) {
    const scenarios = profile.map(({ settings }) => {
        const seconds = (name) => Number(settings.find(([key]) => key === name)?.[1] ?? 0);
        return { delay: seconds('initialDelay'), rampUp: seconds('rampUpPeriod') };
    });
    const starts = scenarios.map(({ delay }) => delay);
    const ends = scenarios.filter(({ rampUp }) => rampUp > 0).map(({ delay, rampUp }) => delay + rampUp);
    const lengthMs = (Math.max(0, ...ends) - Math.min(...starts)) * 1000;
    return Number.isFinite(lengthMs) && lengthMs > 0 ? lengthMs : 0;
}
/**
 * How many began within this time, plus one interval: the series is not more accurate, and the test started
 * before its first request.
 */
function begunWithin({ series }, lengthMs) {
    if (!series || lengthMs === 0)
        return 0;
    const intervals = Math.ceil(lengthMs / series.intervalMs) + 1;
    return series.count.slice(0, intervals).reduce((sum, count) => sum + count, 0);
}

;// CONCATENATED MODULE: ./measurements/merge-report-and-timers.js

/**
 * Subjects whose labels are the same in the report and in the raw data. The report renames and merges
 * requests.
 */
const SAME_LABELS = ['actions', 'transactions', 'page-loads', 'custom'];
/**
 * Combines the report and the raw timers of one XTC run. Figures of the report stay as XLT states them; the
 * raw data adds histograms, series, `raw-requests`, and everything that the report lacks. If the report
 * leaves out the ramp-up, the raw data covers more than the figures of the report: `coverage` says whether
 * that is expected.
 */
function mergeReportAndTimers(report, timers) {
    const subjects = { ...timers.subjects, ...report.subjects };
    for (const subject of SAME_LABELS) {
        const stated = report.subjects[subject];
        const raw = timers.subjects[subject];
        if (stated && raw)
            subjects[subject] = withRawDetail(stated, raw);
    }
    const agents = mergeAgents(report.agents ?? [], timers.agents ?? []);
    return {
        ...report,
        subjects,
        ...(agents.length > 0 && { agents }),
        ...(timers.load && { load: timers.load }),
        warnings: [
            ...report.warnings,
            ...timers.warnings,
            ...coverage(report.subjects, timers.subjects, rampUpMs(report.loadProfile)),
        ],
    };
}
function withRawDetail(stated, raw) {
    const rawLabels = new Map(raw.labels.map((timing) => [timing.label, timing]));
    const labels = stated.labels.map((timing) => addDetail(timing, rawLabels.get(timing.label)));
    const total = stated.total ? addDetail(stated.total, raw.total) : raw.total;
    // A report that counts nothing says that there was nothing, for example in a time range.
    const hasLabels = labels.length > 0 || stated.total?.count === 0;
    // The raw data has times and URLs, which the report lacks. The report may leave out the ramp-up, in which
    // case a warning says so.
    const errorKinds = raw.errorKinds?.kinds?.length ? raw.errorKinds : stated.errorKinds;
    return {
        source: stated.source,
        ...(total && { total }),
        labels: hasLabels ? labels : raw.labels,
        ...(errorKinds && { errorKinds }),
    };
}
function addDetail(stated, raw) {
    // Without values there is no distribution, even if there were values outside the time that the report
    // covers.
    if (stated.count === 0)
        return stated;
    return {
        ...stated,
        ...(raw?.histogram && { histogram: raw.histogram }),
        ...(raw?.series && { series: raw.series }),
    };
}
function mergeAgents(stated, raw) {
    const names = new Set(stated.map((usage) => usage.agent));
    return [...stated, ...raw.filter((usage) => !names.has(usage.agent))];
}

// EXTERNAL MODULE: ./measurements/errors/error-kind-counter.js
var error_kind_counter = __webpack_require__(6850);
// EXTERNAL MODULE: ./measurements/totals/load-collector.js + 1 modules
var load_collector = __webpack_require__(5517);
// EXTERNAL MODULE: ./measurements/request-log/request-log.js + 1 modules
var request_log = __webpack_require__(5700);
// EXTERNAL MODULE: ./measurements/request-log/request-log-totals.js + 2 modules
var request_log_totals = __webpack_require__(128);
// EXTERNAL MODULE: ../../node_modules/saxes/saxes.js
var saxes = __webpack_require__(628);
;// CONCATENATED MODULE: ./formats/xml-items.js

const MAX_DEPTH = 64;
const MAX_TEXT_CHARS = 1 << 16;
const MAX_NODES_PER_ITEM = 10_000;
const MAX_TEXT_CHARS_PER_ITEM = 4 * 2 ** 20;
/** XLT writes a tag every few hundred characters; a text without one for this long is not a report. */
const MAX_CHARS_WITHOUT_TAG = 4 * 2 ** 20;
const CHARS_PER_WRITE = 1 << 16;
/**
 * Reads elements from an XML file as a stream, one at a time. Nothing is expanded except the five predefined
 * entities and character references; a document type is always rejected. Reads UTF-8, UTF-16 with a byte
 * order mark, and ISO-8859-1 if the file declares it. Throws if the XML is not well-formed, is nested deeper
 * than 64 levels, or is truncated.
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
    #parser = new saxes/* SaxesParser */.wT({ position: false, xmlns: false });
    #path = [];
    /** The item being read and the open elements in it. */
    #open = [];
    #nodes = 0;
    #textChars = 0;
    /** Depth of the element that is being left out, with all its content; 0 if there is none. */
    #leftOutDepth = 0;
    #charsWithoutTag = 0;
    constructor(items) {
        this.#items = items;
        this.#parser.on('error', (error) => {
            throw error;
        });
        this.#parser.on('doctype', () => {
            throw new Error('The XML has a document type (DOCTYPE), which is not allowed.');
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
            throw new Error(`The XML element <${this.#open[0].name}> contains more than ${MAX_NODES_PER_ITEM} others.`);
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
            throw new Error(`The XML element <${this.#open[0].name}> contains more than ${MAX_TEXT_CHARS_PER_ITEM} characters.`);
        node.text = (node.text + text).slice(0, MAX_TEXT_CHARS);
    }
}
/** The name for `TextDecoder`; the first chunk has the mark or the declaration. */
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
/** The text of the first child with that name, unchanged: blanks at the ends are part of a name. */
function nameOf(node, name = 'name') {
    return childOf(node, name)?.text || undefined;
}
/** The trimmed text of the first child with that name; undefined if it is absent or empty. Not for names. */
function textOf(node, name) {
    return childOf(node, name)?.text.trim() || undefined;
}
/**
 * A number in any notation used in reports (`1234`, `1.234E3`, `1,234.5`); undefined for anything else,
 * including `NaN` and infinity.
 */
function numberOf(text) {
    const plain = text?.trim() ?? '';
    const ungrouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(ungrouped))
        return undefined;
    const value = Number(ungrouped);
    return Number.isFinite(value) ? value : undefined;
}

;// CONCATENATED MODULE: ./measurements/xlt/xlt-scorecard.js

const RESULTS = ['PASSED', 'NOTPASSED', 'SKIPPED', 'ERROR'];
/**
 * Reads XLT's `scorecard.xml` (contract: "XLT files"): the outcome, without the configuration. An unknown
 * result of a rule counts as `ERROR`. Throws if the XML is not well-formed or has no outcome.
 */
async function readScorecard(chunks) {
    let outcome;
    await readXmlItems(chunks, {
        isItem: (path) => path.length === 2 && path[0] === 'scorecard' && path[1] === 'outcome',
        leaveOut: new Set(),
        onItem: (_, item) => (outcome ??= item),
    });
    if (!outcome)
        throw new Error('The file is not a scorecard: it has no <outcome> in <scorecard>.');
    return scorecardOf(outcome);
}
function scorecardOf(outcome) {
    const points = numberOf(outcome.attributes['points']);
    const totalPoints = numberOf(outcome.attributes['totalPoints']);
    const pointsPercent = numberOf(outcome.attributes['pointsPercentage']);
    const rating = textOf(outcome, 'rating');
    const error = textOf(outcome, 'error');
    return {
        ...(points !== undefined && { points }),
        ...(totalPoints !== undefined && { totalPoints }),
        ...(pointsPercent !== undefined && { pointsPercent }),
        testFailed: isTrue(outcome.attributes['testFailed']),
        ...(rating && { rating }),
        ...(error && { error }),
        rules: (childOf(outcome, 'groups')?.children ?? []).flatMap(rulesOf),
    };
}
function rulesOf(group) {
    const rules = childOf(group, 'rules')?.children ?? [];
    return rules.map((rule) => ruleOf(group.attributes['ref-id'] ?? '(no name)', rule));
}
function ruleOf(group, rule) {
    const points = numberOf(rule.attributes['points']);
    const message = textOf(rule, 'message');
    return {
        group,
        rule: rule.attributes['ref-id'] ?? '(no name)',
        ...(points !== undefined && { points }),
        testFailed: isTrue(rule.attributes['testFailed']),
        result: RESULTS.find((result) => result === textOf(rule, 'result')) ?? 'ERROR',
        ...(message && { message }),
    };
}
function isTrue(text) {
    return text?.trim().toLowerCase() === 'true';
}

// EXTERNAL MODULE: ./measurements/errors/masked-sample.js
var masked_sample = __webpack_require__(3319);
// EXTERNAL MODULE: ./measurements/totals/long-names.js
var long_names = __webpack_require__(6511);
;// CONCATENATED MODULE: ./measurements/xlt/report-errors.js




/** More than a report normally has; the most frequent of them are kept. */
const MOST_READ = 5000;
const FIRST_ERROR_CODE = 400;
const SECTIONS = ['errors', 'responseCodes', 'events'];
/** What XLT's report says about errors: messages by test case, response codes of all requests, events. */
class ReportErrors {
    #kinds = [];
    #codes;
    #events = [];
    #unread = 0;
    isSection(name) {
        return SECTIONS.includes(name);
    }
    add(section, item) {
        if (section === 'responseCodes')
            this.#addCode(item);
        else if (section === 'errors')
            this.#addError(item);
        else
            this.#addEvent(item);
    }
    /**
     * The errors of transactions. Absent if the report lists none, because old reports do not list them even if
     * there were some.
     */
    ofTransactions() {
        if (this.#kinds.length === 0)
            return undefined;
        const sorted = this.#kinds.toSorted((a, b) => b.count - a.count);
        const rest = sorted.slice(error_kind_counter/* MOST_KINDS */.kg).reduce((sum, { count }) => sum + count, this.#unread);
        return { kinds: sorted.slice(0, error_kind_counter/* MOST_KINDS */.kg), ...(rest > 0 && { unlistedErrors: rest }) };
    }
    /** The errors of all requests together: the report does not say which request had which code. */
    ofRequests() {
        return this.#codes && { codes: this.#codes.toSorted((a, b) => b.count - a.count) };
    }
    events() {
        return this.#events.toSorted((a, b) => b.count - a.count).slice(0, error_kind_counter/* MOST_KINDS */.kg);
    }
    #addError(item) {
        const count = countOf(item, 'count');
        const message = textOf(item, 'message') ?? textOf(item, 'trace')?.split('\n')[0];
        if (count === 0)
            return;
        if (this.#kinds.length >= MOST_READ) {
            this.#unread += count;
            return;
        }
        const label = (0,long_names/* shortName */.EU)(nameOf(item, 'testCaseName') ?? '(no name)');
        this.#kinds.push({ label, count, ...(message !== undefined && { message: (0,masked_sample/* maskedText */.$O)(message) }) });
    }
    #addCode(item) {
        const codes = (this.#codes ??= []);
        const code = numberOf(textOf(item, 'code'));
        const isError = code !== undefined && (code === 0 || (code >= FIRST_ERROR_CODE && code < 1000));
        if (!isError || !Number.isInteger(code) || codes.length >= 1000)
            return;
        const count = countOf(item, 'count');
        if (count > 0)
            codes.push({ code: String(code), count });
    }
    #addEvent(item) {
        const count = countOf(item, 'totalCount');
        const name = nameOf(item);
        if (count === 0 || name === undefined || this.#events.length >= MOST_READ)
            return;
        const testCase = nameOf(item, 'testCaseName');
        const first = childOf(item, 'messages')?.children[0];
        const message = first && textOf(first, 'info');
        this.#events.push({
            name: (0,masked_sample/* maskedText */.$O)(name),
            count,
            ...(testCase !== undefined && { testCase: (0,long_names/* shortName */.EU)(testCase) }),
            ...(message !== undefined && { message: (0,masked_sample/* maskedText */.$O)(message) }),
        });
    }
}
/** 0 if it is not a whole number of at least one. */
function countOf(item, name) {
    const count = numberOf(textOf(item, name));
    return count !== undefined && Number.isSafeInteger(count) && count > 0 ? count : 0;
}

;// CONCATENATED MODULE: ./measurements/xlt/sum-timings.js
/**
 * Two timings combined, as far as possible: medians and percentiles cannot be combined. What only one of them
 * has is absent.
 */
function sumOfTimings(a, b) {
    if (b.count === 0)
        return a;
    if (a.count === 0)
        return b;
    const both = [a, b];
    const sum = { count: a.count + b.count };
    for (const name of ['errors', 'ratePerSecond', 'bytesSent', 'bytesReceived'])
        setIfKnown(sum, name, both, (x, y) => x + y);
    setIfKnown(sum, 'minMs', both, Math.min);
    setIfKnown(sum, 'maxMs', both, Math.max);
    setIfKnown(sum, 'meanMs', both, (x, y) => (x * a.count + y * b.count) / sum.count);
    const deviationMs = deviationOf(a, b, sum);
    if (deviationMs !== undefined)
        sum.deviationMs = deviationMs;
    return sum;
}
function setIfKnown(sum, name, [a, b], combine) {
    const [x, y] = [a[name], b[name]];
    if (x !== undefined && y !== undefined)
        sum[name] = combine(x, y);
}
/** The deviation of both together, from the mean of squares of each. */
function deviationOf(a, b, sum) {
    const squares = [a, b].map(({ count, meanMs, deviationMs }) => meanMs === undefined || deviationMs === undefined ? NaN : count * (deviationMs ** 2 + meanMs ** 2));
    const variance = (squares[0] + squares[1]) / sum.count - (sum.meanMs ?? NaN) ** 2;
    return Number.isNaN(variance) ? undefined : Math.sqrt(Math.max(0, variance));
}

;// CONCATENATED MODULE: ./measurements/xlt/report-labels.js

/** The maximum for all names of one subject together; names of usual length never reach it. */
const MAX_NAME_CHARS = 16 * 2 ** 20;
/** The labels of one section of a report, by name. */
class ReportLabels {
    #byName = new Map();
    #maxLabels;
    #named = new Map();
    #nameChars = 0;
    #leftOut = 0;
    constructor(maxLabels) {
        this.#maxLabels = maxLabels;
    }
    /**
     * Without a timing, a label cannot be judged and is left out. Timings with the same name are added, so that
     * none hides another.
     */
    add(name, timing) {
        const known = this.#byName.get(name);
        if (timing && known) {
            this.#byName.set(name, sumOfTimings(known, timing));
            this.#named.set(name, (this.#named.get(name) ?? 1) + 1);
        }
        else if (timing && this.#hasRoom(name)) {
            this.#byName.set(name, timing);
            this.#nameChars += name.length;
        }
        else
            this.#leftOut++;
    }
    timings() {
        return [...this.#byName].map(([label, timing]) => ({ label, ...timing }));
    }
    warnings(subject) {
        const warnings = [];
        if (this.#leftOut > 0)
            warnings.push({
                code: 'labels-left-out',
                message: `${subject}: ${this.#leftOut} labels of the report are left out: there are more than ${this.#maxLabels}, their names are too long together, or they have no count.`,
            });
        const [first] = this.#named;
        if (first) {
            const more = this.#named.size > 1 ? `, and the same for ${this.#named.size - 1} more names` : '';
            warnings.push({
                code: 'labels-left-out',
                message: `${subject}: the report has ${first[1]} labels named ${JSON.stringify(first[0].slice(0, 200))}; they are counted together, and have no percentiles${more}.`,
            });
        }
        return warnings;
    }
    #hasRoom(name) {
        return this.#byName.size < this.#maxLabels && this.#nameChars + name.length <= MAX_NAME_CHARS;
    }
}

;// CONCATENATED MODULE: ./measurements/xlt/xlt-report.js




const MAX_LABELS = 20_000;
const NO_NAME = '(no name)';
/** Sections with labels; `<summary>` has the total of each. */
const SUBJECT_OF_SECTION = {
    requests: 'requests',
    actions: 'actions',
    transactions: 'transactions',
    pageLoadTimings: 'page-loads',
    customTimers: 'custom',
};
/** Long lists that are not needed. */
const LEFT_OUT = new Set(['urls', 'countPerInterval']);
const VITALS = ['cls', 'fcp', 'fid', 'inp', 'lcp', 'ttfb'];
/**
 * Reads XLT's `testreport.xml` as a stream (contract: "XLT files"). Sections may be missing, unknown, or in
 * any order. Durations are in ms as the report rounds them; totals come from `<summary>`. What the report
 * lacks or has not as a number is absent; so are minimum, mean and so on if the count is 0, because the
 * report has zeros for them. `<startTime>` is a local time without a usable zone and is not read. Throws if
 * it is not well-formed XML, or not a test report.
 */
async function readXltReport(chunks) {
    const parts = new ReportParts();
    await readXmlItems(chunks, {
        isItem: (path) => parts.isItem(path),
        leaveOut: LEFT_OUT,
        onItem: (path, item) => parts.add(path, item),
    });
    return parts.toReport();
}
class ReportParts {
    #isReport = false;
    #totals = new Map();
    #labels = new Map();
    #agents = [];
    #webVitals = [];
    #loadProfile = [];
    #errors = new ReportErrors();
    isItem(path) {
        if (path[0] !== 'testreport')
            return false;
        this.#isReport = true;
        if (path.at(-1) === 'testCase')
            return path.at(-2) === 'loadProfile';
        const section = path[1];
        return (path.length === 3 &&
            (Object.hasOwn(SUBJECT_OF_SECTION, section) ||
                /^(summary|agents|webVitalsList)$/.test(section) ||
                this.#errors.isSection(section)));
    }
    add(path, item) {
        const section = path[1];
        if (item.name === 'testCase')
            this.#addLoadProfile(item);
        else if (section === 'agents')
            this.#addAgent(item);
        else if (section === 'webVitalsList')
            this.#addWebVitals(item);
        else if (section === 'summary')
            this.#addTotal(item);
        else if (this.#errors.isSection(section))
            this.#errors.add(section, item);
        else
            this.#addLabel(SUBJECT_OF_SECTION[section], item);
    }
    toReport() {
        if (!this.#isReport)
            throw new Error('The file is not an XLT test report: its root is not <testreport>.');
        const subjects = {};
        for (const subject of Object.values(SUBJECT_OF_SECTION)) {
            const timings = this.#timingsOf(subject);
            if (timings)
                subjects[subject] = timings;
        }
        const events = this.#errors.events();
        return {
            subjects,
            warnings: this.#warnings(),
            ...(events.length > 0 && { events }),
            ...(this.#agents.length > 0 && { agents: this.#agents }),
            ...(this.#webVitals.length > 0 && { webVitals: this.#webVitals }),
            ...(this.#loadProfile.length > 0 && { loadProfile: this.#loadProfile }),
        };
    }
    #timingsOf(subject) {
        const total = this.#totals.get(subject);
        const labels = this.#labels.get(subject)?.timings() ?? [];
        if (!total && labels.length === 0)
            return undefined;
        const errorKinds = this.#errorKindsOf(subject);
        return { source: 'xlt-report', ...(total && { total }), labels, ...(errorKinds && { errorKinds }) };
    }
    #errorKindsOf(subject) {
        if (subject === 'requests')
            return this.#errors.ofRequests();
        return subject === 'transactions' ? this.#errors.ofTransactions() : undefined;
    }
    #warnings() {
        return [...this.#labels].flatMap(([subject, labels]) => labels.warnings(subject));
    }
    #addTotal(item) {
        const subject = Object.hasOwn(SUBJECT_OF_SECTION, item.name) ? SUBJECT_OF_SECTION[item.name] : undefined;
        const timing = timingOf(item);
        if (subject && timing)
            this.#totals.set(subject, timing);
    }
    #addLabel(subject, item) {
        const labels = this.#labels.get(subject) ?? new ReportLabels(MAX_LABELS);
        this.#labels.set(subject, labels);
        labels.add((0,long_names/* shortName */.EU)(nameOf(item) ?? NO_NAME), timingOf(item));
    }
    #addAgent(item) {
        const usage = { agent: (0,long_names/* shortName */.EU)(nameOf(item) ?? NO_NAME) };
        const total = childOf(item, 'totalCpuUsage');
        const plain = numberOf(total?.text);
        const mean = total && numberOf(textOf(total, 'mean'));
        const max = total && numberOf(textOf(total, 'max'));
        if (mean !== undefined)
            usage.cpuMeanPercent = mean;
        if (max !== undefined)
            usage.cpuMaxPercent = max;
        // Versions of 2011 write one number, and 0 if it could not be measured: a machine that sends load is
        // never idle.
        if (plain)
            usage.cpuMeanPercent = plain;
        if (this.#agents.length < MAX_LABELS)
            this.#agents.push(usage);
    }
    #addWebVitals(item) {
        const page = (0,long_names/* shortName */.EU)(nameOf(item) ?? NO_NAME);
        if (this.#webVitals.length > MAX_LABELS)
            return;
        for (const vital of item.children.filter((child) => VITALS.includes(child.name))) {
            const rating = textOf(vital, 'rating');
            this.#webVitals.push({
                page,
                vital: vital.name,
                ...numbersOf(vital, ['score', 'goodCount', 'improveCount', 'poorCount']),
                ...(rating && { rating }),
            });
        }
    }
    #addLoadProfile(item) {
        const settings = item.children
            .filter((child) => child.name !== 'userName' && child.children.length === 0)
            .map((child) => [child.name, child.text.trim()]);
        if (this.#loadProfile.length < MAX_LABELS)
            this.#loadProfile.push({ name: (0,long_names/* shortName */.EU)(nameOf(item, 'userName') ?? NO_NAME), settings });
    }
}
/** Undefined without a count, because then nothing is known. */
function timingOf(item) {
    const { count, ...counts } = numbersOf(item, ['count', 'errors', 'countPerSecond']);
    if (count === undefined || count < 0)
        return undefined;
    const { errors, countPerSecond } = counts;
    const timing = { count };
    if (errors !== undefined)
        timing.errors = errors;
    if (countPerSecond !== undefined)
        timing.ratePerSecond = countPerSecond;
    return count === 0 ? timing : { ...timing, ...durationsOf(item), ...bytesOf(item, count) };
}
function durationsOf(item) {
    const { min, mean, median, max, deviation } = numbersOf(item, ['min', 'mean', 'median', 'max', 'deviation']);
    const percentilesMs = percentilesOf(item);
    return {
        ...(min !== undefined && { minMs: min }),
        ...(mean !== undefined && { meanMs: mean }),
        ...(median !== undefined && { medianMs: median }),
        ...(max !== undefined && { maxMs: max }),
        ...(deviation !== undefined && { deviationMs: deviation }),
        ...(percentilesMs.length > 0 && { percentilesMs }),
    };
}
/** `<percentiles>` has elements such as `<p95>` and `<p99.9>`. */
function percentilesOf(item) {
    const percentiles = new Map();
    for (const { name, text } of childOf(item, 'percentiles')?.children ?? []) {
        const percentile = numberOf(/^p(\d+(\.\d+)?)$/.exec(name)?.[1]);
        const ms = numberOf(text);
        if (percentile !== undefined && percentile <= 100 && ms !== undefined)
            percentiles.set(percentile, ms);
    }
    return [...percentiles].sort(([a], [b]) => a - b);
}
function bytesOf(item, count) {
    const sent = sumOf(childOf(item, 'bytesSent'), count);
    const received = sumOf(childOf(item, 'bytesReceived'), count);
    return {
        ...(sent !== undefined && { bytesSent: sent }),
        ...(received !== undefined && { bytesReceived: received }),
    };
}
/** The sum as stated. Versions without it have the mean. */
function sumOf(bytes, count) {
    if (!bytes)
        return undefined;
    const { totalCount, mean } = numbersOf(bytes, ['totalCount', 'mean']);
    return totalCount ?? (mean === undefined ? undefined : Math.round(mean * count));
}
function numbersOf(node, names) {
    const numbers = {};
    for (const name of names) {
        const value = numberOf(textOf(node, name));
        if (value !== undefined)
            numbers[name] = value;
    }
    return numbers;
}

// EXTERNAL MODULE: ./measurements/xlt/xlt-timers.js + 1 modules
var xlt_timers = __webpack_require__(7404);
// EXTERNAL MODULE: ./formats/archives/zip-file.js
var zip_file = __webpack_require__(2231);
;// CONCATENATED MODULE: ./measurements/measure-files.js












/** At most this many unreadable files in a `logs.zip` have a warning each. */
const MAX_MEMBERS_NAMED = 10;
/**
 * Measures XLT's report and result, and the files next to them. Never throws for their content: a part that
 * cannot be read is absent, and a warning `unreadable-part` says which one and why.
 */
async function measureXlt(files) {
    const warnings = [];
    const report = await readReport(files, warnings);
    const timers = files.timers ??
        (await attempt({ part: 'the raw result' }, warnings, files.resultArchivePath, (path) => (0,xlt_timers/* readXltTimers */.X)(files.open(path).chunks())));
    const parts = report.xlt && timers ? mergeReportAndTimers(report.xlt, timers) : (report.xlt ?? timers ?? nothing());
    const loadProfile = files.run.loadProfile ?? report.xlt?.loadProfile;
    return {
        schemaVersion: 1,
        run: { ...files.run, ...(loadProfile && { loadProfile }) },
        subjects: parts.subjects,
        ...(parts.agents && { agents: parts.agents }),
        ...(parts.load && { load: parts.load }),
        ...(parts.webVitals && { webVitals: parts.webVitals }),
        ...(report.scorecard && { scorecard: report.scorecard }),
        ...(parts.events && { events: parts.events }),
        warnings: [...warnings, ...parts.warnings],
    };
}
/**
 * Measures the request logs of a run's executions. Parts that cannot be read are handled as in `measureXlt`.
 */
async function measureRequestLogs(input) {
    const warnings = [];
    const read = [];
    for (const execution of input.executions) {
        const totals = await readExecution(input.open, execution, warnings);
        if (totals)
            read.push({ label: execution.label, totals });
    }
    const several = input.executions.length > 1;
    for (const { label, totals } of read)
        warnings.push(...totals.warnings(several ? label : ''));
    const agents = read.flatMap(({ label, totals }) => totals.usage(label || 'load generator') ?? []);
    const load = (0,load_collector/* loadOverTime */.w)(read.map(({ totals }) => totals.load()));
    return {
        schemaVersion: 1,
        run: input.run,
        subjects: requestsOf(read, several, warnings),
        ...(agents.length > 0 && { agents }),
        ...(load && { load }),
        warnings,
    };
}
/** All logs of one execution together; undefined, with warnings, if none can be read. */
async function readExecution(open, { label, logsZipPath, logsCsvPath, totals: arrived }, warnings) {
    if (arrived)
        return arrived;
    const part = `the request log of ${label || 'the run'}`;
    if (logsZipPath === undefined)
        return await attempt({ part }, warnings, logsCsvPath, (path) => (0,request_log/* readRequestLog */.O)(open(path).chunks()));
    const members = (await attempt({ part }, warnings, logsZipPath, (path) => logMembers(open(path)))) ?? [];
    const totals = new request_log_totals/* RequestLogTotals */.P();
    const compressedBytes = members.reduce((sum, member) => sum + member.compressedBytes, 0);
    const budget = new inflate_budget/* InflateBudget */.Jw(inflate_budget/* INFLATE_LIMITS */.rN, () => compressedBytes);
    const failed = [];
    for (const member of members) {
        const which = members.length > 1 ? `${JSON.stringify(member.name.slice(0, 200))} of ${part}` : part;
        await attempt({ part: which }, failed, logsZipPath, (path) => (0,request_log/* readRequestLog */.O)((0,zip_file/* zipMemberBytes */.lQ)(open(path), member, budget), { totals }));
    }
    warnings.push(...failed.slice(0, MAX_MEMBERS_NAMED));
    return failed.length < members.length ? totals : undefined;
}
function requestsOf(read, several, warnings) {
    const firstMs = Math.min(...read.map(({ totals }) => totals.firstMs));
    const lastMs = Math.max(...read.map(({ totals }) => totals.lastMs));
    const spanMs = lastMs > firstMs && lastMs < Infinity ? lastMs - firstMs : undefined;
    // Calculated before the logs are merged, because merging adds all others to the first.
    const ofExecutions = several ? read.map((execution) => ofExecution(execution, spanMs)) : [];
    const [first, ...others] = read;
    if (!first)
        return {};
    for (const { totals } of others)
        first.totals.requests.merge(totals.requests);
    warnings.push(...first.totals.requests.warnings('requests'));
    const merged = first.totals.requests.toSubject('request-log', spanMs, { hasCodes: true });
    if (!merged)
        return {};
    const labels = [...merged.labels, ...ofExecutions.flatMap((subject) => subject.labels)];
    const kinds = ofExecutions.flatMap(({ errorKinds }) => errorKinds?.kinds ?? []);
    const executionKinds = kinds.sort((a, b) => b.count - a.count).slice(0, error_kind_counter/* MOST_KINDS */.kg);
    const errorKinds = { ...merged.errorKinds, ...(several && { executionKinds }) };
    return { requests: { ...merged, labels, errorKinds } };
}
/** What one of several executions measured, with labels that name it: `region/label`. */
function ofExecution({ label: execution, totals }, spanMs) {
    const subject = totals.requests.toSubject('request-log', spanMs, { labelsWithSeries: 0, hasCodes: true });
    const named = (one) => ({ ...one, label: `${execution}/${one.label}` });
    return {
        labels: subject?.labels.map(named) ?? [],
        errorKinds: { kinds: subject?.errorKinds?.kinds?.map(named) ?? [] },
    };
}
async function readReport(files, warnings) {
    const xlt = await attempt({ part: 'testreport.xml' }, warnings, files.testReportXmlPath, (path) => readXltReport(files.open(path).chunks()));
    const scorecard = await attempt({ part: 'scorecard.xml', affects: 'scorecard' }, warnings, files.scorecardXmlPath, (path) => readScorecard(files.open(path).chunks()));
    const found = { ...(xlt && { xlt }), ...(scorecard && { scorecard }) };
    if (xlt && scorecard)
        return found;
    // The unreadable part of an archive may have contained a scorecard.
    const hasReport = await attempt({ part: 'the report archive', affects: 'scorecard' }, warnings, files.reportArchivePath, (path) => readReportArchive(files.open(path), found, warnings));
    if (hasReport === false)
        warnings.push({
            code: 'unreadable-part',
            message: `the report archive could not be read (${files.reportArchivePath}): it has no testreport.xml at its top level.`,
        });
    return found;
}
/** Adds what was not found yet, and stops as soon as nothing is missing. False if there is no report. */
async function readReportArchive(archive, found, warnings) {
    const walk = (0,archive_files/* archiveWalk */.i0)((name) => /^(\.\/)?([^/]+\/)?(testreport|scorecard)\.xml$/.test(name));
    let seenReport = false;
    for await (const file of (0,archive_files/* archiveFiles */.a)(archive.chunks(), walk)) {
        if (file.path.endsWith('testreport.xml')) {
            seenReport = true;
            const xlt = found.xlt ??
                (await attempt({ part: 'testreport.xml' }, warnings, archive.path, () => readXltReport(file.bytes)));
            if (xlt)
                found.xlt = xlt;
        }
        else if (!found.scorecard) {
            const scorecard = await attempt({ part: 'scorecard.xml', affects: 'scorecard' }, warnings, archive.path, () => readScorecard(file.bytes));
            if (scorecard)
                found.scorecard = scorecard;
        }
        if (found.xlt && found.scorecard)
            return true;
    }
    return seenReport || found.xlt !== undefined;
}
/**
 * Undefined, with a warning, if the part cannot be read; undefined without a warning if there is no such
 * file.
 */
async function attempt({ part, affects }, warnings, path, read) {
    if (path === undefined)
        return undefined;
    try {
        return await read(path);
    }
    catch (error) {
        warnings.push({
            code: 'unreadable-part',
            message: `${part} could not be read (${path}): ${(0,errors/* messageOf */.bD)(error)}`,
            ...(affects && { affects }),
        });
        return undefined;
    }
}
/**
 * The CSV files in a `logs.zip`: all members with the names of logs, or the first member if there are none.
 * Files that macOS adds to a ZIP do not count.
 */
async function logMembers(file) {
    const members = (await (0,zip_file/* zipMembers */.hj)(file)).filter(({ name }) => (0,zip_file/* isOfTheLog */.RL)(name));
    const logs = members.filter(({ name }) => (0,zip_file/* isRequestLog */.Q9)(name));
    if (members.length === 0)
        throw new Error('The ZIP is empty.');
    return logs.length > 0 ? logs : members.slice(0, 1);
}
function nothing() {
    return { subjects: {}, warnings: [] };
}


/***/ })

};
