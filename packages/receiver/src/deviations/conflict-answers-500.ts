import type { Deviation } from './deviation.ts'
import { errorAnswer } from './rewriting.ts'

/**
 * Answers a conflict with 500. Pain: the identity provider retries what can never succeed. Source:
 * lightdash/lightdash#22402.
 */
export const conflictAnswers500: Deviation = {
  name: 'conflict-answers-500',
  describes: 'Answers a conflict with 500.',
  pain: 'the identity provider retries what can never succeed.',
  source: 'lightdash/lightdash#22402',
  create: () => (next) => async (request) => {
    const response = await next(request)
    return response.status === 409 ? errorAnswer(500, undefined, 'Internal server error') : response
  },
}
