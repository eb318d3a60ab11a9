// The writes of a recording, each with whom it is about and what it says, and who was there before anybody wrote.
import { unescaped } from '@scimulator/shared/http'
import type { Exchange } from '@scimulator/shared/provisioning'
import { asText, isJsonArray, isJsonObject, type JsonObject, parsedJson } from '@scimulator/shared/scim'
import type { Recognised } from '../recognise/recognise.ts'
import { operationsIn, type PlainValues, valuesOf, valuesOfOperations } from './plain-values.ts'

export type Kind = 'User' | 'Group'

export interface Write {
  /** Index of the exchange. */
  readonly at: number
  readonly kind: Kind
  readonly op: 'create' | 'change' | 'delete'
  /** Whom it is about: the id at the target, or the name where there was never one. */
  readonly key: string
  readonly values: PlainValues
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Whether the list of members is the whole one. */
  readonly isWhole: boolean
  readonly isDone: boolean
  /** With what can be read. */
  readonly isAnswered: boolean
}

/** Somebody whom the target had, and the recording never makes. */
export interface Found {
  readonly at: number
  readonly kind: Kind
  readonly id: string
  readonly resource: JsonObject
}

export interface ToldExchange {
  readonly at: number
  readonly exchange: Exchange
  readonly recognised: Recognised
}

export function writeOf({ at, exchange }: ToldExchange): Write | undefined {
  const { method, url, body } = exchange.request
  const [, place, id] = /\/(Users|Groups)(?:\/([^/?]+))?\/?(?:\?|$)/.exec(url) ?? []
  if (method === 'GET' || place === undefined) return undefined
  const kind = place === 'Users' ? 'User' : 'Group'
  const isDone = (exchange.response?.status ?? 500) < 300
  const sent = objectIn(body)
  const isAnswered =
    exchange.response !== undefined &&
    (exchange.response.status === 204 || parsedJson(exchange.response.body) !== undefined)
  const about = {
    at,
    kind,
    isDone,
    isAnswered,
    key: id === undefined ? keyOfMade(exchange, kind) : unescaped(id),
  } as const
  if (method === 'DELETE') return { ...about, op: 'delete', values: new Map(), added: [], removed: [], isWhole: false }
  const op = method === 'POST' ? 'create' : 'change'
  if (method !== 'PATCH')
    return { ...about, op, values: valuesOf(sent), added: idsIn(sent.members), removed: [], isWhole: 'members' in sent }
  return { ...about, op, values: valuesOfOperations(sent), ...membersOf(sent) }
}

function membersOf(body: JsonObject): Pick<Write, 'added' | 'removed' | 'isWhole'> {
  const about = operationsIn(body).filter(({ path }) => /^members/i.test(path ?? ''))
  const isRemoval = ({ op }: { readonly op: string }) => /^remove$/i.test(op)
  const idOf = (path: string | undefined) => /value eq "([^"]+)"/.exec(path ?? '')?.[1]
  return {
    added: about.filter((one) => !isRemoval(one)).flatMap(({ value }) => idsIn(value)),
    removed: about.filter(isRemoval).flatMap(({ path, value }) => idOf(path) ?? idsIn(value)),
    isWhole: about.some(({ op }) => /^replace$/i.test(op)),
  }
}

function idsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [])
    .filter(isJsonObject)
    .flatMap((one) => (typeof one.value === 'string' ? [one.value] : []))
}

function keyOfMade({ request, response }: Exchange, kind: Kind): string {
  const answer = objectIn(response?.body)
  if (response && response.status < 300 && typeof answer.id === 'string') return answer.id
  return nameIn(objectIn(request.body), kind)
}

/** What a resource is called before anybody knows its id. */
export function nameIn(resource: JsonObject, kind: Kind): string {
  return `name:${asText(kind === 'User' ? resource.userName : resource.displayName).toLowerCase()}`
}

/** Resources that an answer to a question shows. */
export function foundIn({ at, exchange }: ToldExchange): readonly Found[] {
  const { method, url } = exchange.request
  const place = /\/(Users|Groups)(?:[/?]|$)/.exec(url)?.[1]
  if (method !== 'GET' || place === undefined || exchange.response?.status !== 200) return []
  const answer = objectIn(exchange.response.body)
  const listed = isJsonArray(answer.Resources) ? answer.Resources.filter(isJsonObject) : [answer]
  const kind = place === 'Users' ? 'User' : 'Group'
  return listed.flatMap((resource) =>
    typeof resource.id === 'string' ? [{ at, kind, id: resource.id, resource }] : [],
  )
}

export function objectIn(body: string | undefined): JsonObject {
  const value = parsedJson(body ?? '')
  return isJsonObject(value) ? value : {}
}
