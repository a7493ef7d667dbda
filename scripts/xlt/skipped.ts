/** Thrown where XLT cannot be had or run, which says nothing about the action. */
export class Skipped extends Error {}
