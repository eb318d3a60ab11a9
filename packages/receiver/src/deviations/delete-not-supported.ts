import { defineDeviation } from './deviation.ts'
import { errorAnswer } from './rewriting.ts'

export const deleteNotSupported = defineDeviation({
  name: 'delete-not-supported',
  describes: 'Answers DELETE with 405.',
  pain: 'Accounts pile up, and JumpCloud leaves its test user behind.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.groups', 'jumpcloud.activate'],
  consequences: [],
  source: 'Unleash/unleash#9190',
  create: () => (next) => async (request) =>
    request.method === 'DELETE' ? errorAnswer(405, undefined, 'DELETE is not supported.') : next(request),
})
