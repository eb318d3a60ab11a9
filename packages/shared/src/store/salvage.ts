/** What can still be read of a damaged file, as the lines of a sound one. */

import { headerLine, JournalHeader, SnapshotHeader, StreamHeader } from './file-header.ts'
import type { FileSystem } from './file-system.ts'
import { asJournalLine } from './journal-step.ts'
import { type Line, type LinePosition, scanLines } from './scan-lines.ts'
import { sealLine, unsealLine } from './sealed-line.ts'

export interface Salvaged {
  readonly lines: readonly string[]
  readonly kept: number
}

type Fields = Readonly<Record<string, unknown>> | undefined
interface ReadLine {
  readonly text: string
  readonly fields: Fields
  readonly at: LinePosition
}

/** All resources that can be read. @param fallback the heading, in case the file's own cannot be read. */
export async function salvageSnapshot(
  files: FileSystem,
  path: string,
  fallback: SnapshotHeader | undefined,
): Promise<(Salvaged & { readonly lost: string }) | undefined> {
  const [first, ...rest] = await readLines(files, path)
  const header = headingOf(SnapshotHeader, first) ?? fallback
  if (header === undefined) return undefined
  const rows = rest.filter(({ fields }) => typeof fields?.collection === 'string')
  const lost = rest.filter(({ fields }) => fields === undefined).map(({ at }) => `line ${at.line}`)
  const total = rest.map(({ fields }) => fields?.rows).find((count) => typeof count === 'number')
  const count = typeof total === 'number' ? `${total - rows.length}` : 'an unknown number, as the file ends early'
  const lines = [headerLine(header), ...rows.map(({ text }) => text), sealLine(`"rows":${rows.length}`)]
  return { lines, kept: rows.length, lost: [count, ...lost].join(', ') }
}

/** The whole steps before the first damage. */
export async function salvageJournal(
  files: FileSystem,
  path: string,
  fallback: JournalHeader | undefined,
): Promise<(Salvaged & { readonly lastSeq: number }) | undefined> {
  const [first, ...rest] = await readLines(files, path)
  const header = headingOf(JournalHeader, first) ?? fallback
  if (header === undefined) return undefined
  const lines = [headerLine(header)]
  let [step, lastSeq, kept]: [string[], number, number] = [[], header.after, 0]
  for (const { text, fields } of rest) {
    const line = fields && asJournalLine(fields)
    if (line === undefined || (line.seq !== lastSeq + 1 && line.replace === undefined)) break
    step.push(text)
    if (line.more) continue
    lines.push(...step)
    step = []
    lastSeq = line.seq
    kept += 1
  }
  return { lines, kept, lastSeq }
}

/** The entries before the first damage; undefined when the heading cannot be read. */
export async function salvageStream(files: FileSystem, path: string): Promise<Salvaged | undefined> {
  const [first, ...rest] = await readLines(files, path)
  const header = headingOf(StreamHeader, first)
  if (header === undefined) return undefined
  const until = rest.findIndex(({ fields }, i) => fields?.seq !== header.first + i)
  const kept = until < 0 ? rest : rest.slice(0, until)
  return { lines: [headerLine(header), ...kept.map(({ text }) => text)], kept: kept.length }
}

async function readLines(files: FileSystem, path: string): Promise<readonly ReadLine[]> {
  const lines: ReadLine[] = []
  const take = (line: Line, at: LinePosition) => {
    lines.push({ text: `${line.text}\n`, fields: unsealLine(line), at })
  }
  const file = await files.open(path, 'read')
  try {
    const end = await scanLines(file, take)
    if (end.tail) take(end.tail, end)
    return lines
  } finally {
    await file.close()
  }
}

/** The heading of a file; where only its checksum is damaged, what it says is still taken. */
function headingOf<Header>(
  type: { safeParse(value: unknown): { readonly data?: Header | undefined } },
  line: ReadLine | undefined,
): Header | undefined {
  if (line === undefined) return undefined
  try {
    return type.safeParse(line.fields ?? JSON.parse(line.text)).data
  } catch {
    return undefined
  }
}
