import type { JsonObject } from '@scimulator/shared/scim'
import { idOf, storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { errorAnswer, isFor, without } from './rewriting.ts'

export const unchangedRefused = defineDeviation({
  name: 'unchanged-refused',
  describes: 'Refuses a PATCH of a user that changes nothing.',
  pain: 'A request that is sent once more fails, and goes on failing although all is as it must be.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  seenBy: 'protocol',
  consequences: [],
  source: 'better-auth/better-auth#8549',
  create: () => (next) => async (request) => {
    if (request.method !== 'PATCH' || !isFor(request, 'Users') || idOf(request) === undefined) return next(request)
    const before = await storedResource(next, request)
    const response = await next(request)
    const after = response.status < 300 ? await storedResource(next, request) : undefined
    const isSame = before && after && textOf(before) === textOf(after)
    return isSame ? errorAnswer(400, 'invalidValue', 'No valid fields to update.') : response
  },
})

function textOf(resource: JsonObject): string {
  return JSON.stringify(without(resource, 'meta'))
}
