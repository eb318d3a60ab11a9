import { defineDeviation } from './deviation.ts'
import { rewritingOperations } from './rewriting.ts'

export const stringFalseIsTrue = defineDeviation({
  name: 'string-false-is-true',
  describes: 'Takes the text "False" for true, like all text that is not empty.',
  pain: 'Entra ID disables a person, gets a 200, and the person stays active.',
  hurts: ['entraLegacy'],
  damage: 'access',
  seenBy: ['directory.users.active'],
  consequences: [],
  source: 'thomaspoignant/scim-patch#872, scimmyjs/scimmy#51',
  create: () =>
    rewritingOperations((operation) =>
      typeof operation.value === 'string' && operation.value.toLowerCase() === 'false'
        ? { ...operation, value: true }
        : operation,
    ),
})
