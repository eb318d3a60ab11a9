// Hostile input, a sample: 100,000 that grammars have written, half of which are accepted. The rest of ten million is `npm run verify:long fuzz`.
import { expect, test } from 'vitest'
import { branchShare, fuzzInProcess, fuzzTable } from './fuzz-run.ts'
import { HALVES } from './targets.ts'

const INPUTS = 100_000
/** The same for one commit, another for the next: what is printed with it is what it was. */
const SEED = Number.parseInt(process.env.SCIMULATOR_SAMPLE?.replace(/[^0-9a-f]/g, '').slice(0, 6) || '1', 16)

/** Bytes that the heap may have grown by in the second half, whatever is first loaded or compiled there. */
const GROWTH = 8 * 1024 * 1024

const halves = await Promise.all(
  HALVES.map(({ targets, share }) => fuzzInProcess({ inputs: INPUTS * share, seed: SEED, targets })),
)
const fuzzed = halves.flatMap(({ targets }) => targets)
console.info(`fuzzed with seed ${SEED}\n${fuzzTable(fuzzed)}`)

test('no process hangs or dies', () => {
  expect(halves.flatMap(({ died }) => died ?? [])).toEqual([])
  expect(fuzzed.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThanOrEqual(INPUTS)
})

test.each(fuzzed)('$name: nothing hurts, and what is tried counts', (one) => {
  expect(one.failure, `seed ${one.seed}`).toBeUndefined()
  expect(one.accepted / one.tried).toBeGreaterThan(0.3)
  expect(one.accepted / one.tried).toBeLessThan(0.7)
  expect(
    branchShare(one),
    JSON.stringify(one.files.map(({ file, missing }) => ({ file, missing }))),
  ).toBeGreaterThanOrEqual(0.9)
  expect((one.grown * one.tried) / 2).toBeLessThan(GROWTH)
})
