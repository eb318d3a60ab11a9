import { defineView, type View } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

export function organizationView({ view, behaviour }: Engine): View {
  return defineView({
    name: 'organization',
    describes: 'The organisation with its settings, and the switches that this simulator runs with.',
    query: z.strictObject({}),
    read: () => {
      const { organization } = view
      return organization ? [{ key: organization.displayName, value: { ...organization, switches: behaviour } }] : []
    },
  })
}
