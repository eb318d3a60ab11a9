import { defineDeviation } from './deviation.ts'
import { rewritingResources, without } from './rewriting.ts'

export const externalIdNotEchoed = defineDeviation({
  name: 'external-id-not-echoed',
  describes: 'Stores externalId and never returns it.',
  pain: 'The identity provider sends it anew in each cycle.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'cosmetic',
  seenBy: ['directory.users.externalId', 'directory.groups.externalId'],
  consequences: [],
  source: 'langwatch/langwatch#6974',
  create: () => rewritingResources((resource) => without(resource, 'externalId')),
})
