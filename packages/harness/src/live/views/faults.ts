import { defineView, FaultMatch } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { faultText } from '../live-wire.ts'
import type { LiveWorld } from '../world-port.ts'

const FaultItem = z.object({
  on: FaultMatch.describe('Which requests it strikes'),
  effect: z.string().describe('What goes wrong: answer 503'),
  struck: z.number().int().describe('How often it has struck'),
  left: z.number().int().nullable().describe('How often it will yet; null until it is lifted'),
})

export const faults = (world: LiveWorld) =>
  defineView({
    name: 'faults',
    describes: 'What is set to go wrong on the wire, in the order in which it was set.',
    query: z.strictObject({}),
    item: FaultItem,
    read: () =>
      world
        .now()
        .wire.faults.inForce()
        .map(({ fault, struck }, index) => ({
          key: String(index + 1),
          value: {
            on: fault.on,
            effect: faultText(fault.effect),
            struck,
            left: fault.times === undefined ? null : fault.times - struck,
          },
        })),
  })
