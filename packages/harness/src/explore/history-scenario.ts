// What the scenario files of all senders have in common. Pure.
import type { WrittenScenario } from '../written/scenario-text.ts'
import type { Points } from './sender.ts'

/** What an act is in the file, where it is anything, and what must be at the target after it, where somebody looks. */
export interface WrittenAct {
  readonly step?: object | readonly object[]
  readonly expect?: readonly object[]
}

/** The steps, with as many looks at the directory as are asked for. */
export function stepsIn(written: readonly WrittenAct[], points: Points): readonly object[] {
  const last = written.findLastIndex(({ expect }) => expect)
  const isAsked = (at: number) => points === 'every' || (points === 'last' && at === last)
  return written.flatMap(({ step, expect }, at) => [
    ...[step ?? []].flat(),
    ...(expect && isAsked(at) ? [{ expect }] : []),
  ])
}

interface HistoryParts {
  /** Of the receiver, by name. */
  readonly deviations?: readonly string[] | undefined
  /** What `given` says of the sender. */
  readonly given?: object
  readonly steps: readonly object[]
  readonly expect: readonly object[]
}

export function historyScenario({ deviations = [], given = {}, steps, expect }: HistoryParts): WrittenScenario {
  return {
    scenario: 'A history of acts that ends in another directory',
    description: 'Found by exploring: what is expected follows from the acts and the references alone.',
    given: {
      receiver: { profile: 'rfc', ...(deviations.length > 0 ? { deviations: [...deviations] } : {}) },
      ...given,
    },
    steps,
    expect,
  }
}
