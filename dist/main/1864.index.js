export const id = 1864;
export const ids = [1864];
export const modules = {

/***/ 1864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkTestCode: () => (/* binding */ checkTestCode),
  packTestCode: () => (/* binding */ packTestCode)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./foundation/format.js
var format = __webpack_require__(48253);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./platform/files/file-errors.js
var file_errors = __webpack_require__(50944);
;// CONCATENATED MODULE: ./platform/files/below/checkout-tree.js



/** More would take too long to pack, and is no realistic number of source files. */
const MOST_ENTRIES = 50_000;
const DEEPEST = 64;
/**
 * Everything in a folder and below, except what the rules exclude. Throws a `FileError` if there is too much.
 */
async function filesOfTree(root, rules) {
    const tree = { files: [], others: [] };
    let left = MOST_ENTRIES;
    const walk = async (folder, depth) => {
        await rules.enter(folder);
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, folder), { withFileTypes: true });
        left -= entries.length;
        if (left < 0 || depth > DEEPEST)
            throw new file_errors/* FileError */.f6(`${root} has more than ${MOST_ENTRIES} files, or folders within ${DEEPEST} others.`);
        for (const entry of entries) {
            const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (rules.leavesOut(name, entry.isDirectory()))
                continue;
            if (entry.isDirectory())
                await walk(name, depth + 1);
            else if (entry.isFile())
                tree.files.push(await treeFile(root, name));
            else
                tree.others.push(name);
        }
    };
    await walk('', 0);
    return {
        files: tree.files.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name))),
        others: tree.others.toSorted(),
    };
}
async function treeFile(root, name) {
    const path = (0,external_node_path_.join)(root, name);
    // The owner's permission counts, as in git.
    return { name, path, isExecutable: ((await (0,promises_.lstat)(path)).mode & 0o100) !== 0 };
}

// EXTERNAL MODULE: ./platform/files/regular-file.js
var regular_file = __webpack_require__(38717);
// EXTERNAL MODULE: ./platform/files/workspace-file.js
var workspace_file = __webpack_require__(71598);
// EXTERNAL MODULE: ../../node_modules/ignore/index.js
var ignore = __webpack_require__(64134);
;// CONCATENATED MODULE: ./providers/xtc/code/ignore-rules.js



const MOST_BYTES = 1e6;
/**
 * What git would not track: the rules of every `.gitignore` from the repository's root down, and git's own
 * folder. As in git, an excluded folder is not searched, so nothing in it can be included again.
 */
class IgnoreRules {
    #root;
    #inside;
    #rules = ignore();
    /**
     * `root` is the repository's root, and `inside` the path of the folder in it, with `/`; empty for the whole
     * repository.
     */
    constructor(root, inside) {
        this.#root = root;
        this.#inside = inside;
    }
    async enter(folder) {
        const folders = folder === '' ? this.#above() : [joined(this.#inside, folder)];
        for (const one of folders)
            await this.#read(one);
    }
    leavesOut(name, isFolder) {
        if (name === '.git' || name.endsWith('/.git'))
            return true;
        return this.#rules.ignores(`${joined(this.#inside, name)}${isFolder ? '/' : ''}`);
    }
    /** From the root to the folder. */
    #above() {
        const parts = this.#inside === '' ? [] : this.#inside.split('/');
        return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
    }
    /** git does not follow a link to such a file either. */
    async #read(folder) {
        const path = (0,external_node_path_.join)(this.#root, folder, '.gitignore');
        if ((await (0,regular_file/* statsOf */.LZ)(path))?.isFile() !== true)
            return;
        const text = (await (0,regular_file/* readBytes */.io)(path, MOST_BYTES)).toString('utf8').replace(/^\ufeff/, '');
        this.#rules.add(text.split(/\r?\n/).flatMap((line) => ruleBelow(folder, line) ?? []));
    }
}
/** The same rule in the form for the `.gitignore` of the root; undefined if the line is not a rule. */
function ruleBelow(folder, line) {
    if (line.trim() === '' || line.startsWith('#'))
        return undefined;
    if (folder === '')
        return line;
    const isNegated = line.startsWith('!');
    const pattern = (isNegated ? line.slice(1) : line).replace(/^\\(?=[!#])/, '');
    // A pattern with a slash before its end is only for its own folder.
    const isOfFolder = /\/(?!\s*$)/.test(pattern);
    const below = isOfFolder ? pattern.replace(/^\//, '') : `**/${pattern}`;
    return `${isNegated ? '!' : ''}/${folder.replace(/[\\*?[\]!# ]/g, '\\$&')}/${below}`;
}
function joined(...parts) {
    return parts.filter((part) => part !== '').join('/');
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./providers/xtc/code/zip-archive.js


const deflate = (0,external_node_util_.promisify)(external_node_zlib_.deflateRaw);
const STORED = 0;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the earliest date: the bytes must not depend on when a file was checked out. */
const DATE = 0x0021;
const VERSION = 20;
const MADE_ON_UNIX = 0x0300 | VERSION;
const REGULAR_FILE = 0o100000;
/**
 * Writes a ZIP that is the same for any two checkouts of the same files. For less than 4 GB and 65,535
 * entries: the limits for code archives are much lower.
 */
class ZipArchive {
    #sink;
    #written = [];
    sizeBytes = 0;
    constructor(sink) {
        this.#sink = sink;
    }
    async add({ name, content, isExecutable }) {
        const deflated = await deflate(content);
        const isSmaller = deflated.length < content.length;
        const packed = isSmaller ? deflated : content;
        const entry = {
            name: Buffer.from(name),
            method: isSmaller ? DEFLATED : STORED,
            crc: (0,external_node_zlib_.crc32)(content),
            packedBytes: packed.length,
            sizeBytes: content.length,
            offset: this.sizeBytes,
            mode: REGULAR_FILE | (isExecutable ? 0o755 : 0o644),
        };
        this.#written.push(entry);
        this.#write(localHeader(entry));
        this.#write(packed);
    }
    finish() {
        const start = this.sizeBytes;
        for (const entry of this.#written)
            this.#write(directoryEntry(entry));
        const end = Buffer.alloc(22);
        end.writeUInt32LE(0x06054b50, 0);
        end.writeUInt16LE(this.#written.length, 8);
        end.writeUInt16LE(this.#written.length, 10);
        end.writeUInt32LE(this.sizeBytes - start, 12);
        end.writeUInt32LE(start, 16);
        this.#write(end);
    }
    #write(chunk) {
        this.sizeBytes += chunk.length;
        this.#sink(chunk);
    }
}
/** The part that both headers have in common, beginning with the version; 26 bytes. */
function facts({ method, crc, packedBytes, sizeBytes, name }) {
    const bytes = Buffer.alloc(26);
    bytes.writeUInt16LE(VERSION, 0);
    bytes.writeUInt16LE(UTF8_NAMES, 2);
    bytes.writeUInt16LE(method, 4);
    bytes.writeUInt16LE(DATE, 8);
    bytes.writeUInt32LE(crc, 10);
    bytes.writeUInt32LE(packedBytes, 14);
    bytes.writeUInt32LE(sizeBytes, 18);
    bytes.writeUInt16LE(name.length, 22);
    return bytes;
}
function localHeader(entry) {
    return Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts(entry), entry.name]);
}
function directoryEntry(entry) {
    const madeBy = Buffer.alloc(2);
    madeBy.writeUInt16LE(MADE_ON_UNIX);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((entry.mode << 16) >>> 0, 6);
    rest.writeUInt32LE(entry.offset, 10);
    return Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), madeBy, facts(entry), rest, entry.name]);
}

;// CONCATENATED MODULE: ./providers/xtc/code/test-code.js










/** The most that XTC accepts. */
const MOST_ARCHIVE_BYTES = 100e6;
/** The limit before packing: sources that compress to a tenth are mostly data. */
const MOST_SOURCE_BYTES = 1e9;
const MOST_FILE_BYTES = 500e6;
/** Names that have a special meaning on other systems. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const STRANGE_NAME = /[\\\u0000-\u001f]/;
/**
 * Packs the folder only to check whether it can be uploaded, and keeps nothing of it. Throws a `FileError`.
 */
async function checkTestCode(folder, workspace) {
    return await pack(folder, workspace, () => undefined);
}
/** Packs the archive. Throws a `FileError` if the folder has changed since the check. */
async function packTestCode({ folder, workspace, sha256 }) {
    const chunks = [];
    const packed = await pack(folder, workspace, (chunk) => void chunks.push(chunk));
    if (packed.sha256 !== sha256)
        throw new file_errors/* FileError */.f6(`${folder} was changed after it was checked. Let nothing write there while the step runs.`);
    return Buffer.concat(chunks);
}
async function pack(folder, workspace, sink) {
    const { root, inside } = await (0,workspace_file/* workspaceFolder */.ih)(folder, workspace);
    const directory = (0,external_node_path_.join)(root, inside);
    const { files, others } = await filesOfTree(directory, new IgnoreRules(root, inside));
    if (files.length === 0)
        throw new file_errors/* FileError */.f6(`there is no file in it that .gitignore does not leave out.`);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const archive = new ZipArchive(sink);
    let sourceBytes = 0;
    for (const { name, path, isExecutable } of files) {
        refuseName(name);
        const content = await contentOf({ name, path, isExecutable });
        sourceBytes += content.length;
        if (sourceBytes > MOST_SOURCE_BYTES)
            throw tooLarge(`more than ${(0,format/* formatBytes */.z3)(MOST_SOURCE_BYTES)} of files`);
        hash.update(JSON.stringify([name, isExecutable, content.length])).update(content);
        await archive.add({ name: `${(0,external_node_path_.basename)(directory)}/${name}`, content, isExecutable });
        if (archive.sizeBytes > MOST_ARCHIVE_BYTES)
            throw tooLarge('more than that when it is packed');
    }
    archive.finish();
    if (archive.sizeBytes > MOST_ARCHIVE_BYTES)
        throw tooLarge('more than that when it is packed');
    return {
        folder,
        workspace,
        fileCount: files.length,
        archiveBytes: archive.sizeBytes,
        sha256: hash.digest('hex'),
        others,
    };
}
async function contentOf({ name, path }) {
    try {
        return await (0,regular_file/* readBytes */.io)(path, MOST_FILE_BYTES);
    }
    catch (error) {
        if (error instanceof file_errors/* FileError */.f6 || !(error instanceof Error))
            throw error;
        throw new file_errors/* FileError */.f6(`${(0,one_line/* oneLine */.TN)(name, 200)} cannot be read: ${error.message}.`, { cause: error });
    }
}
function refuseName(name) {
    if (STRANGE_NAME.test(name) || !name.isWellFormed() || name.includes('\ufffd'))
        throw new file_errors/* FileError */.f6(`the name of ${JSON.stringify((0,one_line/* oneLine */.TN)(name, 200))} has characters that other systems do not take.`);
}
function tooLarge(what) {
    return new file_errors/* FileError */.f6(`XTC takes code archives of at most ${(0,format/* formatBytes */.z3)(MOST_ARCHIVE_BYTES)}, and it has ${what}. List what the test does not need in .gitignore.`);
}


/***/ })

};
