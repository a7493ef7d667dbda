import { json, type SimResponse } from './service.ts'

/** The form of error bodies is not documented. */
export function refusal(status: number, message: string): SimResponse {
  return json(status, { error: message })
}
