import { storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, isFor, withBody } from './rewriting.ts'

export const putActiveIgnored = defineDeviation({
  name: 'put-active-ignored',
  describes: 'Ignores active in a PUT.',
  pain: 'JumpCloud suspends a person, gets a 200, and the person keeps access.',
  hurts: ['jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  seenBy: ['jumpcloud.activate'],
  consequences: [],
  source: 'vouch-sh/vouch#1415',
  looksInside: true,
  create: () => (next) => async (request) => {
    const body = request.method === 'PUT' && isFor(request, 'Users') ? bodyOf(request) : undefined
    const stored = body && (await storedResource(next, request))
    return next(stored ? withBody(request, { ...body, active: stored.active ?? true }) : request)
  },
})
