import { isJsonObject, urns } from '@scimulator/shared/scim'
import { storedResource } from './asking.ts'
import { attributeValue } from './attribute.ts'
import { defineDeviation } from './deviation.ts'
import { ignoringChanges } from './ignoring-changes.ts'

const MANAGER = `${urns.enterpriseUser}:manager`

export const managerNotWritten = defineDeviation({
  name: 'manager-not-written',
  describes: 'Keeps the first manager of a user, and answers every change of it without storing anything.',
  pain: 'People stay with a manager whom they no longer have, and Entra ID sends the new one at every evaluation.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  seenBy: ['directory.users.manager'],
  consequences: [],
  source: 'MicrosoftDocs/azure-docs#45885, MicrosoftDocs/azure-docs#11784',
  looksInside: true,
  create: () => (next) => {
    const ignoring = ignoringChanges('Users', MANAGER)(next)
    return async (request) => {
      const isUpdate = request.method === 'PATCH' || request.method === 'PUT'
      const stored = isUpdate ? await storedResource(next, request) : undefined
      return stored && isJsonObject(attributeValue(stored, MANAGER)) ? ignoring(request) : next(request)
    }
  },
})
