import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

const ApplicationItem = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  displayLabel: z.string(),
  ssoUrl: z.string(),
  config: z.record(z.string(), z.unknown()),
  sso: z.record(z.string(), z.unknown()).optional(),
  active: z.boolean(),
  created: z.string(),
  organization: z.string(),
  identityManagement: z.boolean().describe('"Export users to this app (Identity Management)" was chosen'),
  integrationActive: z.boolean(),
  userGroups: z.array(z.string()).describe('Names of the groups that are bound'),
  users: z.array(z.string()).describe('Usernames of the users that are bound'),
})

export function applicationsView({ view }: Engine) {
  return defineView({
    name: 'applications',
    describes: 'SSO applications by display label, with the groups and users that are bound to them.',
    query: z.strictObject({}),
    item: ApplicationItem,
    watches: ['application', 'association', 'group', 'user'],
    read: () =>
      [...view.applications.values()].map(({ connector, ...application }) => ({
        key: application.displayLabel,
        value: {
          ...application,
          integrationActive: connector?.active ?? false,
          userGroups: view.boundGroups(application.id).map((id) => view.groups.get(id)?.name ?? id),
          users: view.boundUsers(application.id).map((id) => view.users.get(id)?.username ?? id),
        },
      })),
  })
}
