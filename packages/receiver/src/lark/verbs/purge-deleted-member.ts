import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor } from '../acts/acting.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { type DeletedMember, isKept } from '../values/deleted-members.ts'
import { memberFacts } from '../values/member.ts'

const PurgeDeletedMemberInput = Acting.extend({
  member: z.string().min(1).optional().describe('Deleted member, by email address, user name or id'),
  members: z.array(z.string().min(1)).default([]).describe('Several at once'),
})

/** Lark A13: what the page advises to do before the first sync. */
export function purgeDeletedMemberVerb(desk: Desk) {
  return defineVerb({
    name: 'purge-deleted-member',
    describes: 'Removes a deleted member for good, so that no create can match it by mistake.',
    input: PurgeDeletedMemberInput,
    run(input) {
      actor(desk, input)
      const wanted = [...(input.member === undefined ? [] : [input.member]), ...input.members]
      const ids = wanted.map((member) => deletedId(desk, input.organisation, member))
      carryOutAct(
        desk,
        ids.map((id) => ({ kind: 'profile:deleted-removed', id }) as const),
      )
      return { purged: ids.length }
    },
  })
}

function deletedId(desk: Desk, organisation: string, wanted: string): string {
  const deleted = findDeleted(desk, organisation, wanted)
  if (deleted) return deleted.record.id
  throw new VerbError('not-found', `There is no deleted member "${wanted}" in ${organisation}.`)
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
