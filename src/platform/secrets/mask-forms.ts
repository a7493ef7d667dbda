import { base64Forms } from './base64-forms.ts'

/** The forms of a secret that the runner should mask too, because it only finds exact copies. */
export function maskForms(word: string): string[] {
  const text = word.toWellFormed()
  const component = encodeURIComponent(text)
  const form = new URLSearchParams([['', text]]).toString().slice('='.length)
  const inUrls = [component, form, form.replaceAll('+', '%20')]
  const json = JSON.stringify(text).slice(1, -1)
  return [
    ...new Set([
      word,
      ...inUrls,
      ...inUrls.map(withLowerHex),
      json,
      json.replaceAll('/', '\\/'),
      inHtml(text),
      ...base64Forms(text),
    ]),
  ]
}

function withLowerHex(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
