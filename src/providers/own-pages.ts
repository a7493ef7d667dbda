import type { Log } from '../foundation/ports.ts'
import type { Provider } from './provider.ts'

const MAX_URL_CHARS = 2000

/** The page of a run, if it is one of the service's own: people follow such a link and sign in there. */
export function ownPage(page: string | undefined, serviceUrl: string): string | undefined {
  if (page === undefined || page.length > MAX_URL_CHARS || !URL.canParse(page, serviceUrl)) return undefined
  const { origin, username, password, href } = new URL(page, serviceUrl)
  return origin === new URL(serviceUrl).origin && username === '' && password === '' ? href : undefined
}

/** The provider, without pages of a run that have another origin than the service. */
export function withOwnPages(provider: Provider, serviceUrl: string, log: Log): Provider {
  let isSaid = false
  const ownOf = (url: string | undefined): string | undefined => {
    const page = ownPage(url, serviceUrl)
    if (url !== undefined && page === undefined && !isSaid) {
      isSaid = true
      const { origin } = new URL(serviceUrl)
      log.info(
        `The service returned a page for this run at an address other than ${origin}; it is not shown.`,
      )
    }
    return page
  }
  const checked = <T extends { url?: string; reportUrl?: string }>(answer: T): T => {
    const { url, reportUrl, ...others } = answer
    const page = ownOf(url)
    const report = ownOf(reportUrl)
    return {
      ...others,
      ...(page !== undefined && { url: page }),
      ...(report !== undefined && { reportUrl: report }),
    } as T
  }
  return {
    ...provider,
    start: async (intent, sending) => checked(await provider.start(intent, sending)),
    status: async (run) => checked(await provider.status(run)),
    collect: async (run, status, directory) => checked(await provider.collect(run, status, directory)),
  }
}
