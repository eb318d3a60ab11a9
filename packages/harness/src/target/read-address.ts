// What a URL addresses, read so strictly that no server can read it otherwise: no encoded separators, no dot segments, no backslash, no
// fragment, no parameter that a framework takes for a method or an id. What is not understood is no account's address.
import { isAddressable, type ResourceKind } from './resource-kind.ts'

export type Address =
  | { readonly kind: 'collection'; readonly endpoint: ResourceKind }
  | { readonly kind: 'resource'; readonly endpoint: ResourceKind; readonly id: string }
  | { readonly kind: 'search' }
  | { readonly kind: 'bulk' }
  | { readonly kind: 'other'; readonly path: string }
  | { readonly kind: 'unsafe'; readonly reason: string }

/** Parameters that do not change whom a write is about: how an answer is shown (RFC 7644 §3.4.2, §3.9), and the flag of Entra ID's URLs. */
const HARMLESS_PARAMETERS: ReadonlySet<string> = new Set([
  ...['attributes', 'excludedattributes', 'sortby', 'sortorder', 'startindex', 'count', 'aadoptscim062020'],
])

/** @param base the target's base URL, without a trailing slash; its own query parameters are allowed. */
export function readAddress(url: string, base: string): Address {
  const trunk = split(base)[0].replace(/\/+$/, '')
  if (!url.startsWith(trunk) || !/^([/?]|$)/.test(url.slice(trunk.length))) {
    return { kind: 'unsafe', reason: `it is not below ${trunk}` }
  }
  const [path] = split(url.slice(trunk.length))
  const flaw = flawOf(path, url)
  return flaw === undefined ? addressOf(path) : { kind: 'unsafe', reason: flaw }
}

/** The query parameters of a URL, by lower-case name, that are not known to leave a write what it is. */
export function strangeParameters(url: string, base: string): readonly string[] {
  const own = new Set(parameterNames(split(base)[1]))
  return parameterNames(split(url)[1]).filter((name) => !HARMLESS_PARAMETERS.has(name) && !own.has(name))
}

function addressOf(path: string): Address {
  const segments = path.replace(/^\/+/, '').split('/')
  const [endpoint = '', id, ...rest] = segments
  if (endpoint === '.search' && id === undefined) return { kind: 'search' }
  if (endpoint === 'Bulk' && id === undefined) return { kind: 'bulk' }
  if ((endpoint !== 'Users' && endpoint !== 'Groups') || rest.length > 0) return { kind: 'other', path }
  if (id === undefined) return { kind: 'collection', endpoint }
  if (id === '.search') return { kind: 'search' }
  const decoded = decode(id)
  if (decoded === undefined || !isAddressable(decoded)) return { kind: 'other', path }
  return { kind: 'resource', endpoint, id: decoded }
}

function flawOf(path: string, url: string): string | undefined {
  if (!/^[\u0021-\u{10ffff}]*$/u.test(url) || /[\u007f\\#]/.test(url))
    return 'it has a space, a control character, a backslash or a fragment'
  if (/%(2f|5c|00|25|0[ad]|3f|23|3b)/i.test(path)) return 'its path has an encoded separator'
  if (path.includes(';')) return 'its path has parameters behind a semicolon'
  if (path.split('/').some((segment) => /^(\.|%2e)+$/i.test(segment))) return 'its path has a dot segment'
  if (/^\/+[^/]+.*\/\//.test(path)) return 'its path has an empty segment'
  return undefined
}

/** An id that is written as it is, or percent-encoded in the one usual way. */
function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

function parameterNames(query: string): string[] {
  return query
    .split(/[&;]/)
    .filter((part) => part !== '')
    .map((part) => (decode(part.split('=', 1)[0]?.replaceAll('+', ' ') ?? '') ?? '%').toLowerCase())
}

function split(url: string): [string, string] {
  const at = url.indexOf('?')
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)]
}
