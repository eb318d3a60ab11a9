/** One run of a file: a value for each name of its matrix. */
export type Combination = Readonly<Record<string, unknown>>

/** Every combination, the last name turning fastest; one empty combination without a matrix. */
export function combinationsOf(matrix: Readonly<Record<string, readonly unknown[]>> = {}): readonly Combination[] {
  return Object.entries(matrix).reduce<Combination[]>(
    (runs, [name, values]) => runs.flatMap((run) => values.map((value) => ({ ...run, [name]: value }))),
    [{}],
  )
}

/** `dialect=legacy, groups=on`; a value that is an object goes by its `name`. Empty without a matrix. */
export function combinationTitle(combination: Combination): string {
  return Object.entries(combination)
    .map(([name, value]) => `${name}=${valueTitle(value)}`)
    .join(', ')
}

function valueTitle(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name)
  if (value === '') return '(empty)'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
