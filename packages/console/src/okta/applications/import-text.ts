/** What an import has found, as the console counts it (O508); whom nobody fits is named, as they would wait there (O513). */
export function importText(result: {
  readonly scanned: number
  readonly matched: readonly string[]
  readonly unmatched: readonly string[]
  readonly unchanged: number
}): readonly string[] {
  const { scanned, matched, unmatched, unchanged } = result
  return [
    `${scanned} users scanned!`,
    `${matched.length} existing users linked`,
    `${unchanged} existing users unchanged`,
    ...(unmatched.length === 0 ? [] : [`Nobody in the directory matches: ${unmatched.join(', ')}`]),
  ]
}
