import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { isoTime, isVirtual, type VirtualSchedule } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { Duration, instantOf } from '../../steps/advance.ts'
import type { LiveWorld } from '../world-port.ts'

const AdvanceInput = z.union([
  z.strictObject({ by: Duration }),
  z.strictObject({ to: z.iso.datetime().describe('An instant, not before now') }),
  z.strictObject({ toNext: z.literal(true).describe('To the next thing that any program has planned') }),
])

/** Moves the clock from one planned thing to the next, so that it can be stopped in between. */
export const advanceVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'advance',
    describes: 'Moves the clock of all programs; all that falls due happens, in order.',
    input: AdvanceInput,
    async run(input) {
      const assembly = world.now()
      const { schedule } = assembly
      if (!isVirtual(schedule)) throw new VerbError('refused', 'This world runs on real time, which nobody moves.')
      if (world.moving.until !== undefined) throw new VerbError('conflict', 'The clock is being moved already.')
      const until = instantOf('by' in input ? input.by : input, schedule)
      Object.assign(world.moving, { until, isStopped: false })
      assembly.happenings.note({ kind: 'clock', to: until })
      try {
        await assembly.acts.byClock('advance', () => move(schedule, until))
      } finally {
        delete world.moving.until
      }
      if (schedule.now() < until) assembly.happenings.note({ kind: 'clock-stopped' })
      // Meanwhile another assembly may have taken its place; its clock is another.
      const now = isoTime(world.now().schedule.now())
      world.hub.publish('clock', { now })
      world.noteChanges()
      return { now, stopped: world.moving.isStopped }

      async function move(schedule: VirtualSchedule, until: number): Promise<void> {
        await schedule.settle()
        for (let next = schedule.nextDue(); !world.moving.isStopped; next = schedule.nextDue()) {
          const to = Math.min(next ?? until, until)
          world.hub.publish('progress', { activity: 'advance', now: to, until })
          await schedule.advanceTo(to)
          if (to >= until) break
        }
      }
    },
  })
