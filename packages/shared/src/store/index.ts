export { createMemoryStore } from './memory-store.ts'
export type {
  SnapshotRow,
  StateShape,
  Store,
  StoreSnapshot,
  Stream,
  StreamEntry,
  StreamOptions,
  StreamQuery,
  StreamRetention,
  StreamSnapshot,
} from './store.ts'
export { StoreStopped } from './store.ts'
