import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

const UncoverInput = z.strictObject({ seq: z.int().min(1).describe('Number of an exchange that reads') })

export const uncoverVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'uncover',
    describes:
      'Reads once more what an exchange has read at the endpoint in the place of the receiver, and answers all of it, also accounts of others; it is kept nowhere.',
    effect: 'looks',
    input: UncoverInput,
    async run({ seq }) {
      if (!world.target) throw new VerbError('refused', 'The receiver of this world is its own; nothing is covered.')
      const request = world.now().traffic.sentAs(seq)
      if (!request)
        throw new VerbError(
          'not-found',
          `There is no exchange ${seq} on the wire that this process holds; the newest 10,000 are.`,
        )
      if (request.method !== 'GET')
        throw new VerbError(
          'refused',
          `Exchange ${seq} is a ${request.method}, which is not sent again to be looked at.`,
        )
      const { response, failure } = await world.target.uncovered(request)
      if (!response) throw new VerbError('refused', `It was asked once more, and: ${failure?.message ?? 'no answer'}`)
      return { status: response.status, body: response.body }
    },
  })
