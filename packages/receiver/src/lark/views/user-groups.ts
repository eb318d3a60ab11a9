import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { directoryOf } from '../acts/by-hand.ts'
import type { Desk } from '../acts/desk.ts'
import { memberName, userGroupFacts } from '../values/member.ts'
import { OrganisationQuery } from './organisation-query.ts'

export const UserGroupItem = z.object({
  id: z.string().describe('Also the SCIM id'),
  name: z.string().describe('Unique in the organisation, without regard to case'),
  externalId: z.string().nullable().describe("The identity provider's id, when it was sent"),
  dataSource: z
    .enum(['SCIM', 'Lark Admin Console'])
    .describe('SCIM: created or associated by a sync; Lark Admin Console: created by an administrator'),
  source: z.string().nullable().describe('Name of the sync source that manages it'),
  members: z.array(z.string()).describe('User names, sorted'),
  created: z.string().describe('When it was created, ISO 8601 in UTC'),
  lastModified: z.string().describe('When it was last changed, ISO 8601 in UTC'),
})

/** Lark B16. */
export function userGroups(desk: Desk) {
  return defineView({
    name: 'user-groups',
    showsResources: true,
    describes: 'User groups with their members, by name.',
    query: OrganisationQuery,
    item: UserGroupItem,
    watches: ['record', 'members', 'source'],
    read({ organisation }) {
      const { state } = desk.profile
      const directory = directoryOf(desk, organisation)
      const namesOfMembers = (group: string): string[] => {
        const ids = [...directory.members(group).values()].map(({ value }) => value)
        return ids.flatMap((id) => directory.get('User', id) ?? []).map(memberName)
      }
      return [...directory.all('Group').values()].map((record) => ({
        key: String(record.resource.displayName),
        value: {
          id: record.id,
          name: String(record.resource.displayName),
          externalId: typeof record.resource.externalId === 'string' ? record.resource.externalId : null,
          dataSource: userGroupFacts(record).dataSource,
          source: record.managedBy === null ? null : (state.source(record.managedBy)?.name ?? null),
          members: namesOfMembers(record.id).sort(),
          created: isoTime(record.created),
          lastModified: isoTime(record.lastModified),
        },
      }))
    },
  })
}
