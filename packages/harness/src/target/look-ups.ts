// What led to an id. A write to somebody's account is the endpoint's mistake when it answered a question for the run's own value with an
// account that does not have it, and ours when the question was for another value.
import type { Exchange } from '@scimulator/shared/provisioning'
import {
  type Filter,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseFilter,
} from '@scimulator/shared/scim'
import { readAddress } from './read-address.ts'
import { idOf, resourcesIn } from './read-answer.ts'
import { idKey, type ResourceRef } from './resource-kind.ts'

/** How the run came to know an id that is not in its ledger. */
export type Origin =
  /** A lookup for one value was answered with the resource. */
  | {
      readonly by: 'look-up'
      readonly asked: string
      readonly value: string
      readonly isOwn: boolean
      readonly hasIt: boolean
    }
  /** It stood in a list that asked for nothing. */
  | { readonly by: 'list'; readonly asked: string }
  /** It is named by a resource of the run's own: a member, a manager. */
  | { readonly by: 'own-resource'; readonly asked: string }
  /** A POST was answered with it. */
  | { readonly by: 'post'; readonly asked: string; readonly withoutId?: true }

export interface LookUps {
  /** @param body of an answer with a status below 300 */
  note(exchange: Exchange, body: JsonObject | undefined, isOurs: (ref: ResourceRef) => boolean): void
  /** @param asked the POST that was answered with it */
  noteTakeOver(ref: ResourceRef, asked: string): void
  originOf(ref: ResourceRef): Origin | undefined
  /** A POST that was answered without an id, if there was one. */
  readonly nameless: Origin | undefined
}

export function createLookUps(base: string, ownsValue: (value: string) => boolean): LookUps {
  const origins = new Map<string, Origin>()
  /** Ids in answers about our own resources; their kind is often not said. */
  const named = new Map<string, Origin>()
  let nameless: Origin | undefined

  function note(exchange: Exchange, body: JsonObject | undefined, isOurs: (ref: ResourceRef) => boolean): void {
    const { request, response } = exchange
    if (!response || response.status >= 300 || request.method === 'DELETE') return
    const address = readAddress(request.url, base)
    const asked = `${request.method} ${request.url}`
    const endpoint = 'endpoint' in address ? address.endpoint : undefined
    const question = questionIn(request.url)
    if (request.method === 'POST' && address.kind === 'collection' && (!body || idOf(body) === undefined)) {
      nameless = { by: 'post', asked, withoutId: true }
    }
    for (const { kind, id, resource } of resourcesIn(body, endpoint)) {
      const ref = { kind, id }
      if (isOurs(ref)) noteNamed(resource, asked)
      else origins.set(idKey(ref), question ? answered(question, resource, asked) : { by: 'list', asked })
    }
  }

  function answered(question: Question, resource: JsonValue, asked: string): Origin {
    const hasIt = textsUnder(resource, question.attribute).some(
      (text) => text.toLowerCase() === question.value.toLowerCase(),
    )
    return { by: 'look-up', asked, value: question.value, isOwn: ownsValue(question.value), hasIt }
  }

  function noteNamed(resource: JsonValue, asked: string): void {
    for (const attribute of ['members', 'manager', 'groups']) {
      for (const id of textsUnder(resource, attribute)) named.set(id, { by: 'own-resource', asked })
    }
  }

  return {
    note,
    noteTakeOver: (ref, asked) => void origins.set(idKey(ref), { by: 'post', asked }),
    get nameless() {
      return nameless
    },
    originOf: (ref) => origins.get(idKey(ref)) ?? named.get(ref.id),
  }
}

interface Question {
  readonly attribute: string
  readonly value: string
}

/** The first equality of the URL's filter. */
function questionIn(url: string): Question | undefined {
  const query = url.split('?')[1] ?? ''
  const text = new URLSearchParams(query).get('filter')
  if (text === null) return undefined
  try {
    return equalityIn(parseFilter(text))
  } catch {
    return undefined
  }
}

function equalityIn(filter: Filter, under = ''): Question | undefined {
  if (filter.kind === 'and' || filter.kind === 'or') {
    return filter.operands.map((operand) => equalityIn(operand, under)).find((found) => found !== undefined)
  }
  if (filter.kind === 'valuePath') return equalityIn(filter.test ?? filter.filter, filter.path.attribute)
  if (filter.kind !== 'compare' || filter.operator !== 'eq') return undefined
  if (under !== '' && filter.path.attribute.toLowerCase() === 'type') return undefined
  return { attribute: under === '' ? filter.path.attribute : under, value: String(filter.literal.value) }
}

/** Every text that stands under an attribute, at any depth, in a resource or its extensions. */
function textsUnder(value: JsonValue, attribute: string, inside = false): string[] {
  if (isJsonArray(value)) return value.flatMap((item) => textsUnder(item, attribute, inside))
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([name, item]) =>
      textsUnder(item, attribute, inside || name.toLowerCase() === attribute.toLowerCase()),
    )
  }
  return inside && (typeof value === 'string' || typeof value === 'number') ? [String(value)] : []
}
