import { defineVerb } from '@scimulator/shared/behaviour'
import type { ScimResource } from '@scimulator/shared/scim'
import { z } from 'zod'
import { Acting, actor } from '../acts/acting.ts'
import { checkFree, directoryOf, namedObject, recordByHand } from '../acts/by-hand.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import type { MemberFacts, MemberValues } from '../values/member.ts'

const text = z.string().trim().min(1)

export const AddMemberInput = Acting.extend({
  name: text,
  email: z.string().trim().min(3).optional(),
  externalID: text.optional().describe('User name at an identity provider, when one is known already'),
  firstName: text.optional(),
  lastName: text.optional(),
  anotherName: text.optional(),
  employeeID: text.optional().describe('Employee number'),
  employeeType: text.optional().describe('Name of a workforce type'),
  department: text.optional().describe('Made when there is none of that name'),
  jobTitle: text.optional().describe('Made when there is none of that name'),
  workCountryOrRegion: text.optional(),
  mobile: text.optional(),
  status: z.enum(['Active', 'Inactive']).default('Active'),
})

/** Lark C03: a member with the data source Lark Admin Console. A sync meets it in A10-A12. */
export function addMemberVerb(desk: Desk) {
  return defineVerb({
    name: 'add-member',
    describes: 'Adds a member by hand; its data source is Lark Admin Console.',
    input: AddMemberInput,
    run: (input) => add(desk, input),
  })
}

function add(desk: Desk, input: z.infer<typeof AddMemberInput>): { id: string; name: string } {
  actor(desk, input)
  const { organisation, department, jobTitle, status, as: _as, organisation: _organisation, ...texts } = input
  const ofDepartment = department === undefined ? undefined : namedObject(desk, organisation, 'department', department)
  const ofTitle = jobTitle === undefined ? undefined : namedObject(desk, organisation, 'job title', jobTitle)
  const values: MemberValues = {
    ...definedOnly(texts),
    ...(ofDepartment ? { departmentIDs: [ofDepartment.object.id] } : {}),
    ...(ofTitle ? { jobTitleID: ofTitle.object.id } : {}),
  }
  checkFree(directoryOf(desk, organisation), values)
  const facts: MemberFacts = { status, dataSource: 'Lark Admin Console', deactivatedByDelete: false, values }
  const record = recordByHand(desk, organisation, 'User', { resource: resourceOf(values, status), facts })
  const made = [...(ofDepartment?.changes ?? []), ...(ofTitle?.changes ?? [])]
  carryOutAct(desk, [...made, { kind: 'record-put', record }])
  return { id: record.id, name: input.name }
}

function definedOnly(texts: Readonly<Record<string, string | undefined>>): MemberValues {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined))
}

/** What SCIM would show of it, once a source manages it; until then nobody sees it there. */
function resourceOf({ externalID, email, name }: MemberValues, status: MemberFacts['status']): ScimResource {
  return {
    ...(externalID === undefined ? {} : { userName: externalID }),
    ...(name === undefined ? {} : { displayName: name }),
    ...(email === undefined ? {} : { emails: [{ type: 'work', value: email }] }),
    active: status === 'Active',
  }
}
