export const id = 734;
export const ids = [734];
export const modules = {

/***/ 734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ArrivingRequestLog: () => (/* binding */ ArrivingRequestLog),
/* harmony export */   ArrivingTimers: () => (/* binding */ ArrivingTimers)
/* harmony export */ });
/* harmony import */ var _formats_archives_inflate_budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4660);
/* harmony import */ var _request_log_request_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5700);
/* harmony import */ var _request_log_request_log_totals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(128);
/* harmony import */ var _formats_archives_zip_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2231);
/* harmony import */ var _xlt_xlt_timers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7404);





/** For a `logs.zip`. */
class ArrivingRequestLog {
    #totals = new _request_log_request_log_totals_js__WEBPACK_IMPORTED_MODULE_2__/* .RequestLogTotals */ .P();
    #budget = new _formats_archives_inflate_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .InflateBudget */ .Jw();
    #logs = 0;
    #logsRead = 0;
    read(name, bytes, compressedBytes) {
        return (0,_formats_archives_zip_file_js__WEBPACK_IMPORTED_MODULE_3__/* .isRequestLog */ .Q9)(name) ? this.#add(within(this.#budget, bytes, compressedBytes)) : undefined;
    }
    data() {
        const isRead = this.#logs > 0 && this.#logs === this.#logsRead;
        return isRead ? { kind: 'request-log', totals: this.#totals } : undefined;
    }
    async #add(bytes) {
        this.#logs++;
        await (0,_request_log_request_log_js__WEBPACK_IMPORTED_MODULE_1__/* .readRequestLog */ .O)(bytes, { totals: this.#totals });
        this.#logsRead++;
    }
}
/** For a `result.tar.gz`. */
class ArrivingTimers {
    #data;
    async read(_name, bytes, compressedBytes) {
        const budget = new _formats_archives_inflate_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .InflateBudget */ .Jw(_formats_archives_inflate_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .INFLATE_LIMITS */ .rN, compressedBytes);
        const timers = await (0,_xlt_xlt_timers_js__WEBPACK_IMPORTED_MODULE_4__/* .readXltTimers */ .X)(within(budget, bytes, compressedBytes), { budget });
        this.#data = { kind: 'xlt-timers', timers };
    }
    data() {
        return this.#data;
    }
}
async function* within(budget, bytes, compressedBytes) {
    let inflatedBytes = 0;
    for await (const chunk of bytes) {
        inflatedBytes += chunk.length;
        budget.take(chunk.length, inflatedBytes, compressedBytes());
        yield chunk;
    }
}


/***/ })

};
