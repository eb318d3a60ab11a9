import { isUnassigned } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer, isFor } from './rewriting.ts'

export const emailRequired = defineDeviation({
  name: 'email-required',
  describes: 'Refuses to create a user without an email address, with 400.',
  pain: 'People without a mailbox, such as those in a warehouse, never arrive.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud'],
  damage: 'stops',
  seenBy: 'protocol',
  consequences: ['put-requires-all'],
  source: 'clerk/clerk-docs#3308',
  create: () => (next) => async (request) => {
    const body = request.method === 'POST' && isFor(request, 'Users') ? bodyOf(request) : undefined
    return body && isUnassigned(body.emails) ? errorAnswer(400, 'invalidValue', 'emails is required.') : next(request)
  },
})
