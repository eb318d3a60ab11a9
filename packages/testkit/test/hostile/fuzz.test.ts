// Hostile input, a sample: 100,000 that grammars have written, half of which are accepted. Ten million is `npm run verify:long fuzz`.
import { expect, test } from 'vitest'
import { CI_INPUTS } from './ci-inputs.ts'
import { fuzzInProcess } from './fuzz-run.ts'
import { fuzzTable } from './fuzz-table.ts'
import { HALVES } from './targets.ts'
import { whatHurts } from './what-hurts.ts'

/** The same for one commit, another for the next: what is printed with it is what it was. */
const SEED = Number.parseInt(process.env.SCIMULATOR_SAMPLE?.replace(/[^0-9a-f]/g, '').slice(0, 6) || '1', 16)

const halves = await Promise.all(
  HALVES.map(({ targets, share }) => fuzzInProcess({ inputs: CI_INPUTS * share, seed: SEED, targets })),
)
const fuzzed = halves.flatMap(({ targets }) => targets)
console.info(`fuzzed with seed ${SEED}\n${fuzzTable(fuzzed)}`)

test('no process hangs or dies', () => {
  expect(halves.flatMap(({ died }) => died ?? [])).toEqual([])
  expect(fuzzed.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThanOrEqual(CI_INPUTS)
})

test.each(fuzzed)('$name: nothing hurts, what is tried counts, and nothing grows', (one) => {
  expect(whatHurts(one, true)).toEqual([])
})
