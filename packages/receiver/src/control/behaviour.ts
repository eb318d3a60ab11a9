import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { DeviationBoard } from '../deviations/deviation-board.ts'

const BehaviourItem = z.object({
  name: z.string().describe('Name of the deviation, as set-deviations takes it: filter-answers-404'),
  isOn: z.boolean().describe('Whether the receiver does so at the moment'),
  describes: z.string().describe('What the receiver does'),
  pain: z.string().describe('What people suffer from it'),
  hurts: z.array(z.string()).readonly().describe('Which clients suffer from it: entra, entraLegacy, jumpcloud, rfc'),
  damage: z.string().describe('The worst that comes of it'),
  source: z.string().describe('Where it is known from'),
  pauseMs: z.number().optional().describe('Of those that wait: how long'),
})

/** The other half of the verb `set-deviations`. */
export function behaviour(board: DeviationBoard) {
  return defineView({
    name: 'behaviour',
    describes: 'The deviations that the receiver knows, and which of them are on, by name.',
    query: z.strictObject({}),
    item: BehaviourItem,
    read: () =>
      board.known().map(({ name, isOn, describes, pain, hurts, damage, source, pauseMs }) => {
        const waits = pauseMs === undefined ? {} : { pauseMs }
        return { key: name, value: { name, isOn, describes, pain, hurts, damage, source, ...waits } }
      }),
  })
}
