import { json } from './service.ts'
import type { SimResponse } from './service.ts'

/** Error bodies are not documented. */
export function refusal(status: number, message: string): SimResponse {
  return json(status, { error: message })
}
