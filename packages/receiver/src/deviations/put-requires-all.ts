import { isUnassigned } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer, isFor } from './rewriting.ts'

export const putRequiresAll = defineDeviation({
  name: 'put-requires-all',
  describes: 'Refuses a PUT of a user without email address or displayName.',
  pain: "JumpCloud's connection test sends emails null and fails.",
  hurts: ['jumpcloud'],
  damage: 'stops',
  seenBy: ['jumpcloud.activate'],
  consequences: [],
  source: 'Lark B15, JumpCloud: recorded connector requests',
  create: () => (next) => async (request) => {
    const body = request.method === 'PUT' && isFor(request, 'Users') ? bodyOf(request) : undefined
    const missing = body && ['emails', 'displayName'].find((name) => isUnassigned(body[name]))
    return missing === undefined ? next(request) : errorAnswer(400, 'invalidValue', `${missing} is required.`)
  },
})
