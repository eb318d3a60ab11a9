import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { NewUserStates } from '../directory/organization.ts'
import type { Engine } from '../engine.ts'

const OrganizationItem = z.object({
  id: z.string().describe('Object id of the organisation'),
  displayName: z.string().describe('Name of the organisation'),
  created: z.string().describe('When it was created, such as 2026-01-05T08:00:00.000Z'),
  settings: z
    .object({
      newSystemUserStateDefaults: NewUserStates.readonly().describe('State of new users who are given none, by origin'),
    })
    .describe('Settings that provisioning depends on'),
  switches: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .readonly()
    .describe('What public material leaves open, as it is decided here'),
})

export function organizationView({ view, behaviour }: Engine) {
  return defineView({
    name: 'organization',
    describes: 'The organisation with its settings, and the switches that this simulator runs with.',
    query: z.strictObject({}),
    item: OrganizationItem,
    watches: ['organization'],
    read: () => {
      const { organization } = view
      return organization ? [{ key: organization.displayName, value: { ...organization, switches: behaviour } }] : []
    },
  })
}
