import type { Deviation } from './deviation.ts'
import { opOf, pathOf, rewritingOperations } from './rewriting.ts'

/**
 * Takes an added member for the only member. Pain: a group holds whoever was added last. Source:
 * grokability/snipe-it#19096.
 */
export const memberAddReplaces: Deviation = {
  name: 'member-add-replaces',
  describes: 'Takes an added member for the only member.',
  pain: 'a group holds whoever was added last.',
  source: 'grokability/snipe-it#19096',
  create: () =>
    rewritingOperations((operation) =>
      opOf(operation) === 'add' && pathOf(operation).toLowerCase() === 'members'
        ? { ...operation, op: 'replace' }
        : operation,
    ),
}
