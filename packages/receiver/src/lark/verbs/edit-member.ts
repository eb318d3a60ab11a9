import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor } from '../acts/acting.ts'
import { checkFree, directoryOf, findMember, namedObject, rewritten } from '../acts/by-hand.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { writtenBy } from '../rules/field-sources.ts'
import { memberFacts, type SourcedField } from '../values/member.ts'
import { AddMemberInput } from './add-member.ts'

export const EditMemberInput = Acting.extend({
  member: z.string().min(1).describe('Member, by email address, user name or id'),
  set: AddMemberInput.omit({ as: true, organisation: true, externalID: true })
    // Without the value that a new member begins with: what is left out stays.
    .extend({ status: AddMemberInput.shape.status.unwrap() })
    .partial(),
})

/** An administrator changes what Lark shows of a member; what the sync last wrote stays on the SCIM side. */
export function editMemberVerb(desk: Desk) {
  return defineVerb({
    name: 'edit-member',
    describes: 'Changes a member by hand.',
    input: EditMemberInput,
    run(input) {
      actor(desk, input)
      const { organisation, set } = input
      const record = findMember(desk, organisation, input.member)
      const { department, jobTitle, status, ...texts } = set
      const ofDepartment =
        department === undefined ? undefined : namedObject(desk, organisation, 'department', department)
      const ofTitle = jobTitle === undefined ? undefined : namedObject(desk, organisation, 'job title', jobTitle)
      const facts = memberFacts(record)
      const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined))
      const values = {
        ...facts.values,
        ...given,
        ...(ofDepartment ? { departmentIDs: [ofDepartment.object.id] } : {}),
        ...(ofTitle ? { jobTitleID: ofTitle.object.id } : {}),
      }
      checkFree(directoryOf(desk, organisation), values, record.id)
      const written = Object.entries(set).flatMap(([field, value]) =>
        value === undefined ? [] : [field as SourcedField],
      )
      const sources = writtenBy('Lark Admin Console', facts, written)
      const after = { ...facts, status: status ?? facts.status, values, ...sources }
      const made = [...(ofDepartment?.changes ?? []), ...(ofTitle?.changes ?? [])]
      carryOutAct(desk, [...made, rewritten(record, { facts: after }, desk.ledger.schedule.now())])
      return { id: record.id }
    },
  })
}
