// A minimal action: the two toolkit libraries, one request, then idle. Startup and memory are compared with
// it.
import * as core from '@actions/core'
import { HttpClient } from '@actions/http-client'

const client = new HttpClient('reference', [], { allowRedirects: false })
const answer = await client.post(core.getInput('xtc-url') + '/oauth/token', 'grant_type=client_credentials', {
  'content-type': 'application/x-www-form-urlencoded',
})
answer.message.resume()
const idleMs = Number(process.env.REFERENCE_IDLE_MS ?? '0')
if (idleMs > 0) await new Promise((resolve) => setTimeout(resolve, idleMs))
