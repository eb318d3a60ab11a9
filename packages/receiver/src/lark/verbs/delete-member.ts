import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor } from '../acts/acting.ts'
import { findMember } from '../acts/by-hand.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'

const DeleteMemberInput = Acting.extend({
  member: z.string().min(1).describe('Member, by email address, user name or id'),
})

/** Lark A13: the member goes to the deleted members, where it is kept for 30 days. */
export function deleteMemberVerb(desk: Desk) {
  return defineVerb({
    name: 'delete-member',
    describes: 'Deletes a member by hand; it can be matched and restored for 30 days.',
    input: DeleteMemberInput,
    run(input) {
      actor(desk, input)
      const { organisation } = input
      const record = findMember(desk, organisation, input.member)
      const deleted = { record, deletedAt: desk.ledger.schedule.now(), deletedBy: null }
      carryOutAct(desk, [
        { kind: 'record-removed', organisation, resourceKind: 'User', id: record.id },
        { kind: 'profile:deleted-put', deleted },
      ])
      return { id: record.id }
    },
  })
}
