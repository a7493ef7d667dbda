import type { SimRequest, SimResponse, SimService } from './service.ts'
import type { XtcSimulator } from './xtc.ts'

/** The other origin that archives are redirected to. It accepts signed addresses and no other credentials. */
export class XtcStorage implements SimService {
  readonly name = 'storage'
  /** Requests with an Authorization header, which must never be sent to another origin. */
  authorizationsReceived = 0
  #xtc: XtcSimulator

  constructor(xtc: XtcSimulator) {
    this.#xtc = xtc
  }

  async handle(request: SimRequest): Promise<SimResponse> {
    if (request.headers['authorization'] !== undefined) {
      this.authorizationsReceived++
      // Object stores reject two kinds of authentication at once.
      return xmlError(400, 'InvalidArgument', 'Only one auth mechanism allowed.')
    }
    const found = this.#xtc.redeem(request.query.get('signature') ?? '')
    if (found === undefined) return xmlError(403, 'SignatureDoesNotMatch', 'The signature does not match.')
    return this.#xtc.download(found.test, found.kind)
  }
}

function xmlError(status: number, code: string, message: string): SimResponse {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  }
}
