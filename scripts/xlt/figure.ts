/** One figure of a run: of a label, of all labels together (null), or of no label. */
export interface Figure {
  subject: string
  label: string | null
  measure: string
  value: number | string | boolean
}

/** A figure that XLT states, and an XPath expression for its element. */
export interface StatedFigure extends Figure {
  path: string
}

export const keyOf = ({ subject, label, measure }: Figure): string =>
  JSON.stringify([subject, label, measure])

/** Short enough to read, with blanks at the ends visible. */
export function inWords({ subject, label, measure, value }: Figure): string {
  const shown = label === null ? 'all together' : JSON.stringify(label)
  const name = shown.length > 80 ? `${shown.slice(0, 40)}…${shown.slice(-12)} (${shown.length})` : shown
  return `${subject} ${name} ${measure} = ${String(value)}`
}
