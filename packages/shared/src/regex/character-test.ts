import type { CharacterTest } from './node.ts'

const digit = /\p{Nd}/u
const wordCharacter = /[\p{L}\p{Mn}\p{Nd}\p{Pc}]/u
const generalCategory =
  /^(L|Lu|Ll|Lt|Lm|Lo|M|Mn|Mc|Me|N|Nd|Nl|No|P|Pc|Pd|Ps|Pe|Pi|Pf|Po|S|Sm|Sc|Sk|So|Z|Zs|Zl|Zp|C|Cc|Cf|Cs|Co|Cn)$/

/** Unicode blocks that patterns name, first and last unit. */
const blocks: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['IsBasicLatin', [0x00, 0x7f]],
  ['IsLatin-1Supplement', [0x80, 0xff]],
  ['IsLatinExtended-A', [0x100, 0x17f]],
  ['IsLatinExtended-B', [0x180, 0x24f]],
  ['IsCombiningDiacriticalMarks', [0x300, 0x36f]],
  ['IsGreek', [0x370, 0x3ff]],
  ['IsCyrillic', [0x400, 0x4ff]],
  ['IsHebrew', [0x590, 0x5ff]],
  ['IsArabic', [0x600, 0x6ff]],
  ['IsThai', [0xe00, 0xe7f]],
  ['IsHiragana', [0x3040, 0x309f]],
  ['IsKatakana', [0x30a0, 0x30ff]],
  ['IsCJKUnifiedIdeographs', [0x4e00, 0x9fff]],
  ['IsHangulSyllables', [0xac00, 0xd7af]],
])

/** `\d`: any decimal digit of Unicode. */
export const isDigit: CharacterTest = (unit) =>
  unit < 128 ? unit >= 48 && unit <= 57 : digit.test(String.fromCharCode(unit))

/** `\w`: letters, non-spacing marks, digits and connectors. */
export const isWord: CharacterTest = (unit) => wordCharacter.test(String.fromCharCode(unit))

/** `\s`: white space of Unicode, U+0085 included. */
export const isSpace: CharacterTest = (unit) =>
  unit === 0x85 || (unit !== 0xfeff && /\s/.test(String.fromCharCode(unit)))

/** The opposite of a test. */
export function negated(test: CharacterTest): CharacterTest {
  return (unit) => !test(unit)
}

/** Units from first to last. */
export function inRange(first: number, last: number): CharacterTest {
  return (unit) => unit >= first && unit <= last
}

/** `\p{name}`: a general category or a block; null when the name is unknown. */
export function inCategory(name: string): CharacterTest | null {
  const block = blocks.get(name)
  if (block !== undefined) return inRange(block[0], block[1])
  if (!generalCategory.test(name)) return null
  const pattern = new RegExp(`\\p{${name}}`, 'u')
  return (unit) => pattern.test(String.fromCharCode(unit))
}

/** A test that also takes the other case of a unit. */
export function eitherCase(test: CharacterTest): CharacterTest {
  return (unit) => {
    const character = String.fromCharCode(unit)
    return test(unit) || test(oneUnit(character.toLowerCase(), unit)) || test(oneUnit(character.toUpperCase(), unit))
  }
}

function oneUnit(text: string, otherwise: number): number {
  return text.length === 1 ? text.charCodeAt(0) : otherwise
}
