import { defineDeviation } from './deviation.ts'
import { errorAnswer } from './rewriting.ts'

export const conflictNot409 = defineDeviation({
  name: 'conflict-not-409',
  describes: 'Answers a conflict with 400.',
  pain: 'A person who exists already is taken for bad data, and is not looked up.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users.title'],
  consequences: [],
  source: 'FusionAuth/fusionauth-issues#1776, getsentry/sentry#117860',
  create: () => (next) => async (request) => {
    const response = await next(request)
    return response.status === 409 ? errorAnswer(400, undefined, 'The user could not be created.') : response
  },
})
