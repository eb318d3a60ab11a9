import { join } from 'node:path'
import { DataFolderError, damagedAt } from './data-folder-error.ts'
import { JournalHeader, parseHeader } from './file-header.ts'
import type { FileSystem } from './file-system.ts'
import { isSegmentFile } from './folder-layout.ts'
import type { GoodBytes } from './journal-segment.ts'
import { asJournalLine, type JournalLine } from './journal-step.ts'
import { type Line, type LinePosition, lineOf, type ScanEnd, scanLines } from './scan-lines.ts'
import { unsealLine } from './sealed-line.ts'
import type { SnapshotRow } from './store.ts'

export interface StepSink {
  readonly accept: (header: JournalHeader, file: string) => void
  readonly apply: (changes: readonly unknown[], header: JournalHeader) => void
  readonly replace: (rows: readonly SnapshotRow[], header: JournalHeader) => void
}

/** `good`: how much of the file is whole steps. `torn`: what a crash left of a step that nobody was told about. */
export interface SegmentEnd {
  readonly header: JournalHeader
  readonly path: string
  readonly bytes: number
  readonly steps: number
  readonly good: GoodBytes
  readonly torn: TornEnd | undefined
}
export type TornEnd = LinePosition & { readonly bytes: number }

interface PendingStep {
  readonly at: LinePosition
  readonly lines: JournalLine[]
}

/** Reads the segments of a journal one after another and hands out the steps that a snapshot does not have. */
export class JournalReader {
  /** The last whole step that was read. */
  seq: number | undefined
  readonly #snapshotSeq: number
  readonly #sink: StepSink

  constructor(snapshotSeq: number, sink: StepSink) {
    this.#snapshotSeq = snapshotSeq
    this.#sink = sink
  }

  /** @param isLast only the last segment may end in the middle of a step. @throws DataFolderError on any damage. */
  async read(files: FileSystem, path: string, isLast: boolean, onBytes?: (bytes: number) => void): Promise<SegmentEnd> {
    const segment = new SegmentReader(path, this.#snapshotSeq, this.#sink, this.seq)
    const file = await files.open(path, 'read')
    try {
      const end = await scanLines(file, (line, at) => segment.take(line, at), onBytes)
      const result = segment.finish(end, isLast)
      this.seq = segment.seq
      return result
    } finally {
      await file.close()
    }
  }
}

/** Paths of the segments, oldest first. */
export async function listSegments(files: FileSystem, folder: string): Promise<readonly string[]> {
  return (await files.list(folder)).filter(isSegmentFile).map((name) => join(folder, name))
}

class SegmentReader {
  seq: number
  #header: JournalHeader | undefined
  #pending: PendingStep | undefined
  #steps = 0
  readonly #path: string
  readonly #snapshotSeq: number
  readonly #sink: StepSink
  readonly #previousSeq: number | undefined

  constructor(path: string, snapshotSeq: number, sink: StepSink, previousSeq: number | undefined) {
    this.#path = path
    this.#snapshotSeq = snapshotSeq
    this.#sink = sink
    this.#previousSeq = previousSeq
    this.seq = previousSeq ?? 0
  }

  take(text: Line, at: LinePosition): void {
    if (this.#header === undefined) {
      this.#takeHeader(text, at)
      return
    }
    const fields = unsealLine(text)
    if (fields === undefined) throw this.#damaged(at, 'the line is not as it was written (checksum)')
    const line = asJournalLine(fields)
    if (line === undefined) throw this.#damaged(at, 'the line is no step')
    this.#assertOrder(line, at)
    this.#pending ??= { at, lines: [] }
    this.#pending.lines.push(line)
    if (!line.more) this.#complete(this.#header, this.#pending.lines)
  }

  finish(end: ScanEnd, isLast: boolean): SegmentEnd {
    const lineFeedMissing = end.tail !== undefined && this.#takeTail(end.tail, end)
    if (this.#header === undefined) throw this.#damaged(end, 'the file has no first line')
    const torn = this.#tornEnd(end, lineFeedMissing)
    if (torn !== undefined && !isLast)
      throw this.#damaged(torn, 'the file ends in the middle of a step and is not the last')
    const good = { bytes: torn?.byte ?? end.bytes, lineFeedMissing }
    return { header: this.#header, path: this.#path, bytes: end.bytes, steps: this.#steps, good, torn }
  }

  /** @returns whether the bytes after the last line feed are a whole line that lacks nothing else. */
  #takeTail(tail: Line, end: ScanEnd): boolean {
    if (this.#header === undefined) return false
    if (unsealLine(tail) !== undefined) {
      this.take(tail, end)
      return true
    }
    // A whole line with one byte more: its line feed was overwritten. A crash does not do that.
    if (unsealLine(lineOf(tail.bytes.subarray(0, -1))) === undefined) return false
    throw this.#damaged(end, 'the line is whole but another byte stands where its line feed was')
  }

  #tornEnd(end: ScanEnd, tailIsWhole: boolean): TornEnd | undefined {
    const at = this.#pending?.at ?? (end.tail === undefined || tailIsWhole ? undefined : end)
    return at && { line: at.line, byte: at.byte, bytes: end.bytes - at.byte }
  }

  #complete(header: JournalHeader, lines: readonly JournalLine[]): void {
    const first = lines[0]
    this.#pending = undefined
    this.#steps += 1
    if (first === undefined) return
    this.seq = first.seq
    if (first.seq <= this.#snapshotSeq) return
    if (first.replace === undefined) for (const line of lines) this.#sink.apply(line.changes ?? [], header)
    else
      this.#sink.replace(
        lines.flatMap((line) => line.replace ?? []),
        header,
      )
  }

  #takeHeader(text: Line, at: LinePosition): void {
    const header = parseHeader(JournalHeader, text, { ...at, file: this.#path })
    this.#sink.accept(header, this.#path)
    if (header.after !== (this.#previousSeq ?? header.after)) {
      throw missingSteps(
        this.#path,
        `begins after step ${header.after}`,
        `the segment before it ends at step ${this.seq}`,
      )
    }
    if (header.after > this.#snapshotSeq && this.#previousSeq === undefined) {
      const snapshot =
        this.#snapshotSeq === 0
          ? 'there is no snapshot of the steps before'
          : `the snapshot ends at step ${this.#snapshotSeq}`
      throw missingSteps(this.#path, `begins after step ${header.after}`, snapshot)
    }
    this.seq = header.after
    this.#header = header
  }

  /** Steps are consecutive; a replacement may jump ahead, as it takes over the numbering of the picture it restores. */
  #assertOrder(line: JournalLine, at: LinePosition): void {
    const first = this.#pending?.lines[0]
    const expected = first?.seq ?? this.seq + 1
    const fits = first ? line.seq === expected && isReplace(first) === isReplace(line) : line.seq === expected
    const jumps = first === undefined && isReplace(line) && line.seq > expected
    if (!fits && !jumps) throw this.#damaged(at, `step ${expected} was expected and step ${line.seq} is there`)
  }

  #damaged(at: LinePosition, what: string): Error {
    return damagedAt({ file: this.#path, line: at.line, byte: at.byte }, what)
  }
}

function isReplace(line: JournalLine): boolean {
  return line.replace !== undefined
}

function missingSteps(file: string, begins: string, before: string): DataFolderError {
  const wayOut =
    'A file of the folder is missing: copy the whole folder, while the program is stopped. Nothing was changed.'
  return new DataFolderError('incomplete', `${file} ${begins}, but ${before}. ${wayOut}`, { place: { file } })
}
