/** A small chart that needs no script. The page shows it until the script draws a better one. */
export function staticChart(values: readonly (number | null)[], label: string): string {
  const greatest = Math.max(...values.map((value) => value ?? 0))
  if (values.length < 2 || !(greatest > 0)) return ''
  const path = pathOf(values, greatest)
  // The caller has already escaped the text.
  return `<svg viewBox="0 0 600 120" preserveAspectRatio="none" role="img" aria-label="${label}"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5" vector-effect="non-scaling-stroke"/></svg>`
}

function pathOf(values: readonly (number | null)[], greatest: number): string {
  let isDrawing = false
  return values
    .map((value, index) => {
      if (value === null) {
        isDrawing = false
        return ''
      }
      const x = ((index / (values.length - 1)) * 600).toFixed(1)
      const y = (118 - (value / greatest) * 114).toFixed(1)
      const command = isDrawing ? 'L' : 'M'
      isDrawing = true
      return `${command}${x} ${y}`
    })
    .join('')
}
