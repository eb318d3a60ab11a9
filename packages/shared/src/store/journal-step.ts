/**
 * One step is one line: `{"crc":…,"seq":7,"changes":[…]}`. A step too large for one line continues over several of
 * the same seq, all but the last
 * marked `"more":true`; it counts once the last is there. `"replace":[…]` in place of changes is a reset or restore:
 * the rows become the whole state.
 */

import { sealLine } from './sealed-line.ts'
import type { SnapshotRow } from './store.ts'

export interface JournalLine {
  readonly seq: number
  readonly more: boolean
  readonly changes?: readonly unknown[]
  readonly replace?: readonly SnapshotRow[]
}

/** A step of more parts than this continues on further lines, so that no line grows past what a string can hold. */
const PARTS_PER_LINE = 1_000

/** @throws TypeError when a change is not JSON (a BigInt, a cycle). */
export function changesLines(seq: number, changes: readonly unknown[]): readonly string[] {
  if (changes.length <= PARTS_PER_LINE) return [sealLine(`"seq":${seq},"changes":${JSON.stringify(changes)}`)]
  return stepLines(seq, 'changes', changes)
}

export function replaceLines(seq: number, rows: readonly SnapshotRow[]): readonly string[] {
  return stepLines(seq, 'replace', rows)
}

/** @returns undefined when the fields are not those of a step. */
export function asJournalLine(fields: Readonly<Record<string, unknown>>): JournalLine | undefined {
  const { seq, more, changes, replace } = fields
  if (typeof seq !== 'number') return undefined
  if (Array.isArray(changes)) return { seq, more: more === true, changes }
  return Array.isArray(replace) ? { seq, more: more === true, replace } : undefined
}

function stepLines(seq: number, kind: 'changes' | 'replace', parts: readonly unknown[]): readonly string[] {
  const lines: string[] = []
  for (let from = 0; from < Math.max(1, parts.length); from += PARTS_PER_LINE) {
    const more = from + PARTS_PER_LINE < parts.length ? '"more":true,' : ''
    const text = JSON.stringify(parts.slice(from, from + PARTS_PER_LINE))
    lines.push(sealLine(`"seq":${seq},${more}"${kind}":${text}`))
  }
  return lines
}
