/** How many words in a row make a text somebody else's. */
const LENGTH = 12

/** Where one label of a list ends and the next begins: names of a product are no text of its pages. */
const LIST = /['"`]\s*[,|\]]/

/**
 * Every run of twelve words, as a hash from which the words cannot be read. Case, signs and line breaks do not count. A rolling hash:
 * all sources are read in a few seconds. `isWanted` is asked of the first half of each, so that few are written out.
 */
export function shinglesOf(
  text: string,
  isWanted: (half: number) => boolean = () => true,
): { readonly hash: string; readonly at: number }[] {
  return text.split(LIST).flatMap((part) => rolling(part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [], isWanted))
}

const BASES = [0x01000193, 0x85ebca6b] as const
const SEEDS: readonly number[] = [0x811c9dc5, 0x9e3779b9]
/** What the first word of a run is multiplied by when it leaves. */
const LEAVING = BASES.map((base) =>
  Array.from({ length: LENGTH - 1 }).reduce<number>((power) => Math.imul(power, base), 1),
)

function rolling(
  words: readonly string[],
  isWanted: (half: number) => boolean,
): { readonly hash: string; readonly at: number }[] {
  const found: { hash: string; at: number }[] = []
  const sums = [0, 0]
  const hashes = words.map(hashesOf)
  for (const [at, own] of hashes.entries()) {
    const leaves = hashes[at - LENGTH]
    for (const which of [0, 1] as const) {
      const rest = leaves ? (sums[which] ?? 0) - Math.imul(leaves[which], LEAVING[which] ?? 0) : (sums[which] ?? 0)
      sums[which] = (Math.imul(rest, BASES[which]) + own[which]) | 0
    }
    if (at >= LENGTH - 1 && isWanted((sums[0] ?? 0) >>> 0))
      found.push({ hash: sums.map(hex).join(''), at: at - LENGTH + 1 })
  }
  return found
}

const known = new Map<string, readonly [number, number]>()

/** FNV-1a, twice. */
function hashesOf(word: string): readonly [number, number] {
  const cached = known.get(word)
  if (cached) return cached
  const [first, second] = SEEDS.map((seed) =>
    [...word].reduce<number>((hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193), seed),
  )
  const hashes = [first ?? 0, second ?? 0] as const
  known.set(word, hashes)
  return hashes
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
