import { defineDeviation } from './deviation.ts'
import { opOf, pathOf, rewritingOperations } from './rewriting.ts'

export const memberAddReplaces = defineDeviation({
  name: 'member-add-replaces',
  describes: 'Takes an added member for the only member.',
  pain: 'A group holds only the person who was added last.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'grokability/snipe-it#19096',
  doesMore: true,
  create: () =>
    rewritingOperations((operation) =>
      opOf(operation) === 'add' && pathOf(operation).toLowerCase() === 'members'
        ? { ...operation, op: 'replace' }
        : operation,
    ),
})
