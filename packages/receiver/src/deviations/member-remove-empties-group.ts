import type { Deviation } from './deviation.ts'
import { opOf, pathOf, rewritingOperations } from './rewriting.ts'

/**
 * Takes the removal of one member, sent with a value, for the removal of all. Pain: one person leaves a group
 * and everybody is out. Source: AzureAD/SCIMReferenceCode#10, apache/directory-scimple#436.
 */
export const memberRemoveEmptiesGroup: Deviation = {
  name: 'member-remove-empties-group',
  describes: 'Takes the removal of one member, sent with a value, for the removal of all.',
  pain: 'one person leaves a group and everybody is out.',
  source: 'AzureAD/SCIMReferenceCode#10, apache/directory-scimple#436',
  create: () =>
    rewritingOperations((operation) =>
      opOf(operation) === 'remove' && /^members$/i.test(pathOf(operation))
        ? { op: 'remove', path: 'members' }
        : operation,
    ),
}
