import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { PURPOSES } from '../describe-exchange.ts'
import type { KeptExchange } from '../traffic-log.ts'
import type { LiveWorld } from '../world-port.ts'

const TrafficQuery = z.strictObject({
  sender: z.string().optional().describe('entra or jumpcloud'),
  whole: z.stringbool().or(z.boolean()).default(false).describe('With headers and bodies, without secrets'),
})

const Message = z.object({
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string().nullable(),
})

const TrafficItem = z.object({
  seq: z.number().int().describe('Number of the event that told of it'),
  sender: z.string(),
  method: z.string(),
  url: z.string(),
  path: z.string().describe('What follows the base URL'),
  at: z.number().describe('Milliseconds since the epoch, by the clock of the world'),
  durationMs: z.number(),
  status: z.number().int().nullable(),
  failure: z.string().nullable().describe('Why there was no answer'),
  purpose: z.enum(PURPOSES).describe('Read from the bytes, for any client'),
  object: z.enum(['user', 'group']).nullable(),
  objectId: z.string().nullable(),
  name: z.string().nullable(),
  filter: z.string().nullable(),
  found: z.number().int().nullable(),
  attributes: z.array(z.string()).readonly(),
  added: z.number().int(),
  removed: z.number().int(),
  request: Message.optional(),
  response: Message.optional(),
})
export type TrafficItem = z.infer<typeof TrafficItem>

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

function wholeItem({ head, exchange: { request, response } }: KeptExchange): TrafficItem {
  return {
    ...head,
    request: { headers: pairs(request.headers), body: request.body ?? null },
    ...(response ? { response: { headers: pairs(response.headers), body: response.body } } : {}),
  }
}

function pairs(headers: readonly (readonly [string, string])[]): [string, string][] {
  return headers.map(([name, value]) => [name, value])
}
