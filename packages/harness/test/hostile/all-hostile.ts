import { harmDone, runAgainstHostile } from './run-against.ts'

export interface HostileTally {
  readonly runs: number
  /** Runs in which the guard had to stop something. */
  readonly stopped: number
  /** Runs that left something of theirs and did not say so. */
  readonly unsaid: readonly string[]
}

/** Every seed from 0 on. @throws Error that names the seed with which somebody was touched, or in which we went wrong */
export async function meetAll(count: number, progress: (done: number) => void): Promise<HostileTally> {
  let stopped = 0
  const unsaid: string[] = []
  for (let seed = 0; seed < count; seed += 1) {
    const run = await runAgainstHostile(seed)
    const { result } = run.outcome
    const who = `seed ${seed}, ${run.scenario}, ${JSON.stringify(run.traits)}`
    const [harm] = harmDone(run)
    if (harm !== undefined) throw new Error(`Somebody who was there was touched (${who}): ${harm}`)
    if (result.outcome === 'error') throw new Error(`A mistake of ours (${who}): ${result.message ?? ''}`)
    if (run.left > 0 && run.told.length === 0) unsaid.push(who)
    if (result.stops.length > 0) stopped += 1
    progress(seed + 1)
  }
  return { runs: count, stopped, unsaid }
}
