import { defineDeviation } from './deviation.ts'
import { rewritingResources, without } from './rewriting.ts'

export const schemasMissing = defineDeviation({
  name: 'schemas-missing',
  describes: 'Shows resources without schemas.',
  pain: 'Clients that read by schema cannot tell what they have got.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  seenBy: 'protocol',
  consequences: [],
  source: 'jelhub/scimgateway#44',
  create: () => rewritingResources((resource) => (resource.id === undefined ? resource : without(resource, 'schemas'))),
})
