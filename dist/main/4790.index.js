export const id = 4790;
export const ids = [4790];
export const modules = {

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

/***/ 54790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readEntry: () => (/* binding */ readEntry)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: ./formats/archives/byte-reader.js
var byte_reader = __webpack_require__(49169);
// EXTERNAL MODULE: ./formats/archives/tar-entries.js
var tar_entries = __webpack_require__(95569);
;// CONCATENATED MODULE: ./formats/only-file.js



const MOST_NAME_CHARACTERS = 100;
/**
 * The content of the single regular file in a tar archive, which must not contain anything else: no other
 * file, no link, no folder. Throws and names anything else. Nothing is ever written to disk.
 */
async function onlyFileOf(tar, name) {
    const reader = new byte_reader/* ByteReader */.k(once(tar));
    const entry = await (0,tar_entries/* nextTarEntry */.P3)(reader);
    if (entry === undefined)
        throw new Error('its archive is empty');
    if (!entry.isFile || entry.name !== name)
        throw foreign(entry);
    const content = Buffer.from(await reader.read(entry.size));
    if (content.length < entry.size)
        throw new Error('its archive is truncated');
    await reader.read((0,tar_entries/* paddingOf */.Zt)(entry.size));
    const another = await (0,tar_entries/* nextTarEntry */.P3)(reader);
    if (another !== undefined)
        throw foreign(another);
    for await (const chunk of reader.rest())
        if (chunk.some((byte) => byte !== 0))
            throw new Error('its archive continues after its end');
    return content;
}
function foreign({ name, isFile }) {
    const what = isFile ? 'a file' : 'something that is not a file';
    return new Error(`its archive contains ${what} named ${JSON.stringify((0,one_line/* oneLine */.TN)(name, MOST_NAME_CHARACTERS))}`);
}
async function* once(bytes) {
    yield bytes;
}

// EXTERNAL MODULE: ./platform/http/http.js
var http_http = __webpack_require__(25819);
// EXTERNAL MODULE: ./platform/http/retry.js
var retry = __webpack_require__(98193);
// EXTERNAL MODULE: ./platform/cache/cache-service.js
var cache_service = __webpack_require__(4291);
;// CONCATENATED MODULE: ./platform/cache/read-entry.js







/** The entry is not one that this action saves: it is not used, and nothing from it was written to disk. */
class EntryRefused extends errors/* ActionError */.lZ {
    code = 'entry-refused';
}
/** Room for the structure of an archive: headers, padding, and the overhead of compression. */
const FRAME_BYTES = 1 << 20;
const MOST_REDIRECTS = 3;
const DOWNLOAD_BUDGET_MS = 10_000;
/**
 * The content of an entry, only in memory. Any job of the ref can plant entries, and the library would unpack
 * whatever paths and links such an archive contains, so it is not used here.
 */
async function readEntry(http, service, entry, maxBytes) {
    const mostBytes = maxBytes + FRAME_BYTES;
    try {
        const archive = await (0,retry/* retrySafe */.i6)(http, { budgetMs: DOWNLOAD_BUDGET_MS }, () => fetchArchive(http, { service, url: entry.url, mostBytes }));
        const content = await unpacked(archive, mostBytes);
        return content.length > maxBytes ? { refused: tooLarge(maxBytes).message } : { content };
    }
    catch (error) {
        if (error instanceof EntryRefused)
            return { refused: error.message };
        throw error;
    }
}
/** The address is signed, so the runner's token is not sent there, nor to where it redirects. */
async function fetchArchive(http, fetch, redirects = 0) {
    const { service, url, mostBytes } = fetch;
    if (!mayBeAsked(new URL(url), new URL(service.url)))
        throw new EntryRefused('the service provides an address for it that is not allowed (https only)');
    const request = { method: 'GET', url };
    const answer = await (0,http_http/* exchangeStream */.Qz)(http, request, async (response, alive) => {
        if (response.status >= 300 && response.status < 400)
            return { location: locationOf(request, response) };
        if (response.status !== 200)
            throw failedWith(request, response);
        return { bytes: await read(response, mostBytes, alive) };
    });
    if ('bytes' in answer)
        return answer.bytes;
    if (redirects >= MOST_REDIRECTS)
        throw new EntryRefused('its download redirects again and again');
    return await fetchArchive(http, { ...fetch, url: answer.location }, redirects + 1);
}
/**
 * Plain http is allowed only to the host of a service that itself uses plain http, as in act and in Gitea.
 */
function mayBeAsked(target, service) {
    if (target.protocol === 'https:')
        return true;
    return target.protocol === 'http:' && service.protocol === 'http:' && target.hostname === service.hostname;
}
function locationOf(request, { headers, body }) {
    body.destroy();
    const location = headers['location'] ?? '';
    if (!URL.canParse(location, request.url))
        throw new EntryRefused('its download redirects without a target');
    return new URL(location, request.url).href;
}
function failedWith(request, { status, body }) {
    body.destroy();
    return new http_http/* HttpError */.j$(`${(0,http_http/* nameOf */.Vb)(request)} failed with status ${status}`, { kind: 'status', status });
}
async function read({ body, headers }, mostBytes, alive) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body) {
        alive();
        bytes += chunk.length;
        if (bytes > mostBytes || Number(headers['content-length']) > mostBytes) {
            body.destroy();
            throw tooLarge(mostBytes);
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
const MAGIC = [
    { bytes: Buffer.from([0x1f, 0x8b]), inflate: (0,external_node_util_.promisify)(external_node_zlib_.gunzip) },
    { bytes: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), inflate: (0,external_node_util_.promisify)(external_node_zlib_.zstdDecompress) },
];
async function unpacked(archive, mostBytes) {
    const inflate = MAGIC.find(({ bytes }) => archive.subarray(0, bytes.length).equals(bytes))?.inflate;
    if (inflate === undefined)
        throw new EntryRefused('it is compressed in an unknown way');
    try {
        const tar = await inflate(archive, { maxOutputLength: mostBytes });
        return await onlyFileOf(tar, cache_service/* ENTRY_PATH */.H);
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
            throw tooLarge(mostBytes);
        throw new EntryRefused((0,errors/* messageOf */.bD)(error), { cause: error });
    }
}
function tooLarge(mostBytes) {
    return new EntryRefused(`it is larger than ${Math.floor(mostBytes / 1e6)} MB`);
}


/***/ })

};
