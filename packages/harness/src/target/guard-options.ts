import type { ScimRequest } from '@scimulator/shared/provisioning'
import type { BodyReader } from './body-reader.ts'
import type { Inventory } from './inventory.ts'
import type { ListNames } from './listed-names.ts'
import type { ResourceKind, ResourceRef } from './resource-kind.ts'
import type { RoomAnswer } from './room.ts'
import type { LedgerEntry, RunLedger } from './run-ledger.ts'
import type { RunNames } from './run-names.ts'
import type { Stop } from './stop.ts'
import type { TargetConnection } from './target-connection.ts'

export interface GuardOptions {
  readonly connection: TargetConnection
  readonly ledger: RunLedger
  readonly names: RunNames
  readonly inventory: Inventory
  readonly readBody: BodyReader
  /** Notes a line in the ledger; resolves when it is on the disk. */
  note(entry: LedgerEntry): Promise<void>
  /** Whether the owner has named the account, so that the run may change it. */
  isAdopted(ref: ResourceRef): boolean
  /** Whether a value is the run's own, or that of an adopted account. */
  ownsValue(value: string): boolean
  /** Hears of each write that has left, before its sender does. */
  afterWrite(request: ScimRequest): Promise<void>
  /** Why nothing more may be sent. */
  ended(): string | undefined
  /** Whether the run's own is read all the same then: what a write has done to others can be told only by looking. */
  readonly readsOn?: boolean
  isOfAnotherRun(ref: ResourceRef): boolean
  /** How many may be there at a time. */
  readonly most: Readonly<Record<ResourceKind, number>>
  /** A place for one more resource, all runs of the command together; may wait for one. */
  takeRoom(kind: ResourceKind): Promise<RoomAnswer>
  /** Gives places back, once the ledger has what was made for them. */
  releaseRoom(kind: ResourceKind): void
  /** Real milliseconds since the epoch. */
  now(): number
  onStop(stop: Stop): void
  /** Shows names of several at once, where that costs less than a look at each. */
  readonly listNames?: ListNames
}
