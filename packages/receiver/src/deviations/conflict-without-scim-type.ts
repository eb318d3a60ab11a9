import { defineDeviation } from './deviation.ts'
import { answerBody, withAnswer, without } from './rewriting.ts'

export const conflictWithoutScimType = defineDeviation({
  name: 'conflict-without-scim-type',
  describes: 'Leaves scimType out of a 409.',
  pain: 'Clients cannot tell that the person exists, and try forever.',
  hurts: ['rfc'],
  damage: 'stops',
  seenBy: 'protocol',
  consequences: [],
  source: 'getsentry/sentry#117860',
  create: () => (next) => async (request) => {
    const response = await next(request)
    const body = answerBody(response)
    return response.status === 409 && body ? withAnswer(response, without(body, 'scimType')) : response
  },
})
