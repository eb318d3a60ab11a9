// Nothing is blamed, little is skipped, and every pass has looked.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scenarioTree } from '@scimulator/harness'
import { expect, test } from 'vitest'
import { collectionTables } from '../scripts/generate/collection-tables.ts'
import { askedOf, type ForeignRun, runForeignCollection } from './foreign-collection.ts'

const MOST_RUNS_SKIPPED = 0.1
const MOST_EXPECTATIONS_SKIPPED = 0.15
const LEAST_NOTICED = 0.9

const runs = await runForeignCollection()
const passed = runs.filter(({ result }) => result.outcome === 'passed')
const asked = runs.flatMap(askedOf)
const nameOf = ({ result }: ForeignRun): string => `${result.file} [${result.combination}]`

test('no run fails, and none is unproven', () => {
  const others = runs.filter(({ result }) => result.outcome !== 'passed' && result.outcome !== 'skipped')
  expect(others.map(({ result }) => scenarioTree(result))).toEqual([])
})

test('at most 10 % of the runs and 15 % of the expectations are skipped, each with a code', () => {
  const skippedRuns = runs.filter(({ result }) => result.outcome === 'skipped')
  const skipped = asked.filter(({ outcome }) => outcome === 'skipped')
  expect(skippedRuns.length / runs.length).toBeLessThanOrEqual(MOST_RUNS_SKIPPED)
  expect(skipped.length / asked.length).toBeLessThanOrEqual(MOST_EXPECTATIONS_SKIPPED)
  expect(skipped.filter(({ skip }) => skip === undefined)).toEqual([])
})

test('no run passes all five changes', () => {
  expect(passed.filter(({ noticed }) => noticed.length === 0).map(nameOf)).toEqual([])
})

test.each([
  ['groups', 'member missing'],
  ['groups', 'member too many'],
  ['active', 'active turned'],
] as const)('of the runs that touch %s at least 90 %% notice: %s', (what, change) => {
  const touching = passed.filter(({ touches }) => touches[what])
  const blind = touching.filter(({ noticed }) => !noticed.includes(change))
  expect(touching.length).toBeGreaterThan(0)
  expect(blind.length / touching.length, blind.map(nameOf).join('\n')).toBeLessThanOrEqual(1 - LEAST_NOTICED)
})

test('nothing is left behind at the target', () => {
  expect(runs.flatMap(({ result }) => result.leftBehind)).toEqual([])
})

test('the tables of the guide are those of this run (if not: npm run generate -- collection)', async () => {
  const { path, text } = await collectionTables(runs)
  expect(readFileSync(join(import.meta.dirname, '..', path), 'utf8')).toBe(text)
})
