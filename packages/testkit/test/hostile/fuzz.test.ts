// Hostile input, a sample: 100,000 that grammars have written, half of which are accepted. The rest of ten million is `npm run verify:long fuzz`.
import { expect, test } from 'vitest'
import { CI_INPUTS } from './ci-inputs.ts'
import { branchShare, fuzzInProcess, fuzzTable } from './fuzz-run.ts'
import type { Fuzzed } from './fuzz-target.ts'
import { HALVES } from './targets.ts'

/** The same for one commit, another for the next: what is printed with it is what it was. */
const SEED = Number.parseInt(process.env.SCIMULATOR_SAMPLE?.replace(/[^0-9a-f]/g, '').slice(0, 6) || '1', 16)

/** Bytes that the heap may have grown by in the second half, whatever is first loaded or compiled there. */
const GROWTH = 8 * 1024 * 1024

/** A parser has 90 % of its branches reached. What surrounds the surfaces of programs has some for other hosts and for failing disks. */
const leastOf = ({ name }: Fuzzed): number => (/^(control|consoles|Microsoft|JumpCloud API)/.test(name) ? 0.8 : 0.9)

const halves = await Promise.all(
  HALVES.map(({ targets, share }) => fuzzInProcess({ inputs: CI_INPUTS * share, seed: SEED, targets })),
)
const fuzzed = halves.flatMap(({ targets }) => targets)
console.info(`fuzzed with seed ${SEED}\n${fuzzTable(fuzzed)}`)

test('no process hangs or dies', () => {
  expect(halves.flatMap(({ died }) => died ?? [])).toEqual([])
  expect(fuzzed.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThanOrEqual(CI_INPUTS)
})

test.each(fuzzed)('$name: nothing hurts, and what is tried counts', (one) => {
  expect(one.failure, `seed ${one.seed}`).toBeUndefined()
  expect(one.accepted / one.tried).toBeGreaterThan(0.3)
  expect(one.accepted / one.tried).toBeLessThan(0.7)
  expect(
    branchShare(one),
    JSON.stringify(one.files.map(({ file, missing }) => ({ file, missing }))),
  ).toBeGreaterThanOrEqual(leastOf(one))
  expect((one.grown * one.tried) / 2).toBeLessThan(GROWTH)
})
