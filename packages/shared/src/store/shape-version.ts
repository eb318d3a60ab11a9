import { DataFolderError } from './data-folder-error.ts'
import type { SnapshotRow, StateShape } from './store.ts'

interface Heading {
  readonly shape: string
  readonly shapeVersion: number
}

/**
 * @throws DataFolderError when the file is another program's, newer than this release, or older and there is no
 * migration.
 */
export function assertShape<Change>(shape: StateShape<Change>, heading: Heading, file: string): void {
  if (heading.shape !== shape.name) {
    const said = `${file} belongs to ${heading.shape}, and this is ${shape.name}`
    throw new DataFolderError('other program', `${said}. Choose another folder with --data.`, { place: { file } })
  }
  assertKnownVersion(heading, shape.version, file)
  const written = `${file} was written in version ${heading.shapeVersion} of ${shape.name}'s data`
  if (heading.shapeVersion < shape.version && !(shape.migrate && shape.migrateChange)) {
    const said = `${written}; this release has version ${shape.version} and no way to bring it over`
    throw new DataFolderError('other version', `${said}. Open it with the older release.`, { place: { file } })
  }
}

/** @throws DataFolderError when the file is newer than the release that reads it. */
export function assertKnownVersion({ shape, shapeVersion }: Heading, newest: number, file: string): void {
  if (shapeVersion <= newest) return
  const said = `${file} was written in version ${shapeVersion} of ${shape}'s data; this release knows up to ${newest}`
  const wayOut = 'Use the release that wrote it, or a newer one.'
  throw new DataFolderError('other version', `${said}. ${wayOut}`, { place: { file } })
}

/** Loads a row, brought into the present form when it is older. */
export function loadVersioned<Change>(shape: StateShape<Change>, fromVersion: number, row: SnapshotRow): void {
  const present = fromVersion < shape.version ? shape.migrate?.(fromVersion, row) : row
  if (present !== undefined) shape.load(present)
}

/** Applies a journalled change, brought into the present form when it is older. */
export function applyVersioned<Change>(shape: StateShape<Change>, fromVersion: number, change: unknown): void {
  // The checksum and the heading say that this shape wrote the change in its present version.
  const present = fromVersion < shape.version ? shape.migrateChange?.(fromVersion, change) : (change as Change)
  if (present !== undefined) shape.apply(present)
}
