export const id = 568;
export const ids = [568,904];
export const modules = {

/***/ 84568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MAX_FILE_BYTES: () => (/* binding */ MAX_FILE_BYTES),
  measurementsText: () => (/* binding */ measurementsText),
  parseMeasurements: () => (/* binding */ parseMeasurements),
  readMeasurements: () => (/* binding */ readMeasurements)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/core/parse.js
var parse = __webpack_require__(59728);
// EXTERNAL MODULE: ./foundation/errors.js
var errors = __webpack_require__(32745);
// EXTERNAL MODULE: ./foundation/one-line.js
var one_line = __webpack_require__(75267);
// EXTERNAL MODULE: ./measurements/totals/histogram.js
var histogram = __webpack_require__(53904);
// EXTERNAL MODULE: ../../node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(5915);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/api.js
var api = __webpack_require__(41299);
// EXTERNAL MODULE: ./measurements/model.js
var model = __webpack_require__(75817);
;// CONCATENATED MODULE: ./measurements/measurements-schema.js


const MAX_INTERVALS = 120;
/**
 * The shape of `measurements.json` as it is checked when it is read; docs/measurements.schema.json says the same for others.
 * Built when a file is read, not when the module is loaded. Keys that it does not name are dropped.
 */
function measurementsSchema(providers) {
    return schemas/* object */.Ikc({
        schemaVersion: schemas/* literal */.euz(1),
        run: runSchema(providers),
        subjects: schemas/* object */.Ikc(Object.fromEntries(model/* TIMING_SUBJECTS */.$.map((key) => [key, schemas/* optional */.lqM(subjectSchema())]))),
        agents: schemas/* optional */.lqM(schemas/* array */.YOg(agentSchema())),
        webVitals: schemas/* optional */.lqM(schemas/* array */.YOg(webVitalSchema())),
        scorecard: schemas/* optional */.lqM(scorecardSchema()),
        warnings: schemas/* array */.YOg(schemas/* object */.Ikc({
            code: schemas/* enum */.k5n(WARNING_CODES),
            message: measurements_schema_name(),
            affects: schemas/* optional */.lqM(schemas/* enum */.k5n(['result', 'scorecard'])),
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
function measurements_schema_name() {
    return schemas/* string */.YjP().check(api/* _maxLength */.Eb(10_000));
}
function amount() {
    return schemas/* number */.aig().check(api/* _gte */.qm(0));
}
function count() {
    return schemas/* int */.Whr().check(api/* _gte */.qm(0));
}
function runSchema(providers) {
    return schemas/* object */.Ikc({
        provider: schemas/* enum */.k5n(providers),
        ids: schemas/* array */.YOg(measurements_schema_name()),
        test: schemas/* optional */.lqM(measurements_schema_name()),
        revision: schemas/* optional */.lqM(measurements_schema_name()),
        url: schemas/* optional */.lqM(measurements_schema_name()),
        state: schemas/* optional */.lqM(measurements_schema_name()),
        startedAtMs: schemas/* optional */.lqM(schemas/* number */.aig()),
        finishedAtMs: schemas/* optional */.lqM(schemas/* number */.aig()),
        adopted: schemas/* optional */.lqM(schemas/* boolean */.zMY()),
        loadProfile: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* object */.Ikc({ name: measurements_schema_name(), settings: schemas/* array */.YOg(schemas/* tuple */.PVZ([measurements_schema_name(), measurements_schema_name()])) }))),
        observed: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* object */.Ikc({ virtualUsers: schemas/* optional */.lqM(amount()), lastedMs: schemas/* optional */.lqM(amount()) }))),
        failure: schemas/* optional */.lqM(schemas/* object */.Ikc({ reason: schemas/* enum */.k5n(model/* BAD_ENDS */.T), message: measurements_schema_name() })),
        endedEarly: schemas/* optional */.lqM(measurements_schema_name()),
        commit: schemas/* optional */.lqM(measurements_schema_name()),
        workflowRunUrl: schemas/* optional */.lqM(measurements_schema_name()),
    });
}
function subjectSchema() {
    const timing = timingShape();
    return schemas/* object */.Ikc({
        source: schemas/* enum */.k5n(['xlt-report', 'xlt-timers', 'request-log']),
        total: schemas/* optional */.lqM(schemas/* object */.Ikc(timing)),
        labels: schemas/* array */.YOg(schemas/* object */.Ikc({ label: measurements_schema_name(), ...timing })),
    });
}
function timingShape() {
    const pairs = schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig()])).check(api/* _maxLength */.Eb(20_000));
    return {
        count: count(),
        errors: schemas/* optional */.lqM(count()),
        ratePerSecond: schemas/* optional */.lqM(amount()),
        minMs: schemas/* optional */.lqM(amount()),
        meanMs: schemas/* optional */.lqM(amount()),
        medianMs: schemas/* optional */.lqM(amount()),
        maxMs: schemas/* optional */.lqM(amount()),
        deviationMs: schemas/* optional */.lqM(amount()),
        percentilesMs: schemas/* optional */.lqM(pairs),
        bytesSent: schemas/* optional */.lqM(amount()),
        bytesReceived: schemas/* optional */.lqM(amount()),
        histogram: schemas/* optional */.lqM(schemas/* object */.Ikc({ relativeError: schemas/* number */.aig(), buckets: pairs })),
        series: schemas/* optional */.lqM(seriesSchema()),
    };
}
function seriesSchema() {
    const counts = schemas/* array */.YOg(count()).check(api/* _maxLength */.Eb(MAX_INTERVALS));
    const row = schemas/* array */.YOg(schemas/* nullable */.mee(amount())).check(api/* _maxLength */.Eb(MAX_INTERVALS));
    return schemas/* object */.Ikc({
        startMs: schemas/* number */.aig(),
        intervalMs: schemas/* number */.aig().check(api/* _positive */.NC()),
        count: counts,
        errors: counts,
        meanMs: row,
        p50Ms: row,
        p95Ms: row,
    })
        .check(schemas/* refine */.YPB(({ count, errors, meanMs, p50Ms, p95Ms }) => [errors, meanMs, p50Ms, p95Ms].every((figures) => figures.length === count.length), 'the rows of a series must be equally long'));
}
function agentSchema() {
    return schemas/* object */.Ikc({
        agent: measurements_schema_name(),
        cpuMeanPercent: schemas/* optional */.lqM(schemas/* number */.aig()),
        cpuMaxPercent: schemas/* optional */.lqM(schemas/* number */.aig()),
        memoryMaxMb: schemas/* optional */.lqM(schemas/* number */.aig()),
    });
}
function webVitalSchema() {
    return schemas/* object */.Ikc({
        page: measurements_schema_name(),
        vital: measurements_schema_name(),
        score: schemas/* optional */.lqM(schemas/* number */.aig()),
        rating: schemas/* optional */.lqM(measurements_schema_name()),
        goodCount: schemas/* optional */.lqM(count()),
        improveCount: schemas/* optional */.lqM(count()),
        poorCount: schemas/* optional */.lqM(count()),
    });
}
function scorecardSchema() {
    const rule = schemas/* object */.Ikc({
        group: measurements_schema_name(),
        rule: measurements_schema_name(),
        points: schemas/* optional */.lqM(schemas/* number */.aig()),
        testFailed: schemas/* boolean */.zMY(),
        result: schemas/* enum */.k5n(['PASSED', 'NOTPASSED', 'SKIPPED', 'ERROR']),
        message: schemas/* optional */.lqM(measurements_schema_name()),
    });
    return schemas/* object */.Ikc({
        points: schemas/* optional */.lqM(schemas/* number */.aig()),
        totalPoints: schemas/* optional */.lqM(schemas/* number */.aig()),
        pointsPercent: schemas/* optional */.lqM(schemas/* number */.aig()),
        testFailed: schemas/* boolean */.zMY(),
        rating: schemas/* optional */.lqM(measurements_schema_name()),
        error: schemas/* optional */.lqM(measurements_schema_name()),
        rules: schemas/* array */.YOg(rule),
    });
}

;// CONCATENATED MODULE: ./measurements/measurements-file.js





/** A file of 20,000 labels with histograms has about 60 MB; V8 makes no string of more than 512 MB. */
const MAX_FILE_BYTES = 256 * 2 ** 20;
const LABELS_PER_PART = 200;
/** The text of `measurements.json`, one label a line, so that it can be looked at and compared, and rounded. */
function measurementsText(measurements) {
    return partsOf(measurements);
}
/**
 * Reads a `measurements.json` that anybody may have written. Throws `GateError` (`bad-input`) naming the file and what is
 * wrong in it: no regular file, too large, no JSON, another version, another shape than docs/measurements.schema.json says,
 * or a run of none of the `providers`.
 */
async function readMeasurements(file, providers) {
    const fail = (what, cause) => {
        throw new errors/* GateError */.ue('bad-input', `Measurements in ${file.path} cannot be used: ${what}`, { cause });
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
/** As `readMeasurements`, out of the text of a file. Throws plain errors. */
function parseMeasurements(json, providers) {
    const content = contentOf(json);
    const version = versionOf(content);
    if (version !== 1)
        throw new Error(`its schemaVersion is ${typeof version === 'number' ? version : typeof version}; only 1 can be read. Was it written by this action?`);
    const result = parse/* safeParse */.xL(measurementsSchema(providers), content);
    if (!result.success)
        throw new Error(describe(result.error.issues));
    // The schema says the same as the type, which its inference cannot show: it widens pairs and optional keys.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const measurements = result.data;
    checkHistograms(measurements);
    return measurements;
}
/** The parser's own error would quote what stands there, and nobody knows whose file it is. */
function contentOf(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        throw new Error('it is no JSON.');
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
    return (0,one_line/* clip */.$Q)(shown.join('; '), 1000) + more;
}
function checkHistograms(measurements) {
    for (const [subject, timings] of Object.entries(measurements.subjects))
        for (const timing of [timings.total, ...timings.labels]) {
            const fault = timing?.histogram && (0,histogram/* faultOfHistogram */.uE)(timing.histogram);
            if (fault)
                throw new Error(`a histogram of ${subject} is wrong: ${fault}.`);
        }
}
/** Pieces of the file. One `JSON.stringify` of everything could be a longer string than V8 makes. */
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
/** To 6 digits, but never coarser than the three decimals that XLT writes. */
function rounded(value) {
    return Math.abs(value) < 1000 ? Number(value.toPrecision(6)) : Math.round(value * 1000) / 1000;
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
 * Durations in log-linear buckets: 256 per power of two, cut out of the exponent and the top of the mantissa of the
 * number's own binary form, so that finding the bucket is a shift. A value read back is off by at most 1/256 (0.4 %):
 * buckets up to 1 ms wide (below 512 ms) are read as their lower bound, which keeps whole milliseconds exact, wider
 * ones as their middle. Counts are exact, so merging the histograms of any split gives the histogram of the whole.
 */
const RELATIVE_ERROR = 1 / 256;
const BUCKETS_PER_OCTAVE_BITS = 8;
const BUCKETS_PER_OCTAVE = 1 << BUCKETS_PER_OCTAVE_BITS;
/** Below 2^-10 ms (1 µs) everything is bucket 0 and read as 0; from 2^32 ms (49 days) on it is the last bucket. */
const LOWEST_EXPONENT = -10;
const OCTAVES = 42;
const BUCKET_COUNT = OCTAVES * BUCKETS_PER_OCTAVE;
/** What the sign, exponent and top mantissa bits of 2^-10 read as one integer. */
const FIRST_BUCKET_BITS = (1023 + LOWEST_EXPONENT) << BUCKETS_PER_OCTAVE_BITS;
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** A page is the counts of one octave; this many bound the memory of one budget to about 64 MB. */
const PAGES_PER_BUDGET = 60_000;
/** The bucket of a duration of 0 ms or more. */
function bucketOf(ms) {
    float[0] = ms;
    // Every platform that Node runs on is little-endian, so the high word is the second.
    const bucket = (words[1] >>> (20 - BUCKETS_PER_OCTAVE_BITS)) - FIRST_BUCKET_BITS;
    return bucket <= 0 ? 0 : bucket < BUCKET_COUNT ? bucket : BUCKET_COUNT - 1;
}
/** The smallest value that belongs in the bucket, in ms; the bucket ends where the next begins. */
function lowerBoundMs(bucket) {
    if (bucket <= 0)
        return 0;
    const octave = 2 ** ((bucket >>> BUCKETS_PER_OCTAVE_BITS) + LOWEST_EXPONENT);
    return octave * (1 + (bucket & (BUCKETS_PER_OCTAVE - 1)) / BUCKETS_PER_OCTAVE);
}
/** What values of the buckets from one up to another (exclusive) are read as, in ms. */
function middleMs(firstBucket, endBucket) {
    const lowerMs = lowerBoundMs(firstBucket);
    const widthMs = lowerBoundMs(endBucket) - lowerMs;
    return widthMs <= 1 ? lowerMs : lowerMs + widthMs / 2;
}
/** Nearest rank, counted from 1: the smallest rank that has at least `percentile` % of `count` values up to it. */
function nearestRank(percentile, count) {
    // The factor takes back what binary fractions add: 99.9 % of 1,000 is 999, not 999.0000000000001.
    return Math.min(count, Math.max(1, Math.ceil(((percentile * count) / 100) * (1 - 1e-12))));
}
/** The value at a percentile (0 to 100) in ms, within the bounds where they are known; undefined when it is empty. */
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
/** `null` when the data is a histogram as `Histogram.toData` writes it, else what is wrong with it. */
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
    /** Takes the counts when the budget is used up; this histogram is then a part of it and has no data of its own. */
    #rest;
    #spilled = false;
    constructor(budget = { pagesLeft: Infinity }, rest) {
        this.#budget = budget;
        this.#rest = rest;
    }
    /** True when its counts went to the rest, because the budget of pages was used up. */
    get spilled() {
        return this.#spilled;
    }
    /** Counts a value by its bucket, see `bucketOf`. A bucket holds up to 4,294,967,295 values. */
    addBucket(bucket, count = 1) {
        const octave = bucket >>> BUCKETS_PER_OCTAVE_BITS;
        const page = this.#pages[octave] ?? this.#openPage(octave);
        page[bucket & (BUCKETS_PER_OCTAVE - 1)] += count;
    }
    add(ms) {
        this.addBucket(bucketOf(ms));
    }
    /** Adds all counts of another one. Where that one spilled, its counts are in its rest, and this one spills too. */
    merge(other) {
        if (other.#spilled) {
            if (this.#rest && !this.#spilled)
                this.#spill(this.#rest, 0);
            return;
        }
        for (const [bucket, count] of other.#buckets())
            this.addBucket(bucket, count);
    }
    /** Pairs of bucket and count, ascending; empty when it spilled. */
    toData() {
        return { relativeError: RELATIVE_ERROR, buckets: this.#spilled ? [] : [...this.#buckets()] };
    }
    #openPage(octave) {
        if (this.#rest && this.#budget.pagesLeft < 1)
            return this.#spill(this.#rest, octave);
        this.#budget.pagesLeft--;
        return (this.#pages[octave] = new Uint32Array(BUCKETS_PER_OCTAVE));
    }
    /** Hands all counts to the rest and writes to its pages from now on. */
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
