/**
 * The argument by which the post program asks main's bundle to leave the note that the run was stopped: only that bundle
 * carries the cache. Not a variable, because an earlier step of the job can set those for this one.
 */
export const NOTE_STOPPED = 'note-stopped'
