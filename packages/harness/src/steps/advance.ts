import { VerbError } from '@scimulator/shared/behaviour'
import { beyondTime, isoTime, parseDuration } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { Duration } from '../scenario/duration.ts'
import { defineHarnessVerb } from './harness-verb.ts'

export { Duration }

const AdvanceInput = z.union([
  Duration,
  z.strictObject({ to: z.iso.datetime().describe('An instant, not before now') }),
  z.strictObject({ toNext: z.literal(true).describe('To the next thing that any program has planned') }),
])

export const advanceVerb = defineHarnessVerb({
  name: 'advance',
  describes: 'Moves every clock of the run; all that falls due happens, in order. Nothing waits in real time.',
  input: AdvanceInput,
  async run(input, { world: { schedule } }) {
    await schedule.advanceTo(instantOf(input, schedule))
    return { now: isoTime(schedule.now()) }
  },
})

interface Time {
  now(): number
  nextDue(): number | undefined
}

/** @throws VerbError when the instant is past, there is none, or no clock goes there */
export function instantOf(input: z.infer<typeof AdvanceInput>, clock: Time): number {
  const to = askedFor(input, clock)
  const beyond = beyondTime(to)
  if (beyond !== undefined) throw new VerbError('invalid', `advance: ${beyond}`)
  return to
}

function askedFor(input: z.infer<typeof AdvanceInput>, clock: Time): number {
  if (typeof input === 'string') return clock.now() + (parseDuration(input) ?? 0)
  if ('toNext' in input) {
    const due = clock.nextDue()
    if (due === undefined)
      throw new VerbError('refused', 'advance: nothing is planned, so there is no next time to go to.')
    return Math.max(due, clock.now())
  }
  const to = Date.parse(input.to)
  if (to >= clock.now()) return to
  throw new VerbError(
    'invalid',
    `advance: ${input.to} is past; it is ${isoTime(clock.now())} already. Time never goes back.`,
  )
}
