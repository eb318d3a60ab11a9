import type { Deviation } from './deviation.ts'
import { errorAnswer } from './rewriting.ts'

/**
 * Answers DELETE with 405. Pain: accounts pile up, and JumpCloud leaves its test user behind. Source:
 * Unleash/unleash#9190.
 */
export const deleteNotSupported: Deviation = {
  name: 'delete-not-supported',
  describes: 'Answers DELETE with 405.',
  pain: 'accounts pile up, and JumpCloud leaves its test user behind.',
  source: 'Unleash/unleash#9190',
  create: () => (next) => async (request) =>
    request.method === 'DELETE' ? errorAnswer(405, undefined, 'DELETE is not supported.') : next(request),
}
