import { defineDeviation } from './deviation.ts'
import { ignoringChanges } from './ignoring-changes.ts'

export const emailChangeIgnored = defineDeviation({
  name: 'email-change-ignored',
  describes: 'Stores emails when a user is created, and ignores every later change of them.',
  pain: 'Mail goes to an address that the person gave up, and which may belong to another person by now.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'attribute',
  seenBy: ['directory.users.emails'],
  consequences: [],
  source: 'sourcegraph/sourcegraph-public-snapshot#48720',
  looksInside: true,
  create: () => ignoringChanges('Users', 'emails'),
})
