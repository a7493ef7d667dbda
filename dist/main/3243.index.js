export const id = 3243;
export const ids = [3243];
export const modules = {

/***/ 3243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diagnosisFile: () => (/* binding */ diagnosisFile)
/* harmony export */ });
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75267);

const MOST_BYTES = 256_000;
const MOST_CHARACTERS = 1000;
/**
 * The content of `diagnosis.json`: at most 256 kB, whatever the service, the criteria and the labels contain.
 */
function diagnosisFile(diagnosis) {
    const short = bounded(diagnosis);
    for (;;) {
        const text = `${JSON.stringify(short, undefined, 2)}\n`;
        const { criteria, labels, warnings } = short;
        if (Buffer.byteLength(text) <= MOST_BYTES)
            return text;
        if (criteria.broken.length > 1) {
            const kept = Math.floor(criteria.broken.length / 2);
            criteria.leftOut += criteria.broken.length - kept;
            criteria.broken.length = kept;
        }
        else if (warnings.length > 0)
            warnings.length = 0;
        else if (labels.length > 0)
            labels.length -= 1;
        else
            return text;
    }
}
/** A copy in which all texts are short and on one line, and numbers have six digits. */
function bounded(value) {
    if (typeof value === 'string')
        return (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(value, MOST_CHARACTERS);
    if (typeof value === 'number')
        return rounded(value);
    if (Array.isArray(value))
        return value.map((item) => bounded(item));
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).map(([name, item]) => [name, bounded(item)]);
    return Object.fromEntries(entries);
}
function rounded(value) {
    return Number.isInteger(value) ? value : Number(value.toPrecision(6));
}


/***/ })

};
