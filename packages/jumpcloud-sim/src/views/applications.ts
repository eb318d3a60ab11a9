import { defineView, type View } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

export function applicationsView({ view }: Engine): View {
  return defineView({
    name: 'applications',
    describes: 'SSO applications by display label, with the groups and users that are bound to them.',
    query: z.strictObject({}),
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
