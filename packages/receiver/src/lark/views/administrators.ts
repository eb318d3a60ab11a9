import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Desk } from '../acts/desk.ts'
import { Permission } from '../values/administrator.ts'
import { OrganisationQuery } from './organisation-query.ts'

export const AdministratorItem = z.object({
  id: z.string().describe('Id in Lark'),
  name: z.string().describe('Name, such as Primary administrator'),
  email: z.string().describe('Email address, unique among the administrators of the organisation'),
  primary: z.boolean().describe('Whether it is a primary administrator, who has all permissions'),
  permissions: z
    .array(Permission)
    .readonly()
    .describe('Permissions that were granted; a primary administrator needs none'),
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
