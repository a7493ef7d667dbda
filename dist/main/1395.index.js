export const id = 1395;
export const ids = [1395];
export const modules = {

/***/ 71395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ exec)
/* harmony export */ });
/* unused harmony export getExecOutput */
// Stands in the bundles where the toolkit imports `@actions/exec`, with which it starts programs: `@actions/core` imports
// it for facts about the machine that this action never asks, and only saving to the cache needs it. So its code, and
// that of `@actions/io` behind it, is loaded by the first call.

const load = () => __webpack_require__.e(/* import() */ 4775).then(__webpack_require__.bind(__webpack_require__, 64775))

async function exec(...call) {
  return (await load()).exec(...call)
}

async function getExecOutput(...call) {
  return (await load()).getExecOutput(...call)
}


/***/ })

};
