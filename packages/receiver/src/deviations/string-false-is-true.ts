import type { Deviation } from './deviation.ts'
import { rewritingOperations } from './rewriting.ts'

/**
 * Takes the text "False" for true, like all text that is not empty. Pain: Entra ID disables somebody, gets a 200,
 * and he stays active. Source: thomaspoignant/scim-patch#872, scimmyjs/scimmy#51.
 */
export const stringFalseIsTrue: Deviation = {
  name: 'string-false-is-true',
  describes: 'Takes the text "False" for true, like all text that is not empty.',
  pain: 'Entra ID disables somebody, gets a 200, and he stays active.',
  source: 'thomaspoignant/scim-patch#872, scimmyjs/scimmy#51',
  create: () =>
    rewritingOperations((operation) =>
      typeof operation.value === 'string' && operation.value.toLowerCase() === 'false'
        ? { ...operation, value: true }
        : operation,
    ),
}
