import { defineDeviation } from './deviation.ts'
import { ignoringChanges } from './ignoring-changes.ts'

export const userNameFixed = defineDeviation({
  name: 'user-name-fixed',
  describes: 'Answers a change of userName and keeps the old one.',
  pain: 'A person who was renamed signs in under the old name, and is no longer found by the new one.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'attribute',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'jelhub/scimgateway#137, ssoready/ssoready#157',
  looksInside: true,
  create: () => ignoringChanges('Users', 'userName'),
})
