// Preloaded with --import: the process's clock and timers run FAST_CLOCK times as fast as real ones, so that
// an hour of polling takes seconds. Nothing else is changed; the real program runs.
const factor = Number(process.env.FAST_CLOCK)
const startMs = Date.now()
const realNow = Date.now
const realPerformanceNow = performance.now.bind(performance)
const realSetTimeout = globalThis.setTimeout
Date.now = () => startMs + (realNow() - startMs) * factor
performance.now = () => realPerformanceNow() * factor
globalThis.setTimeout = (work, ms, ...rest) => realSetTimeout(work, (ms ?? 0) / factor, ...rest)
