/** What a breach of a criterion does: fails the step, warns, or makes the run one that cannot be judged. */
export type Severity = 'error' | 'warning' | 'validity'
