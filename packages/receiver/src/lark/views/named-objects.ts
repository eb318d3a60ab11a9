import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { directoryOf } from '../acts/by-hand.ts'
import type { Desk } from '../acts/desk.ts'
import { DEPARTMENT, JOB_TITLE } from '../values/lark-keys.ts'
import type { NamedKind } from '../values/named-object.ts'
import { OrganisationQuery } from './organisation-query.ts'

/** A department or a job title. */
export const NamedItem = z.object({
  id: z.string().describe('Id in Lark; members refer to it'),
  name: z.string().describe('Unique in the organisation, without regard to case'),
  dataSource: z
    .enum(['SCIM', 'Lark Admin Console'])
    .describe('SCIM: created by a sync; Lark Admin Console: by an administrator'),
  source: z.string().nullable().describe('Name of the sync source that made it'),
  members: z.number().int().describe('How many members have it, inactive ones included'),
  created: z.string().describe('When it was created, ISO 8601 in UTC'),
})

/** What the views of departments and of job titles have in common. */
export function namedObjectsView<const Name extends string>(
  desk: Desk,
  kind: NamedKind,
  name: Name,
  describes: string,
) {
  const index = kind === 'department' ? DEPARTMENT : JOB_TITLE
  return defineView({
    name,
    describes,
    query: OrganisationQuery,
    item: NamedItem,
    watches: ['named', 'record', 'source'],
    read({ organisation }) {
      const { state } = desk.profile
      const directory = directoryOf(desk, organisation)
      const objects = [...state.named.values()].filter((one) => one.organisation === organisation && one.kind === kind)
      return objects.map((object) => ({
        key: object.name,
        value: {
          id: object.id,
          name: object.name,
          dataSource: object.dataSource,
          source: object.source === null ? null : (state.source(object.source)?.name ?? null),
          members: directory.lookup('User', index, object.id).size,
          created: isoTime(object.created),
        },
      }))
    },
  })
}
