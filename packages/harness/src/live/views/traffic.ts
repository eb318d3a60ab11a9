import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { namedIn } from '../effects.ts'
import { TrafficItem, wholeItem } from '../traffic-item.ts'
import type { KeptExchange } from '../traffic-log.ts'
import type { LiveWorld } from '../world-port.ts'

const TrafficQuery = z.strictObject({
  sender: z.string().optional().describe('entra, jumpcloud, okta or by-hand'),
  exchange: z
    .string()
    .optional()
    .describe('Only the one whose answer has this x-request-id, by which the receiver knows it'),
  until: z.iso.datetime({ offset: true }).optional().describe('Only those that were sent until then'),
  before: z.coerce.number().int().optional().describe('The thousand before this number, on disk too with up --data'),
  after: z.coerce.number().int().optional().describe('The thousand after this number, on disk too'),
  whole: z.stringbool().or(z.boolean()).default(false).describe('With headers and bodies, without secrets'),
})

/** One exchange has the key of its number. */
export const traffic = (world: LiveWorld) =>
  defineView({
    name: 'traffic',
    describes: 'Requests that the identity providers sent and what was answered, by number, oldest first.',
    query: TrafficQuery,
    item: TrafficItem,
    dropped: () => world.now().traffic.dropped(),
    read: ({ whole, before, after, ...choice }) => {
      const { traffic } = world.now()
      const isPart = before !== undefined || after !== undefined
      const asked = isPart ? traffic.near({ before, after }, AT_ONCE) : traffic.kept()
      return asked.filter(chooser(choice)).map((kept) => itemOf(kept, whole))
    },
    find: (key, { whole }) => {
      const kept = world.now().traffic.find(Number(key))
      return kept && itemOf(kept, whole)
    },
  })

/** What one page of a view has at most. */
const AT_ONCE = 1_000

function itemOf(kept: KeptExchange, whole: boolean) {
  return { key: String(kept.head.seq), value: whole ? wholeItem(kept) : kept.head }
}

function chooser({ sender, exchange, until }: Omit<z.output<typeof TrafficQuery>, 'whole' | 'before' | 'after'>) {
  const last = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until)
  return (kept: KeptExchange): boolean =>
    (sender === undefined || kept.head.sender === sender) &&
    kept.head.at <= last &&
    (exchange === undefined || namedIn(kept.exchange) === exchange)
}
