import type { Control } from '../behaviour/index.ts'
import type { Ids } from '../runtime/index.ts'
import type { Store, StoreSnapshot } from '../store/index.ts'

/** The whole of a program's state: which step it is at, taken away, brought back, begun again. */
export type KeptState = Required<Pick<Control, 'seq' | 'onChange' | 'snapshot' | 'restore' | 'reset'>>

/** What is a program's own in that. */
export interface OwnPart {
  /** Before a picture is taken: what is not journalled step by step, such as counters in memory. */
  beforeSnapshot?(): void
  /** The state is another one: what stands beside it follows. */
  restored(): void
  /** The state is empty: the program begins. */
  emptied(): void
}

export function keptState<Change>(store: Store<Change>, own: OwnPart): KeptState {
  return {
    seq: () => store.seq,
    onChange: (listener) => store.onChange(listener),
    snapshot() {
      own.beforeSnapshot?.()
      return store.snapshot()
    },
    restore(snapshot) {
      // The store checks it, and refuses what is no picture of this program.
      store.restore(snapshot as StoreSnapshot)
      own.restored()
    },
    reset() {
      store.reset()
      own.emptied()
    },
  }
}

type Counters = ReturnType<Ids['counters']>

/** Seeded ids go on where they stopped after a restart, so their counters belong to each step that took some. */
export function withIdCounters<Change>(
  changes: readonly Change[],
  ids: Ids,
  /** Those that the state already knows; every step has all of them without it. */
  known: Counters,
  changeOf: (counters: Counters) => Change,
): readonly Change[] {
  const counters = ids.counters()
  if (Object.entries(counters).every(([kind, count]) => known[kind] === count)) return changes
  return [...changes, changeOf(counters)]
}
