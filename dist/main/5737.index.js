export const id = 5737;
export const ids = [5737,21];
export const modules = {

/***/ 68118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   suggestionLines: () => (/* binding */ suggestionLines)
/* harmony export */ });
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48253);
/* harmony import */ var _verdict_suggest_suggestions_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10021);


/**
 * Criteria that earlier runs suggest: all of them in mode `judge`, where people look for limits; otherwise
 * only their number.
 */
function suggestionLines({ suggestions, run }) {
    if (suggestions === undefined)
        return [];
    const { runs, usual, fixed } = suggestions;
    const count = (0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCounted */ .So)(usual.length + fixed.length, 'criterion is', 'criteria are');
    if (run.mode !== 'judge')
        return [`${count} suggested from ${runs} kept runs: see suggestions.yaml.`];
    return ['Suggested criteria (suggestions.yaml):', ...(0,_verdict_suggest_suggestions_file_js__WEBPACK_IMPORTED_MODULE_1__.suggestionsFile)(suggestions).trimEnd().split('\n')];
}


/***/ }),

/***/ 10021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   suggestionsFile: () => (/* binding */ suggestionsFile)
/* harmony export */ });
/** `suggestions.yaml`: a complete criteria file. */
function suggestionsFile({ runs, usual, fixed }) {
    return [
        `# Suggested by Load Test Gate from ${runs} kept runs: the tightest limits that all of them meet. If nothing changes, at most`,
        '# 1 of 100 runs fails them. Copy the ones that you need, or use this file as criteria-file.',
        'criteria:',
        ...(usual.length > 0 ? ['  # Compared with the usual: they allow for the noise between runs.'] : []),
        ...usual.map(lineOf),
        ...(fixed.length > 0 ? ['  # Fixed limits: they also find slow, gradual changes.'] : []),
        ...fixed.map(lineOf),
        '',
    ].join('\n');
}
/** In single quotes, because only the quote itself must be escaped there, and labels may contain anything. */
const lineOf = (criterion) => `  - '${criterion.replaceAll("'", "''")}'`;


/***/ })

};
