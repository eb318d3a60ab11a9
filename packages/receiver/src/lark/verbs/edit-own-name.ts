import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { DEFAULT_ORGANISATION } from '../../directory/organisation.ts'
import { findMember, rewritten } from '../acts/by-hand.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { writtenBy } from '../rules/field-sources.ts'
import { memberFacts } from '../values/member.ts'

const EditOwnNameInput = z.strictObject({
  organisation: z.string().default(DEFAULT_ORGANISATION).describe('Organisation of the member'),
  member: z.string().min(1).describe('Member, by email address, user name or id'),
  name: z.string().trim().min(1),
})

/** Source: Lark's help centre: members may edit their names where an administrator allows it, and no address or number. */
export function editOwnNameVerb(desk: Desk) {
  return defineVerb({
    name: 'edit-own-name',
    describes: 'Changes a name as the member can in the app; the next write of a sync overwrites it.',
    input: EditOwnNameInput,
    run({ organisation, member, name }) {
      const record = findMember(desk, organisation, member)
      const facts = memberFacts(record)
      if (facts.status === 'Inactive')
        throw new VerbError('refused', `"${member}" is inactive and cannot open the app.`)
      const after = { ...facts, values: { ...facts.values, name }, ...writtenBy('Member', facts, ['name']) }
      carryOutAct(desk, [rewritten(record, { facts: after }, desk.ledger.schedule.now())])
      return { id: record.id }
    },
  })
}
