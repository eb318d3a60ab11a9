import { dirname, join, resolve } from 'node:path'
import { Low } from 'lowdb'
import { assertOurs } from './assert-ours.ts'
import { DataFolderError, explainDiskError } from './data-folder-error.ts'
import { DiskStore, type DiskStoreOptions, type OpenedFolder } from './disk-store.ts'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import { findStreams } from './find-streams.ts'
import { isLeftover, SNAPSHOT_FILE, segmentFile } from './folder-layout.ts'
import { lockFolder } from './folder-lock.ts'
import { JournalReader, listSegments, type SegmentEnd } from './journal-reader.ts'
import { createSegment, type JournalSegment, reopenSegment } from './journal-segment.ts'
import { applyVersioned, assertShape, loadVersioned } from './shape-version.ts'
import { SnapshotAdapter, type SnapshotView } from './snapshot-adapter.ts'
import type { StateShape, Store, StoreStopped } from './store.ts'

export interface OpenProgress {
  readonly bytes: number
  readonly totalBytes: number
}

/** What the opener of a program on a folder may listen to. */
export type FolderListeners = Partial<Pick<DiskStoreOptions, 'onStopped' | 'onNotice'>> & {
  /** Called about once a megabyte while a folder is read. */
  readonly onProgress?: (progress: OpenProgress) => void
}

export type StoreOptions = Partial<DiskStoreOptions> &
  FolderListeners & {
    /** How long a compaction turns rows into text before others get their turn; default 2 ms. */
    readonly sliceMs?: number
    /** Another disk, for tests. */
    readonly files?: FileSystem
  }

/**
 * Opens a data folder, or makes a new one, and brings the collections of `shape` to its last durable step.
 * @throws DataFolderError when another process has the folder, when it is damaged or incomplete, belongs to another
 * program or a newer version, or
 * cannot be written. Nothing in the folder has been changed then.
 */
export async function openStore<Change>(
  folder: string,
  shape: StateShape<Change>,
  options: StoreOptions = {},
): Promise<Store<Change>> {
  const files = options.files ?? nodeFileSystem
  let release = async () => {}
  try {
    await files.makeFolder(folder)
    // The folder's own name must be durable as well; a parent that this user may not read has to do without.
    await files.syncFolder(dirname(resolve(folder))).catch(() => {})
    release = await lockFolder(files, folder)
    await assertOurs(files, folder)
    const opened = await readFolder(folder, files, shape, options)
    return new DiskStore({ ...opened, release }, { ...defaults, ...options })
  } catch (error) {
    await release().catch(() => {})
    throw explainDiskError('Opening', folder, error)
  }
}

/** The listeners among the options of a program. */
export function folderListeners({ onStopped, onNotice, onProgress }: FolderListeners): FolderListeners {
  return { ...(onStopped && { onStopped }), ...(onNotice && { onNotice }), ...(onProgress && { onProgress }) }
}

const defaults: DiskStoreOptions = {
  compactAfterBytes: 16 * 1024 * 1024,
  streamSegmentBytes: 4 * 1024 * 1024,
  onStopped: (_reason: StoreStopped) => {},
  onNotice: (_text: string) => {},
}

async function readFolder<Change>(
  folder: string,
  files: FileSystem,
  shape: StateShape<Change>,
  options: StoreOptions,
): Promise<Omit<OpenedFolder<Change>, 'release'>> {
  const onNotice = options.onNotice ?? defaults.onNotice
  const onBytes = await progressOf(files, folder, options.onProgress)
  shape.clear()
  const adapter = snapshotAdapter(files, folder, shape, options, onBytes)
  const fresh = { shape: shape.name, shapeVersion: shape.version, seq: 0, rows: () => shape.rows() }
  const database = new Low<SnapshotView>(adapter, fresh)
  const snapshot = await readSnapshot(database)
  const { covered, segments } = splitCovered(await listSegments(files, folder), folder, snapshot)
  const { ends, seq } = await replay(files, segments, shape, snapshot?.seq ?? 0, onBytes)
  assertJournalReaches(folder, snapshot, segments.length, seq)
  const torn = tornNotice(ends.at(-1))
  if (torn !== undefined) onNotice(torn)
  const streams = await findStreams(files, folder, onNotice)
  await removeLeftovers(files, folder, covered)
  const segment = await continueJournal(files, folder, shape, ends.at(-1), seq)
  const current = join(folder, segmentFile(segment.after))
  const olderSegments = segments.filter((path) => path !== current)
  const journalBytes = ends.reduce((sum, end) => sum + end.good.bytes, 0)
  return { folder, files, shape, seq, segment, olderSegments, journalBytes, adapter, database, streams }
}

function snapshotAdapter<Change>(
  files: FileSystem,
  folder: string,
  shape: StateShape<Change>,
  { sliceMs }: StoreOptions,
  onBytes: OnBytes,
): SnapshotAdapter {
  const path = join(folder, SNAPSHOT_FILE)
  return new SnapshotAdapter(files, path, {
    rows: () => shape.rows(),
    accept: (header) => assertShape(shape, header, path),
    load: (row, header) => loadVersioned(shape, header.shapeVersion, row),
    onBytes: (bytes) => onBytes(path, bytes),
    ...(sliceMs === undefined ? {} : { sliceMs }),
  })
}

/** lowdb's Low reads through the adapter; what it carries afterwards is a view of the live collections. */
async function readSnapshot(database: Low<SnapshotView>): Promise<SnapshotView | undefined> {
  const before = database.data
  await database.read()
  return database.data === before ? undefined : database.data
}

/**
 * Segments whose steps are all in the snapshot are left over from a compaction that was interrupted before it
 * deleted them.
 */
function splitCovered(paths: readonly string[], folder: string, snapshot: SnapshotView | undefined) {
  const first = paths.findLastIndex((path) => path <= join(folder, segmentFile(snapshot?.seq ?? 0)))
  const from = Math.max(0, first)
  return { covered: paths.slice(0, from), segments: paths.slice(from) }
}

async function replay<Change>(
  files: FileSystem,
  segments: readonly string[],
  shape: StateShape<Change>,
  snapshotSeq: number,
  onBytes: OnBytes,
): Promise<{ readonly ends: readonly SegmentEnd[]; readonly seq: number }> {
  const reader = new JournalReader(snapshotSeq, {
    accept: (header, file) => assertShape(shape, header, file),
    apply: (changes, { shapeVersion }) => {
      for (const change of changes) applyVersioned(shape, shapeVersion, change)
    },
    replace: (rows, { shapeVersion }) => {
      shape.clear()
      for (const row of rows) loadVersioned(shape, shapeVersion, row)
    },
  })
  const ends: SegmentEnd[] = []
  for (const path of segments) {
    ends.push(await reader.read(files, path, path === segments.at(-1), (bytes) => onBytes(path, bytes)))
  }
  return { ends, seq: reader.seq ?? 0 }
}

/** @throws DataFolderError when the journal that belongs to the snapshot is missing or ends too early. */
function assertJournalReaches(folder: string, snapshot: SnapshotView | undefined, segments: number, seq: number): void {
  if (snapshot === undefined || (segments > 0 && seq >= snapshot.seq)) return
  const file = join(folder, SNAPSHOT_FILE)
  const journal = segments === 0 ? 'there is no journal beside it' : `the journal beside it ends at step ${seq}`
  const said = `${file} is of step ${snapshot.seq}, but ${journal}, so that later steps may be missing`
  const repair = `To go on from the snapshot alone, run \`scimulator doctor ${folder} --repair\`.`
  const wayOut = `Copy the whole folder, while the program is stopped. ${repair}`
  throw new DataFolderError('incomplete', `${said}. Nothing was changed. ${wayOut}`, { place: { file } })
}

/**
 * The torn end is cut off and writing goes on behind it; a segment of an older version is left as it is, and a new
 * one begun.
 */
async function continueJournal<Change>(
  files: FileSystem,
  folder: string,
  shape: StateShape<Change>,
  last: SegmentEnd | undefined,
  seq: number,
): Promise<JournalSegment> {
  if (last === undefined) return createSegment(files, folder, shape, seq)
  const segment = await reopenSegment(last.path, files, last.header.after, last.good)
  if (last.header.shapeVersion === shape.version) return segment
  await segment.close()
  return createSegment(files, folder, shape, seq)
}

async function removeLeftovers(files: FileSystem, folder: string, covered: readonly string[]): Promise<void> {
  for (const path of covered) await files.remove(path)
  for (const name of await files.list(folder)) {
    if (isLeftover(name)) await files.remove(join(folder, name))
  }
}

function tornNotice(end: SegmentEnd | undefined): string | undefined {
  if (end?.torn === undefined) return undefined
  const { line, byte, bytes } = end.torn
  const place = `${end.path}, line ${line}, byte ${byte}`
  const said = `${place}: the last step was cut off by a crash (${bytes} bytes) and is dropped`
  return `${said}. It had not been acknowledged.`
}

type OnBytes = (path: string, bytes: number) => void

/** Adds up what was read of each file. */
async function progressOf(files: FileSystem, folder: string, onProgress: StoreOptions['onProgress']): Promise<OnBytes> {
  if (onProgress === undefined) return () => {}
  const paths = [...(await listSegments(files, folder)), join(folder, SNAPSHOT_FILE)]
  const sizes = await Promise.all(paths.map((path) => sizeOf(files, path)))
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0)
  const read = new Map<string, number>()
  return (path, bytes) => {
    read.set(path, bytes)
    onProgress({ bytes: [...read.values()].reduce((sum, each) => sum + each, 0), totalBytes })
  }
}

async function sizeOf(files: FileSystem, path: string): Promise<number> {
  const file = await files.open(path, 'read').catch(() => undefined)
  const size = (await file?.size()) ?? 0
  await file?.close()
  return size
}
