import { idOf, storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { errorAnswer, isFor } from './rewriting.ts'

export const inactiveUsersGone = defineDeviation({
  name: 'inactive-users-gone',
  describes: 'Answers 404 for every request to an inactive user.',
  pain: 'A person who comes back cannot be activated again.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'access',
  seenBy: 'end-state',
  consequences: [],
  source: 'PostHog/posthog#44214',
  create: () => (next) => async (request) => {
    if (!isFor(request, 'Users') || idOf(request) === undefined) return next(request)
    const stored = await storedResource(next, request)
    return stored?.active === false ? errorAnswer(404, undefined, 'There is no such user.') : next(request)
  },
})
