import { oneLine } from '../foundation/one-line.ts'

/**
 * Every string of a service, a file or a comment passes one of these before people see it: names of requests are
 * chosen by whoever wrote the tested application, so they may hold anything.
 */

const HTML_ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For HTML text and quoted attribute values. */
export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? '')
}

// GitHub looks for mentions, issues and addresses after Markdown was rendered, so an entity alone does not stop it.
const BREAK = '&#8203;'

/**
 * For text within one line of GitHub's Markdown (a table cell, a list item, a heading): renders as written, starts no
 * construct, links nothing, mentions nobody.
 */
export function escapeMarkdown(text: string): string {
  return (
    oneLine(text)
      .replace(/[&<>"'\\`*_{}[\]|~$^]/g, entity)
      // Not the `#` of the entities just made.
      .replace(/@|(?<!&)#/g, (character) => entity(character) + BREAK)
      .replace(/:\/\//g, `:${BREAK}//`)
      .replace(/:(?=[a-z0-9_+-]*[a-z][a-z0-9_+-]*:)/gi, `:${BREAK}`)
      .replace(/\b(www)\.|\b(gh-)(?=\d)/gi, (match) => match.slice(0, -1) + BREAK + match.slice(-1))
      .replace(/^(?:[-+=]|\d+(?=[.)](?:\s|$)))/, (start) => entity(start) + start.slice(1))
  )
}

/** A name in Markdown, set as code: GitHub leaves text within `code` alone. */
export function markdownCode(text: string): string {
  const escaped = escapeMarkdown(text)
  return escaped === '' ? '' : `<code>${escaped}</code>`
}

/** A link where the address is plain http(s), the escaped text alone where it is not. */
export function markdownLink(text: string, url: string | undefined): string {
  const address = safeUrl(url)
  if (address === undefined) return escapeMarkdown(text)
  return `[${escapeMarkdown(text)}](<${address.replace(/[\\<>|`*_~[\]]/g, percentEncode).replaceAll('&', '&amp;')}>)`
}

/** The address in its normal form when it is http or https, else nothing: no `javascript:`, no `data:`. */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 2048 || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:'
  // A user or password in an address is a secret or a deceit.
  return isWeb && parsed.username === '' && parsed.password === '' ? parsed.href : undefined
}

// XML 1.0 forbids these even as character references.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** For XML text and quoted attribute values; keeps line breaks, removes what XML 1.0 cannot hold. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? '')
    .replace(/[\t\n\r\u007f-\u009f\u2028\u2029]/g, entity)
}

/** JSON that may stand in a `<script>` element: nothing in it ends the element or starts a comment. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, unicodeEscape)
}

function unicodeEscape(character: string): string {
  return '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0')
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`
}

/** `encodeURIComponent` leaves `*`, `_` and `~` alone, which Markdown does not. */
function percentEncode(character: string): string {
  return '%' + character.charCodeAt(0).toString(16).toUpperCase()
}
