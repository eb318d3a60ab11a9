import type { Handler, HandlerRequest } from '../scim/handler-port.ts'
import { patchBody, storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { addedMembers, memberIds, removedMembers } from './membership.ts'
import { withBody } from './rewriting.ts'

export const onlyOneMemberRemoved = defineDeviation({
  name: 'only-one-member-removed',
  describes:
    'Looks up the places of all members to remove, then removes one by one: after the first the others have moved.',
  pain: 'Of several people who leave one stays in the group, and somebody else is taken out instead.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'access',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'FusionAuth/fusionauth-issues#2834',
  looksInside: true,
  create: () => (next) => async (request) => {
    const removed = removedMembers(request)
    const isOnlyRemoval = removed.length > 1 && addedMembers(request).length === 0
    return next(isOnlyRemoval ? await byPlaces(next, request, removed) : request)
  },
})

async function byPlaces(next: Handler, request: HandlerRequest, removed: readonly string[]): Promise<HandlerRequest> {
  const left = [...memberIds(await storedResource(next, request))]
  const places = removed.map((id) => left.indexOf(id)).filter((place) => place !== -1)
  for (const place of places) left.splice(place, 1)
  const value = left.map((id) => ({ value: id }))
  return withBody(request, patchBody({ op: 'replace', path: 'members', value }))
}
