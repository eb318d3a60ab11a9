/**
 * lowdb's Low owns the snapshot; this is the adapter that it reads and writes through. lowdb's own JSONFile makes one
 * string of everything and so
 * stops the event loop for seconds at 100,000 people; this one writes a line per resource, in slices, from the live
 * collections, and never holds more
 * than a slice. The data that Low carries is therefore a view: the collections stay where they are.
 */

import type { Adapter } from 'lowdb'
import { errorCode } from '../runtime/platform/index.ts'
import { damagedAt } from './data-folder-error.ts'
import { FORMAT_VERSION, headerLine, parseHeader, SnapshotHeader } from './file-header.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { TEMPORARY_SUFFIX } from './folder-layout.ts'
import { type Line, type LinePosition, scanLines } from './scan-lines.ts'
import { sealLine, unsealLine } from './sealed-line.ts'
import type { SnapshotRow } from './store.ts'

/**
 * `seq`: the last step that is wholly in it. Rows may already show later steps; the journal after `seq` brings all
 * of them to one moment.
 */
export interface SnapshotView {
  readonly shape: string
  readonly shapeVersion: number
  readonly seq: number
  rows(): Iterable<SnapshotRow>
}

export interface SnapshotAdapterOptions {
  /** The live collections, which are what Low carries after reading. */
  readonly rows: () => Iterable<SnapshotRow>
  /** Receives each row that is read. */
  readonly load: (row: SnapshotRow, header: SnapshotHeader) => void
  /** Checks the heading before the first row is loaded. */
  readonly accept: (header: SnapshotHeader) => void
  readonly onBytes?: (bytes: number) => void
  /** How long rows are turned into text before others get their turn; default 2 ms. */
  readonly sliceMs?: number
}

/** Unwritten pages are kept few, or the journal's next fdatasync would have to wait for them. */
const SYNC_EVERY_BYTES = 1024 * 1024
const CLOCK_EVERY_ROWS = 16

export class SnapshotAdapter implements Adapter<SnapshotView> {
  /** Length of the snapshot last read or written; 0 when there is none. */
  bytes = 0
  rows = 0
  /**
   * Runs when all is written and before the file takes its name: every step that the rows may show must be durable
   * by then.
   */
  beforeRename: () => Promise<void> = async () => {}
  readonly #files: FileSystem
  readonly #path: string
  readonly #options: SnapshotAdapterOptions

  constructor(files: FileSystem, path: string, options: SnapshotAdapterOptions) {
    this.#files = files
    this.#path = path
    this.#options = options
  }

  /** @returns null when there is no snapshot. @throws DataFolderError when it is damaged or cannot be accepted. */
  async read(): Promise<SnapshotView | null> {
    const file = await openIfThere(this.#files, this.#path)
    if (file === undefined) return null
    try {
      const reader = new SnapshotReader(this.#path, this.#options)
      const end = await scanLines(file, (line, at) => reader.take(line, at), this.#options.onBytes)
      const header = reader.finish(end)
      this.bytes = end.bytes
      this.rows = reader.rows
      return { shape: header.shape, shapeVersion: header.shapeVersion, seq: header.seq, rows: this.#options.rows }
    } finally {
      await file.close()
    }
  }

  /**
   * Replaces the snapshot: temporary file, fsync, rename. The folder is synced by the caller, together with what it
   * deletes.
   */
  async write(view: SnapshotView): Promise<void> {
    const temporary = this.#path + TEMPORARY_SUFFIX
    const file = await this.#files.open(temporary, 'create')
    try {
      const writer = new SliceWriter(file, this.#options.sliceMs ?? 2)
      await writer.writeAll(view)
      await this.beforeRename()
      await file.datasync()
      await this.#files.rename(temporary, this.#path)
      this.bytes = writer.bytes
      this.rows = writer.rows
    } catch (error) {
      await this.#files.remove(temporary).catch(() => {})
      throw error
    } finally {
      await file.close()
    }
  }
}

class SnapshotReader {
  rows = 0
  #header: SnapshotHeader | undefined
  #end: number | undefined
  readonly #path: string
  readonly #options: SnapshotAdapterOptions

  constructor(path: string, options: SnapshotAdapterOptions) {
    this.#path = path
    this.#options = options
  }

  take(line: Line, at: LinePosition): void {
    if (this.#header === undefined) {
      this.#takeHeader(line, at)
      return
    }
    const fields = unsealLine(line)
    if (fields === undefined) throw this.#damaged(at, 'the line is not as it was written (checksum)')
    if (this.#end !== undefined) throw this.#damaged(at, 'a line follows the closing line')
    const { collection, key, value } = fields
    if (typeof collection === 'string' && typeof key === 'string') {
      this.#options.load({ collection, key, value }, this.#header)
      this.rows += 1
    } else if (typeof fields.rows === 'number') this.#end = fields.rows
    else throw this.#damaged(at, 'the line is no resource')
  }

  finish(end: LinePosition & { readonly tail: Line | undefined }): SnapshotHeader {
    if (this.#header === undefined) throw this.#damaged(end, 'the file has no first line')
    if (this.#end === undefined || end.tail !== undefined)
      throw this.#damaged(end, 'the file ends before its closing line')
    if (this.#end !== this.rows) {
      throw this.#damaged(end, `the closing line counts ${this.#end} resources and the file has ${this.rows}`)
    }
    return this.#header
  }

  #takeHeader(line: Line, at: LinePosition): void {
    this.#header = parseHeader(SnapshotHeader, line, { ...at, file: this.#path })
    this.#options.accept(this.#header)
  }

  #damaged(at: LinePosition, what: string): Error {
    return damagedAt({ file: this.#path, line: at.line, byte: at.byte }, what)
  }
}

class SliceWriter {
  bytes = 0
  rows = 0
  #unsynced = 0
  readonly #file: OpenFile
  readonly #sliceMs: number

  constructor(file: OpenFile, sliceMs: number) {
    this.#file = file
    this.#sliceMs = sliceMs
  }

  async writeAll(view: SnapshotView): Promise<void> {
    const { shape, shapeVersion, seq } = view
    await this.#write(headerLine({ format: 'scimulator-snapshot', version: FORMAT_VERSION, shape, shapeVersion, seq }))
    const rows = view.rows()[Symbol.iterator]()
    for (let slice = this.#nextSlice(rows); slice !== ''; slice = this.#nextSlice(rows)) await this.#write(slice)
    await this.#write(sealLine(`"rows":${this.rows}`))
  }

  /** Text of the rows that fit into one slice of time; empty at the end. */
  #nextSlice(rows: Iterator<SnapshotRow>): string {
    const until = performance.now() + this.#sliceMs
    let text = ''
    for (let count = 1; ; count += 1) {
      const row = rows.next()
      if (row.done) return text
      text += rowLine(row.value)
      this.rows += 1
      if (count % CLOCK_EVERY_ROWS === 0 && performance.now() >= until) return text
    }
  }

  async #write(text: string): Promise<void> {
    const bytes = Buffer.from(text)
    await this.#file.append(bytes)
    this.bytes += bytes.length
    this.#unsynced += bytes.length
    if (this.#unsynced < SYNC_EVERY_BYTES) return
    this.#unsynced = 0
    await this.#file.datasync()
  }
}

function rowLine({ collection, key, value }: SnapshotRow): string {
  const fields = `"collection":${JSON.stringify(collection)},"key":${JSON.stringify(key)}`
  return sealLine(`${fields},"value":${JSON.stringify(value) ?? 'null'}`)
}

async function openIfThere(files: FileSystem, path: string): Promise<OpenFile | undefined> {
  try {
    return await files.open(path, 'read')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
