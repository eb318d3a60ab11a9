// What an exchange is about, read from the wire: purpose, whom it concerns, what it says of them. Nothing is asked of the sender, so that
// it holds for any client; what the bytes do not show is left out.

import { requestTarget } from '@scimulator/shared/http'
import type { Exchange, Purpose } from '@scimulator/shared/provisioning'
import { asText } from '@scimulator/shared/scim'
import { isPlainObject } from '../written/plain-object.ts'

/** Forms of a body that receivers stumble over; the catalogue of quirks has each. */
export const MARKS = ['active-is-text', 'op-in-capitals', 'members-by-value', 'bare-manager', 'no-path'] as const
type Mark = (typeof MARKS)[number]

export interface ExchangeNote {
  readonly purpose: Purpose
  readonly object: 'user' | 'group' | null
  /** Id at the service provider, of the path or of what was created. */
  readonly objectId: string | null
  /** Display name or user name, where this exchange shows one. */
  readonly name: string | null
  /** The filter of a lookup, as it was sent. */
  readonly filter: string | null
  /** How many a lookup or a list found. */
  readonly found: number | null
  /** Attributes that are set or taken away, as SCIM names them; at most ten. */
  readonly attributes: readonly string[]
  readonly added: number
  readonly removed: number
  /** Of the members that are added, how many the answer has; null where it shows none of them or nobody was added. */
  readonly arrived: number | null
  readonly marks: readonly Mark[]
}

type Json = Readonly<Record<string, unknown>>

const KIND: Readonly<Record<string, 'user' | 'group'>> = { Users: 'user', Groups: 'group' }
const SHOWN_ATTRIBUTES = 10

export function describeExchange({ request, response }: Exchange): ExchangeNote {
  const { endpoint, id, filter } = readUrl(request.url)
  const object = KIND[endpoint] ?? null
  const sent = asObject(request.body)
  const answered = asObject(response?.body)
  const operations = operationsOf(sent)
  const members = memberCounts(operations)
  return {
    purpose: object === null ? 'describe' : purposeOf(request.method, { id, filter, sent, operations, members }),
    object,
    objectId: id ?? textOf(answered.id),
    name: nameOf(sent) ?? nameOf(answered) ?? nameOf(firstOf(answered)),
    filter,
    found: typeof answered.totalResults === 'number' ? answered.totalResults : null,
    attributes: attributesOf(request.method, sent, operations),
    ...members,
    arrived: arrivedIn(addedIds(operations), answered),
    marks: marksOf(operations),
  }
}

interface Reading {
  readonly id: string | null
  readonly filter: string | null
  readonly sent: Json
  readonly operations: readonly Json[]
  readonly members: Pick<ExchangeNote, 'added' | 'removed'>
}

//  method      | what the bytes show                   | purpose
//  ------------+---------------------------------------+------------------
//  GET         | filter                                | match
//  GET         | id                                    | read
//  GET         | neither                               | list
//  POST        |                                       | create
//  PUT, PATCH  | active false / true                   | disable / enable
//  PUT, PATCH  | only members                          | change-members
//  PUT, PATCH  | anything else                         | update
//  DELETE      |                                       | delete
function purposeOf(method: string, reading: Reading): Purpose {
  if (method === 'GET') return reading.filter !== null ? 'match' : reading.id !== null ? 'read' : 'list'
  if (method === 'POST') return 'create'
  if (method === 'DELETE') return 'delete'
  if (method !== 'PUT' && method !== 'PATCH') return 'other'
  const active = activeIn(reading)
  // A whole resource says active each time; only a change of it is news.
  if (active === false) return 'disable'
  if (active === true && method === 'PATCH' && reading.operations.length === 1) return 'enable'
  return reading.members.added + reading.members.removed > 0 ? 'change-members' : 'update'
}

function activeIn({ sent, operations }: Reading): boolean | undefined {
  const said = [sent.active, ...operations.map((operation) => operationValue(operation, 'active'))]
  const last = said.filter((value) => value !== undefined).at(-1)
  // Entra ID writes booleans as texts in its older dialect.
  return last === undefined ? undefined : asText(last).toLowerCase() === 'true'
}

function operationValue({ path, value }: Json, attribute: string): unknown {
  if (textOf(path)?.toLowerCase() === attribute) return value
  return path === undefined && isPlainObject(value) ? value[attribute] : undefined
}

function memberCounts(operations: readonly Json[]): Pick<ExchangeNote, 'added' | 'removed'> {
  let [added, removed] = [0, 0]
  for (const operation of operations) {
    if (!/^members\b/i.test(textOf(operation.path) ?? '')) continue
    const count = Array.isArray(operation.value) ? operation.value.length : 1
    if (/^remove$/i.test(textOf(operation.op) ?? '')) removed += count
    else added += count
  }
  return { added, removed }
}

/** Members that are added by value, each once. */
function addedIds(operations: readonly Json[]): ReadonlySet<string> {
  const added = operations.filter(
    ({ op, path }) => /^members$/i.test(textOf(path) ?? '') && !/^remove$/i.test(textOf(op) ?? ''),
  )
  return new Set(added.flatMap(({ value }) => valuesIn(value)))
}

/** An answer without members says nothing of them: they may have been left out of it. */
function arrivedIn(sent: ReadonlySet<string>, { members }: Json): number | null {
  if (sent.size === 0 || !Array.isArray(members)) return null
  const there = new Set(valuesIn(members))
  return [...sent].filter((id) => there.has(id)).length
}

function valuesIn(members: unknown): readonly string[] {
  if (!Array.isArray(members)) return []
  return members.filter(isPlainObject).flatMap(({ value }) => textOf(value) ?? [])
}

function attributesOf(method: string, sent: Json, operations: readonly Json[]): readonly string[] {
  const named =
    method === 'PATCH'
      ? operations.flatMap(({ path, value }) => textOf(path) ?? (isPlainObject(value) ? Object.keys(value) : []))
      : Object.keys(sent).filter((name) => name !== 'schemas' && name !== 'id' && name !== 'meta')
  return [...new Set(named)].slice(0, SHOWN_ATTRIBUTES)
}

/** The endpoint is the last segment that names one, so that a base URL may have any path. What somebody typed may be no URL at all. */
function readUrl(url: string): { endpoint: string; id: string | null; filter: string | null } {
  const { pathname, search } = requestTarget(url)
  const segments = pathname.split('/').filter((segment) => segment !== '')
  const at = segments.findLastIndex((segment) => segment in KIND)
  const id = at < 0 ? undefined : segments[at + 1]
  return {
    endpoint: segments[at] ?? '',
    id: id === undefined ? null : decoded(id),
    filter: new URLSearchParams(search).get('filter'),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function operationsOf({ Operations: operations }: Json): readonly Json[] {
  return Array.isArray(operations) ? operations.filter(isPlainObject) : []
}

function firstOf({ Resources: resources }: Json): Json {
  const [first]: readonly unknown[] = Array.isArray(resources) && resources.length === 1 ? resources : []
  return isPlainObject(first) ? first : {}
}

function nameOf(resource: Json): string | null {
  return textOf(resource.displayName) ?? textOf(resource.userName)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function asObject(text: string | undefined): Json {
  if (text === undefined) return {}
  try {
    const value: unknown = JSON.parse(text)
    return isPlainObject(value) ? value : {}
  } catch {
    return {}
  }
}

const MARKED_BY: Readonly<Record<Mark, (operation: Json) => boolean>> = {
  'active-is-text': (operation) => typeof operationValue(operation, 'active') === 'string',
  'op-in-capitals': ({ op }) => /^[A-Z]/.test(textOf(op) ?? ''),
  'members-by-value': ({ op, path, value }) =>
    /^remove$/i.test(textOf(op) ?? '') && path === 'members' && Array.isArray(value),
  'bare-manager': ({ path, value }) => /\bmanager$/i.test(textOf(path) ?? '') && typeof value === 'string',
  'no-path': ({ path, value }) => path === undefined && isPlainObject(value),
}

function marksOf(operations: readonly Json[]): readonly Mark[] {
  return MARKS.filter((mark) => operations.some(MARKED_BY[mark]))
}
