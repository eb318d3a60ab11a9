import { storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { addedMembers, memberIds } from './membership.ts'
import { errorAnswer } from './rewriting.ts'

export const repeatedMemberAddRefused = defineDeviation({
  name: 'repeated-member-add-refused',
  describes: 'Answers 500 when a member is added who is in the group already.',
  pain: 'One repeated request fails the whole change, and is tried again for good.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'wso2/product-is#8589, fleetdm/fleet#31085',
  looksInside: true,
  create: () => (next) => async (request) => {
    const added = addedMembers(request)
    const present = new Set(added.length > 0 ? memberIds(await storedResource(next, request)) : [])
    return added.some((id) => present.has(id))
      ? errorAnswer(500, undefined, 'Duplicate entry for key scim_user_group.PRIMARY')
      : next(request)
  },
})
