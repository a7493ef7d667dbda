export const id = 270;
export const ids = [270,3904,7889];
export const modules = {

/***/ 30270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MAX_FILE_BYTES: () => (/* binding */ MAX_FILE_BYTES),
/* harmony export */   measurementsText: () => (/* binding */ measurementsText),
/* harmony export */   parseMeasurements: () => (/* binding */ parseMeasurements),
/* harmony export */   readMeasurements: () => (/* binding */ readMeasurements)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59728);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32745);
/* harmony import */ var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75267);
/* harmony import */ var _totals_histogram_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53904);
/* harmony import */ var _measurements_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38595);





/** A file of 20,000 labels with histograms has about 60 MB; V8 has a maximum of 512 MB for strings. */
const MAX_FILE_BYTES = 256 * 2 ** 20;
const LABELS_PER_PART = 200;
/**
 * The content of `measurements.json`, with rounded numbers and one label per line, so that it is easy to read
 * and compare.
 */
function measurementsText(measurements) {
    return partsOf(measurements);
}
/**
 * Reads a `measurements.json`, which may have been written by anybody. Throws a `GateError` (`bad-input`)
 * that names the file and the problem: not a regular file, too large, not JSON, another version, a structure
 * that docs/measurements.schema.json does not allow, or a run of none of the `providers`.
 */
async function readMeasurements(file, providers) {
    const fail = (what, cause) => {
        throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('bad-input', `Measurements in ${file.path} cannot be used: ${what}`, { cause });
    };
    const content = await file
        .text(MAX_FILE_BYTES)
        .catch((error) => fail('the file cannot be opened.', error));
    try {
        return parseMeasurements(content, providers);
    }
    catch (error) {
        return fail(error instanceof Error ? error.message : String(error), error);
    }
}
/** Like `readMeasurements`, but from the text of a file. Throws plain errors. */
function parseMeasurements(json, providers) {
    const content = contentOf(json);
    const version = versionOf(content);
    if (version !== 1)
        throw new Error(`its schemaVersion is ${typeof version === 'number' ? version : typeof version}, but only 1 can be read. Was it written by this action?`);
    const result = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xL((0,_measurements_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .measurementsSchema */ .H)(providers), content);
    if (!result.success)
        throw new Error(describe(result.error.issues));
    // The schema says the same as the type, which its inference cannot show: it widens pairs and optional keys.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const measurements = result.data;
    checkHistograms(measurements);
    return measurements;
}
/** The parser's own error would quote the content, which may be confidential. */
function contentOf(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        throw new Error('it is not JSON.');
    }
}
function versionOf(content) {
    return typeof content === 'object' && content !== null && 'schemaVersion' in content
        ? content.schemaVersion
        : undefined;
}
function describe(issues) {
    const shown = issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
    const more = issues.length > shown.length ? ` (and ${issues.length - shown.length} more)` : '';
    return (0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)(shown.join('; '), 1000) + more;
}
function checkHistograms(measurements) {
    for (const [subject, timings] of Object.entries(measurements.subjects))
        for (const timing of [timings.total, ...timings.labels]) {
            const fault = timing?.histogram && (0,_totals_histogram_js__WEBPACK_IMPORTED_MODULE_1__/* .faultOfHistogram */ .uE)(timing.histogram);
            if (fault)
                throw new Error(`a histogram of ${subject} is wrong: ${fault}.`);
        }
}
/** The file in pieces, because a single `JSON.stringify` might exceed V8's maximum for strings. */
function* partsOf(measurements) {
    const { subjects, ...rest } = measurements;
    yield `${toJson(rest).slice(0, -1)},\n"subjects":{`;
    let separator = '\n';
    for (const [name, subject] of Object.entries(subjects)) {
        yield `${separator}${JSON.stringify(name)}:`;
        yield* partsOfSubject(subject);
        separator = ',\n';
    }
    yield '\n}}\n';
}
function* partsOfSubject(subject) {
    const { labels, ...rest } = subject;
    yield `${toJson(rest).slice(0, -1)},"labels":[`;
    for (let at = 0; at < labels.length; at += LABELS_PER_PART) {
        const part = labels.slice(at, at + LABELS_PER_PART);
        yield `${at > 0 ? ',' : ''}\n${part.map((label) => toJson(label)).join(',\n')}`;
    }
    yield ']}';
}
function toJson(value) {
    return JSON.stringify(value, (_, item) => (typeof item === 'number' ? rounded(item) : item));
}
/** Rounded to 6 digits, but never to less than the three decimals that XLT writes. */
function rounded(value) {
    return Math.abs(value) < 1000 ? Number(value.toPrecision(6)) : Math.round(value * 1000) / 1000;
}


/***/ }),

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

/***/ 53904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ bucketOf),
/* harmony export */   ZS: () => (/* binding */ PAGES_PER_BUDGET),
/* harmony export */   dq: () => (/* binding */ Histogram),
/* harmony export */   p3: () => (/* binding */ nearestRank),
/* harmony export */   percentileOf: () => (/* binding */ percentileOf),
/* harmony export */   uE: () => (/* binding */ faultOfHistogram),
/* harmony export */   wH: () => (/* binding */ middleMs)
/* harmony export */ });
/* unused harmony exports RELATIVE_ERROR, BUCKET_COUNT, lowerBoundMs */
/**
 * Durations in log-linear buckets: 256 per power of two, taken from the exponent and the top of the mantissa
 * in the number's binary form, so that finding the bucket is a shift. A value that is read back differs by at
 * most 1/256 (0.4 %). Buckets up to 1 ms wide (below 512 ms) are read as their lower bound, so whole
 * milliseconds are exact; wider ones are read as their middle. Counts are exact, so merging the histograms of
 * all parts gives the histogram of the whole.
 */
const RELATIVE_ERROR = 1 / 256;
const BUCKETS_PER_OCTAVE_BITS = 8;
const BUCKETS_PER_OCTAVE = 1 << BUCKETS_PER_OCTAVE_BITS;
/**
 * Everything below 2^-10 ms (1 µs) is in bucket 0 and read as 0; everything from 2^32 ms (49 days) on is in
 * the last bucket.
 */
const LOWEST_EXPONENT = -10;
const OCTAVES = 42;
const BUCKET_COUNT = OCTAVES * BUCKETS_PER_OCTAVE;
/** Sign, exponent and the top bits of the mantissa of 2^-10 as one integer. */
const FIRST_BUCKET_BITS = (1023 + LOWEST_EXPONENT) << BUCKETS_PER_OCTAVE_BITS;
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** A page has the counts of one power of two; this many limit the memory of one budget to about 64 MB. */
const PAGES_PER_BUDGET = 60_000;
/** The bucket of a duration of 0 ms or more. */
function bucketOf(ms) {
    float[0] = ms;
    // All platforms of Node are little-endian, so the high word is the second one.
    const bucket = (words[1] >>> (20 - BUCKETS_PER_OCTAVE_BITS)) - FIRST_BUCKET_BITS;
    return bucket <= 0 ? 0 : bucket < BUCKET_COUNT ? bucket : BUCKET_COUNT - 1;
}
/** The smallest value in the bucket, in ms; the bucket ends where the next one begins. */
function lowerBoundMs(bucket) {
    if (bucket <= 0)
        return 0;
    const octave = 2 ** ((bucket >>> BUCKETS_PER_OCTAVE_BITS) + LOWEST_EXPONENT);
    return octave * (1 + (bucket & (BUCKETS_PER_OCTAVE - 1)) / BUCKETS_PER_OCTAVE);
}
/** The value that stands for the buckets from one up to another (exclusive), in ms. */
function middleMs(firstBucket, endBucket) {
    const lowerMs = lowerBoundMs(firstBucket);
    const widthMs = lowerBoundMs(endBucket) - lowerMs;
    return widthMs <= 1 ? lowerMs : lowerMs + widthMs / 2;
}
/**
 * Nearest rank, counted from 1: the smallest rank that has at least `percentile` % of `count` values up to
 * it.
 */
function nearestRank(percentile, count) {
    // The factor removes the error of binary fractions: 99.9 % of 1,000 is 999, not 999.0000000000001.
    return Math.min(count, Math.max(1, Math.ceil(((percentile * count) / 100) * (1 - 1e-12))));
}
/**
 * The value at a percentile (0 to 100) in ms, limited to the bounds if they are known; undefined if the
 * histogram is empty.
 */
function percentileOf(data, percentile, bounds = {}) {
    const count = data.buckets.reduce((sum, [, inBucket]) => sum + inBucket, 0);
    let rank = nearestRank(percentile, count);
    for (const [bucket, inBucket] of data.buckets) {
        rank -= inBucket;
        if (rank <= 0)
            return clamp(middleMs(bucket, bucket + 1), bounds.minMs, bounds.maxMs);
    }
    return undefined;
}
/** `null` if the data is a histogram as written by `Histogram.toData`; otherwise what is wrong with it. */
function faultOfHistogram(data) {
    if (data.relativeError !== RELATIVE_ERROR)
        return `relativeError is not ${RELATIVE_ERROR}`;
    let previous = -1;
    for (const [bucket, count] of data.buckets) {
        if (!Number.isSafeInteger(bucket) || bucket <= previous || bucket >= BUCKET_COUNT)
            return `bucket ${bucket} is out of order or range`;
        if (!Number.isSafeInteger(count) || count < 1)
            return `the count of bucket ${bucket} is not a whole number`;
        previous = bucket;
    }
    return null;
}
class Histogram {
    #pages = Array.from({ length: OCTAVES }, () => undefined);
    #budget;
    /** Gets the counts when the budget is used up; this histogram then has no data of its own. */
    #rest;
    #spilled = false;
    constructor(budget = { pagesLeft: Infinity }, rest) {
        this.#budget = budget;
        this.#rest = rest;
    }
    /** True if its counts were moved to the rest, because the budget of pages was used up. */
    get spilled() {
        return this.#spilled;
    }
    /** Counts a value by its bucket, see `bucketOf`. A bucket can count up to 4,294,967,295 values. */
    addBucket(bucket, count = 1) {
        const octave = bucket >>> BUCKETS_PER_OCTAVE_BITS;
        const page = this.#pages[octave] ?? this.#openPage(octave);
        page[bucket & (BUCKETS_PER_OCTAVE - 1)] += count;
    }
    add(ms) {
        this.addBucket(bucketOf(ms));
    }
    /**
     * Adds all counts of another histogram. If the counts of that one were moved to its rest, those of this one
     * are moved too.
     */
    merge(other) {
        if (other.#spilled) {
            if (this.#rest && !this.#spilled)
                this.#spill(this.#rest, 0);
            return;
        }
        for (const [bucket, count] of other.#buckets())
            this.addBucket(bucket, count);
    }
    /** Pairs of bucket and count, ascending; empty if the counts were moved to the rest. */
    toData() {
        return { relativeError: RELATIVE_ERROR, buckets: this.#spilled ? [] : [...this.#buckets()] };
    }
    #openPage(octave) {
        if (this.#rest && this.#budget.pagesLeft < 1)
            return this.#spill(this.#rest, octave);
        this.#budget.pagesLeft--;
        return (this.#pages[octave] = new Uint32Array(BUCKETS_PER_OCTAVE));
    }
    /** Moves all counts to the rest, and counts there from now on. */
    #spill(rest, octave) {
        rest.merge(this);
        for (let i = 0; i < OCTAVES; i++)
            rest.#pages[i] ??= new Uint32Array(BUCKETS_PER_OCTAVE);
        this.#pages = rest.#pages;
        this.#spilled = true;
        return this.#pages[octave];
    }
    *#buckets() {
        for (const [octave, page] of this.#pages.entries()) {
            if (!page)
                continue;
            for (const [index, count] of page.entries())
                if (count > 0)
                    yield [octave * BUCKETS_PER_OCTAVE + index, count];
        }
    }
}
function clamp(value, min = -Infinity, max = Infinity) {
    return Math.min(Math.max(value, min), max);
}


/***/ })

};
