import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { Desk } from '../acts/desk.ts'
import { ATTRIBUTE_TABLE } from '../rules/attribute-table.ts'
import { OrganisationQuery } from './organisation-query.ts'

export const FieldItem = z.object({
  field: z.string().describe('Lark attribute, such as JobTitleID'),
  scim: z.string().describe('SCIM attribute that fills it'),
  dataSource: z.enum(['SCIM', 'Lark Admin Console']).describe('SCIM once a sync has filled it for any member'),
  source: z.string().nullable().describe('Name of the sync source that filled it first'),
  since: z.string().nullable().describe('When a sync filled it first, ISO 8601 in UTC; null when none has'),
})

/** Lark C03: Organization > Field Management. */
export function fields(desk: Desk) {
  return defineView({
    name: 'fields',
    describes: 'The fields of a member with their data source.',
    query: OrganisationQuery,
    item: FieldItem,
    watches: ['field', 'source'],
    read({ organisation }) {
      const { state } = desk.profile
      return ATTRIBUTE_TABLE.map(({ lark, scim }) => {
        const synced = state.field(organisation, lark)
        const value: z.infer<typeof FieldItem> = {
          field: lark,
          scim,
          dataSource: synced ? 'SCIM' : 'Lark Admin Console',
          source: synced ? (state.source(synced.source)?.name ?? null) : null,
          since: synced ? isoTime(synced.since) : null,
        }
        return { key: lark, value }
      })
    },
  })
}
