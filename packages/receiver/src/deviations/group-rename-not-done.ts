import { defineDeviation } from './deviation.ts'
import { ignoringChanges } from './ignoring-changes.ts'

export const groupRenameNotDone = defineDeviation({
  name: 'group-rename-not-done',
  describes: 'Answers a change of the displayName of a group and keeps the old one.',
  pain: 'The group has another name on each side, and is not found by its new name.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'attribute',
  seenBy: ['directory.groups'],
  consequences: [],
  source: 'jelhub/scimgateway#95',
  looksInside: true,
  create: () => ignoringChanges('Groups', 'displayName'),
})
