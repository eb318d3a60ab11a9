import type { Deviation } from './deviation.ts'
import { answerBody, withAnswer, without } from './rewriting.ts'

/**
 * Leaves scimType out of a 409. Pain: clients cannot tell that the person exists and try for ever. Source:
 * getsentry/sentry#117860.
 */
export const conflictWithoutScimType: Deviation = {
  name: 'conflict-without-scim-type',
  describes: 'Leaves scimType out of a 409.',
  pain: 'clients cannot tell that the person exists and try for ever.',
  source: 'getsentry/sentry#117860',
  create: () => (next) => async (request) => {
    const response = await next(request)
    const body = answerBody(response)
    return response.status === 409 && body ? withAnswer(response, without(body, 'scimType')) : response
  },
}
