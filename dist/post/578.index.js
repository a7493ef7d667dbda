export const id = 578;
export const ids = [578];
export const modules = {

/***/ 2578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contractFault: () => (/* binding */ contractFault)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7232);

/** Describes where a response differs from the contract. */
function contractFault(error) {
    if (!(error instanceof zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .$ZodError */ .a$))
        return error instanceof Error ? error.message : String(error);
    return error.issues
        .slice(0, 3)
        .map((issue) => `${issue.path.join('.') || 'the answer'}: ${issue.message || issue.code}`)
        .join('; ');
}


/***/ })

};
