import type { Views } from '../source/source.ts'

type Exchange = Pick<Views['world.traffic'], 'method' | 'url' | 'request'>

/** What says itself, or what curl works out. */
const LEFT_OUT: ReadonlySet<string> = new Set(['host', 'content-length', 'connection', 'transfer-encoding'])

/** A command for POSIX shells that sends the same request; the token comes from `SCIM_TOKEN`, because none is kept. */
export function curlOf({ method, url, request }: Exchange): string {
  const headers = (request?.headers ?? []).filter(([name]) => !LEFT_OUT.has(name.toLowerCase()))
  const parts = [
    `curl -i -X ${method} ${quoted(url)}`,
    ...headers.map(([name, value]) =>
      name.toLowerCase() === 'authorization'
        ? '-H "Authorization: Bearer $SCIM_TOKEN"'
        : `-H ${quoted(`${name}: ${value}`)}`,
    ),
    ...(request?.body ? [`--data-raw ${quoted(request.body)}`] : []),
  ]
  return parts.join(' \\\n  ')
}

/** In single quotes nothing has a meaning but the quote itself. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
