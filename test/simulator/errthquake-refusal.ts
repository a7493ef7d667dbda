import { json, type SimResponse } from './service.ts'

/** Error bodies are not documented. */
export function refusal(status: number, message: string): SimResponse {
  return json(status, { error: message })
}
