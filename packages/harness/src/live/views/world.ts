import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

const WorldItem = z.object({
  epoch: z.string().describe('Another one for each start of the command'),
  programs: z.array(z.string()),
  clock: z.enum(['virtual', 'real']),
  target: z
    .object({
      url: z.string(),
      users: z.number().int().describe('Made there, and not deleted since'),
      groups: z.number().int(),
      ended: z.string().nullable().describe('Why nothing more is sent'),
    })
    .nullable()
    .describe('The endpoint in the place of the receiver; null where the receiver is the world’s own'),
  kept: z.boolean().describe('Whether it is kept on disk'),
})

export const world = ({ hub, start, isKept, now, target }: LiveWorld) =>
  defineView({
    name: 'world',
    describes: 'The world as a whole, one item',
    query: z.strictObject({}),
    item: WorldItem,
    read: () => [
      {
        key: 'world',
        value: {
          epoch: hub.epoch,
          programs: [...now().programs.keys()],
          clock: start === undefined ? ('real' as const) : ('virtual' as const),
          target: target ? { url: target.url, ...target.made(), ended: target.ended ?? null } : null,
          kept: isKept,
        },
      },
    ],
  })
