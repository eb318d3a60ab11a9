import { isUnassigned } from '@scimulator/shared/scim'
import type { Deviation } from './deviation.ts'
import { bodyOf, errorAnswer, isFor } from './rewriting.ts'

/**
 * Refuses a PUT of a user without e-mail address or displayName. Pain: JumpCloud's connection test sends emails
 * null and fails. Source: Lark B15, JumpCloud: recorded connector requests.
 */
export const putRequiresAll: Deviation = {
  name: 'put-requires-all',
  describes: 'Refuses a PUT of a user without e-mail address or displayName.',
  pain: "JumpCloud's connection test sends emails null and fails.",
  source: 'Lark B15, JumpCloud: recorded connector requests',
  create: () => (next) => async (request) => {
    const body = request.method === 'PUT' && isFor(request, 'Users') ? bodyOf(request) : undefined
    const missing = body && ['emails', 'displayName'].find((name) => isUnassigned(body[name]))
    return missing === undefined ? next(request) : errorAnswer(400, 'invalidValue', `${missing} is required.`)
  },
}
