import { defineDeviation } from './deviation.ts'

export const wrongTokenNot401 = defineDeviation({
  name: 'wrong-token-not-401',
  describes: 'Answers a request with a wrong token, or with none, as a fault of the server.',
  pain: 'A token that has run out looks like an outage, and is not renewed.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  seenBy: 'protocol',
  consequences: [],
  source: 'keycloak/keycloak#49973',
  create: () => (next) => async (request) => {
    const response = await next(request)
    return response.status === 401 ? { ...response, status: 500 } : response
  },
})
