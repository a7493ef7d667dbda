/**
 * The argument with which the post program asks main's bundle to leave the note that the run was stopped;
 * only that bundle contains the cache. It is not a variable, because an earlier step of the job could set
 * that.
 */
export const NOTE_STOPPED = 'note-stopped'
