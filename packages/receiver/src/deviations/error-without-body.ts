import type { Deviation } from './deviation.ts'
import { withText } from './rewriting.ts'

/**
 * Answers errors without a body. Pain: nobody can tell why a test or a sync fails. Source:
 * bitwarden/server#7309.
 */
export const errorWithoutBody: Deviation = {
  name: 'error-without-body',
  describes: 'Answers errors without a body.',
  pain: 'nobody can tell why a test or a sync fails.',
  source: 'bitwarden/server#7309',
  create: () => (next) => async (request) => {
    const response = await next(request)
    return response.status >= 400 ? withText(response, '') : response
  },
}
