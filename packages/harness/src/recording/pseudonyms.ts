// Made-up words for real ones: the same word gets the same one everywhere, whatever its case, and without the key there is no way back. What
// a bug may hang on stays: length, case, letters beyond ASCII, leading zeros, and everything that is neither a letter nor a digit.
import { createHmac } from 'node:crypto'

export interface Pseudonyms {
  /** Every word and number of it replaced; of an email address the last label stays, so that it is one still. */
  text(text: string): string
}

/** @param key kept apart from what is shared: with it a guess can be tried */
export function createPseudonyms(key: string): Pseudonyms {
  const known = new Map<string, string>()
  const alike = new Map<string, readonly string[]>()
  const wordOf = (word: string): string => {
    const lower = word.toLowerCase()
    const other = known.get(lower) ?? otherWord(lower, { key, alike })
    known.set(lower, other)
    return inCaseOf(word, other)
  }
  const words = (text: string): string => text.replace(WORD, wordOf)
  return {
    text(whole) {
      const [id = ''] = OBJECT_ID.exec(whole) ?? []
      const text = whole.slice(id.length)
      let [at, result] = [0, id]
      for (const { index, 0: domain } of text.matchAll(DOMAIN)) {
        const last = LAST_LABEL.exec(domain)?.[0] ?? ''
        const end = index + domain.length
        result += words(text.slice(at, end - last.length)) + last
        at = end
      }
      return result + words(text.slice(at))
    },
  }
}

/** Entra ID puts the object id in front of the name of somebody whom it has deleted (onyx#14074): an id stays, and what it is put before. */
const OBJECT_ID = /^[0-9a-f]{32}(?=.)/

/** Letters and digits apart, so that `ana42` and `Ana` share a part. */
const WORD = /[\p{L}\p{M}]+|\p{N}+/gu

/** Of an email address. */
const DOMAIN = /(?<=[^\s@])@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const LAST_LABEL = /\.\p{L}{2,}$/u

interface Making {
  readonly key: string
  /** Letters that may stand for one another, by one of them. */
  readonly alike: Map<string, readonly string[]>
}

const CONSONANTS = 'bdfghjklmnprstvz'
const VOWELS = 'aeiou'

function otherWord(lower: string, making: Making): string {
  const letters = [...lower]
  for (let round = 0; round < 8; round += 1) {
    const other = madeOf(letters, bytesOf(`${round} ${lower}`, making.key, letters.length), making)
    if (other !== lower) return other
  }
  return lower
}

/** Chosen by the key and the word, as many as are wanted. */
function bytesOf(word: string, key: string, count: number): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at * 32 < count; at += 1) parts.push(createHmac('sha256', key).update(`${at} ${word}`).digest())
  return Buffer.concat(parts)
}

function madeOf(letters: readonly string[], bytes: Buffer, { alike }: Making): string {
  let isLeading = true
  const made = letters.map((letter, at) => {
    const byte = bytes[at] ?? 0
    if (/[a-z]/.test(letter)) return pick(at % 2 === 0 ? CONSONANTS : VOWELS, byte)
    if (/[0-9]/.test(letter)) {
      const digit = isLeading ? (letter === '0' ? '0' : String(1 + (byte % 9))) : String(byte % 10)
      isLeading &&= letter === '0'
      return digit
    }
    // A Latin letter beyond ASCII names nobody by itself, and which one it is may be the bug.
    if (/\p{M}|\p{Script=Latin}/u.test(letter)) return letter
    const others = alike.get(letter) ?? neighbours(letter)
    alike.set(letter, others)
    return pick(others, byte)
  })
  return made.join('')
}

function pick(letters: ArrayLike<string>, byte: number): string {
  return letters[byte % letters.length] ?? ''
}

/** Letters of the same script and kind that are written in as many bytes. */
function neighbours(letter: string): readonly string[] {
  const kind = [/\p{Ll}/u, /\p{Lu}/u, /\p{Lo}/u, /\p{Nd}/u].find((one) => one.test(letter))
  if (!kind) return [letter]
  const first = (letter.codePointAt(0) ?? 0) & ~0x3f
  const block = Array.from({ length: 0x40 }, (_, at) => String.fromCodePoint(first + at))
  const alike = block.filter((one) => kind.test(one) && one.length === letter.length && one.toLowerCase() === one)
  return alike.length === 0 ? [letter] : alike
}

/** Capitals where the real word has them. */
function inCaseOf(word: string, other: string): string {
  const made = [...other]
  return [...word]
    .map((letter, at) => {
      const one = made[at] ?? letter
      const upper = one.toUpperCase()
      return letter !== letter.toLowerCase() && [...upper].length === 1 ? upper : one
    })
    .join('')
}
