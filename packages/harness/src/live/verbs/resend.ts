import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

const ResendInput = z.strictObject({
  seq: z.int().min(1).describe('Number of the exchange'),
  body: z.string().optional().describe('Instead of the body that was sent'),
})

export const resendVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'resend',
    describes: 'Sends a request of the wire once more, byte by byte or with another body; its sender is by-hand.',
    input: ResendInput,
    async run({ seq, body }) {
      const assembly = world.now()
      const first = assembly.traffic.sentAs(seq)
      if (!first)
        throw new VerbError(
          'not-found',
          `There is no exchange ${seq} that can be sent again; of those of this process the newest 10,000 can.`,
        )
      const before = world.hub.seq
      // A request of its own: what is known of the first one is not true of this one.
      await assembly.sendByHand({ ...first, ...(body === undefined ? {} : { body }) })
      await assembly.settle()
      const sent = assembly.traffic.newestBy('by-hand', before)
      return { seq: sent?.seq ?? null, status: sent?.status ?? null, failure: sent?.failure ?? null }
    },
  })
