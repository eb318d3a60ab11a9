import { isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { pathOf, rewritingOperations } from './rewriting.ts'

export const urnKeysIgnored = defineDeviation({
  name: 'urn-keys-ignored',
  describes: 'Ignores names with the URN of an extension in the value of a PATCH operation without a path.',
  pain: 'With the suffix on its URL, Entra ID changes a department, gets a 200, and the old one stays.',
  hurts: ['entra'],
  damage: 'attribute',
  seenBy: ['directory.users.department'],
  consequences: [],
  source: 'grokability/snipe-it#19115',
  create: () => rewritingOperations(withoutUrnNames),
})

function withoutUrnNames(operation: JsonObject): JsonObject | undefined {
  const { value } = operation
  if (pathOf(operation) !== '' || !isJsonObject(value)) return operation
  const kept = Object.entries(value).filter(
    ([name]) => !/^urn:.*:[a-z]\w*(\.|$)/i.test(name) || /:(User|Group)$/.test(name),
  )
  return kept.length === 0 ? undefined : { ...operation, value: Object.fromEntries(kept) }
}
