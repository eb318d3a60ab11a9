import { isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { pathOf, rewritingOperations } from './rewriting.ts'

export const dottedKeysIgnored = defineDeviation({
  name: 'dotted-keys-ignored',
  describes: 'Ignores names with a dot, such as name.givenName, in the value of a PATCH operation without a path.',
  pain: 'With the suffix on its URL, Entra ID changes a name, gets a 200, and the old name stays.',
  hurts: ['entra'],
  damage: 'attribute',
  seenBy: ['directory.users.name'],
  consequences: [],
  source: 'pond/scimitar#123, scimmyjs/scimmy#11',
  create: () => rewritingOperations(withoutDottedNames),
})

function withoutDottedNames(operation: JsonObject): JsonObject | undefined {
  const { value } = operation
  if (pathOf(operation) !== '' || !isJsonObject(value)) return operation
  const kept = Object.entries(value).filter(([name]) => /^urn:/i.test(name) || !name.includes('.'))
  return kept.length === 0 ? undefined : { ...operation, value: Object.fromEntries(kept) }
}
