type Key = (name: string) => string

/** Signs as languages sort them: all of them before digits, and digits before letters (the root of the Unicode Collation Algorithm). */
const SIGNS = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$'

const folded: Key = (name) => name.toLowerCase()
const bySign: Key = (name) =>
  folded(name).replace(/[^\p{L}\p{N}]/gu, (sign) => String.fromCharCode(1 + SIGNS.indexOf(sign)))
const withoutSigns: Key = (name) => folded(name).replace(/[^\p{L}\p{N}]/gu, '')
const byValue =
  (key: Key): Key =>
  (name) =>
    key(name).replace(/\d+/g, (digits) => digits.padStart(20, '0'))

/** By code unit, without regard to case, and as languages and databases do it: nothing says which (RFC 7644 §3.4.2.3), so each is right. */
const PLAIN: readonly Key[] = [(name) => name, folded, bySign, withoutSigns]
const KEYS: readonly Key[] = [...PLAIN, ...PLAIN.map(byValue)]

/** Whether the names ascend in one of the orders in which lists are sorted. */
export function areSorted(names: readonly string[]): boolean {
  return KEYS.some((key) => isAscending(names.map(key)))
}

function isAscending(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') <= key)
}
