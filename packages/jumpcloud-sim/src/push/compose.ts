// Requests exactly as they go over the wire. The URL is the base URL as typed with the path put behind it: a trailing slash in the base
// URL gives //Users (JumpCloud: Troubleshoot custom SCIM integrations).
import {
  type HeaderList,
  noted,
  type Purpose,
  type ScimMethod,
  type ScimRequest,
} from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'

/** Where a connector writes to, and how it proves who it is. */
export interface Connection {
  readonly baseUrl: string
  readonly token: string
}

export function compose(
  connection: Connection,
  behaviour: Behaviour,
  method: ScimMethod,
  path: string,
  body?: Readonly<Record<string, unknown>>,
): ScimRequest {
  const url = `${connection.baseUrl}${path}`
  if (body === undefined) return { method, url, headers: headersOf(connection, behaviour, false) }
  const text = JSON.stringify(behaviour.keyOrder === 'alphabetical' ? sortKeys(body) : body)
  return { method, url, headers: headersOf(connection, behaviour, true), body: text }
}

/** The same, with what it is for kept beside it. */
export function composeFor(purpose: Purpose, ...what: Parameters<typeof compose>): ScimRequest {
  return noted(compose(...what), { purpose })
}

/** `/Groups?filter=displayName+eq+%22Sales%22`. */
export function lookupPath(
  resource: 'Users' | 'Groups',
  attribute: string,
  value: string,
  behaviour: Behaviour,
): string {
  const filter = encodeQuery(`${attribute} eq ${JSON.stringify(value)}`)
  return `/${resource}?filter=${behaviour.filterEncoding === 'plus' ? filter.replaceAll('%20', '+') : filter}`
}

export interface UserLookup {
  readonly path: string
  /** What is looked for. */
  readonly value: string
  /** Whether a user in the answer is the one looked for: names are compared without regard to case, and an ignored filter is noticed. */
  fits(resource: { readonly userName?: string | null | undefined }): boolean
}

/** How a user is looked up, by user name unless told otherwise. */
export function userLookup(names: { userName: string; email: string }, behaviour: Behaviour): UserLookup {
  const isByName = behaviour.lookupAttribute === 'userName'
  const value = isByName ? names.userName : names.email
  return {
    path: lookupPath('Users', behaviour.lookupAttribute, value, behaviour),
    value,
    fits: ({ userName }) => !isByName || userName?.toLowerCase() === value.toLowerCase(),
  }
}

/** The path of one resource. */
export function resourcePath(resource: 'Users' | 'Groups', id: string): string {
  return `/${resource}/${encodeURIComponent(id)}`
}

function headersOf(connection: Connection, behaviour: Behaviour, hasBody: boolean): HeaderList {
  return [
    ['Authorization', `Bearer ${connection.token}`],
    ...(hasBody ? ([['Content-Type', behaviour.contentType]] as const) : []),
    ['Accept', 'application/json'],
    ['User-Agent', behaviour.userAgent],
  ]
}

/** As Go's url.QueryEscape does, but for the space. */
function encodeQuery(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Keys in order of their code units, at every level. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]))
}
