import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { TrafficEffect } from '../traffic-item.ts'
import type { LiveWorld } from '../world-port.ts'

const EffectItem = TrafficEffect.extend({
  seq: z.number().int().describe('Number of the event that told of it: one count with exchanges'),
  at: z.number().describe('Milliseconds since the epoch, by the clock of the world'),
  cause: z.enum(['exchange', 'administrator', 'clock']),
  by: z.string().describe('The sender of the exchange, or the verb'),
})

const EffectsQuery = z.strictObject({
  since: z.coerce.number().int().min(0).default(0).describe('Only later ones, by number'),
  acts: z.stringbool().or(z.boolean()).default(false).describe('Only those of administrators and of the clock'),
})

/** Several effects of one exchange have one number; their keys tell them apart. */
export const effects = (world: LiveWorld) =>
  defineView({
    name: 'effects',
    describes: 'What has changed at the receiver, and by what: an exchange, an administrator, the clock; oldest first.',
    query: EffectsQuery,
    item: EffectItem,
    read: ({ since, acts }) => {
      const { traffic, acts: log } = world.now()
      const byExchange = acts
        ? []
        : traffic.kept().flatMap(({ head: { seq, at, sender, effects: shown } }) =>
            shown.map((effect, n) => {
              const key = n === 0 ? String(seq) : `${seq}.${n}`
              return { key, value: { ...effect, seq, at, cause: 'exchange' as const, by: sender } }
            }),
          )
      const byOthers = log.kept().map(({ effect, seq, at, cause, by }) => {
        return { key: String(seq), value: { ...effect, seq, at, cause, by } }
      })
      return [...byExchange, ...byOthers]
        .filter(({ value }) => value.seq > since)
        .sort((a, b) => a.value.seq - b.value.seq)
    },
  })
