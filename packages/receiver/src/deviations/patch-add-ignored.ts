import { defineDeviation } from './deviation.ts'
import { isFor, opOf, rewritingOperations } from './rewriting.ts'

export const patchAddIgnored = defineDeviation({
  name: 'patch-add-ignored',
  describes: 'Carries out only the replace operations of a PATCH of a user; add and remove are answered and ignored.',
  pain: 'A value that a person did not have before never arrives, and one that was given up stays.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  seenBy: 'end-state',
  consequences: [],
  source: 'open-webui/open-webui#30074',
  create: () =>
    rewritingOperations((operation, request) =>
      isFor(request, 'Users') && opOf(operation) !== 'replace' ? undefined : operation,
    ),
})
