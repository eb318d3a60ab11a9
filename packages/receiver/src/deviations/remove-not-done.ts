import { defineDeviation } from './deviation.ts'
import { isFor, opOf, rewritingOperations } from './rewriting.ts'

export const removeNotDone = defineDeviation({
  name: 'remove-not-done',
  describes: 'Answers remove operations on a user and carries none of them out.',
  pain: 'A value that a person gave up stays for good.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  seenBy: ['directory.users.manager', 'directory.users.title'],
  consequences: [],
  source: 'open-webui/open-webui#30074',
  create: () =>
    rewritingOperations((operation, request) =>
      isFor(request, 'Users') && opOf(operation) === 'remove' ? undefined : operation,
    ),
})
