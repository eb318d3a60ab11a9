import { defineDeviation } from './deviation.ts'
import { withText } from './rewriting.ts'

export const errorWithoutBody = defineDeviation({
  name: 'error-without-body',
  describes: 'Answers errors without a body.',
  pain: 'It cannot be told why a test or a sync fails.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  seenBy: 'protocol',
  consequences: [],
  source: 'bitwarden/server#7309',
  create: () => (next) => async (request) => {
    const response = await next(request)
    return response.status >= 400 ? withText(response, '') : response
  },
})
