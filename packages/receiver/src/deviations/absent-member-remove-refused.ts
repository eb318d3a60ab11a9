import { storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { memberIds, removedMembers } from './membership.ts'
import { errorAnswer } from './rewriting.ts'

export const absentMemberRemoveRefused = defineDeviation({
  name: 'absent-member-remove-refused',
  describes: 'Answers 404 when a member is removed who is not in the group.',
  pain: 'A person is deleted first and leaves the group after it; the second request is tried again for good.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud'],
  damage: 'stops',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'Budibase/budibase#17175',
  looksInside: true,
  create: () => (next) => async (request) => {
    const removed = removedMembers(request)
    const group = removed.length > 0 ? await storedResource(next, request) : undefined
    const present = new Set(memberIds(group))
    return !group || removed.every((id) => present.has(id))
      ? next(request)
      : errorAnswer(404, undefined, 'There is no such member.')
  },
})
