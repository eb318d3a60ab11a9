import { ask, idOf } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { isFor, splitTarget } from './rewriting.ts'

export const deletedStillThere = defineDeviation({
  name: 'deleted-still-there',
  describes: 'Answers DELETE of a user with 204 and keeps the account as it was.',
  pain: 'Accounts pile up, and people who left keep theirs.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'access',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'MicrosoftDocs/entra-docs#1',
  looksInside: true,
  create: () => (next) => async (request) => {
    if (request.method !== 'DELETE' || !isFor(request, 'Users') || idOf(request) === undefined) return next(request)
    const there = await ask(next, request, { method: 'GET', target: splitTarget(request).path })
    return there.status < 300 ? { status: 204, headers: {}, body: '' } : there
  },
})
