import type { OpenFile } from './file-system.ts'

/** Where a line begins: its number from 1 and its byte offset from 0. */
export type LinePosition = { readonly line: number; readonly byte: number }

/** `tail`: bytes after the last line feed, which a crash may have left. */
export type ScanEnd = LinePosition & { readonly tail: Buffer | undefined; readonly bytes: number }

const CHUNK_BYTES = 1024 * 1024
const LINE_FEED = 10

/**
 * Hands out the lines of a file, without their line feeds, holding one chunk in memory (or one line, where a line is longer).
 * The bytes given to `visit` are overwritten after it returns.
 * @param onBytes called after each chunk with the bytes read so far.
 */
export async function scanLines(
  file: OpenFile,
  visit: (line: Buffer, at: LinePosition) => void,
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
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED, held); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      visit(chunk.subarray(start, end), { line: number, byte: base + start })
      number += 1
      start = end + 1
    }
    held = chunk.length - start
    if (held === buffer.length) buffer = Buffer.concat([chunk, Buffer.allocUnsafe(buffer.length)])
    else buffer.copyWithin(0, start, chunk.length)
    onBytes(position)
  }
}

function endOf(rest: Buffer, line: number, byte: number): ScanEnd {
  return { line, byte, bytes: byte + rest.length, tail: rest.length > 0 ? rest : undefined }
}
