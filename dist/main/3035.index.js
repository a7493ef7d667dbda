export const id = 3035;
export const ids = [3035];
export const modules = {

/***/ 93035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ legOf),
/* harmony export */   u: () => (/* binding */ stepTitleOf)
/* harmony export */ });
/** The readable name of a matrix job, such as `eu-west-1, 20`; empty if `step-key` has no values. */
function legOf(stepKey) {
    const values = valuesIn(parsed(stepKey));
    return values.length === 0 ? '' : values.join(', ');
}
/** `performance (eu-west-1, 20)`, as GitHub names the jobs of a matrix; undefined if there is only one. */
function stepTitleOf(job, stepKey) {
    const leg = legOf(stepKey);
    return leg === '' ? undefined : `${job} (${leg})`.trim();
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // A key that is not JSON was written by the user.
        return text.trim();
    }
}
/** The plain values, at any depth. */
function valuesIn(value) {
    if (value === null || value === undefined || value === '')
        return [];
    if (typeof value === 'object')
        return Object.values(value).flatMap(valuesIn);
    return [typeof value === 'string' ? value : JSON.stringify(value)];
}


/***/ })

};
