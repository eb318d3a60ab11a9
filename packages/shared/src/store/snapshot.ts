import type { SnapshotRow, StateShape, StoreSnapshot } from './store.ts'

/** A picture of the collections that later changes do not reach. */
export function takeRows<Change>(shape: StateShape<Change>): readonly SnapshotRow[] {
  return Array.from(shape.rows(), (row) => structuredClone(row))
}

/** Replaces the collections by rows of a picture, which stays untouched. */
export function loadRows<Change>(shape: StateShape<Change>, rows: Iterable<SnapshotRow>): void {
  shape.clear()
  for (const row of rows) shape.load(structuredClone(row))
}

/** @throws Error naming both sides if the picture was not taken from such a state. */
export function assertRestorable<Change>(shape: StateShape<Change>, snapshot: StoreSnapshot): void {
  if (snapshot.format !== 'scimulator-store') {
    throw new Error(`This is not a snapshot of a store: its format is ${JSON.stringify(snapshot.format)}`)
  }
  if (snapshot.shape === shape.name && snapshot.version === shape.version) return
  const theirs = `${snapshot.shape} version ${snapshot.version}`
  throw new Error(`The snapshot is of ${theirs}; this is ${shape.name} version ${shape.version}. Take a new one.`)
}
