import { isJsonArray, isJsonObject } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer } from './rewriting.ts'

export const capitalOperations = defineDeviation({
  name: 'capital-operations',
  describes: 'Refuses operations that are not written in small letters with 400.',
  pain: 'Without the suffix on its URL, nothing that Entra ID changes arrives, a disable included.',
  hurts: ['entraLegacy'],
  damage: 'access',
  seenBy: ['directory.users.active', 'directory.groups.members'],
  consequences: [],
  source: 'langwatch/langwatch#6972, Captain-P-Goldfish/scim-for-keycloak#5',
  create: () => (next) => async (request) => {
    const operations = request.method === 'PATCH' ? bodyOf(request)?.Operations : undefined
    const isCapital = (op: unknown) => typeof op === 'string' && op !== op.toLowerCase()
    return isJsonArray(operations) && operations.some((one) => isJsonObject(one) && isCapital(one.op))
      ? errorAnswer(400, 'invalidSyntax', 'op is one of add, remove and replace.')
      : next(request)
  },
})
