export const id = 852;
export const ids = [852];
export const modules = {

/***/ 7852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  objectFiles: () => (/* binding */ objectFiles)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./platform/files/file-errors.js
var file_errors = __webpack_require__(944);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./platform/files/below/paths-below.js



/** No run leaves this many; a folder of unknown origin could keep the step busy for hours. */
const MAX_ENTRIES = 20_000;
/**
 * Paths of everything below the folder except folders, including links, which are not followed, to a depth of
 * `deepest` folders.
 */
async function pathsBelow(directory, deepest) {
    const found = [];
    let left = MAX_ENTRIES;
    const walk = async (folder, depth) => {
        const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
        left -= entries.length;
        if (left < 0)
            throw new file_errors/* FileError */.f6(`${directory} has more than ${MAX_ENTRIES} files; use a folder with fewer, such as one with the files of one run.`);
        for (const entry of entries) {
            const path = (0,external_node_path_.join)(folder, entry.name);
            if (!entry.isDirectory())
                found.push(path);
            else if (depth < deepest)
                await walk(path, depth + 1);
        }
    };
    await walk(directory, 0);
    return found.sort();
}

// EXTERNAL MODULE: ./platform/files/regular-file.js
var regular_file = __webpack_require__(8717);
;// CONCATENATED MODULE: ./platform/files/files-in.js



/** Folders of runs, each with its own files, as created by downloads. */
const DEEPEST = 4;
const MAGIC = /[*?[{]/;
async function filesNamed(named) {
    const path = (0,external_node_path_.resolve)(named);
    const stats = await (0,regular_file/* statsOf */.LZ)(path);
    if (stats?.isDirectory())
        return { kind: 'folder', paths: await visibleBelow(path) };
    // A file may have such characters in its name.
    if (stats !== undefined || !MAGIC.test(path))
        return { kind: 'single', path };
    const root = fixedPart(path);
    if (!(await (0,regular_file/* statsOf */.LZ)(root))?.isDirectory())
        return { kind: 'pattern', paths: [] };
    const paths = await visibleBelow(root);
    return { kind: 'pattern', paths: paths.filter((one) => (0,external_node_path_.matchesGlob)(one, path)) };
}
/** The folder that contains all matches of a pattern. */
function fixedPart(path) {
    let root = path;
    while (MAGIC.test(root))
        root = (0,external_node_path_.dirname)(root);
    return root;
}
async function visibleBelow(root) {
    const paths = await pathsBelow(root, DEEPEST);
    return paths.filter((path) => path
        .slice(root.length + 1)
        .split(external_node_path_.sep)
        .every((name) => !name.startsWith('.')));
}
/**
 * Sorted by name as people count: `run-2` before `run-10`, and a file before the contents of folders next to
 * it.
 */
function byName(a, b) {
    return compared((0,external_node_path_.dirname)(a), (0,external_node_path_.dirname)(b)) || compared((0,external_node_path_.basename)(a), (0,external_node_path_.basename)(b));
}
const compared = (a, b) => a.localeCompare(b, 'en', { numeric: true });

// EXTERNAL MODULE: ./platform/files/workspace-file.js
var workspace_file = __webpack_require__(1598);
;// CONCATENATED MODULE: ./providers/errthquake/assets/object-files.js




const MOST_OBJECTS = 100;
/**
 * The files that match the lines of `test-objects`, relative to the checkout, and what is wrong with a line.
 */
async function objectFiles(text, workspace) {
    const names = new Set();
    const faults = [];
    const lines = text.split('\n').map((line) => line.trim());
    for (const line of lines.filter((line) => line !== '')) {
        try {
            const found = await filesOf(line, workspace);
            if (found.length === 0)
                faults.push(`Input 'test-objects': nothing in the checkout matches ${line}.`);
            for (const path of found)
                names.add(`./${(0,external_node_path_.relative)(workspace, path).replaceAll('\\', '/')}`);
        }
        catch (error) {
            if (!(error instanceof file_errors/* FileError */.f6))
                throw error;
            faults.push(`Input 'test-objects': ${line}: ${error.message}`);
        }
    }
    if (names.size > MOST_OBJECTS)
        return {
            names: [],
            faults: [`Input 'test-objects' names ${names.size} files; at most ${MOST_OBJECTS} are uploaded.`],
        };
    return { names: [...names].sort(byName), faults };
}
async function filesOf(line, workspace) {
    const path = (0,external_node_path_.resolve)(workspace, line);
    // A pattern must not search outside the checkout.
    const fixed = path.replace(/[^/\\]*[*?[{].*$/, '');
    if ((0,external_node_path_.resolve)(fixed) !== (0,external_node_path_.resolve)(workspace))
        await (0,workspace_file/* workspacePath */.X5)((0,external_node_path_.resolve)(fixed), workspace);
    const named = await filesNamed(path);
    return named.kind === 'single' ? [named.path] : named.paths;
}


/***/ })

};
