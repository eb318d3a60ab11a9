import type { ViewItem } from '@scimulator/shared/behaviour'
import type { Desk } from '../acts/desk.ts'

/** Entries of a log that have the wanted values, oldest first, keyed by their number. With `limit` the newest so many. */
export function streamItems<Entry extends object>(
  desk: Desk,
  stream: string,
  wanted: { readonly [Key in keyof Entry]?: Entry[Key] | undefined },
  limit?: number,
  isWanted: (entry: Entry) => boolean = () => true,
  /** Only entries after the one of this number. */
  after = 0,
): readonly ViewItem<Entry>[] {
  const held = desk.ledger.store.stream<Entry>(stream).recent({ after })
  const found = held.filter(({ entry }) => fits(entry, wanted) && isWanted(entry))
  const shown = limit === undefined ? found : found.slice(-limit)
  return shown.map(({ seq, entry }) => ({ key: String(seq), value: entry }))
}

/** How many of a log's oldest entries memory no longer holds. */
export function droppedFrom(desk: Desk, stream: string): number {
  return desk.ledger.store.stream(stream).firstSeq - 1
}

function fits<Entry extends object>(entry: Entry, wanted: object): boolean {
  const values = new Map(Object.entries(entry))
  return Object.entries(wanted).every(([name, value]) => value === undefined || values.get(name) === value)
}
