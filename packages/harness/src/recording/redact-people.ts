// A recording without the people who are in it: names, addresses, numbers and free text are made up, the same for the same value
// everywhere. Pure. What the protocol itself says stays: names of attributes, ids that only a machine makes, times of `meta`, operators.

import { REDACTED } from '@scimulator/shared/http'
import type { Exchange } from '@scimulator/shared/provisioning'
import { asText } from '@scimulator/shared/scim'
import { renamedError } from '../target/error-words.ts'
import { isPlainObject } from '../written/plain-object.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { mapEncoded, mapQuoted } from './quoted-values.ts'

export function redactPeople(exchange: Exchange, names: Pseudonyms): Exchange {
  const { request, response, failure } = exchange
  return {
    ...exchange,
    request: {
      ...request,
      url: otherUrl(request.url, names),
      headers: otherHeaders(request.headers, names),
      ...(request.body === undefined ? {} : { body: otherBody(request.body, names) }),
    },
    ...(response
      ? {
          response: {
            ...response,
            headers: otherHeaders(response.headers, names),
            body: otherBody(response.body, names),
          },
        }
      : {}),
    // What our own sender says of an answer that did not come: it names a machine, and nobody.
    ...(failure ? { failure } : {}),
  }
}

/** Headers whose values say nothing of anybody; those of an application's own may. */
const KEPT_HEADERS = new Set(
  (
    'accept accept-charset accept-encoding adscimversion allow cache-control connection content-encoding content-length ' +
    'content-type date host retry-after server transfer-encoding user-agent vary via authorization'
  ).split(' '),
)

function otherHeaders(headers: Exchange['request']['headers'], names: Pseudonyms): Exchange['request']['headers'] {
  return headers.map(([name, value]) => {
    const lower = name.toLowerCase()
    if (KEPT_HEADERS.has(lower)) return [name, value]
    if (VERSION_HEADERS.has(lower)) return [name, otherVersion(value, names)]
    if (lower === 'location' || lower === 'content-location') return [name, otherPlace(value, names)]
    return [name, freeText(value, names)]
  })
}

const VERSION_HEADERS = new Set(['etag', 'if-match', 'if-none-match'])

/** `W/"3"`: some endpoints make it of what is in the resource. */
function otherVersion(value: string, names: Pseudonyms): string {
  if (!value.includes('"')) return otherId(value, names)
  return value.replace(/"([^"]*)"/g, (_all, version: string) => `"${otherId(version, names)}"`)
}

/** Where an answer sends the client: to a resource, or to a page that may be anybody's. */
function otherPlace(url: string, names: Pseudonyms): string {
  if (url.search(BELOW_TYPE) >= 0) return otherUrl(url, names)
  const [path = '', ...queries] = url.split('?')
  return [freeText(path, names), ...queries.map((query) => otherQuery(query, names))].join('?')
}

/** Ids in the path, and what a query asks for. */
function otherUrl(url: string, names: Pseudonyms): string {
  const [path = '', ...queries] = url.split('?')
  const changed = path.replace(OF_SOMEBODY, (id) => mapEncoded(id, (one) => otherId(one, names)))
  return [changed, ...queries.map((query) => otherQuery(query, names))].join('?')
}

/** What stands below `Users`, `Groups` or a type of the endpoint's own; schemas and types are named there as well, and are nobody. */
const BELOW_TYPE = /(?<=\/(?:(?!Schemas\/|ResourceTypes\/)[A-Z][A-Za-z]*|users|groups)\/)[^./][^/]*/
/** That, and an address wherever it stands in a path. */
const OF_SOMEBODY = new RegExp(`${BELOW_TYPE.source}|(?<=[^/]/)[^/]*(?:@|%40)[^/]*`, 'g')

const PLAIN_PARAMETERS = new Set(
  'count startindex attributes excludedattributes sortby sortorder grant_type client_assertion_type scope'.split(' '),
)

function otherQuery(query: string, names: Pseudonyms): string {
  return query
    .split('&')
    .map((part) => {
      const [name = '', ...values] = part.split('=')
      const lower = name.toLowerCase()
      if (values.length === 0 || PLAIN_PARAMETERS.has(lower) || values.join('=') === REDACTED) return part
      const other = (text: string) => (lower === 'filter' ? otherFilter(text, names) : names.text(text))
      return `${name}=${mapEncoded(values.join('='), other)}`
    })
    .join('&')
}

function otherFilter(filter: string, names: Pseudonyms): string {
  const around = /([\w:.]+)\s*\[/.exec(filter)?.[1] ?? ''
  return mapQuoted(filter, (value, attribute) => otherValue(value, [...partsOf(around), ...partsOf(attribute)], names))
}

function otherBody(body: string, names: Pseudonyms): string {
  const value = body.trim() === '' ? undefined : parsed(body)
  if (value === undefined) return FORM.test(body) ? otherQuery(body, names) : freeText(body, names)
  const made = mapped(value, [], names)
  return JSON.stringify(made, undefined, /\n( +)\S/.exec(body)?.[1])
}

/** That of a token request (RFC 6749). */
const FORM = /^[\w.-]+=[^&\s]*(?:&[\w.-]+=[^&\s]*)*$/

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @param path names of the attributes above the value, in lower case */
function mapped(value: unknown, path: readonly string[], names: Pseudonyms): unknown {
  if (typeof value === 'string') return otherValue(value, path, names)
  if (typeof value === 'number') return otherNumber(value, path, names)
  if (Array.isArray(value)) return value.map((item) => mapped(item, path, names))
  if (!isPlainObject(value)) return value
  if (isDescription(value)) return described(value, names)
  // In an operation of a PATCH the value belongs to its path.
  const own = typeof value.path === 'string' && 'op' in value ? partsOf(value.path) : []
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const below = own.length > 0 && /^value$/i.test(name) ? [...path, ...own] : [...path, ...partsOf(name)]
      return [otherName(name, names), mapped(item, below, names)]
    }),
  )
}

const DESCRIPTION = /^urn:ietf:params:scim:schemas:core:2\.0:(ServiceProviderConfig|Schema|ResourceType)$/i

/** What an endpoint says of itself (RFC 7644 §4) is about nobody, and a replay is held against every word of it. */
function isDescription({ schemas }: Readonly<Record<string, unknown>>): boolean {
  const isAll = (one: unknown): boolean => typeof one === 'string' && DESCRIPTION.test(one)
  return Array.isArray(schemas) && schemas.length > 0 && schemas.every(isAll)
}

/** All of it but addresses, such as that of a person to be asked. */
function described(value: unknown, names: Pseudonyms): unknown {
  if (typeof value === 'string') return value.includes('@') ? freeText(value, names) : value
  if (Array.isArray(value)) return value.map((item) => described(item, names))
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, described(item, names)]))
}

/** `emails[type eq "work"].value` -> emails, value; of a URN the last part. */
function partsOf(name: string): readonly string[] {
  const bare = name.replace(/\[[\s\S]*\]/, '')
  const last = /^urn:/i.test(bare) ? bare.slice(bare.lastIndexOf(':') + 1) : bare
  return last.toLowerCase().split('.')
}

/** A name of an attribute may be a path with a filter in it. */
function otherName(name: string, names: Pseudonyms): string {
  return name.includes('"') ? otherFilter(name, names) : name
}

const KEPT = new Set(
  (
    'schemas op type scimtype resourcetype status primary active totalresults itemsperpage startindex count method locale ' +
    'preferredlanguage timezone bulkid created lastmodified supported maxoperations maxpayloadsize maxresults ' +
    'token_type expires_in scope grant_type password attributes excludedattributes sortby sortorder'
  ).split(' '),
)
const REFERENCES = new Set(['id', '$ref', 'location'])
const HOLDERS = new Set(['members', 'groups', 'manager'])
const SAYING = new Set(['detail', 'message', 'error', 'error_description', 'description'])

function otherValue(value: string, path: readonly string[], names: Pseudonyms): string {
  const leaf = path.at(-1) ?? ''
  if (leaf === 'path') return value.startsWith('/') ? otherUrl(value, names) : otherFilter(value, names)
  if (leaf === 'filter') return otherFilter(value, names)
  if (KEPT.has(leaf) || value === REDACTED || /^(true|false)$/i.test(value)) return value
  if (leaf === 'version') return otherVersion(value, names)
  if (leaf === 'country' && /^[a-z]{2}$/i.test(value)) return value
  if (REFERENCES.has(leaf)) return /^(https?:)?\//i.test(value) ? otherUrl(value, names) : otherReference(value, names)
  // Made by a machine, wherever it stands: such as the name that nobody has, by which a connection is tested.
  if (UUID.test(value)) return value
  const isHeld = path.some((one) => HOLDERS.has(one)) && (leaf === 'value' || HOLDERS.has(leaf))
  if (isHeld || leaf === 'externalid') return otherId(value, names)
  if (SAYING.has(leaf)) return freeText(value, names)
  return DATE_TIME.test(value) ? otherTime(value) : otherText(value, names)
}

/** An address of the web stays one. */
function otherText(value: string, names: Pseudonyms): string {
  const [scheme = ''] = /^https?:\/\//i.exec(value) ?? []
  return `${scheme}${names.text(value.slice(scheme.length))}`
}

/** `Users/42` of a `$ref`, or an id. */
function otherReference(value: string, names: Pseudonyms): string {
  const [, kind = '', id = value] = /^(.*\/)([^/]+)$/.exec(value) ?? []
  return `${kind}${otherId(id, names)}`
}

/** UUIDs, numbers, and long mixtures of letters and digits are made by machines and name nobody outside. */
function otherId(id: string, names: Pseudonyms): string {
  const isMixture = /^[\w-]{16,}$/.test(id) && /\d[a-z]+\d/i.test(id) && !isReadable(id)
  return /^\d+$/.test(id) || /^[0-9a-f-]{8,}$/i.test(id) || isMixture ? id : names.text(id)
}

/** Some endpoints make ids, and any makes cursors, of a name in base64. */
function isReadable(id: string): boolean {
  return /^[ -~]+$/.test(Buffer.from(id, 'base64').toString('latin1'))
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const DATE_TIME = /^\d{4}-\d\d-\d\d([T ].*)?$/

/** A date in a person's record, as it may be written. */
function otherTime(value: string): string {
  return `2001-02-03${value.slice(10).replace(/^([T ])\d\d:\d\d:\d\d/, '$104:05:06')}`
}

function otherNumber(value: number, path: readonly string[], names: Pseudonyms): number {
  const leaf = path.at(-1) ?? ''
  if (KEPT.has(leaf) || REFERENCES.has(leaf) || !Number.isSafeInteger(value)) return value
  return Number(names.text(asText(value)))
}

/** Of what an endpoint says, whatever is no plain word. */
function freeText(text: string, names: Pseudonyms): string {
  const parts = text.split(REDACTED)
  return parts.map((part) => renamedError(part, (word) => names.text(word))).join(REDACTED)
}
