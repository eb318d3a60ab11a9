import { defineVerb, type Verb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor } from '../admin/acting.ts'
import { carryOutAct, type Desk } from '../admin/desk.ts'
import { type DeletedMember, isKept } from '../profile/lark/deleted-members.ts'
import { memberFacts } from '../profile/lark/member.ts'

export const PurgeDeletedMemberInput = Acting.extend({
  member: z.string().min(1).describe('Deleted member, by e-mail address, user name or id'),
})

/** Lark A13: what the page advises to do before the first sync. */
export function purgeDeletedMember(desk: Desk): Verb {
  return defineVerb({
    name: 'purge-deleted-member',
    describes: 'Removes a deleted member for good, so that no create can match it by mistake.',
    input: PurgeDeletedMemberInput,
    run(input) {
      actor(desk, input)
      const deleted = findDeleted(desk, input.organisation, input.member)
      if (!deleted) {
        throw new VerbError('not-found', `There is no deleted member "${input.member}" in ${input.organisation}.`)
      }
      carryOutAct(desk, [{ kind: 'profile:deleted-removed', id: deleted.record.id }])
      return { id: deleted.record.id }
    },
  })
}

function findDeleted(desk: Desk, organisation: string, wanted: string): DeletedMember | undefined {
  const now = desk.ledger.schedule.now()
  const folded = wanted.toLowerCase()
  for (const deleted of desk.profile.state.deleted.values()) {
    const { externalID, email } = memberFacts(deleted.record).values
    const names = [deleted.record.id, externalID, email].map((name) => name?.toLowerCase())
    const isMeant = deleted.record.organisation === organisation && names.includes(folded)
    if (isMeant && isKept(deleted, now)) return deleted
  }
  return undefined
}
