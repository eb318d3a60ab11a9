import { defineDeviation } from './deviation.ts'
import { errorAnswer, splitTarget } from './rewriting.ts'

export const unknownIdNot404 = defineDeviation({
  name: 'unknown-id-not-404',
  describes: 'Answers a read of a user who is not there with 500.',
  pain: 'Who has been deleted at the endpoint is never created again: the identity provider takes it for an outage and waits.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'stops',
  seenBy: 'protocol',
  consequences: [],
  source: 'wso2/product-is#7300, wso2/product-is#7289',
  create: () => (next) => async (request) => {
    const response = await next(request)
    const isRead = request.method === 'GET' && /\/Users\/[^/]+$/.test(splitTarget(request).path)
    return isRead && response.status === 404 ? errorAnswer(500, undefined, 'Internal server error') : response
  },
})
