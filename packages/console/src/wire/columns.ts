/** Parts of a row that can be left out; method, path and status are what it is. And the rows that are no exchange. */
export const COLUMNS = {
  number: 'Number',
  sentence: 'Sentence',
  marks: 'Marks',
  findings: 'Findings',
  effect: 'Effect',
  took: 'Milliseconds',
  between: 'Between the exchanges',
} as const

/** From the address: `took,marks`. */
export function hiddenIn(text: string | undefined): ReadonlySet<string> {
  return new Set((text ?? '').split(',').filter((name) => Object.hasOwn(COLUMNS, name)))
}

/** @returns undefined where all are shown */
export function hiddenText(shown: readonly string[]): string | undefined {
  const hidden = Object.keys(COLUMNS).filter((name) => !shown.includes(name))
  return hidden.length === 0 ? undefined : hidden.join(',')
}
