export function element(name: string, content: string | number): string {
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export function fixed(value: number): string {
  return value.toFixed(3)
}
