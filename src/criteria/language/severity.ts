/** What happens if a criterion is not met: the step fails, it warns, or the run cannot be judged. */
export type Severity = 'error' | 'warning' | 'validity'
