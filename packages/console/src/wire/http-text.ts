import type { Views } from '../source/source.ts'

type Sent = Pick<Views['world.traffic'], 'method' | 'url' | 'request'>

/** The request as it went over the wire (RFC 9112), without its token. */
export function httpText({ method, url, request }: Sent): string {
  const { pathname, search, host } = new URL(url)
  const { headers = [], body = null } = request ?? {}
  const named = headers.some(([name]) => name.toLowerCase() === 'host')
  const lines = [
    `${method} ${pathname}${search} HTTP/1.1`,
    ...(named ? [] : [`Host: ${host}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ]
  return `${lines.join('\n')}\n\n${body ?? ''}`
}
