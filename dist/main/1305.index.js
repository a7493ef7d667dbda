export const id = 1305;
export const ids = [1305];
export const modules = {

/***/ 41305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseManifest: () => (/* binding */ parseManifest)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22727);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17197);

const MAX_ENTRIES = 2_000;
/** The checkout or another step may have left it: it is used completely, or not at all. */
function parseManifest(text, names) {
    const fileName = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(names.file));
    const number = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^\d{1,25}$/));
    const listOf = (item) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(item).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(MAX_ENTRIES));
    const schema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        schemaVersion: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
        files: listOf(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: fileName, inode: number, sizeBytes: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._gte */ .qm(0)), modifiedNs: number })),
        parts: listOf(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: fileName, inode: number })),
        folders: listOf(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(names.folder)), inode: number })),
    });
    try {
        return schema.safeParse(JSON.parse(text)).data;
    }
    catch {
        return undefined;
    }
}


/***/ })

};
