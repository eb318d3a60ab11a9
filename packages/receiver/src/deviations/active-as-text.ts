import { defineDeviation } from './deviation.ts'
import { rewritingResources } from './rewriting.ts'

export const activeAsText = defineDeviation({
  name: 'active-as-text',
  describes: 'Returns active as the text "True" or "False".',
  pain: 'Clients cannot read the user, or take "False" for true.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'access',
  seenBy: ['directory.users.active'],
  consequences: [],
  source: 'grokability/snipe-it#13948 (active that is not a boolean)',
  create: () =>
    rewritingResources((resource) =>
      typeof resource.active === 'boolean' ? { ...resource, active: resource.active ? 'True' : 'False' } : resource,
    ),
})
