import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { namedIn } from '../effects.ts'
import { TrafficItem, wholeItem } from '../traffic-item.ts'
import type { KeptExchange } from '../traffic-log.ts'
import type { LiveWorld } from '../world-port.ts'

const TrafficQuery = z.strictObject({
  sender: z.string().optional().describe('entra, jumpcloud or by-hand'),
  exchange: z
    .string()
    .optional()
    .describe('Only the one whose answer has this x-request-id, by which the receiver knows it'),
  until: z.iso.datetime({ offset: true }).optional().describe('Only those that were sent until then'),
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
    read: ({ whole, ...choice }) =>
      world
        .now()
        .traffic.kept()
        .filter(chooser(choice))
        .map((kept) => ({ key: String(kept.head.seq), value: whole ? wholeItem(kept) : kept.head })),
  })

function chooser({ sender, exchange, until }: Omit<z.output<typeof TrafficQuery>, 'whole'>) {
  const last = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until)
  return (kept: KeptExchange): boolean =>
    (sender === undefined || kept.head.sender === sender) &&
    kept.head.at <= last &&
    (exchange === undefined || namedIn(kept.exchange) === exchange)
}
