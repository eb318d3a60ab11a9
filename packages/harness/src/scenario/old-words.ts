// Words that files of earlier versions use. Each is read for two minor versions; `lint` says so, and `lint --fix` rewrites it.
import { isPlainObject } from '../written/plain-object.ts'

export interface OldWord {
  readonly now: string
  /** The version that has the new word; the old one is read in it and in the next. */
  readonly since: `${number}.${number}`
  /** Members of the input that go below other members; those in `keep` stay where they are. */
  readonly nest?: { readonly below: readonly string[]; readonly keep: readonly string[] }
}

/** The first version that no longer reads the word: two minor versions after the one that replaced it. */
export function readUntil({ since }: OldWord): string {
  const [major = 0, minor = 0] = since.split('.').map(Number)
  return `${major}.${minor + 2}`
}

export const OLD_WORDS: ReadonlyMap<string, OldWord> = new Map([
  [
    'lark.add-sync-source',
    { now: 'receiver.add-source', since: '0.1', nest: { below: ['as', 'lark'], keep: ['kind', 'name', 'activate'] } },
  ],
  ['lark.set-deviations', { now: 'receiver.set-deviations', since: '0.1' }],
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
