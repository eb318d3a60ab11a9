import { defineDeviation } from './deviation.ts'
import { rewritingResources, without } from './rewriting.ts'

export const activeNotShown = defineDeviation({
  name: 'active-not-shown',
  describes: 'Stores active and never returns it.',
  pain: 'No client can tell whether a leaver has been shut out, and the identity provider writes it anew in each cycle.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'attribute',
  seenBy: ['directory.users.active'],
  consequences: [],
  source: 'grokability/snipe-it#13855',
  create: () => rewritingResources((resource) => without(resource, 'active')),
})
