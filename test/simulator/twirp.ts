import { json, type SimResponse } from './service.ts'

const STATUS_OF_CODE = {
  invalid_argument: 400,
  malformed: 400,
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  bad_route: 404,
  already_exists: 409,
  resource_exhausted: 429,
  internal: 500,
} as const

export function twirpError(code: keyof typeof STATUS_OF_CODE, message: string): SimResponse {
  return json(STATUS_OF_CODE[code], { code, msg: message })
}

/**
 * Reads a text field of a Twirp request by its protocol name; anything that is not text counts as missing.
 */
export function textField(message: Record<string, unknown>, name: string): string {
  const value = message[name]
  return typeof value === 'string' ? value : ''
}
