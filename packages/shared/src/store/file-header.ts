import { z } from 'zod'
import { DataFolderError, damagedAt } from './data-folder-error.ts'
import type { Line, LinePosition } from './scan-lines.ts'
import { sealLine, unsealLine } from './sealed-line.ts'

/**
 * Version of the files' own form: lines, headers, names. What a row or change contains has a version of its own, the
 * shape's.
 */
export const FORMAT_VERSION = 1

const Version = z.number().int().min(1)
const Seq = z.number().int().min(0)

export const SnapshotHeader = z.object({
  format: z.literal('scimulator-snapshot'),
  version: Version,
  shape: z.string(),
  shapeVersion: Version,
  seq: Seq,
})
export type SnapshotHeader = z.infer<typeof SnapshotHeader>

/** `after`: seq of the last step before this segment. */
export const JournalHeader = z.object({
  format: z.literal('scimulator-journal'),
  version: Version,
  shape: z.string(),
  shapeVersion: Version,
  after: Seq,
})
export type JournalHeader = z.infer<typeof JournalHeader>

/** `cleared`: the stream was emptied here, so that earlier segments no longer count. */
export const StreamHeader = z.object({
  format: z.literal('scimulator-stream'),
  version: Version,
  stream: z.string(),
  first: Version,
  cleared: z.boolean(),
})
export type StreamHeader = z.infer<typeof StreamHeader>

export function headerLine(header: SnapshotHeader | JournalHeader | StreamHeader): string {
  return sealLine(JSON.stringify(header).slice(1, -1))
}

/**
 * @throws DataFolderError when the first line of the file is damaged, of another kind, or of a format that this
 * release does not know.
 */
export function parseHeader<Header extends { readonly version: number }>(
  type: z.ZodType<Header>,
  line: Line,
  at: LinePosition & { readonly file: string },
): Header {
  const fields = unsealLine(line)
  if (fields === undefined) throw damagedAt(at, 'the first line is not as it was written (checksum)')
  assertKnownFormat(fields.version, at.file)
  const header = type.safeParse(fields)
  if (!header.success)
    throw damagedAt(at, `the first line is not the heading of such a file (${z.prettifyError(header.error)})`)
  return header.data
}

function assertKnownFormat(version: unknown, file: string): void {
  if (typeof version !== 'number' || version <= FORMAT_VERSION) return
  const said = `${file} is of format ${version}; this release reads up to format ${FORMAT_VERSION}`
  throw new DataFolderError('other version', `${said}. Open the folder with the release that wrote it, or a newer one.`)
}
