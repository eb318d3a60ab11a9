// What a run has made at a foreign endpoint, and nothing else. The name is noted before the POST and the id behind it, so that a process
// that is killed in between leaves a line by which the account can be found.
import type { LedgerView } from './judge-request.ts'
import { idKey, type ResourceKind, type ResourceRef } from './resource-kind.ts'

/** Version of the form of a ledger. */
export const LEDGER_VERSION = 1

/** One line of `.scimulator/ledgers/RUN.jsonl`. */
export type LedgerEntry =
  | {
      readonly event: 'run'
      readonly version: typeof LEDGER_VERSION
      readonly run: string
      readonly url: string
      readonly at: string
      readonly pid: number
    }
  /** About to be made. `name` is the userName or displayName as sent. */
  | { readonly event: 'posting'; readonly seq: number; readonly kind: ResourceKind; readonly name: string }
  | { readonly event: 'made'; readonly seq: number; readonly kind: ResourceKind; readonly id: string }
  /** The endpoint has refused: there is nothing. */
  | { readonly event: 'refused'; readonly seq: number }
  | { readonly event: 'gone'; readonly kind: ResourceKind; readonly id: string }
  /** The endpoint answered with an account that was there before; it is never touched again. */
  | { readonly event: 'taken-over'; readonly kind: ResourceKind; readonly id: string }

export interface Posting {
  readonly seq: number
  readonly kind: ResourceKind
  readonly name: string
}

export interface MadeResource extends ResourceRef {
  readonly name: string
}

/** The state that the lines come to. Pure in memory: the writer of the file applies the same entries. */
export interface RunLedger {
  apply(entry: LedgerEntry): void
  standing: LedgerView['standing']
  /** Made and there, the oldest first. */
  made(): readonly MadeResource[]
  /** Made and deleted since. */
  deleted(): readonly ResourceRef[]
  /** Handed out to the run by a POST, and somebody's. */
  takenOver(): readonly ResourceRef[]
  /** Asked for and not answered: whether they are there is not known. */
  unanswered(): readonly Posting[]
  count(kind: ResourceKind): number
}

export function createRunLedger(entries: Iterable<LedgerEntry> = []): RunLedger {
  const made = new Map<string, MadeResource>()
  const gone = new Map<string, ResourceRef>()
  const takenOver = new Map<string, ResourceRef>()
  const postings = new Map<number, Posting>()

  function apply(entry: LedgerEntry): void {
    if (entry.event === 'run') return
    if (entry.event === 'posting') postings.set(entry.seq, { seq: entry.seq, kind: entry.kind, name: entry.name })
    else if (entry.event === 'refused') postings.delete(entry.seq)
    else applyToResource(entry)
  }

  function applyToResource(entry: Extract<LedgerEntry, { id: string }>): void {
    const ref = { kind: entry.kind, id: entry.id }
    const key = idKey(ref)
    if (entry.event === 'made') {
      if (!takenOver.has(key))
        made.set(key, { ...ref, name: postings.get(entry.seq)?.name ?? made.get(key)?.name ?? '' })
      gone.delete(key)
    }
    if (entry.event === 'taken-over') takenOver.set(key, ref)
    if (entry.event === 'gone' || entry.event === 'taken-over') made.delete(key)
    if (entry.event === 'gone') gone.set(key, ref)
    // A POST that was answered with somebody's account may have made one as well: it is still looked for by its name.
    if (entry.event === 'made') postings.delete(entry.seq)
  }

  for (const entry of entries) apply(entry)

  return {
    apply,
    standing(ref) {
      const key = idKey(ref)
      if (takenOver.has(key)) return 'taken-over'
      if (made.has(key)) return 'ours'
      return gone.has(key) ? 'gone' : 'not-ours'
    },
    made: () => [...made.values()],
    deleted: () => [...gone.values()],
    takenOver: () => [...takenOver.values()],
    unanswered: () => [...postings.values()],
    count: (kind) => [...made.values(), ...postings.values()].filter((one) => one.kind === kind).length,
  }
}
