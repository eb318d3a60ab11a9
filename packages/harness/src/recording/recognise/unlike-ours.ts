// What a recorded request has that our engines would not have sent: owners of a tenant see where they are wrong. Compared are traits by
// kind of request: headers, the form of the query, members of a body, how operations are spelt. Values are nobody's business.
import type { ScimRequest } from '@scimulator/shared/provisioning'
import { isJsonArray, isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import { type Asked, askedIn, type Operation } from './asked.ts'
import { isSorted } from './marks.ts'
import type { Recognised, RequestSender } from './recognise.ts'

/** What an engine of ours has sent. */
export interface Sample {
  readonly sender: Extract<RequestSender, 'entra' | 'entraLegacy' | 'jumpcloud' | 'okta'> | 'oktaCatalogue'
  readonly request: ScimRequest
}

export interface Unlike {
  readonly trait: string
  /** How often, and the number of the exchange that showed it first. */
  readonly count: number
  readonly first: number
}

export interface Comparison {
  /** Traits of the request that nothing of ours of its kind has; none for a client that is not known. */
  see(seq: number, request: ScimRequest, recognised: Recognised): readonly string[]
  /** All of them, the most frequent first. */
  all(): readonly Unlike[]
}

export function createComparison(samples: readonly Sample[]): Comparison {
  const ours = new Map<string, Set<string>>()
  for (const { sender, request } of samples) {
    const asked = askedIn(request)
    for (const trait of traitsOf(request, asked)) set(ours, kindOf(sender, asked)).add(trait)
  }
  const unlike = new Map<string, Unlike>()
  return {
    see(seq, request, recognised) {
      const asked = askedIn(request)
      const known = kindsOf(recognised).map((sender) => ours.get(kindOf(sender, asked)) ?? new Set<string>())
      if (known.length === 0) return []
      const isBack = recognised.sender === 'okta' && isUserPut(asked)
      const traits = traitsOf(request, asked).filter(
        (trait) => !(MAPPED.test(trait) || (isBack && OF_BODY.test(trait)) || known.some((kind) => kind.has(trait))),
      )
      for (const trait of traits) {
        const told = `${request.method} /${asked.place}: ${trait}`
        unlike.set(told, { trait: told, first: seq, ...unlike.get(told), count: (unlike.get(told)?.count ?? 0) + 1 })
      }
      return traits
    },
    all: () => [...unlike.values()].sort((one, other) => other.count - one.count),
  }
}

function set(kinds: Map<string, Set<string>>, kind: string): Set<string> {
  const there = kinds.get(kind) ?? new Set<string>()
  kinds.set(kind, there)
  return there
}

/** Provision on demand writes as a job without the flag; where neither the dialect of Entra ID nor the kind of Okta's shows, both are ours. */
function kindsOf({ sender, activity, kind }: Recognised): readonly Sample['sender'][] {
  if (sender === 'unknown') return []
  if (sender === 'okta' && kind === undefined) return ['okta', 'oktaCatalogue']
  if (sender === 'okta') return [kind === 'catalogue' ? 'oktaCatalogue' : 'okta']
  if (sender === 'entraUnclear') return ['entra', 'entraLegacy']
  return activity === 'on-demand' ? ['entraLegacy'] : [sender]
}

/** What a mapping may fill, and a company of another kind has: attributes of RFC 7643 as the engines write them. */
const MAPPED =
  /^member (addresses\.(type|country|locality|region|postalCode|streetAddress|formatted|primary)|(phoneNumbers|emails|photos)\.(type|value|primary)|(phoneNumbers|addresses|roles) empty|name\.\w+|nickName|title|userType|locale|preferredLanguage|timezone|urn:ietf:params:scim:schemas:extension:enterprise:2\.0:User\.(employeeNumber|costCenter|organization|division|department))(: (text|boolean))?$/

/** What Okta puts of a user is what the endpoint said, with what has changed in it (okta-behaviour.md O301): its members are the endpoint's. */
function isUserPut({ method, place }: Asked): boolean {
  return method === 'PUT' && place === 'Users'
}

const OF_BODY = /^(member|names) /

/** A lookup and a read of the same place are different questions. */
function kindOf(sender: string, { method, place, id, compared }: Asked): string {
  return [sender, method, place, id === undefined ? 'all' : 'one', compared.length > 0 ? 'filter' : ''].join(' ')
}

/** Of the way, or different for everybody. */
const OF_NOBODY =
  /^(host|connection|content-length|accept-encoding|authorization|transfer-encoding|via|forwarded|x-.*|cf-.*|traceparent|tracestate|request-id)$/i

function traitsOf({ headers }: ScimRequest, asked: Asked): readonly string[] {
  const sent = headers
    .filter(([name]) => !OF_NOBODY.test(name))
    .map(([name, value]) => `header ${headerTrait(name.toLowerCase(), value)}`)
  return [...new Set([...sent, ...queryTraits(asked), ...bodyTraits(asked)])]
}

function headerTrait(name: string, value: string): string {
  return name === 'adscimversion'
    ? `${name}: ${value.includes('ActivityId:') ? 'Date and ActivityId' : 'a version'}`
    : `${name}: ${value}`
}

function queryTraits({ query, compared }: Asked): readonly string[] {
  if (query === '') return []
  const names = query.split('&').map((part) => part.split('=')[0])
  const space = /filter=[^&]*(\+|%20)/.exec(query)?.[1]
  const attributes = compared.map(({ attribute }) => attribute.replace(/"[^"]*"/g, '"…"'))
  return [
    `query ${names.join(', ')}`,
    ...(space ? [`spaces as ${space}`] : []),
    ...attributes.map((one) => `filter of ${one}`),
  ]
}

function bodyTraits({ body, operations, method }: Asked): readonly string[] {
  const order = isSorted(body) ? 'names in order' : 'names in no order'
  const members = operations.length > 0 ? Object.keys(body).map((name) => `member ${name}`) : membersOf('', body)
  return Object.keys(body).length === 0 && method !== 'POST'
    ? []
    : [...members, ...operations.map(operationTrait), order]
}

function membersOf(at: string, value: JsonValue | undefined): readonly string[] {
  if (isJsonArray(value))
    return value.length === 0 ? [`member ${at} empty`] : value.flatMap((one) => membersOf(at, one))
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([name, item]) => membersOf(at === '' ? name : `${at}.${name}`, item))
  return at === '' ? [] : [`member ${at}: ${typeOf(value)}`]
}

function operationTrait({ op, path, value }: Operation): string {
  return `operation ${op} of ${pathTrait(path)}: ${typeOf(value)}`
}

const BY_NAME = /^(active|members|userName|displayName|externalId)$/

function pathTrait(path: string | undefined): string {
  if (path === undefined) return 'nothing by path'
  if (BY_NAME.test(path) || /:manager$/.test(path)) return path
  if (/\[/.test(path))
    return path
      .replace(/^\w+/, (name) => (/^members|^manager/.test(name) ? name : 'a list'))
      .replace(/"[^"]*"/g, '"…"')
      .replace(/\]\.\w+$/, '].…')
  if (/^urn:/i.test(path)) return 'an attribute by its URN'
  return path.includes('.') ? 'a part' : 'an attribute'
}

function typeOf(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (!isJsonArray(value)) return typeof value === 'string' ? 'text' : typeof value
  return `list of ${[...new Set(value.map((one) => (isJsonObject(one) ? `{${Object.keys(one).join(' ')}}` : typeOf(one))))].join(' or ')}`
}
