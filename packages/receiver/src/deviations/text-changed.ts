import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { rewritingBody } from './rewriting.ts'

export const textChanged = defineDeviation({
  name: 'text-changed',
  describes: 'Stores a question mark for every letter outside ASCII.',
  pain: 'Names are spoilt, and identity providers send them again and again.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'attribute',
  seenBy: ['directory.users.displayName'],
  consequences: [],
  source: 'gravitee-io/issues#8847',
  create: () => rewritingBody((body) => asciiObject(body)),
})

function asciiObject(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, ascii(value)]))
}

function ascii(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.replace(/[^ -~]/gu, '?')
  if (isJsonArray(value)) return value.map(ascii)
  return isJsonObject(value) ? asciiObject(value) : value
}
