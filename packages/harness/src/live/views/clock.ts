import { defineView } from '@scimulator/shared/behaviour'
import { isoTime, isVirtual } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

const ClockItem = z.object({
  now: z.string().describe('ISO 8601 in UTC'),
  virtual: z.boolean(),
  advancingTo: z.string().nullable().describe('Until when the clock is being moved'),
  nextDue: z.string().nullable().describe('When the next thing is planned that any program does by itself'),
  next: z
    .array(z.object({ due: z.string(), actor: z.string(), label: z.string() }))
    .readonly()
    .describe('What is planned, the next first; at most twenty'),
})

const SHOWN = 20

export const clock = (world: LiveWorld) =>
  defineView({
    name: 'clock',
    describes: 'What time it is in the world, one item.',
    query: z.strictObject({}),
    item: ClockItem,
    read() {
      const { schedule, planned } = world.now()
      const due = schedule.nextDue()
      const { until } = world.moving
      const value = {
        now: isoTime(schedule.now()),
        virtual: isVirtual(schedule),
        advancingTo: until === undefined ? null : isoTime(until),
        nextDue: due === undefined ? null : isoTime(due),
        next: planned()
          .slice(0, SHOWN)
          .map(({ due: at, actor, label }) => ({
            due: isoTime(at),
            actor,
            label: label ?? 'something that is planned',
          })),
      }
      return [{ key: 'clock', value }]
    },
  })
