import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import type { HandlerRequest } from '../scim/handler-port.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, rewritingResources, splitTarget, withBody, withQuery } from './rewriting.ts'

export const integerIds = defineDeviation({
  name: 'integer-ids',
  describes: 'Gives ids as JSON numbers.',
  pain: 'Clients that expect strings cannot read an answer, or send the id back in another form.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'RFC 7643 §3.1 (id is a string)',
  create: () => {
    const numbers = new IdNumbers()
    const outward = rewritingResources((resource) => numbers.outward(resource))
    return (next) => outward((request) => next(inward(request, numbers)))
  },
})

/** Numbers for ids, in the order in which they were first seen. */
class IdNumbers {
  readonly #numbers = new Map<string, number>()
  readonly #ids: string[] = []

  outward(resource: JsonObject): JsonObject {
    const { id, members } = resource
    const shown = typeof id === 'string' ? { id: this.#numberOf(id) } : {}
    if (!isJsonArray(members)) return { ...resource, ...shown }
    return { ...resource, ...shown, members: members.map((member) => this.#memberOutward(member)) }
  }

  idOf(text: string): string {
    return /^\d+$/.test(text) ? (this.#ids[Number(text) - 1] ?? text) : text
  }

  /** Values of members are numbers in bodies as well. */
  inward(value: JsonValue): JsonValue {
    if (isJsonArray(value)) return value.map((item) => this.inward(item))
    if (!isJsonObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, this.#partInward(name, part)]))
  }

  #partInward(name: string, part: JsonValue): JsonValue {
    if ((name === 'value' || name === 'id') && (typeof part === 'string' || typeof part === 'number')) {
      return this.idOf(String(part))
    }
    return this.inward(part)
  }

  #memberOutward(member: JsonValue): JsonValue {
    if (!isJsonObject(member) || typeof member.value !== 'string') return member
    return { ...member, value: String(this.#numberOf(member.value)) }
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.#ids.push(id)
    this.#numbers.set(id, number)
    return number
  }
}

function inward(request: HandlerRequest, numbers: IdNumbers): HandlerRequest {
  const { path, query } = splitTarget(request)
  const segments = path.split('/').map((segment) => numbers.idOf(segment))
  const filter = query.get('filter')
  if (filter !== null)
    query.set(
      'filter',
      filter.replace(/"(\d+)"/g, (_all, digits: string) => `"${numbers.idOf(digits)}"`),
    )
  const body = bodyOf(request)
  const addressed = withQuery(request, segments.join('/'), query)
  return body ? withBody(addressed, numbers.inward(body)) : addressed
}
