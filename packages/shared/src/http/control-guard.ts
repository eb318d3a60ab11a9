import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * Who may use a control surface. Without a token: only callers that name this machine in Host and, when they send one, in Origin, so
 * that a web page elsewhere cannot steer a program here (DNS rebinding, cross-site requests). With a token: whoever shows it.
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

function hasToken(request: IncomingMessage, token: string): boolean {
  const shown = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return shown.length === wanted.length && timingSafeEqual(shown, wanted)
}

function isLoopbackHost(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host)
}

function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && isLoopbackHost(new URL(origin).host)
}
