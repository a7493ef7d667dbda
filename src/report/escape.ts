import { oneLine } from '../foundation/one-line.ts'

/**
 * Every text from a service, a file or a comment is escaped by one of these functions before it is shown. The
 * names of requests come from the tested application, so they may contain anything.
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

// GitHub looks for mentions, issues and addresses after it has rendered Markdown, so an entity alone does not
// stop it.
const BREAK = '&#8203;'

/**
 * For text inside one line of GitHub's Markdown (a table cell, a list item, a heading): it looks as written,
 * without formatting, links or mentions.
 */
export function escapeMarkdown(text: string): string {
  return (
    oneLine(text)
      .replace(/[&<>"'\\`*_{}[\]|~$^]/g, entity)
      // But not the `#` of the entities that were just inserted.
      .replace(/@|(?<!&)#/g, (character) => entity(character) + BREAK)
      .replace(/:\/\//g, `:${BREAK}//`)
      .replace(/:(?=[a-z0-9_+-]*[a-z][a-z0-9_+-]*:)/gi, `:${BREAK}`)
      .replace(/\b(www)\.|\b(gh-)(?=\d)/gi, (match) => match.slice(0, -1) + BREAK + match.slice(-1))
      .replace(/^(?:[-+=]|\d+(?=[.)](?:\s|$)))/, (start) => entity(start) + start.slice(1))
  )
}

/** A name in Markdown, as code: GitHub does not change text inside `code`. */
export function markdownCode(text: string): string {
  const escaped = escapeMarkdown(text)
  return escaped === '' ? '' : `<code>${escaped}</code>`
}

/** A link if the address is plain http(s); otherwise only the escaped text. */
export function markdownLink(text: string, url: string | undefined): string {
  const address = safeUrl(url)
  if (address === undefined) return escapeMarkdown(text)
  return `[${escapeMarkdown(text)}](<${address.replace(/[\\<>|`*_~[\]]/g, percentEncode).replaceAll('&', '&amp;')}>)`
}

/**
 * The address in its normal form if it is http or https, so not `javascript:` or `data:`; otherwise
 * undefined.
 */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 2048 || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:'
  // A user or password in an address may be a secret, or meant to deceive.
  return isWeb && parsed.username === '' && parsed.password === '' ? parsed.href : undefined
}

// XML 1.0 forbids these even as character references.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * For XML text and quoted attribute values. Line breaks are kept; characters that XML 1.0 does not allow are
 * removed.
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? '')
    .replace(/[\t\n\r\u007f-\u009f\u2028\u2029]/g, entity)
}

/** JSON for a `<script>` element: nothing in it can end the element or start a comment. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, unicodeEscape)
}

function unicodeEscape(character: string): string {
  return '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0')
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`
}

/** `encodeURIComponent` does not change `*`, `_` and `~`, which have a meaning in Markdown. */
function percentEncode(character: string): string {
  return '%' + character.charCodeAt(0).toString(16).toUpperCase()
}
