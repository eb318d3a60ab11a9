// Words that files of earlier versions use. They are read until 1.0; `lint` says so, and `lint --fix` rewrites them.
import { isPlainObject } from '../written/plain-object.ts'

export interface OldWord {
  readonly now: string
  /** Members of the input that go below other members; those in `keep` stay where they are. */
  readonly nest?: { readonly below: readonly string[]; readonly keep: readonly string[] }
}

/** Until which version old words are read. */
export const READ_UNTIL = '1.0'

export const OLD_WORDS: ReadonlyMap<string, OldWord> = new Map([
  [
    'lark.add-sync-source',
    { now: 'receiver.add-source', nest: { below: ['as', 'lark'], keep: ['kind', 'name', 'activate'] } },
  ],
  ['lark.set-deviations', { now: 'receiver.set-deviations' }],
])

export function isOldWord(name: string): boolean {
  return OLD_WORDS.has(name)
}

/** A step in today's words. A step that has none of the old ones is given back as it is. */
export function modernStep(written: Record<string, unknown>): Record<string, unknown> {
  if (!Object.keys(written).some(isOldWord)) return written
  return Object.fromEntries(
    Object.entries(written).map(([key, input]) => {
      const word = OLD_WORDS.get(key)
      return word ? [word.now, modernInput(input, word)] : [key, input]
    }),
  )
}

/** The key under which a file has the verb that is called `now` today. */
export function writtenKey(written: Record<string, unknown>, now: string): string {
  return Object.keys(written).find((key) => OLD_WORDS.get(key)?.now === now) ?? now
}

function modernInput(input: unknown, { nest }: OldWord): unknown {
  if (!nest || !isPlainObject(input)) return input
  const entries = Object.entries(input)
  const moved = entries.filter(([key]) => !nest.keep.includes(key))
  if (moved.length === 0) return input
  const below = nest.below.reduceRight<unknown>((inner, name) => ({ [name]: inner }), Object.fromEntries(moved))
  return { ...Object.fromEntries(entries.filter(([key]) => nest.keep.includes(key))), ...asRecord(below) }
}

function asRecord(value: unknown): Record<string, unknown> {
  return isPlainObject(value) ? value : {}
}
