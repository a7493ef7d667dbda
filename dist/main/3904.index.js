export const id = 3904;
export const ids = [3904];
export const modules = {

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
