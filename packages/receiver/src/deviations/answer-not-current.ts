import { storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { isFor, withAnswer } from './rewriting.ts'

export const answerNotCurrent = defineDeviation({
  name: 'answer-not-current',
  describes: 'Answers a PATCH of a user with the user as they were before it.',
  pain: 'A client that takes the answer for the state of the person sees the change as not done.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  seenBy: 'protocol',
  consequences: [],
  source: 'MicrosoftDocs/azure-docs#60316, Captain-P-Goldfish/SCIM-SDK#188',
  create: () => (next) => async (request) => {
    const isPatch = request.method === 'PATCH' && isFor(request, 'Users')
    const before = isPatch ? await storedResource(next, request) : undefined
    const response = await next(request)
    return before && response.status === 200 ? withAnswer(response, before) : response
  },
})
