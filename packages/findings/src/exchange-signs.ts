// What one exchange of a run shows by itself, with the resource as it was before and after: no question was put, so that only what leaves
// no doubt is told, and everything else is silence.
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'
import { decoded } from './difference.ts'

export interface ExchangeEvidence {
  readonly exchange: {
    readonly request: { readonly method: string; readonly url: string; readonly body?: string | undefined }
    readonly response?: { readonly status: number; readonly body: string } | undefined
    readonly failure?: { readonly kind: string } | undefined
  }
  /** The resource that it is about; members as a list, of whatever kind. */
  readonly before?: Readonly<Record<string, unknown>> | undefined
  readonly after?: Readonly<Record<string, unknown>> | undefined
}

interface Seen extends ExchangeEvidence {
  readonly method: string
  /** Behind the base: `/Users/1?attributes=userName`. */
  readonly place: 'Users' | 'Groups' | ''
  readonly isCollection: boolean
  readonly filter: string
  readonly status: number
  readonly operations: readonly Operation[]
}

interface Operation {
  readonly op: string
  readonly path: string
  readonly value: JsonValue | undefined
}

type Sign = readonly [finding: string, shows: (seen: Seen) => boolean]

const isRefused = ({ status }: Seen): boolean => status >= 400 && status < 500
const isDone = ({ status }: Seen): boolean => status >= 200 && status < 300
const isNotOffered = ({ status }: Seen): boolean => status === 405 || status === 501
const setsActive = (seen: Seen, value: RegExp | boolean): boolean =>
  seen.operations.some(
    (one) =>
      one.path === 'active' &&
      (typeof value === 'boolean'
        ? one.value === value
        : value.test(String(one.value)) && typeof one.value === 'string'),
  )
const membersIn = (resource: ExchangeEvidence['after']): number | undefined =>
  Array.isArray(resource?.members) ? resource.members.length : undefined
const removedMembers = ({ operations }: Seen): number =>
  operations.reduce(
    (sum, { op, path, value }) =>
      op === 'remove' && path === 'members' && isJsonArray(value) ? sum + value.length : sum,
    0,
  )

/** In order of precedence: the first that fits is told. */
const SIGNS: readonly Sign[] = [
  ['certificate-not-trusted', ({ exchange }) => exchange.failure?.kind === 'tls'],
  ['slow', ({ exchange }) => exchange.failure?.kind === 'timeout'],
  ['unreachable', ({ exchange }) => exchange.failure?.kind === 'connection'],
  ['unauthorised', ({ status }) => status === 401],
  ['redirected', ({ status }) => status >= 300 && status < 400],
  ['patch-not-supported', (seen) => seen.method === 'PATCH' && seen.place === 'Users' && isNotOffered(seen)],
  ['group-patch-not-supported', (seen) => seen.method === 'PATCH' && seen.place === 'Groups' && isNotOffered(seen)],
  ['put-not-supported', (seen) => seen.method === 'PUT' && isNotOffered(seen)],
  ['delete-not-supported', (seen) => seen.method === 'DELETE' && seen.place === 'Users' && isNotOffered(seen)],
  [
    'groups-missing',
    (seen) => seen.place === 'Groups' && seen.isCollection && seen.filter === '' && seen.status === 404,
  ],
  ['filter-answers-404', (seen) => seen.filter !== '' && seen.place === 'Users' && seen.status === 404],
  ['filter-refused', (seen) => seen.filter !== '' && seen.place === 'Users' && isRefused(seen)],
  ['filter-ignored', (seen) => seen.place === 'Users' && showsOthers(seen)],
  ['string-booleans-refused', (seen) => isRefused(seen) && setsActive(seen, /^(true|false)$/i)],
  ['disable-refused', (seen) => isRefused(seen) && setsActive(seen, false)],
  ['string-false-is-true', (seen) => isDone(seen) && setsActive(seen, /^false$/i) && seen.after?.active === true],
  ['string-true-is-false', (seen) => isDone(seen) && setsActive(seen, /^true$/i) && seen.after?.active === false],
  ['no-soft-delete', (seen) => isDone(seen) && setsActive(seen, false) && seen.after?.active === true],
  [
    'member-remove-empties-group',
    (seen) =>
      isDone(seen) &&
      membersIn(seen.after) === 0 &&
      removedMembers(seen) > 0 &&
      (membersIn(seen.before) ?? 0) > removedMembers(seen),
  ],
  [
    'member-remove-ignored',
    (seen) =>
      isDone(seen) &&
      removedMembers(seen) > 0 &&
      membersIn(seen.before) !== undefined &&
      membersIn(seen.after) === membersIn(seen.before),
  ],
  [
    'filtered-add-refused',
    (seen) => isRefused(seen) && seen.operations.some(({ path, op }) => path.includes('[') && op === 'add'),
  ],
  ['update-not-done', (seen) => isDone(seen) && seen.operations.some((one) => isTextNotWritten(one, seen.after))],
]

/** Ids of the findings that the exchange shows; empty where it shows none. */
export function findingsShownBy(evidence: ExchangeEvidence): readonly string[] {
  const seen = seenIn(evidence)
  return SIGNS.filter(([, shows]) => shows(seen)).map(([id]) => id)
}

function seenIn(evidence: ExchangeEvidence): Seen {
  const { request, response } = evidence.exchange
  const [, place = '', id] = /\/(Users|Groups)(?:\/([^/?]+))?(?:\?|$)/.exec(request.url) ?? []
  return {
    ...evidence,
    method: request.method,
    place: place === 'Users' || place === 'Groups' ? place : '',
    isCollection: id === undefined,
    filter: decoded(/[?&]filter=([^&]*)/.exec(request.url)?.[1] ?? ''),
    status: response?.status ?? 0,
    operations: request.method === 'PATCH' ? operationsIn(request.body) : [],
  }
}

function operationsIn(text: string | undefined): readonly Operation[] {
  const body = parsedJson(text ?? '')
  const listed = isJsonObject(body)
    ? Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1]
    : []
  return (isJsonArray(listed) ? listed : []).filter(isJsonObject).flatMap(operationOf)
}

/** Without a path, each member of the value is a path. */
function operationOf({ op, path, value }: JsonObject): readonly Operation[] {
  const name = String(op).toLowerCase()
  if (typeof path === 'string') return [{ op: name, path, value }]
  if (!isJsonObject(value)) return []
  return Object.entries(value).map(([member, item]) => ({ op: name, path: member, value: item }))
}

/** A plain text that was to be written into a plain attribute, and another one stands there. */
function isTextNotWritten({ op, path, value }: Operation, after: ExchangeEvidence['after']): boolean {
  if (!/^(add|replace)$/.test(op) || typeof value !== 'string' || !/^(title|displayName|nickName|userType)$/.test(path))
    return false
  return after !== undefined && after[path] !== value
}

/** A question for one userName that is answered with somebody else. */
function showsOthers({ filter, exchange: { response } }: Seen): boolean {
  const [, wanted] = /^userName eq "([^"\\]+)"$/i.exec(filter) ?? []
  if (wanted === undefined || !response || response.status !== 200) return false
  const value = parsedJson(response.body)
  const listed = isJsonObject(value) && isJsonArray(value.Resources) ? value.Resources.filter(isJsonObject) : []
  return listed.some(
    ({ userName, notOurs }) => notOurs !== undefined || String(userName).toLowerCase() !== wanted.toLowerCase(),
  )
}
