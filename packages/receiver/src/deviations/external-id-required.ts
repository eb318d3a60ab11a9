import { isUnassigned } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer, isFor } from './rewriting.ts'

export const externalIdRequired = defineDeviation({
  name: 'external-id-required',
  describes: 'Refuses to create a user without an externalId, with 400.',
  pain: 'Clients that have no id of their own to give, such as the test of Okta, cannot create users.',
  hurts: ['jumpcloud'],
  damage: 'stops',
  seenBy: 'protocol',
  consequences: [],
  source: 'onyx-dot-app/onyx#8925, hashicorp/web-unified-docs#2921',
  create: () => (next) => async (request) => {
    const body = request.method === 'POST' && isFor(request, 'Users') ? bodyOf(request) : undefined
    return body && isUnassigned(body.externalId)
      ? errorAnswer(400, 'invalidValue', 'externalId is required.')
      : next(request)
  },
})
