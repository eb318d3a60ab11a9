import { join } from 'node:path'
import { assertNoLogs } from './assert-ours.ts'
import { DataFolderError, type DataFolderProblem } from './data-folder-error.ts'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import { isLeftover, LOCK_FILE, SNAPSHOT_FILE, streamFolder } from './folder-layout.ts'
import { isOwnerAlive, parseLock } from './folder-lock.ts'
import { JournalReader, listSegments, type SegmentEnd } from './journal-reader.ts'
import { assertKnownVersion } from './shape-version.ts'
import { SnapshotAdapter } from './snapshot-adapter.ts'
import { listStreamSegments, listStreams, readStreamSegment } from './stream-segment.ts'

/**
 * `note`: the next start deals with it, or nothing needs to be done. `damage`: the next start stops with this
 * message.
 */
export interface Finding {
  readonly level: 'note' | 'damage'
  readonly problem?: DataFolderProblem
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly byte?: number
}

export interface FolderReport {
  readonly folder: string
  /** False when there is no snapshot, journal or stream: nothing of ours. */
  readonly isDataFolder: boolean
  /** The program the data belongs to, and the version of its data. */
  readonly shape: string | undefined
  readonly shapeVersion: number | undefined
  /** The last step that a start would reach; undefined when the folder is damaged. */
  readonly seq: number | undefined
  /** `isAlive` is undefined for a process of another machine. */
  readonly lock: { readonly pid: number; readonly host: string; readonly isAlive: boolean | undefined } | undefined
  readonly snapshot: SnapshotReport | undefined
  readonly segments: readonly SegmentReport[]
  readonly streams: readonly StreamReport[]
  readonly findings: readonly Finding[]
}
interface SnapshotReport {
  readonly file: string
  readonly seq: number
  readonly bytes: number
  /** Resources in each collection. */
  readonly collections: Readonly<Record<string, number>>
}
interface SegmentReport {
  readonly file: string
  readonly after: number
  readonly steps: number
  readonly bytes: number
}
interface StreamReport {
  readonly name: string
  readonly segments: number
  readonly entries: number
  readonly firstSeq: number
  readonly lastSeq: number
  readonly bytes: number
}

/** The newest version of each program's data that this release knows, by the name of its shape. */
export type NewestVersions = Readonly<Record<string, number>>

export interface InspectOptions {
  readonly files?: FileSystem
  /** A program that is not named here is not held against its version. */
  readonly newest?: NewestVersions
}

/**
 * Reads every line of a data folder and says what it found. It changes nothing and takes no lock. @throws
 * DataFolderError, when the folder cannot be read.
 */
export async function inspectFolder(folder: string, options: InspectOptions = {}): Promise<FolderReport> {
  const { files = nodeFileSystem, newest = {} } = options
  const inspection = new Inspection(folder, files, newest)
  const lock = await readLock(files, folder)
  await inspection.noteLeftovers()
  await inspection.readSnapshot()
  await inspection.readJournal()
  await inspection.readStreams()
  await inspection.noteOrphanedLogs()
  return { ...inspection.report(), lock }
}

class Inspection {
  readonly #folder: string
  readonly #files: FileSystem
  readonly #newest: NewestVersions
  readonly #findings: Finding[] = []
  readonly #headings: { shape: string; shapeVersion: number }[] = []
  readonly #streams: StreamReport[] = []
  #snapshot: SnapshotReport | undefined
  #isSnapshotDamaged = false
  #ends: SegmentEnd[] = []
  #segmentCount = 0
  #journalSeq: number | undefined

  constructor(folder: string, files: FileSystem, newest: NewestVersions) {
    this.#folder = folder
    this.#files = files
    this.#newest = newest
  }

  report(): Omit<FolderReport, 'lock'> {
    const seq = this.#findings.some(({ level }) => level === 'damage') ? undefined : this.#journalSeq
    return {
      folder: this.#folder,
      isDataFolder: this.#hasState || this.#streams.some(({ segments }) => segments > 0),
      shape: this.#headings[0]?.shape,
      shapeVersion: this.#headings[0]?.shapeVersion,
      seq,
      snapshot: this.#snapshot,
      segments: this.#ends.map(({ path, header, steps, bytes }) => ({ file: path, after: header.after, steps, bytes })),
      streams: this.#streams,
      findings: this.#findings,
    }
  }

  async noteLeftovers(): Promise<void> {
    for (const name of await this.#files.list(this.#folder)) {
      if (!isLeftover(name)) continue
      const file = join(this.#folder, name)
      this.#note(
        file,
        'was being written when the program ended; it holds nothing of its own, and the next start removes it',
      )
    }
  }

  async readSnapshot(): Promise<void> {
    const file = join(this.#folder, SNAPSHOT_FILE)
    const collections = new Map<string, number>()
    const adapter = new SnapshotAdapter(this.#files, file, {
      rows: () => [],
      accept: (header) => this.#accept(header, file),
      load: ({ collection }) => collections.set(collection, (collections.get(collection) ?? 0) + 1),
    })
    await this.#finding(async () => {
      const view = await adapter.read()
      if (view === null) return
      this.#snapshot = { file, seq: view.seq, bytes: adapter.bytes, collections: Object.fromEntries(collections) }
    })
    this.#isSnapshotDamaged = this.#findings.some(({ level }) => level === 'damage')
  }

  async readJournal(): Promise<void> {
    const paths = await listSegments(this.#files, this.#folder)
    this.#segmentCount = paths.length
    // Beside a damaged snapshot the first segment is not held against it: one cause, one finding.
    const snapshotSeq = this.#isSnapshotDamaged ? Number.MAX_SAFE_INTEGER : (this.#snapshot?.seq ?? 0)
    let reader = this.#reader(snapshotSeq)
    for (const path of paths) {
      const isSound = await this.#finding(async () => {
        this.#ends.push(await reader.read(this.#files, path, path === paths.at(-1)))
      })
      // After damage the following segments are still looked at, each by itself.
      if (!isSound) reader = this.#reader(Number.MAX_SAFE_INTEGER)
    }
    this.#journalSeq = reader.seq ?? 0
    this.#noteTorn(this.#ends.at(-1))
    this.#checkJournalReaches()
  }

  async readStreams(): Promise<void> {
    for (const name of await listStreams(this.#files, this.#folder)) {
      await this.#finding(() => this.#readStream(name))
    }
  }

  /** Logs whose snapshot and journal are gone: a start says so as well. */
  async noteOrphanedLogs(): Promise<void> {
    if (!this.#hasState) await this.#finding(() => assertNoLogs(this.#files, this.#folder))
  }

  get #hasState(): boolean {
    return this.#headings.length > 0 || this.#segmentCount > 0 || this.#isSnapshotDamaged
  }

  async #readStream(name: string): Promise<void> {
    let report: StreamReport = { name, segments: 0, entries: 0, firstSeq: 1, lastSeq: 0, bytes: 0 }
    for (const { path } of await listStreamSegments(this.#files, streamFolder(this.#folder, name))) {
      const end = await readStreamSegment(this.#files, path, () => {})
      if (end.torn)
        this.#note(
          path,
          `its last line was cut off by a crash (${end.torn.bytes} bytes) and is dropped at the next start`,
          end.torn,
        )
      const first = end.header?.first ?? report.lastSeq + 1
      report = {
        name,
        segments: report.segments + 1,
        entries: report.entries + end.entries,
        firstSeq: report.segments === 0 ? first : report.firstSeq,
        lastSeq: first + end.entries - 1,
        bytes: report.bytes + end.bytes,
      }
    }
    this.#streams.push(report)
  }

  #reader(snapshotSeq: number): JournalReader {
    return new JournalReader(snapshotSeq, {
      accept: (header, file) => this.#accept(header, file),
      apply: () => {},
      replace: () => {},
    })
  }

  /** @throws DataFolderError where a start would stop: files of two programs, or one that a newer release wrote. */
  #accept(heading: { readonly shape: string; readonly shapeVersion: number }, file: string): void {
    this.#headings.push(heading)
    const { shape, shapeVersion } = heading
    const first = this.#headings[0]?.shape
    if (shape !== first) {
      const said = `${file} belongs to ${shape}, and the files before it to ${first}`
      throw new DataFolderError('other program', `${said}. Put back a copy of the folder.`, { place: { file } })
    }
    assertKnownVersion(heading, this.#newest[shape] ?? shapeVersion, file)
  }

  #noteTorn(last: SegmentEnd | undefined): void {
    if (last?.torn === undefined) return
    const { line, byte, bytes } = last.torn
    const cut = `line ${line}, byte ${byte}: the last step was cut off by a crash (${bytes} bytes)`
    const said = `${cut}. It had not been acknowledged; the next start drops it`
    this.#findings.push({ level: 'note', message: `${last.path}, ${said}.`, file: last.path, line, byte })
  }

  #checkJournalReaches(): void {
    const snapshot = this.#snapshot
    // A journal that could not be read to its end: one cause, one finding.
    const isRead = this.#ends.length === this.#segmentCount
    if (snapshot === undefined || !isRead || (this.#segmentCount > 0 && (this.#journalSeq ?? 0) >= snapshot.seq)) return
    const journal =
      this.#segmentCount === 0 ? 'there is no journal beside it' : `the journal ends at step ${this.#journalSeq}`
    const message = `${snapshot.file} is of step ${snapshot.seq}, but ${journal}; later steps may be missing.`
    this.#findings.push({ level: 'damage', problem: 'incomplete', message, file: snapshot.file })
  }

  #note(file: string, what: string, at?: { readonly line: number; readonly byte: number }): void {
    const place = at && { line: at.line, byte: at.byte }
    this.#findings.push({ level: 'note', message: `${file}: ${what}.`, file, ...place })
  }

  /** @returns whether `work` found nothing. Anything but a finding about the folder is thrown on. */
  async #finding(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof DataFolderError)) throw error
      this.#findings.push({ level: 'damage', problem: error.problem, message: error.message, ...error.place })
      return false
    }
  }
}

/** Who has the folder open, by its lock; undefined when nobody has. */
export function inspectLock(folder: string, files: FileSystem = nodeFileSystem): Promise<FolderReport['lock']> {
  return readLock(files, folder)
}

async function readLock(files: FileSystem, folder: string): Promise<FolderReport['lock']> {
  const lock = parseLock((await files.readText(join(folder, LOCK_FILE))) ?? '')
  return lock && { pid: lock.pid, host: lock.host, isAlive: isOwnerAlive(lock) }
}
