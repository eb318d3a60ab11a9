export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** Adds up what vitest prints for each package, such as "Tests  3 failed | 120 passed (123)". Colours are off in the gate. */
export function countTests(log: string): Tally {
  const lines = log.split('\n').filter((line) => /\bTests {2}/.test(line))
  const count = (word: string): number =>
    lines.reduce((total, line) => total + Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0), 0)
  return { passed: count('passed'), failed: count('failed') }
}

/** What vitest calls failed, once each, such as "test/a.test.ts > says no"; turbo puts the name of the package before it. */
export function failedTests(log: string): readonly string[] {
  const names = log.split('\n').flatMap((line) => /^(?:\S+:test: )?\s*FAIL {2}(.+)$/.exec(line)?.[1]?.trim() ?? [])
  return [...new Set(names)]
}
