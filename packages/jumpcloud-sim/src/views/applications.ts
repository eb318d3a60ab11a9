import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

const ApplicationItem = z.object({
  id: z.string().describe('Object id of the application'),
  name: z.string().describe('Internal name: custom-scim unless another was given over the API'),
  displayName: z.string().describe('Name of the template that it was made from: Custom Application'),
  displayLabel: z.string().describe('Display Label, which no other application has'),
  ssoUrl: z.string().describe('URL of single sign-on, as given over the API; empty for none'),
  config: z.record(z.string(), z.unknown()).describe('Configuration, as given over the API; empty for none'),
  sso: z.record(z.string(), z.unknown()).optional().describe('Settings of single sign-on; absent for none'),
  active: z.boolean().describe('The application is switched on; what is pushed depends on integrationActive alone'),
  created: z.string().describe('When it was created, such as 2026-01-05T08:00:00.000Z'),
  organization: z.string().describe('Object id of the organisation'),
  identityManagement: z.boolean().describe('"Export users to this app (Identity Management)" was chosen'),
  integrationActive: z.boolean().describe('Its SCIM integration is active, so that changes are pushed'),
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
