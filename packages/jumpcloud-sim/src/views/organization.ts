import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { NewUserStates } from '../directory/organization.ts'
import type { Engine } from '../engine.ts'

const OrganizationItem = z.object({
  id: z.string(),
  displayName: z.string(),
  created: z.string(),
  settings: z.object({ newSystemUserStateDefaults: NewUserStates.readonly() }),
  switches: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).readonly(),
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
