// What happens in a world and is no exchange, as views and recordings show it between them.
import { z } from 'zod'
import { TrafficItem } from '../traffic-item.ts'

export const Happening = z.object({
  seq: z
    .number()
    .describe('Number of the event that told of it: one count with exchanges. In a recording, between theirs'),
  at: z.number().describe('Milliseconds since the epoch, by the clock of the world'),
  kind: z.enum(['clock', 'clock-stopped', 'began', 'ended', 'fault', 'faults-lifted', 'act']),
  by: z.string().nullable().describe('Who works: the sender. Of an act, administrator or clock'),
  activity: TrafficItem.shape.activity.describe('Of work that began or ended'),
  run: TrafficItem.shape.run.describe('Number of that work, which its exchanges have too'),
  to: z.number().nullable().describe('Where the clock is moved to, milliseconds since the epoch'),
  what: z.string().nullable().describe('The fault and whom it strikes; what an act has changed'),
  name: z.string().nullable().describe('Whom an act was about'),
})
export type Happening = z.infer<typeof Happening>

type Said = Pick<Happening, 'kind'> & Partial<Happening>

/** With nothing for what is not said of it. */
export function happeningOf(seq: number, at: number, said: Said): Happening {
  return { by: null, activity: null, run: null, to: null, what: null, name: null, ...said, seq, at }
}
