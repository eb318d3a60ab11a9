import { isJsonArray } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { opOf, pathOf, rewritingOperations } from './rewriting.ts'

export const onlyOneMemberAdded = defineDeviation({
  name: 'only-one-member-added',
  describes: 'Adds the first of several members that one operation names.',
  pain: 'A group is filled in one request and holds one person.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'Microsoft: requirements for the application gallery (several memberships in one PATCH)',
  create: () =>
    rewritingOperations((operation) =>
      opOf(operation) === 'add' && /^members$/i.test(pathOf(operation)) && isJsonArray(operation.value)
        ? { ...operation, value: operation.value.slice(0, 1) }
        : operation,
    ),
})
