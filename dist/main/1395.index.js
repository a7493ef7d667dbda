export const id = 1395;
export const ids = [1395];
export const modules = {

/***/ 71395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ exec)
/* harmony export */ });
/* unused harmony export getExecOutput */
// Replaces `@actions/exec` in the bundles, the toolkit's library for starting programs. `@actions/core`
// imports it for facts about the machine that this action never asks for, and only saving to the cache uses
// it. Its code, and that of `@actions/io` which it imports, is therefore loaded on the first call.

const load = () => __webpack_require__.e(/* import() */ 4775).then(__webpack_require__.bind(__webpack_require__, 64775))

async function exec(...call) {
  return (await load()).exec(...call)
}

async function getExecOutput(...call) {
  return (await load()).getExecOutput(...call)
}


/***/ })

};
