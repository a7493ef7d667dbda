import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { excerptOf } from '../../src/platform/http/answer.ts'
import { exchange, HttpError } from '../../src/platform/http/http.ts'
import { createHttpPorts } from '../../src/platform/http/http-ports.ts'
import { apiDocument, type ApiDocument } from './api-document.ts'

/** The document could not be read. The message tells people why. */
export class DocumentError extends Error {}

const MOST_REDIRECTS = 5

/** Reads an OpenAPI document from a URL or a file, as JSON or YAML. */
export async function readDocument(source: string): Promise<ApiDocument> {
  const isUrl = /^https?:\/\//i.test(source)
  const { text, location } = isUrl ? await readUrl(source) : await readPath(source)
  const document = apiDocument(parsed(source, text), location)
  if (document === undefined) {
    throw new DocumentError(
      `${source} is not an OpenAPI document: it has no 'openapi: 3…' or 'swagger: 2.0' with 'paths'. It begins: ${excerptOf(text)}`,
    )
  }
  return document
}

async function readPath(path: string): Promise<{ text: string; location: string }> {
  try {
    return { text: await readFile(path, 'utf8'), location: 'http://document.invalid/' }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause)
    const why = code === 'ENOENT' ? 'there is no such file' : code
    throw new DocumentError(
      `${path} could not be read: ${why} (looked for ${pathToFileURL(path).pathname}). Give a file or a URL that begins with http.`,
      { cause },
    )
  }
}

async function readUrl(source: string): Promise<{ text: string; location: string }> {
  const never = new AbortController().signal
  const ports = createHttpPorts(() => never)
  let url = source
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const answer = await asked(ports, url)
    const target = answer.headers['location']
    if (answer.status >= 300 && answer.status < 400 && target !== undefined) {
      url = new URL(target, url).href
    } else if (answer.status === 200) {
      return { text: answer.text, location: url }
    } else {
      throw new DocumentError(
        `${url} responded with status ${answer.status}: ${excerptOf(answer.text)} Check the address.`,
      )
    }
  }
  throw new DocumentError(`${source} redirects more than ${MOST_REDIRECTS} times. Check the address.`)
}

async function asked(
  ports: ReturnType<typeof createHttpPorts>,
  url: string,
): Promise<Awaited<ReturnType<typeof exchange>>> {
  try {
    return await exchange(ports, {
      method: 'GET',
      url,
      headers: { accept: 'application/json, application/yaml;q=0.9, */*;q=0.1' },
    })
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    throw new DocumentError(`${error.message} Check the address, and the proxy variables.`, { cause: error })
  }
}

function parsed(source: string, text: string): unknown {
  if (text.trim().startsWith('<')) {
    throw new DocumentError(
      `${source} is a web page, not an OpenAPI document. It may be a sign-in page. It begins: ${excerptOf(text)}`,
    )
  }
  try {
    // YAML 1.2 includes JSON, but the JSON parser has better error messages.
    return text.trim().startsWith('{') ? JSON.parse(text) : parse(text, { maxAliasCount: 1000 })
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new DocumentError(`${source} is neither JSON nor YAML: ${why}`, { cause: error })
  }
}
