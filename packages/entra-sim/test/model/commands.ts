// Acts as fast-check's commands: which ones are drawn, when they are legal, and how a counterexample reads.
import { type Act, DAILY, type History, isLegal, JOB, sayAct, TROUBLE } from '@scimulator/oracle/entra'
import fc from 'fast-check'
import { expectWithinThreshold } from './invariants.ts'
import { actInBoth, expectForeseen, settleBoth } from './run-history.ts'
import type { World } from './world.ts'

export interface Real {
  readonly world: World
  /** What was done, so that it can be done again elsewhere. */
  readonly acts: Act[]
  /** Looks at every point where all is settled. */
  readonly look: (world: World, history: History, acts: Act[]) => Promise<void>
}

class ActCommand implements fc.AsyncCommand<History, Real> {
  readonly act: Act

  constructor(act: Act) {
    this.act = act
  }

  check(history: Readonly<History>): boolean {
    return isLegal(history, this.act)
  }

  async run(history: History, { world, acts, look }: Real): Promise<void> {
    if (this.act.act === 'settle') {
      await settleBoth(world, history, acts)
      await look(world, history, acts)
      return
    }
    acts.push(this.act)
    const sent = world.traffic.length
    // Provision on demand knows no threshold.
    const isAllowed = history.deletesAllowed || ['allow-deletes', 'on-demand'].includes(this.act.act)
    await actInBoth(world, history, this.act)
    if (!isAllowed) expectWithinThreshold(world.traffic.slice(sent), history)
    if (world.traffic.length !== history.requests.length) expectForeseen(world, history)
  }

  toString(): string {
    return `\n  ${sayAct(this.act)}`
  }
}

export function histories(
  kind: 'daily' | 'any',
  maxCommands: number,
): fc.Arbitrary<Iterable<fc.AsyncCommand<History, Real>>> {
  const drawn = kind === 'daily' ? DAILY : [...DAILY, ...JOB, ...TROUBLE]
  const acts = fc.oneof(...drawn.map(({ weight, arbitrary }) => ({ weight, arbitrary })))
  return fc.commands([acts.map((act) => new ActCommand(act))], { maxCommands, size: 'max' })
}
