import type { Inventory } from './inventory.ts'
import type { ResourceKind, ResourceRef } from './resource-kind.ts'
import type { LedgerEntry, RunLedger } from './run-ledger.ts'
import type { RunNames } from './run-names.ts'
import type { Stop } from './stop.ts'
import type { TargetConnection } from './target-connection.ts'

export interface GuardOptions {
  readonly connection: TargetConnection
  readonly ledger: RunLedger
  readonly names: RunNames
  readonly inventory: Inventory
  /** Notes a line in the ledger; resolves when it is on the disk. */
  note(entry: LedgerEntry): Promise<void>
  isOfAnotherRun(ref: ResourceRef): boolean
  /** Whether one more resource may be made, all runs of the command together. */
  hasRoomFor(kind: ResourceKind): boolean
  /** Real milliseconds since the epoch. */
  now(): number
  onStop(stop: Stop): void
}
