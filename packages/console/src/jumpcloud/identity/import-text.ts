/** What an import came to, of the verb's result: `2 imported, 40 known already.` */
export function importText(result: unknown): string {
  const { imported = [], alreadyKnown = [], failed = [], problem } = Object(result)
  const counts = [`${imported.length} imported`, `${alreadyKnown.length} known already`]
  const [first] = failed
  const problems = [
    ...(first === undefined ? [] : [`${failed.length} failed: ${first.email}: ${first.reason}`]),
    ...(problem === undefined ? [] : [String(problem)]),
  ]
  return [`${counts.join(', ')}.`, ...problems].join(' ')
}
