// What went wrong between the two sides, in words: undici's and OpenSSL's codes become one of the named failures.
import type { ExchangeFailure } from '../provisioning/index.ts'
import type { Route } from './dispatcher.ts'

/** The bytes that came are no answer that can be used. */
export class ProtocolError extends Error {}

const FAILURE_KINDS: Readonly<Record<string, ExchangeFailure['kind']>> = {
  UND_ERR_SOCKET: 'reset',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ECONNREFUSED: 'connection',
  ENOTFOUND: 'connection',
  EAI_AGAIN: 'connection',
  ENETUNREACH: 'connection',
  EHOSTUNREACH: 'connection',
  ETIMEDOUT: 'connection',
  UND_ERR_CONNECT_TIMEOUT: 'connection',
  UND_ERR_DESTROYED: 'connection',
  UND_ERR_CLOSED: 'connection',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol',
  EPROTO: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  HOSTNAME_MISMATCH: 'tls',
}

/** @param origin where the request was to go. @param route how: a proxy is named when it is the one that refused */
export function asFailure(error: unknown, origin: string, route?: Route): ExchangeFailure {
  if (!(error instanceof Error)) return { kind: 'protocol', message: String(error) }
  const refusal = proxyRefusal(error, origin, route)
  if (refusal) return refusal
  const code = 'code' in error ? String(error.code) : ''
  if (error.name === 'TimeoutError') return { kind: 'timeout', message: 'No answer in time' }
  const message = code === '' ? error.message : `${code}: ${error.message}`
  const known = FAILURE_KINDS[code]
  if (known) return { kind: known, message }
  if (/CERT|TLS|SSL/.test(code)) return { kind: 'tls', message }
  return { kind: 'protocol', message: error.message }
}

/** undici says only the status with which a proxy refused; which proxy, and what it wants, is what a reader needs. */
function proxyRefusal({ message }: Error, origin: string, route?: Route): ExchangeFailure | undefined {
  const status =
    /^Proxy response \((\d+)\)/.exec(message)?.[1] ?? /^Proxy Authentication Required \((407)\)/.exec(message)?.[1]
  if (status === undefined) return undefined
  const isTls = origin.startsWith('https:')
  const proxy = shownProxy(isTls ? (route?.proxy?.https ?? route?.proxy?.http) : route?.proxy?.http)
  const asked = isTls ? `CONNECT ${hostAndPort(origin)}` : `a request for ${origin}`
  const way = status === '407' ? ' It wants a user and a password: http://user:password@proxy.' : ''
  return { kind: 'connection', message: `The proxy ${proxy} answered ${asked} with status ${status}.${way}` }
}

function hostAndPort(origin: string): string {
  const { host, port } = new URL(origin)
  return port === '' ? `${host}:443` : host
}

/** Without the user and the password that may stand in it. */
function shownProxy(url: string | undefined): string {
  return url === undefined || !URL.canParse(url) ? '' : new URL(url).origin
}
