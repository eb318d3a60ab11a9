import { defineDeviation } from './deviation.ts'

export const createAnswers200 = defineDeviation({
  name: 'create-answers-200',
  describes: 'Answers a create with 200 instead of 201.',
  pain: 'Clients that keep to the letter take it for an answer to something else, and Okta lists no such endpoint.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  seenBy: 'protocol',
  consequences: [],
  source: 'FusionAuth/fusionauth-issues#1775',
  create: () => (next) => async (request) => {
    const response = await next(request)
    return response.status === 201 ? { ...response, status: 200 } : response
  },
})
