import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { TrafficItem, wholeItem } from '../traffic-item.ts'
import type { LiveWorld } from '../world-port.ts'

const TrafficQuery = z.strictObject({
  sender: z.string().optional().describe('entra, jumpcloud or by-hand'),
  whole: z.stringbool().or(z.boolean()).default(false).describe('With headers and bodies, without secrets'),
})

/** One exchange has the key of its number. */
export const traffic = (world: LiveWorld) =>
  defineView({
    name: 'traffic',
    describes: 'Requests that the identity providers sent and what was answered, by number, oldest first',
    query: TrafficQuery,
    item: TrafficItem,
    dropped: () => world.now().traffic.dropped(),
    read: ({ sender, whole }) =>
      world
        .now()
        .traffic.kept()
        .filter(({ head }) => sender === undefined || head.sender === sender)
        .map((kept) => ({ key: String(kept.head.seq), value: whole ? wholeItem(kept) : kept.head })),
  })
