import { defineDeviation } from './deviation.ts'
import { opOf, pathOf, rewritingOperations } from './rewriting.ts'

export const memberRemoveEmptiesGroup = defineDeviation({
  name: 'member-remove-empties-group',
  describes: 'Takes the removal of one member, sent with a value, for the removal of all.',
  pain: 'One person leaves a group and everybody is out.',
  hurts: ['entraLegacy', 'jumpcloud'],
  damage: 'others',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'AzureAD/SCIMReferenceCode#10, apache/directory-scimple#436',
  doesMore: true,
  create: () =>
    rewritingOperations((operation) =>
      opOf(operation) === 'remove' && /^members$/i.test(pathOf(operation))
        ? { op: 'remove', path: 'members' }
        : operation,
    ),
})
