/** A table whose cells are Markdown already: escaped, without line breaks. */
export interface MarkdownTable {
  head: string[]
  /** One letter per column: `l` or `r`. */
  align: string
  rows: string[][]
}

export interface TableLimits {
  maxRows: number
  maxBytes: number
}

/** As many rows as fit into both limits, in their order; empty if not even one fits. */
export function renderTable(
  table: MarkdownTable,
  limits: TableLimits,
): { markdown: string; shownRows: number } {
  const lines = [
    tableLine(table.head),
    tableLine(Array.from(table.align, (side) => (side === 'r' ? '---:' : '---'))),
  ]
  let bytes = utf8Bytes(lines.join('\n'))
  let shownRows = 0
  for (const row of table.rows) {
    if (shownRows === limits.maxRows) break
    const line = tableLine(row)
    bytes += utf8Bytes(line) + 1
    if (bytes > limits.maxBytes) break
    lines.push(line)
    shownRows += 1
  }
  return { markdown: shownRows === 0 ? '' : lines.join('\n'), shownRows }
}

/** The unit of GitHub's limit for a summary. */
export function utf8Bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`
}
