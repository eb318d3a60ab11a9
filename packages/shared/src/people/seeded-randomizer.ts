// faker's own generator, for people who are seeded one by one: of each seed only the words that are asked for are made.
import type { Randomizer } from '@faker-js/faker'

const SIZE = 624
const SHIFT = 397

/**
 * The Mersenne Twister MT19937 as faker has it, number for number. faker's makes 624 words for each seed; a person asks for about thirty, and a
 * million people are a million seeds.
 */
export function createSeededRandomizer(): Randomizer {
  const fresh = wordsOf(19_650_218, new Uint32Array(SIZE))
  const words = new Uint32Array(SIZE)
  let next = 0
  return {
    seed: (seed) => {
      if (typeof seed === 'number') wordsOf(seed, words)
      else mix(words, fresh, seed)
      next = 0
    },
    // A fraction of 53 bits, of two words.
    next: () => {
      const high = tempered(words, next) >>> 5
      const low = tempered(words, (next + 1) % SIZE) >>> 6
      next = (next + 2) % SIZE
      return (high * 67_108_864 + low) / 9_007_199_254_740_992
    },
  }
}

function wordsOf(seed: number, words: Uint32Array): Uint32Array {
  words[0] = seed
  for (let i = 1; i < SIZE; i++) words[i] = Math.imul(1_812_433_253, scrambled(words, i - 1)) + i
  return words
}

/** The last word before, with its highest bits mixed in. */
function scrambled(words: Uint32Array, at: number): number {
  const word = words[at] ?? 0
  return word ^ (word >>> 30)
}

/** Seeds of several numbers, as the reference implementation's `init_by_array` has them. */
function mix(words: Uint32Array, fresh: Uint32Array, seeds: readonly number[]): void {
  words.set(fresh)
  let i = 1
  const step = (factor: number, more: number): void => {
    words[i] = ((words[i] ?? 0) ^ Math.imul(factor, scrambled(words, i - 1))) + more
    if (++i < SIZE) return
    words[0] = words[SIZE - 1] ?? 0
    i = 1
  }
  for (let k = 0; k < Math.max(SIZE, seeds.length); k++)
    step(1_664_525, (seeds[k % seeds.length] ?? 0) + (k % seeds.length))
  for (let k = 1; k < SIZE; k++) step(1_566_083_941, -i)
  words[0] = 0x80_00_00_00
}

/** Makes the word at this place from the one before it in the cycle, and hides how. */
function tempered(words: Uint32Array, at: number): number {
  const both = ((words[at] ?? 0) & 0x80_00_00_00) | ((words[(at + 1) % SIZE] ?? 0) & 0x7f_ff_ff_ff)
  let word = (words[(at + SHIFT) % SIZE] ?? 0) ^ (both >>> 1) ^ ((both & 1) === 0 ? 0 : 0x99_08_b0_df)
  words[at] = word
  word ^= word >>> 11
  word ^= (word << 7) & 0x9d_2c_56_80
  word ^= (word << 15) & 0xef_c6_00_00
  return (word ^ (word >>> 18)) >>> 0
}
