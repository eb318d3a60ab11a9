import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Happening } from '../happenings/happening.ts'
import { keptHappenings } from '../happenings/kept-happenings.ts'
import type { LiveWorld } from '../world-port.ts'

export const happenings = (world: LiveWorld) =>
  defineView({
    name: 'happenings',
    describes:
      'What was no exchange: the clock was moved, a cycle or a test began, a cycle ended, a fault was set or lifted, an administrator acted; oldest first.',
    query: z.strictObject({
      since: z.coerce.number().int().min(0).default(0).describe('Only later ones, by number'),
    }),
    item: Happening,
    read: ({ since }) =>
      keptHappenings(world.now())
        .filter(({ seq }) => seq > since)
        .map((value) => ({ key: String(value.seq), value })),
  })
