import { isJsonArray, isJsonObject } from '@scimulator/shared/scim'
import { ask, collectionTarget, idOf, storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { isFor } from './rewriting.ts'

export const groupDeleteRemovesPeople = defineDeviation({
  name: 'group-delete-removes-people',
  describes: 'Deletes the members of a group together with it.',
  pain: 'A group is no longer needed, and the accounts of its members are gone.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'MicrosoftDocs/azure-docs#63942',
  looksInside: true,
  create: () => (next) => async (request) => {
    const isDelete = request.method === 'DELETE' && isFor(request, 'Groups') && idOf(request) !== undefined
    const group = isDelete ? await storedResource(next, request) : undefined
    const members = isJsonArray(group?.members) ? group.members.filter((one) => isJsonObject(one)) : []
    for (const { value } of members)
      await ask(next, request, { method: 'DELETE', target: `${collectionTarget(request, 'Users')}/${String(value)}` })
    return next(request)
  },
})
