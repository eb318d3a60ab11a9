import { defineDeviation } from './deviation.ts'
import { opOf, pathOf, rewritingOperations } from './rewriting.ts'

export const memberFilterRemoveEmptiesGroup = defineDeviation({
  name: 'member-filter-remove-empties-group',
  describes: 'Takes the removal of one member, by a filter in the path, for the removal of all.',
  pain: 'One person leaves a group and everybody is out.',
  hurts: ['entra', 'okta', 'rfc'],
  damage: 'access',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'msaad00/agent-bom#3533, apache/directory-scimple#448',
  doesMore: true,
  create: () =>
    rewritingOperations((operation) =>
      opOf(operation) === 'remove' && /^members\[/i.test(pathOf(operation))
        ? { op: 'remove', path: 'members' }
        : operation,
    ),
})
