import { expect, test } from 'vitest'
import { budgetTable, isOverBudget, slowMachine, type Taken } from '../../../scripts/gate/budget.ts'
import { countTests, failedTests } from '../../../scripts/gate/count-tests.ts'
import { INSTALL_BUDGET, PARTS } from '../../../scripts/gate/parts.ts'
import { samplesIn, seedsOf } from '../../../scripts/gate/sample.ts'

const part = (values: Partial<Taken>): Taken => ({
  name: 'tests',
  budget: 1,
  wall: 50,
  own: 80,
  busy: 82,
  failed: false,
  slowness: 1,
  ...values,
})

test.each<[string, Partial<Taken>, boolean]>([
  ['in time', {}, false],
  ['late, with the machine to itself', { wall: 61, own: 100, busy: 110 }, true],
  ['late, and the system says nothing of others', { wall: 61, busy: undefined }, true],
  ['late, because others took most of the machine', { wall: 120, own: 80, busy: 240 }, false],
  ['late beside others, and too much by itself', { wall: 120, own: 130, busy: 240 }, true],
  ['late, because it waited for the network', { wall: 220, own: 40, busy: Number.POSITIVE_INFINITY }, false],
  ['late, where everything takes twice as long', { wall: 110, own: 180, slowness: 2 }, false],
  ['too late even there', { wall: 125, own: 180, slowness: 2 }, true],
  ['in time, whatever others do', { wall: 59, own: 10, busy: 118 }, false],
])('a part that is %s', (_, values, expected) => {
  expect(isOverBudget(part(values))).toBe(expected)
})

test('the table names what failed and what is over, and sums up', () => {
  const table = budgetTable([part({}), part({ name: 'package', wall: 95, budget: 1, failed: true })])
  expect(table).toBe(
    [
      'part     took  budget',
      'tests    0:50    1:00',
      'package  1:35    1:00  failed, over its budget',
      'all      2:25    2:00',
    ].join('\n'),
  )
})

test('a machine that is slower is named, with by how much; one that is as quick is not', () => {
  expect(slowMachine([part({}), part({ wall: 150, slowness: 2 })])).toMatch(/^The machine was 1\.8 times as slow/)
  expect(slowMachine([part({}), part({ slowness: 1.04 })])).toBe(undefined)
})

test('all parts together take at most 25 minutes', () => {
  expect(PARTS.reduce((sum, { budget }) => sum + budget, INSTALL_BUDGET)).toBeLessThanOrEqual(25)
})

test('tests are counted over all packages', () => {
  const log = 'a:test:       Tests  3 failed | 120 passed (123)\nb: Tests passed\n      Tests  7 passed (7)\n'
  expect(countTests(log)).toEqual({ passed: 127, failed: 3 })
})

test('tests that failed are named once, whichever package they are of', () => {
  const log =
    ' FAIL  test/a.test.ts > says no\n FAIL  test/a.test.ts > says no\n@s/x:test:  FAIL  src/b.test.ts > b\nFAILURE\n'
  expect(failedTests(log)).toEqual(['test/a.test.ts > says no', 'src/b.test.ts > b'])
})

test.each([
  [50, 1_000],
  [15, 500],
  [4, 60],
  [50, 277],
  [7, 7],
])('a sample of %i of %i has nothing twice, and follows from the hash alone', (count, all) => {
  for (const hash of ['0', 'abc123', 'ffffff', 'no hash']) {
    const seeds = seedsOf(hash, all, count)
    expect(new Set(seeds).size).toBe(count)
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < all)).toBe(true)
    expect(seedsOf(hash, all, count)).toEqual(seeds)
  }
  if (count < all) expect(seedsOf('abc123', all, count)).not.toEqual(seedsOf('abc124', all, count))
})

test('what was a sample is read from the log of a part', () => {
  const log = 'x\nkilled runs: 15 of 500, by hash (SCIMULATOR_SAMPLE=42116b)\n Tests  3 passed\n'
  expect(samplesIn(log)).toEqual(['killed runs: 15 of 500, by hash (SCIMULATOR_SAMPLE=42116b)'])
})
