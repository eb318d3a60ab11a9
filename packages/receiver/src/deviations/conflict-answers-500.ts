import { defineDeviation } from './deviation.ts'
import { errorAnswer } from './rewriting.ts'

export const conflictAnswers500 = defineDeviation({
  name: 'conflict-answers-500',
  describes: 'Answers a conflict with 500.',
  pain: 'The identity provider retries what can never succeed.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users.title'],
  consequences: [],
  source: 'lightdash/lightdash#22402',
  create: () => (next) => async (request) => {
    const response = await next(request)
    return response.status === 409 ? errorAnswer(500, undefined, 'Internal server error') : response
  },
})
