import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Desk } from '../acts/desk.ts'
import { Permission } from '../values/administrator.ts'
import { OrganisationQuery } from './organisation-query.ts'

export const AdministratorItem = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  primary: z.boolean(),
  permissions: z.array(Permission).readonly(),
})

/** Lark A02. */
export function administrators(desk: Desk) {
  return defineView({
    name: 'administrators',
    describes: 'Administrators with their permissions, by email address.',
    query: OrganisationQuery,
    item: AdministratorItem,
    watches: ['administrator'],
    read: ({ organisation }) =>
      desk.profile.state.administrators(organisation).map(({ id, name, email, primary, permissions }) => ({
        key: email,
        value: { id, name, email, primary, permissions },
      })),
  })
}
