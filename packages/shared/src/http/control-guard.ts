import type { IncomingMessage } from 'node:http'
import { equalInConstantTime } from './constant-time.ts'

/**
 * Who may use a control surface. Without a token: only callers that name this machine in Host and, when they send one, in Origin, so
 * that a web page elsewhere cannot steer a program here (DNS rebinding, cross-site requests). With a token: requests that show it.
 */
export function controlRefusal(request: IncomingMessage, token?: string): string | undefined {
  if (token !== undefined) {
    return hasToken(request, token)
      ? undefined
      : 'This control surface asks for its token: Authorization: Bearer <token>'
  }
  if (!isLoopbackHost(request.headers.host ?? ''))
    return 'The control surface answers on loopback only; Host names another machine'
  const { origin } = request.headers
  if (origin !== undefined && !isLoopbackOrigin(origin)) return `Origin ${origin} may not use the control surface`
  return undefined
}

/**
 * Whether a request was sent by a page of another origin, or may be one that browsers send without asking. For a server with pages of its
 * own: only these, and programs that are no browser, may use its control surface. A browser says who asks by `Sec-Fetch-Site`, and with
 * each POST by `Origin`; both are beyond the reach of scripts. `application/json` is what no form can send.
 */
export function browserRefusal({ headers, method }: Pick<IncomingMessage, 'headers' | 'method'>): string | undefined {
  const { host = '', origin, 'sec-fetch-site': site } = headers
  if (!isLoopbackHost(host)) return `Host ${host} is not this machine; pages are on loopback only`
  if (origin !== undefined && origin !== `http://${host}`)
    return `Origin ${origin} may not use this server; it has pages of its own`
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return `A page of another site (Sec-Fetch-Site: ${site}) may not use this server`
  if (method === 'POST' && !/^application\/json\b/i.test(headers['content-type'] ?? ''))
    return 'A POST is sent as content-type: application/json'
  return undefined
}

function hasToken(request: IncomingMessage, token: string): boolean {
  return equalInConstantTime(request.headers.authorization ?? '', `Bearer ${token}`)
}

/** Of a Host header, with or without a port. */
export function isLoopbackHost(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host)
}

function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && isLoopbackHost(new URL(origin).host)
}
