export const id = 3862;
export const ids = [3862];
export const modules = {

/***/ 38595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ measurementsSchema),
/* harmony export */   L: () => (/* binding */ runSchema)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22727);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17197);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75817);


const MAX_INTERVALS = 120;
const MAX_ERROR_KINDS = 200;
const MAX_CODES = 1000;
const MAX_PARAMETERS = 200;
/**
 * The schema that checks `measurements.json` when it is read; docs/measurements.schema.json is the published
 * form. It is created when a file is read, and not when the module is loaded. Unknown keys are dropped.
 */
function measurementsSchema(providers) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        schemaVersion: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
        run: runSchema(providers),
        subjects: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(Object.fromEntries(_model_js__WEBPACK_IMPORTED_MODULE_1__/* .TIMING_SUBJECTS */ .$.map((key) => [key, zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(subjectSchema())]))),
        agents: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(agentSchema())),
        load: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(loadSchema()),
        webVitals: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(webVitalSchema())),
        scorecard: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(scorecardSchema()),
        events: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(eventSchema()).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._maxLength */ .Eb(MAX_ERROR_KINDS))),
        warnings: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
            code: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(WARNING_CODES),
            message: name(),
            affects: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['result', 'scorecard'])),
        })),
    });
}
const WARNING_CODES = [
    'partial-archives',
    'broken-line',
    'labels-left-out',
    'report-covers-less',
    'unreadable-part',
    'clock',
    'note',
];
function name() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._maxLength */ .Eb(10_000));
}
function amount() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._gte */ .qm(0));
}
function count() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._gte */ .qm(0));
}
/** What is known about a run besides its figures. */
function runSchema(providers) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        provider: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(providers),
        ids: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(name()),
        test: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        revision: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        url: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        state: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        startedAtMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        finishedAtMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        adopted: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
        loadProfile: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: name(), settings: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([name(), name()])) }))),
        parameters: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(parameterSchema()).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._maxLength */ .Eb(MAX_PARAMETERS))),
        observed: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ virtualUsers: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(amount()), lastedMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(amount()) }))),
        failure: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ reason: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_model_js__WEBPACK_IMPORTED_MODULE_1__/* .BAD_ENDS */ .T), message: name() })),
        endedEarly: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        commit: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        workflowRunUrl: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
    });
}
function parameterSchema() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
        zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: name(), value: name() }),
        zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: name(), secretHash: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._regex */ .Fk(/^[0-9a-f]{32}$/)) }),
    ]);
}
function subjectSchema() {
    const timing = timingShape();
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        source: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['xlt-report', 'xlt-timers', 'request-log']),
        total: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(timing)),
        labels: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ label: name(), ...timing })),
        errorKinds: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(errorKindsSchema()),
    });
}
function errorKindsSchema() {
    const kind = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        label: name(),
        code: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        message: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        count: count(),
        firstAtMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        lastAtMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        sample: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
    });
    const kinds = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(kind).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._maxLength */ .Eb(MAX_ERROR_KINDS));
    const codes = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ code: name(), count: count() })).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._maxLength */ .Eb(MAX_CODES));
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        codes: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(codes),
        kinds: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(kinds),
        executionKinds: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(kinds),
        unlistedErrors: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count()),
    });
}
function timingShape() {
    const pairs = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()])).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._maxLength */ .Eb(20_000));
    return {
        count: count(),
        errors: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count()),
        ratePerSecond: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(amount()),
        minMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(amount()),
        meanMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(amount()),
        medianMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(amount()),
        maxMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(amount()),
        deviationMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(amount()),
        percentilesMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(pairs),
        bytesSent: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(amount()),
        bytesReceived: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(amount()),
        histogram: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ relativeError: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), buckets: pairs })),
        series: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(seriesSchema()),
    };
}
function seriesSchema() {
    const counts = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(count()).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._maxLength */ .Eb(MAX_INTERVALS));
    const row = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(amount())).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._maxLength */ .Eb(MAX_INTERVALS));
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        startMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        intervalMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._positive */ .NC()),
        count: counts,
        errors: counts,
        meanMs: row,
        p50Ms: row,
        p95Ms: row,
    })
        .check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ count, errors, meanMs, p50Ms, p95Ms }) => [errors, meanMs, p50Ms, p95Ms].every((figures) => figures.length === count.length), 'the rows of a series must be equally long'));
}
function agentSchema() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        agent: name(),
        cpuMeanPercent: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        cpuMaxPercent: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        memoryMaxMb: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    });
}
function loadSchema() {
    const row = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(amount())).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._maxLength */ .Eb(MAX_INTERVALS));
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        startMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        intervalMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._positive */ .NC()),
        users: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(row),
        cpuMeanPercent: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(row),
        cpuMaxPercent: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(row),
    });
}
function webVitalSchema() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        page: name(),
        vital: name(),
        score: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        rating: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        goodCount: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count()),
        improveCount: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count()),
        poorCount: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count()),
    });
}
function eventSchema() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        name: name(),
        testCase: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        message: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        count: count(),
    });
}
function scorecardSchema() {
    const rule = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        group: name(),
        rule: name(),
        points: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        testFailed: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
        result: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['PASSED', 'NOTPASSED', 'SKIPPED', 'ERROR']),
        message: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
    });
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        points: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        totalPoints: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        pointsPercent: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        testFailed: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
        rating: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        error: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name()),
        rules: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(rule),
    });
}


/***/ }),

/***/ 73862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   historySchema: () => (/* binding */ historySchema)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22727);
/* harmony import */ var _measurements_measurements_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38595);


const timing = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()));
const subject = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    names: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    total: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(timing),
    labels: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), timing])),
});
/** The kept history, as it was written; the facts of its runs are those of one of the providers. */
function historySchema(providers) {
    const run = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        atMs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        facts: (0,_measurements_measurements_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .runSchema */ .L)(providers),
        subjects: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), subject),
    });
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ baseline: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), runs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(run) });
}


/***/ })

};
