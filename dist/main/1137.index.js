export const id = 1137;
export const ids = [1137];
export const modules = {

/***/ 23348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ pathsBelow)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _file_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50944);



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
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true });
        left -= entries.length;
        if (left < 0)
            throw new _file_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FileError */ .f6(`${directory} has more than ${MAX_ENTRIES} files; use a folder with fewer, such as one with the files of one run.`);
        for (const entry of entries) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name);
            if (!entry.isDirectory())
                found.push(path);
            else if (depth < deepest)
                await walk(path, depth + 1);
        }
    };
    await walk(directory, 0);
    return found.sort();
}


/***/ }),

/***/ 5741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ filesNamed),
/* harmony export */   n: () => (/* binding */ byName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _below_paths_below_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23348);
/* harmony import */ var _regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38717);



/** Folders of runs, each with its own files, as created by downloads. */
const DEEPEST = 4;
const MAGIC = /[*?[{]/;
async function filesNamed(named) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(named);
    const stats = await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .statsOf */ .LZ)(path);
    if (stats?.isDirectory())
        return { kind: 'folder', paths: await visibleBelow(path) };
    // A file may have such characters in its name.
    if (stats !== undefined || !MAGIC.test(path))
        return { kind: 'single', path };
    const root = fixedPart(path);
    if (!(await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .statsOf */ .LZ)(root))?.isDirectory())
        return { kind: 'pattern', paths: [] };
    const paths = await visibleBelow(root);
    return { kind: 'pattern', paths: paths.filter((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.matchesGlob)(one, path)) };
}
/** The folder that contains all matches of a pattern. */
function fixedPart(path) {
    let root = path;
    while (MAGIC.test(root))
        root = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(root);
    return root;
}
async function visibleBelow(root) {
    const paths = await (0,_below_paths_below_js__WEBPACK_IMPORTED_MODULE_1__/* .pathsBelow */ .Y)(root, DEEPEST);
    return paths.filter((path) => path
        .slice(root.length + 1)
        .split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep)
        .every((name) => !name.startsWith('.')));
}
/**
 * Sorted by name as people count: `run-2` before `run-10`, and a file before the contents of folders next to
 * it.
 */
function byName(a, b) {
    return compared((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(a), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(b)) || compared((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(a), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(b));
}
const compared = (a, b) => a.localeCompare(b, 'en', { numeric: true });


/***/ }),

/***/ 51137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   objectFiles: () => (/* binding */ objectFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _platform_files_file_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50944);
/* harmony import */ var _platform_files_files_in_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5741);
/* harmony import */ var _platform_files_workspace_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71598);




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
                names.add(`./${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, path).replaceAll('\\', '/')}`);
        }
        catch (error) {
            if (!(error instanceof _platform_files_file_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FileError */ .f6))
                throw error;
            faults.push(`Input 'test-objects': ${line}: ${error.message}`);
        }
    }
    if (names.size > MOST_OBJECTS)
        return {
            names: [],
            faults: [`Input 'test-objects' names ${names.size} files; at most ${MOST_OBJECTS} are uploaded.`],
        };
    return { names: [...names].sort(_platform_files_files_in_js__WEBPACK_IMPORTED_MODULE_2__/* .byName */ .n), faults };
}
async function filesOf(line, workspace) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, line);
    // A pattern must not search outside the checkout.
    const fixed = path.replace(/[^/\\]*[*?[{].*$/, '');
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(fixed) !== (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace))
        await (0,_platform_files_workspace_file_js__WEBPACK_IMPORTED_MODULE_3__/* .workspacePath */ .X5)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(fixed), workspace);
    const named = await (0,_platform_files_files_in_js__WEBPACK_IMPORTED_MODULE_2__/* .filesNamed */ .h)(path);
    return named.kind === 'single' ? [named.path] : named.paths;
}


/***/ })

};
