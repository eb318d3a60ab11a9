import type { OpenFile } from './file-system.ts'

/** Where a line begins: its number from 1 and its byte offset from 0. */
export interface LinePosition {
  readonly line: number
  readonly byte: number
}

/** `tail`: bytes after the last line feed, which a crash may have left. */
export type ScanEnd = LinePosition & { readonly tail: Line | undefined; readonly bytes: number }

const CHUNK_BYTES = 1024 * 1024
const LINE_FEED = 10

/**
 * One line without its line feed, as it lies on disk and as text. The bytes are overwritten once it has been looked
 * at.
 */
export interface Line {
  readonly bytes: Buffer
  readonly text: string
}

/**
 * Hands out the lines of a file, holding one chunk in memory (or one line, where a line is longer). A chunk is
 * decoded in one go: doing so line by
 * line costs a third of the whole reading.
 * @param onBytes called after each chunk with the bytes read so far.
 */
export async function scanLines(
  file: OpenFile,
  visit: (line: Line, at: LinePosition) => void,
  onBytes: (bytes: number) => void = () => {},
): Promise<ScanEnd> {
  let buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, (await file.size()) + 1))
  let held = 0
  let position = 0
  let number = 1
  for (;;) {
    const count = await file.read(buffer, held, position)
    const chunk = buffer.subarray(0, held + count)
    const base = position - held
    position += count
    if (count === 0) return endOf(chunk, number, base)
    const whole = chunk.lastIndexOf(LINE_FEED) + 1
    const text = chunk.toString('utf8', 0, whole)
    let start = 0
    let textStart = 0
    while (start < whole) {
      const end = chunk.indexOf(LINE_FEED, start)
      const textEnd = text.indexOf('\n', textStart)
      const line = { bytes: chunk.subarray(start, end), text: text.slice(textStart, textEnd) }
      visit(line, { line: number, byte: base + start })
      number += 1
      start = end + 1
      textStart = textEnd + 1
    }
    held = chunk.length - whole
    if (held === buffer.length) buffer = Buffer.concat([chunk, Buffer.allocUnsafe(buffer.length)])
    else buffer.copyWithin(0, whole, chunk.length)
    onBytes(position)
  }
}

export function lineOf(bytes: Buffer): Line {
  return { bytes, text: bytes.toString() }
}

function endOf(rest: Buffer, line: number, byte: number): ScanEnd {
  return { line, byte, bytes: byte + rest.length, tail: rest.length > 0 ? lineOf(rest) : undefined }
}
