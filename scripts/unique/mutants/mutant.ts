/** A small change in the deciding code of a program. */
export interface Mutant {
  /** What is wrong then, as a sentence of the table. */
  readonly name: string
  /** Below `packages/`. */
  readonly file: string
  /** An expression without effects, or a statement where that is left out; it stands once in the file, or first in `within`. */
  readonly right: string
  /** The expression that stands instead. */
  readonly wrong?: string
  readonly isLeftOut?: true
  /** Stands once in the file, where `right` stands more often. */
  readonly within?: string
}

export function inFile(file: string, mutants: readonly Omit<Mutant, 'file'>[]): readonly Mutant[] {
  return mutants.map((mutant) => ({ file, ...mutant }))
}

/**
 * The text of a file with all its mutants in it, each of which is on when `__unique` says so.
 * @throws Error where one does not stand there once: then it changes nothing, or more than is said
 */
export function seeded(text: string, mutants: readonly Mutant[]): string {
  const places = new Map<string, Mutant[]>()
  for (const mutant of mutants) {
    const place = `${placeOf(text, mutant)} ${mutant.right}`
    places.set(place, [...(places.get(place) ?? []), mutant])
  }
  return [...places.entries()]
    .map(([place, here]) => ({ at: Number.parseInt(place, 10), here }))
    .toSorted((a, b) => b.at - a.at)
    .reduce((sum, { at, here }) => withMutants(sum, at, here), text)
}

function placeOf(text: string, mutant: Mutant): number {
  const { right, within = right } = mutant
  const at = onlyPlace(text, within, mutant)
  const inside = within.indexOf(right)
  if (inside < 0) throw new Error(`"${mutant.name}" is not within what it says; mend it in scripts/unique/mutants.`)
  return at + inside
}

function onlyPlace(text: string, part: string, { name, file }: Mutant): number {
  const at = text.indexOf(part)
  if (at < 0 || text.includes(part, at + 1))
    throw new Error(`"${name}" does not fit packages/${file} once; mend or drop it in scripts/unique/mutants.`)
  return at
}

function withMutants(text: string, at: number, here: readonly Mutant[]): string {
  const right = here[0]?.right ?? ''
  const wrong = here.reduce((rest, one) => (one.isLeftOut ? leftOut(one, rest) : instead(one, rest)), right)
  return `${text.slice(0, at)}${wrong}${text.slice(at + right.length)}`
}

function instead({ name, wrong = '' }: Mutant, right: string): string {
  return `__unique.pick(${JSON.stringify(name)}, () => (${wrong}), () => (${right}))`
}

function leftOut({ name }: Mutant, right: string): string {
  return `if (!__unique.isMutant(${JSON.stringify(name)})) { ${right} }`
}
