/** The variable by which the post program asks main's bundle for a task: only that bundle carries the cache. */
export const TASK_VARIABLE = 'LOAD_TEST_GATE_TASK'
/** Leave the note that the run was stopped. */
export const NOTE_STOPPED = 'note-stopped'
