import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

const WorldItem = z.object({
  epoch: z.string().describe('Another one for each start of the command'),
  programs: z.array(z.string()),
  clock: z.enum(['virtual', 'real']),
  kept: z.boolean().describe('Whether it is kept on disk'),
})

export const world = ({ hub, start, isKept, now }: LiveWorld) =>
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
          kept: isKept,
        },
      },
    ],
  })
