// Which of many cases a test asks: other ones for each commit, so that all come round, and the same ones for the same commit.
import { execFileSync } from 'node:child_process'

/**
 * Named in the environment, it takes the commit's place: `SCIMULATOR_SAMPLE=42116b npx vitest run …` repeats what another commit asked, and
 * `SCIMULATOR_SAMPLE=all` asks for everything.
 */
export const SAMPLE = 'SCIMULATOR_SAMPLE'

/** @returns `count` different seeds below `all`; a line on standard output says which, and how to repeat them */
export function sampleOf(what: string, all: number, count: number): readonly number[] {
  const hash = process.env[SAMPLE] ?? commit()
  if (hash === 'all') return Array.from({ length: all }, (_, index) => index)
  process.stdout.write(`${what}: ${count} of ${all}, by hash (${SAMPLE}=${hash})\n`)
  return seedsOf(hash, all, count)
}

/** `count` different seeds below `all`, the same for the same hash. */
export function seedsOf(hash: string, all: number, count: number): readonly number[] {
  const first = Number.parseInt(hash, 16) % all
  const step = stepFor(all, count)
  return Array.from({ length: count }, (_, index) => ((Number.isNaN(first) ? 0 : first) + index * step) % all)
}

/** Has no divisor in common with `all`, so that no seed comes twice. */
function stepFor(all: number, count: number): number {
  let step = Math.max(1, Math.floor(all / count))
  while (commonDivisor(step, all) > 1) step += 1
  return step
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}

/** Six digits; those of a working copy without git are always the same. */
function commit(): string {
  try {
    const said = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return said.slice(0, 6)
  } catch {
    return '0'
  }
}

/** The lines of a log that say what was a sample: `killed runs: 15 of 500, by hash (…)`. */
export function samplesIn(log: string): readonly string[] {
  return Array.from(log.matchAll(/^.*: \d+ of \d+, by hash \(.*\)$/gm), ([line]) => line)
}
