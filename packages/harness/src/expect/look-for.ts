// Expectations that wait, and that must stay true: a view is looked at again at every moment at which something falls due.
import { isoTime, parseDuration } from '@scimulator/shared/runtime'
import type { ViewExpectation } from '../scenario/scenario-grammar.ts'
import type { ViewReading } from '../world/view.ts'
import type { World } from '../world/world.ts'
import type { Failure } from './evaluate.ts'

/** One look at a view, with what is not as expected. */
export interface Look {
  readonly reading: ViewReading
  readonly failures: readonly Failure[]
}

/** The look that decides: the first that holds of one that waits, the first that does not of one that must stay true. */
export async function lookFor(
  { eventually, always }: Pick<ViewExpectation, 'eventually' | 'always'>,
  look: () => Promise<Look>,
  world: World,
): Promise<Look> {
  const span = eventually ?? always
  if (span === undefined) return look()
  const { schedule } = world
  const start = schedule.now()
  const end = start + (parseDuration(span) ?? 0)
  for (;;) {
    world.target?.lookAgain()
    const seen = await look()
    const holds = seen.failures.length === 0
    const isDecided = eventually === undefined ? !holds : holds
    if (isDecided || seen.reading.kind !== 'items' || schedule.now() >= end) {
      return {
        ...seen,
        failures: [...seen.failures.map((failure) => timed(failure, eventually, schedule.now() - start, world))],
      }
    }
    const due = schedule.nextDue() ?? end
    await schedule.advanceTo(Math.min(end, Math.max(due, schedule.now() + 1)))
    await schedule.settle()
  }
}

/** The message with the moment of the look, since others went before it. */
function timed(failure: Failure, eventually: string | undefined, passed: number, { schedule }: World): Failure {
  const when =
    eventually === undefined ? `at ${isoTime(schedule.now())}, ${passed / 1000} s later` : `after ${eventually}`
  return { ...failure, message: `${failure.message} (${when})` }
}
