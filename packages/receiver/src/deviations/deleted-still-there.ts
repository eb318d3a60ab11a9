import { ask, idOf, patchBody } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { isFor, splitTarget } from './rewriting.ts'

export const deletedStillThere = defineDeviation({
  name: 'deleted-still-there',
  describes: 'Answers DELETE of a user with 204 and keeps the account, inactive.',
  pain: 'Accounts pile up, and the data of people who left stays.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'access',
  seenBy: 'end-state',
  consequences: [],
  source: 'MicrosoftDocs/entra-docs#1',
  create: () => (next) => async (request) => {
    if (request.method !== 'DELETE' || !isFor(request, 'Users') || idOf(request) === undefined) return next(request)
    const body = patchBody({ op: 'replace', path: 'active', value: false })
    const response = await ask(next, request, { method: 'PATCH', target: splitTarget(request).path, body })
    return response.status < 300 ? { status: 204, headers: {}, body: '' } : response
  },
})
