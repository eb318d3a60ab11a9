import { isJsonArray, isJsonObject } from '@scimulator/shared/scim'
import { mentions } from './attribute.ts'
import { defineDeviation } from './deviation.ts'
import { isFor, rewritingBody } from './rewriting.ts'

export const reactivatedByUpdate = defineDeviation({
  name: 'reactivated-by-update',
  describes: 'Makes a user active at every update that does not mention active.',
  pain: 'A person who was disabled gets access back with the next change of a title.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'access',
  seenBy: ['directory.users.active'],
  consequences: [],
  source: 'getprobo/probo#711',
  doesMore: true,
  create: () =>
    rewritingBody((body, request) => {
      if (!isFor(request, 'Users')) return body
      if (request.method === 'PUT') return 'active' in body ? body : { ...body, active: true }
      const operations = body.Operations
      if (request.method !== 'PATCH' || !isJsonArray(operations)) return body
      const isSaid = operations.some((one) => isJsonObject(one) && mentions(one, 'active'))
      const activation = { op: 'replace', path: 'active', value: true }
      return isSaid ? body : { ...body, Operations: [...operations, activation] }
    }),
})
