import { isJsonArray, isJsonObject } from '@scimulator/shared/scim'
import { storedResource } from './asking.ts'
import { mentions } from './attribute.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer, isFor } from './rewriting.ts'

export const returnRefused = defineDeviation({
  name: 'return-refused',
  describes: 'Refuses to activate an inactive user with 400.',
  pain: 'A person who comes back stays locked out.',
  hurts: ['entra', 'entraLegacy', 'okta', 'rfc'],
  damage: 'access',
  seenBy: ['directory.users.active'],
  consequences: [],
  source: 'FusionAuth/fusionauth-issues#3311',
  looksInside: true,
  create: () => (next) => async (request) => {
    const operations = request.method === 'PATCH' && isFor(request, 'Users') ? bodyOf(request)?.Operations : undefined
    const isAsked = isJsonArray(operations) && operations.some((one) => isJsonObject(one) && mentions(one, 'active'))
    const stored = isAsked ? await storedResource(next, request) : undefined
    return stored?.active === false ? errorAnswer(400, 'invalidValue', 'Invalid SCIM patch request.') : next(request)
  },
})
