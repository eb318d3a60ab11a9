import { defineDeviation } from './deviation.ts'
import { opOf, pathOf, rewritingOperations } from './rewriting.ts'

export const memberFilterRemoveNotDone = defineDeviation({
  name: 'member-filter-remove-not-done',
  describes: 'Answers the removal of a member by a filter in the path, and does not remove them.',
  pain: 'A person leaves a group and keeps its access.',
  hurts: ['entra', 'okta', 'rfc'],
  damage: 'access',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'wso2/product-is#7040, simpleidserver/SimpleIdServer#164',
  create: () =>
    rewritingOperations((operation) =>
      opOf(operation) === 'remove' && /^members\[/i.test(pathOf(operation)) ? undefined : operation,
    ),
})
