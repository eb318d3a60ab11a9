// Several acts at the same moment. Who has the next turn on the wire is fixed, so that a run is the same each time.
import { VerbError } from '@scimulator/shared/behaviour'
import { ParallelInput } from '../scenario/check-parallel.ts'
import type { Step } from '../scenario/scenario.ts'
import { defineHarnessVerb } from './harness-verb.ts'
import type { RunContext } from './run-context.ts'

export const parallelVerb = defineHarnessVerb({
  name: 'parallel',
  describes: 'Begins several acts at the same moment; their requests go to the receiver in turn, one of each lane.',
  input: ParallelInput,
  hasLanes: true,
  run() {
    throw new VerbError('refused', 'The lanes of parallel are carried out, and not parallel itself.')
  },
})

/** Carries the lanes out, and all that they make due by now. @throws VerbError that tells each step that went wrong */
export async function runLanes(
  lanes: readonly (readonly Step[])[],
  { world }: RunContext,
  run: (step: Step) => Promise<void>,
): Promise<void> {
  const ended = await world.turns.together(
    lanes.map((lane) => async () => {
      for (const step of lane) await run(step)
    }),
  )
  await world.schedule.settleAtOnce((runs) => world.turns.together(runs).then(throwFirst))
  const wrong = ended.flatMap((one, at) => (one.status === 'rejected' ? [{ at, reason: one.reason as unknown }] : []))
  const bug = wrong.find(({ reason }) => !(reason instanceof VerbError))
  if (bug) throw bug.reason
  if (wrong.length === 0) return
  const told = wrong.map(({ at, reason }) => `lane ${at + 1}: ${(reason as VerbError).message}`)
  throw new VerbError('refused', told.join('\n'))
}

/** What goes wrong in a cycle is told by the cycle: anything else is a bug of ours. */
function throwFirst(ended: readonly PromiseSettledResult<void>[]): void {
  const wrong = ended.find((one) => one.status === 'rejected')
  if (wrong) throw wrong.reason
}
