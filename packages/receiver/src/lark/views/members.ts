import { defineView, type ViewItem } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { DirectoryRecord } from '../../directory/record.ts'
import { directoryOf } from '../acts/by-hand.ts'
import type { Desk } from '../acts/desk.ts'
import { shownSources } from '../rules/field-sources.ts'
import { namesOf } from '../rules/member-values.ts'
import { DEPARTMENT } from '../values/lark-keys.ts'
import { memberFacts, memberName } from '../values/member.ts'
import { OrganisationQuery } from './organisation-query.ts'

const FieldSource = z.enum(['SCIM', 'Lark Admin Console', 'Member'])

/** A member as Organization > Member and Department shows it; attributes that are not set are absent. */
export const MemberItem = z.object({
  id: z.string().describe('Also the SCIM id'),
  status: z.enum(['Active', 'Inactive']).describe('From active, or as an administrator has set it'),
  dataSource: z
    .enum(['SCIM', 'Lark Admin Console'])
    .describe('SCIM: created or associated by a sync; Lark Admin Console: created by an administrator'),
  source: z.string().nullable().describe('Name of the sync source that manages the member'),
  externalID: z.string().optional().describe('From userName'),
  email: z.string().optional().describe('Email address, from emails[type eq "work"].value'),
  name: z.string().optional().describe('Full name, from displayName'),
  firstName: z.string().optional().describe('From name.givenName'),
  lastName: z.string().optional().describe('From name.familyName'),
  anotherName: z.string().optional().describe('From nickName'),
  employeeID: z.string().optional().describe('Employee number, from employeeNumber of the enterprise extension'),
  employeeType: z.string().optional().describe('Name of the workforce type'),
  department: z.string().optional().describe('From department of the enterprise extension; names joined by commas'),
  departmentIDs: z.array(z.string()).readonly().optional().describe('Ids that Lark gave the departments'),
  jobTitle: z.string().optional().describe('From title'),
  jobTitleID: z.string().optional().describe('Id that Lark gave the job title'),
  workCountryOrRegion: z.string().optional().describe('From addresses, such as US; ISO 3166-1 alpha-2 for Entra ID'),
  mobile: z.string().optional().describe('Phone number, from phoneNumbers of type work, else mobile'),
  fieldSources: z
    .record(z.string(), FieldSource)
    .describe('Of each field that is set: who has written it last, a sync, an administrator, or the member'),
  userGroups: z.array(z.string()).describe('Names, sorted'),
  created: z.string().describe('When the member was created, ISO 8601 in UTC'),
  lastModified: z.string().describe('When the member was last changed, ISO 8601 in UTC'),
})
export type MemberItem = z.infer<typeof MemberItem>

export const MembersQuery = OrganisationQuery.extend({
  status: z.enum(['Active', 'Inactive']).optional(),
  department: z.string().optional().describe('Members of this department only'),
  offset: z.coerce.number().int().min(0).default(0).describe('How many are skipped'),
  limit: z.coerce.number().int().min(1).optional().describe('At most so many'),
})

export function members(desk: Desk) {
  return defineView({
    name: 'members',
    showsResources: true,
    describes: 'Members as Lark sees them, by user name or email address.',
    query: MembersQuery,
    item: MemberItem,
    watches: ['record', 'members', 'named', 'source', 'field'],
    read: (query) => read(desk, query),
  })
}

function read(desk: Desk, query: z.infer<typeof MembersQuery>): readonly ViewItem<MemberItem>[] {
  const { status, offset, limit = Number.POSITIVE_INFINITY } = query
  const shown: ViewItem<MemberItem>[] = []
  let seen = 0
  for (const record of recordsOf(desk, query)) {
    if (shown.length >= limit) break
    if (status !== undefined && memberFacts(record).status !== status) continue
    seen += 1
    if (seen > offset) shown.push({ key: memberName(record), value: memberItem(desk, record) })
  }
  return shown
}

function recordsOf(desk: Desk, { organisation, department }: z.infer<typeof MembersQuery>): Iterable<DirectoryRecord> {
  const directory = directoryOf(desk, organisation)
  if (department === undefined) return directory.all('User').values()
  const found = desk.profile.state.named.find(organisation, 'department', department)
  return directory.lookup('User', DEPARTMENT, found?.id ?? '').values()
}

export function memberItem(desk: Desk, record: DirectoryRecord): MemberItem {
  const { state } = desk.profile
  const facts = memberFacts(record)
  const { status, dataSource, values } = facts
  const names = namesOf(values, state)
  const { department, jobTitle } = names
  const groups = [...directoryOf(desk, record.organisation).groupsOf(record.id).values()]
  return {
    id: record.id,
    status,
    dataSource,
    source: record.managedBy === null ? null : (state.source(record.managedBy)?.name ?? null),
    ...values,
    ...(department === undefined ? {} : { department }),
    ...(jobTitle === undefined ? {} : { jobTitle }),
    fieldSources: shownSources(facts, names),
    userGroups: groups.map(({ resource }) => String(resource.displayName)).sort(),
    created: isoTime(record.created),
    lastModified: isoTime(record.lastModified),
  }
}
