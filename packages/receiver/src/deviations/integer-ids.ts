import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, urns } from '@scimulator/shared/scim'
import type { HandlerRequest } from '../scim/handler-port.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, isFor, rewritingResources, splitTarget, withBody, withQuery } from './rewriting.ts'

export const integerIds = defineDeviation({
  name: 'integer-ids',
  describes: 'Gives ids as JSON numbers.',
  pain: 'Clients that expect strings cannot read an answer, or send the id back in another form.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'RFC 7643 §3.1 (id is a string)',
  create: () => {
    const numbers = new IdNumbers()
    const outward = rewritingResources((resource) => numbers.outward(resource))
    return (next) => {
      const translated = outward((request) => next(inward(request, numbers)))
      // Ids of schemas and resource types are names, and stay what they are.
      return (request) => (isFor(request, 'Users') || isFor(request, 'Groups') ? translated(request) : next(request))
    }
  },
})

/** Numbers for ids, in the order in which they were first seen. */
class IdNumbers {
  readonly #numbers = new Map<string, number>()
  readonly #ids: string[] = []

  outward(resource: JsonObject): JsonObject {
    const { id, members } = resource
    const shown = {
      ...resource,
      ...(typeof id === 'string' ? { id: this.#numberOf(id) } : {}),
      ...this.#managed(resource),
    }
    return isJsonArray(members) ? { ...shown, members: members.map((member) => this.#refOutward(member)) } : shown
  }

  #managed(resource: JsonObject): JsonObject {
    const extension = resource[urns.enterpriseUser]
    const manager = isJsonObject(extension) ? extension.manager : undefined
    if (!isJsonObject(extension)) return {}
    // Where another deviation shows the member as a bare text, the text is the id.
    if (typeof manager === 'string')
      return { [urns.enterpriseUser]: { ...extension, manager: String(this.#numberOf(manager)) } }
    if (!isJsonObject(manager)) return {}
    return { [urns.enterpriseUser]: { ...extension, manager: this.#refOutward(manager) } }
  }

  idOf(text: string): string {
    return /^\d+$/.test(text) ? (this.#ids[Number(text) - 1] ?? text) : text
  }

  /** The id behind each number in quotation marks, as in a filter. */
  quoted(text: string): string {
    return text.replace(/"(\d+)"/g, (_all, digits: string) => `"${this.idOf(digits)}"`)
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
    if (name === 'path' && typeof part === 'string') return this.quoted(part)
    return this.inward(part)
  }

  /** A reference, such as a member, is text all the same. */
  #refOutward(reference: JsonValue): JsonValue {
    if (!isJsonObject(reference) || typeof reference.value !== 'string') return reference
    return { ...reference, value: String(this.#numberOf(reference.value)) }
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
  if (filter !== null) query.set('filter', numbers.quoted(filter))
  const body = bodyOf(request)
  const addressed = withQuery(request, segments.join('/'), query)
  return body ? withBody(addressed, numbers.inward(body)) : addressed
}
