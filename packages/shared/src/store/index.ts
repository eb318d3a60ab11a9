export { type ChangeListener, EVERYTHING } from './change-listeners.ts'
export { type HeldFolder, holdFolder } from './copy-folder.ts'
export { DataFolderError, type DataFolderProblem } from './data-folder-error.ts'
export type { FileSystem, OpenFile } from './file-system.ts'
export { nodeFileSystem } from './file-system.ts'
export {
  type Finding,
  type FolderReport,
  type InspectOptions,
  inspectFolder,
  inspectLock,
  type NewestVersions,
} from './inspect-folder.ts'
export { createMemoryStore } from './memory-store.ts'
export { type FolderListeners, folderListeners, type OpenProgress, openStore, type StoreOptions } from './open-store.ts'
export { type RepairReport, repairFolder } from './repair-folder.ts'
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
