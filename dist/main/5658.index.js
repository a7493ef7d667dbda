export const id = 5658;
export const ids = [5658];
export const modules = {

/***/ 45658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeBrought: () => (/* binding */ removeBrought)
/* harmony export */ });
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32745);
/* harmony import */ var _stop_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75730);


const REMOVE_MS = 60_000;
/**
 * Deletes the files that were uploaded to the service for a run, or logs which ones stay there. Never throws
 * for a problem of the service.
 */
async function removeBrought(ports, brought, run) {
    if (brought.length === 0)
        return;
    const { provider, log } = ports;
    const ids = run?.executions.map(({ id }) => id) ?? [];
    const left = await (0,_stop_run_js__WEBPACK_IMPORTED_MODULE_1__/* .inTime */ .RN)(ports, REMOVE_MS, removeAll(ports, brought, ids));
    const gone = brought.length - (left ?? brought).length;
    if (gone > 0)
        log.info(`Deleted ${gone} uploaded file${gone === 1 ? '' : 's'} at ${provider.name}.`);
    if (left?.length !== 0)
        log.warning(textOf(left ?? brought.map((one) => ({ ...one, why: 'no answer came in time' }))));
}
async function removeAll({ provider, http }, brought, ids) {
    try {
        return (await provider.removeBrought?.(brought, ids)) ?? [];
    }
    catch (error) {
        http.signal().throwIfAborted();
        return brought.map((one) => ({ ...one, why: (0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).replace(/[.\s]+$/, '') }));
    }
}
function textOf(left) {
    const byReason = Map.groupBy(left, ({ why }) => why);
    const parts = [...byReason].map(([why, those]) => `${those.map(({ id, file }) => `${id} (${file})`).join(', ')}: ${why}.`);
    return `Files that this step uploaded stay at the service. ${parts.join(' ')} Delete them there once no test uses them.`;
}


/***/ })

};
