// Deciding and applying happen in one tick: the decider calls `commit` before anything else can run, so nothing is locked and
// nobody decides on a state that has changed meanwhile.
import { type KeptState, keptState, withIdCounters } from '@scimulator/shared/program'
import type { Ids, Schedule } from '@scimulator/shared/runtime'
import { createMemoryStore, type Store, StoreStopped } from '@scimulator/shared/store'
import type { Change } from './directory/change.ts'
import { Directory } from './directory/directory.ts'
import type { DecisionContext, Effects } from './directory/effects.ts'
import type { Profile } from './profile/profile.ts'

/** A context that tells afterwards whether somebody has named the exchange. */
export type LedgerContext = DecisionContext & { readonly namedExchange: string | undefined }

/** What every act on the receiver needs: SCIM requests, verbs and the admin API alike. */
export interface Ledger extends KeptState {
  readonly profile: Profile
  readonly directory: Directory
  readonly store: Store<Change>
  readonly schedule: Schedule
  readonly ids: Ids
  /** The time and the ids for one decision. The exchange id is made when it is first read. */
  context(): LedgerContext
  /** Applies the effects as one step. @throws StoreStopped */
  commit(effects: Effects): void
}

export interface LedgerOptions {
  readonly profile: Profile
  readonly schedule: Schedule
  readonly ids: Ids
}

/** A ledger in memory; nothing outlives it. */
export function createLedger(options: LedgerOptions): Ledger {
  const directory = new Directory(options.profile)
  return ledgerOver({ ...options, directory, store: createMemoryStore(directory) })
}

/** A ledger over a store that is already open, its state being `directory`. */
export function ledgerOver(
  parts: LedgerOptions & { readonly directory: Directory; readonly store: Store<Change> },
): Ledger {
  const { directory, store, schedule, ids } = parts
  ids.resume(directory.idCounters)
  return {
    ...parts,
    context: () => newContext(schedule, ids),
    commit({ changes, entries = [] }) {
      if (changes.length > 0) store.commit(withIdCounters(changes, ids, directory.idCounters, countersGiven))
      for (const { stream, entry } of entries) store.stream(stream).append(entry)
    },
    ...keptState(store, {
      restored: () => ids.resume(directory.idCounters),
      emptied: () => ids.resume({}),
    }),
  }
}

/** Whether this was thrown because nothing more can be stored. */
export function isStopped(thrown: unknown): boolean {
  return thrown instanceof StoreStopped
}

function newContext(schedule: Schedule, ids: Ids): LedgerContext {
  let exchangeId: string | undefined
  return {
    now: schedule.now(),
    ids,
    get exchangeId() {
      exchangeId ??= ids.uuid('exchange')
      return exchangeId
    },
    get namedExchange() {
      return exchangeId
    },
  }
}

function countersGiven(counters: ReturnType<Ids['counters']>): Change {
  return { kind: 'ids-given', counters }
}
