// Requests exactly as they go over the wire, headers in Okta's order (O117 to O119).
import {
  type HeaderList,
  noted,
  type Purpose,
  type ScimMethod,
  type ScimRequest,
} from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'
import type { Connection } from '../values/application.ts'

/** `/Users?filter=userName%20eq%20%22ana%40example.com%22&startIndex=1&count=100` (O201). */
export function lookupPath(
  resource: 'Users' | 'Groups',
  attribute: string,
  value: string,
  { filterEncoding }: Behaviour,
): string {
  const filter = encodeQuery(`${attribute} eq ${JSON.stringify(value)}`)
  const encoded = filterEncoding === 'plus' ? filter.replaceAll('%20', '+') : filter
  return `/${resource}?filter=${encoded}&startIndex=1&count=${PAGE}`
}

/** How many an import asks for at once, and a lookup (O201, O501). */
export const PAGE = 100

export function compose(
  { baseUrl, authorization }: Connection,
  purpose: Purpose,
  method: ScimMethod,
  path: string,
  body?: object,
): ScimRequest {
  const request = { method, url: `${baseUrl}${path}`, headers: headersOf(authorization, body !== undefined) }
  return noted(body === undefined ? request : { ...request, body: JSON.stringify(body) }, { purpose })
}

export function resourcePath(resource: 'Users' | 'Groups', id: string): string {
  return `/${resource}/${encodeURIComponent(id)}`
}

function headersOf(authorization: string, hasBody: boolean): HeaderList {
  return [
    ['Accept', 'application/scim+json'],
    ['Accept-Charset', 'utf-8'],
    ...(hasBody ? ([['Content-Type', 'application/scim+json; charset=utf-8']] as const) : []),
    ['User-Agent', 'Okta SCIM Client 1.0.0'],
    ['Authorization', authorization],
  ]
}

function encodeQuery(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}
