import { afterDeactivation } from './after-deactivation.ts'
import { ask } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { splitTarget } from './rewriting.ts'

export const disableDeletes = defineDeviation({
  name: 'disable-deletes',
  describes: 'Deletes a user who is deactivated.',
  pain: 'A person who comes back gets an empty account, and what belonged to the old one is lost.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'langfuse/langfuse#8236, Infisical/infisical#2136',
  looksInside: true,
  create: () =>
    afterDeactivation((next, request) => ask(next, request, { method: 'DELETE', target: splitTarget(request).path })),
})
