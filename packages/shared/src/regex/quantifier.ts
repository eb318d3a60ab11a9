/** How often something repeats, and where the text goes on. */
export interface Quantifier {
  readonly min: number
  readonly max: number
  readonly isLazy: boolean
  readonly end: number
}

/** Reads `*`, `+`, `?`, `{n}`, `{n,}` or `{n,m}` with a lazy `?`; null when none stands there. A stray `{` is literal. */
export function readQuantifier(pattern: string, at: number): Quantifier | null {
  const match = /^(?:([*+?])|\{(\d{1,9})(?:(,)(\d{1,9})?)?\})(\??)/.exec(pattern.slice(at, at + 24))
  if (match === null) return null
  const [whole, symbol, least, comma, most, lazy] = match
  const [min, max] = symbol === undefined ? counted(least ?? '0', comma, most) : bounds(symbol)
  return { min, max, isLazy: lazy === '?', end: at + whole.length }
}

function bounds(symbol: string): readonly [number, number] {
  if (symbol === '?') return [0, 1]
  return [symbol === '+' ? 1 : 0, Number.POSITIVE_INFINITY]
}

function counted(least: string, comma: string | undefined, most: string | undefined): readonly [number, number] {
  if (comma === undefined) return [Number(least), Number(least)]
  return [Number(least), most === undefined ? Number.POSITIVE_INFINITY : Number(most)]
}
