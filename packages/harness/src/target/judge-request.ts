// The guard's rule. A request to a foreign endpoint is sent only if it can be proved to touch nothing but what the run has made there.
//
//  method            | address            | body                          | judgement
//  ------------------+--------------------+-------------------------------+-----------------------------------------
//  GET               | below the base URL | none                          | allowed, unless the id was taken over
//  POST              | /.search           | any                           | allowed: it reads
//  POST              | /Users, /Groups    | names only ids of the ledger, | allowed
//                    |                    | and values of the run's own   |
//  PUT, PATCH        | an id of the ledger| the same                      | allowed
//  DELETE            | an id of the ledger| none                          | allowed
//  POST              | /Bulk              | every operation is allowed    | allowed
//  anything          | anything else      |                               | refused
import { headerValue, type ScimRequest } from '@scimulator/shared/provisioning'
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, parseStrictJson } from '@scimulator/shared/scim'
import { foreignValues } from './foreign-values.ts'
import { type NamedId, namedIds } from './named-ids.ts'
import { type Address, readAddress, strangeParameters } from './read-address.ts'
import { RESOURCE_KINDS, type ResourceKind, type ResourceRef } from './resource-kind.ts'

/** What the guard knows of the ledger. */
export interface LedgerView {
  /** `ours`: made by the run and there. `gone`: made by the run, deleted since. `not-ours`: everything else. */
  standing(ref: ResourceRef): 'ours' | 'gone' | 'taken-over' | 'not-ours'
  /** Whether a value that endpoints match accounts by is the run's own. */
  ownsValue(value: string): boolean
  /** Whether the resource was there before and the owner has said that the run may work on it. */
  isAdopted(ref: ResourceRef): boolean
}

/** Why a request is not sent; each is told in `refusalText`. */
export type RefusalCode =
  | 'address'
  | 'method'
  | 'stranger'
  | 'taken-over'
  | 'names-stranger'
  | 'foreign-value'
  | 'unreadable-body'
  | 'no-id'

export type Judgement =
  /** `toProve`: what it relies on to be the run's. Harmless only if no endpoint has given the id to somebody else, before or since. */
  | { readonly allowed: true; readonly toProve: readonly ResourceRef[] }
  | {
      readonly allowed: false
      readonly code: RefusalCode
      readonly reason: string
      /** The resource that is not ours, where one is meant. */
      readonly ref?: ResourceRef
      /** The id or value that the refusal is about. */
      readonly value?: string
    }

type Refused = Extract<Judgement, { allowed: false }>

/** What becomes of an id in a URL when there is none. */
const NO_ID = /^(undefined|null|None)$/

const ALLOWED: Judgement = { allowed: true, toProve: [] }

/** Headers by which frameworks let a request be another one than it says. */
const OVERRIDES = [
  'x-http-method-override',
  'x-http-method',
  'x-method-override',
  'x-original-url',
  'x-rewrite-url',
  'x-forwarded-prefix',
] as const

/** @param base the target's base URL */
export function judgeRequest(request: ScimRequest, ledger: LedgerView, base: string): Judgement {
  const override = OVERRIDES.find((name) => headerValue(request.headers, name) !== undefined)
  if (override !== undefined) return refused('method', `the header ${override} can turn it into another request`)
  const address = readAddress(request.url, base)
  if (address.kind === 'unsafe') return refused('address', address.reason)
  const strange = strangeParameters(request.url, base)
  if (request.method === 'GET') return judgeReading(request, address, strange, ledger)
  if (strange.length > 0) return refused('address', `it is unknown what ?${strange[0]} does to a ${request.method}`)
  return judgeWriting(request, address, ledger)
}

function judgeReading(
  request: ScimRequest,
  address: Address,
  parameters: readonly string[],
  ledger: LedgerView,
): Judgement {
  const method = parameters.find((name) => /method|^_$/.test(name))
  if (method !== undefined) return refused('method', `?${method} can turn it into another request`)
  if (request.body !== undefined && request.body !== '') return refused('unreadable-body', 'a GET has no body')
  if (address.kind !== 'resource' || ledger.standing(refOf(address)) !== 'taken-over') return ALLOWED
  return { ...refused('taken-over', takenOverText(address.id)), ref: refOf(address), value: address.id }
}

function judgeWriting(request: ScimRequest, address: Address, ledger: LedgerView): Judgement {
  const { method, body = '' } = request
  if (address.kind === 'search' && method === 'POST') return ALLOWED
  if (address.kind === 'bulk' && method === 'POST') return judgeBulk(body, ledger)
  if (address.kind === 'collection' && method === 'POST') return judgeBody(body, undefined, ledger)
  if (address.kind === 'resource' && method !== 'POST') return judgeResource(method, refOf(address), body, ledger)
  const path = 'path' in address ? address.path : `/${address.kind}`
  if (method !== 'POST' && /^\/+(Users|Groups)\/$/.test(path)) return refused('no-id', `${method} ${path} has no id`)
  return refused('address', `${method} ${path} is none of the requests that are known to be harmless`)
}

function judgeResource(method: string, ref: ResourceRef, body: string, ledger: LedgerView): Judgement {
  const standing = ledger.standing(ref)
  if (standing === 'taken-over') return { ...refused('taken-over', takenOverText(ref.id)), ref, value: ref.id }
  if (standing === 'not-ours' && NO_ID.test(ref.id)) return refused('no-id', `${method} of ${ref.id} has no id`)
  const isAdopted = ledger.isAdopted(ref)
  if (standing === 'not-ours' && !isAdopted) return { ...refused('stranger', strangerText(ref)), ref, value: ref.id }
  if (method === 'DELETE' && isAdopted) {
    return {
      ...refused('stranger', `${nounOf(ref.kind)} ${ref.id} is adopted, and what is adopted is never deleted`),
      ref,
    }
  }
  const toProve = isAdopted ? [] : [ref]
  if (method === 'DELETE' && body === '') return { allowed: true, toProve }
  return withProof(judgeBody(body, ref, ledger), toProve)
}

function withProof(judgement: Judgement, toProve: readonly ResourceRef[]): Judgement {
  return judgement.allowed ? { allowed: true, toProve: [...toProve, ...judgement.toProve] } : judgement
}

/** @param of the resource in the URL; absent when one is made */
function judgeBody(body: string, of: ResourceRef | undefined, ledger: LedgerView): Judgement {
  const value = parseBody(body)
  if (value === undefined) return judgeUnreadable(body)
  if (!isJsonObject(value)) return isJsonArray(value) ? judgeUnreadable(body) : ALLOWED
  return judgeValue(value, of, ledger, new Set())
}

function judgeValue(
  value: JsonObject,
  of: ResourceRef | undefined,
  ledger: LedgerView,
  bulkIds: ReadonlySet<string>,
): Judgement {
  const judgements = namedIds(value).map((named) => judgeNamed(named, ledger, bulkIds))
  const refusal = judgements.find((judgement) => !judgement.allowed)
  if (refusal) return refusal
  const named: Judgement = { allowed: true, toProve: judgements.flatMap((one) => (one.allowed ? one.toProve : [])) }
  if (of && ledger.isAdopted(of)) return named
  const [foreign] = foreignValues(value).filter((one) => !ledger.ownsValue(one.value))
  if (!foreign) return named
  const reason = `${foreign.at} is "${foreign.value}", which is no value of this run, and endpoints match accounts by it`
  return { ...refused('foreign-value', reason), value: foreign.value }
}

function judgeNamed(named: NamedId, ledger: LedgerView, bulkIds: ReadonlySet<string>): Judgement {
  if ('unreadable' in named) {
    return refused(
      'unreadable-body',
      `${named.at} names another resource in a way that cannot be read: ${named.unreadable}`,
    )
  }
  if (/^bulkId:/i.test(named.id) && bulkIds.has(named.id.slice(7))) return ALLOWED
  const kinds = named.kind === undefined ? RESOURCE_KINDS : [named.kind]
  const refs = kinds.map((one) => ({ kind: one, id: named.id }))
  if (refs.some(ledger.isAdopted)) return ALLOWED
  const ours = refs.filter((ref) => ledger.standing(ref) === 'ours')
  const known = ours.length > 0 ? ours : refs.filter((ref) => ledger.standing(ref) === 'gone')
  if (known.length > 0) return { allowed: true, toProve: known }
  const ref = refs[0]
  const reason = `${named.at} names ${named.id}, which this run has not made`
  return { ...refused('names-stranger', reason), value: named.id, ...(ref ? { ref } : {}) }
}

/** RFC 7644 §3.7. A path of a bulkId is refused: what a POST of the same request came to is known only afterwards. */
function judgeBulk(body: string, ledger: LedgerView): Judgement {
  const value = parseBody(body)
  const operations = isJsonObject(value) ? value.Operations : undefined
  if (!isJsonArray(operations) || !isJsonObject(value))
    return refused('unreadable-body', 'the bulk request has no Operations')
  const others = Object.keys(value).filter((name) => !/^(schemas|failOnErrors)$/i.test(name) && name !== 'Operations')
  if (others.length > 0) return refused('unreadable-body', `it is unknown what ${others[0]} means in a bulk request`)
  const bulkIds = new Set(
    operations.flatMap((one) => (isJsonObject(one) && typeof one.bulkId === 'string' ? [one.bulkId] : [])),
  )
  const judgements = operations.map((operation) => judgeOperation(operation, ledger, bulkIds))
  const refusal = judgements.find((judgement) => !judgement.allowed)
  if (refusal) return refusal
  return { allowed: true, toProve: judgements.flatMap((judgement) => (judgement.allowed ? judgement.toProve : [])) }
}

const OPERATION_MEMBERS: ReadonlySet<string> = new Set(['method', 'path', 'bulkId', 'version', 'data'])

function judgeOperation(operation: JsonValue, ledger: LedgerView, bulkIds: ReadonlySet<string>): Judgement {
  if (!isJsonObject(operation)) return refused('unreadable-body', 'an operation of the bulk request is not an object')
  const { method, path, data } = operation
  const odd = Object.keys(operation).find((name) => !OPERATION_MEMBERS.has(name))
  if (odd !== undefined || typeof method !== 'string' || typeof path !== 'string') {
    return refused('unreadable-body', 'an operation of the bulk request is not one of RFC 7644 §3.7')
  }
  const address = readAddress(`bulk:${path}`, 'bulk:')
  const [, query] = path.split('?')
  if (address.kind === 'unsafe' || query !== undefined)
    return refused('address', `${path} in the bulk request is no plain path`)
  if (method === 'GET') return ALLOWED
  const content = isJsonObject(data) ? data : undefined
  if (method === 'POST' && address.kind === 'collection' && content) {
    return judgeValue(content, undefined, ledger, bulkIds)
  }
  if (address.kind !== 'resource' || !['PUT', 'PATCH', 'DELETE'].includes(method)) {
    return refused('address', `${method} ${path} in the bulk request is none of those that are known to be harmless`)
  }
  const own = judgeResource(method, refOf(address), '', ledger)
  if (!own.allowed || !content) return own
  return withProof(judgeValue(content, refOf(address), ledger, bulkIds), own.toProve)
}

/** Strict: a name that is given twice is read by one parser so and by another otherwise. */
function parseBody(body: string): JsonValue | undefined {
  try {
    return parseStrictJson(new TextEncoder().encode(body))
  } catch {
    return undefined
  }
}

/** A body that is no strict JSON may still be sent to see how an endpoint refuses it, if it can name nobody, however it is read. */
function judgeUnreadable(body: string): Judgement {
  if (!/\\|member|manager|group|ref|value|path|operations|"_?id"|owner|name|mail|external|number/i.test(body))
    return ALLOWED
  return refused('unreadable-body', 'its body is not JSON that every parser reads alike, so that it may name anybody')
}

function refOf({ endpoint, id }: Extract<Address, { kind: 'resource' }>): ResourceRef {
  return { kind: endpoint, id }
}

export function nounOf(kind: ResourceKind): string {
  return kind === 'Users' ? 'user' : 'group'
}

function strangerText({ kind, id }: ResourceRef): string {
  return `${nounOf(kind)} ${id} was not made by this run`
}

function takenOverText(id: string): string {
  return `${id} belongs to somebody who was there before, and the endpoint has given the run that account`
}

function refused(code: RefusalCode, reason: string): Refused {
  return { allowed: false, code, reason }
}
