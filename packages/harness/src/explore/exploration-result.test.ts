import { expect, test } from 'vitest'
import { type ExplorationResult, mergeExplorations, reachedText } from './exploration-result.ts'

const part = (index: number, changes: Partial<ExplorationResult> = {}): ExplorationResult => ({
  ...{ kind: 'exploration', version: 1, idp: 'entra', seed: 7, acts: 25, unsteady: 1, found: [] },
  shard: { index, of: 2 },
  reached: { histories: 5, acts: { assign: index, purge: 0 }, pairs: { 'assign, assign': 1 }, states: { held: 0 } },
  ...changes,
})

test('two parts make a whole', () => {
  const found = [{ text: 'scenario: x', acts: 3, message: 'p1 is missing', explainedBy: [] }]
  expect(mergeExplorations([part(2, { found }), part(1)])).toMatchObject({
    shard: { index: 1, of: 1 },
    reached: { histories: 10, acts: { assign: 3, purge: 0 }, pairs: { 'assign, assign': 2 } },
    unsteady: 2,
    found,
  })
})

test.each([
  [[part(1)], 'Part 2/2 must be there once.'],
  [[part(1), part(1)], 'Part 1/2 must be there once.'],
  [[part(1), part(2, { seed: 8 })], 'not parts of one exploration'],
])('what is no whole is refused: %#', (parts, message) => {
  expect(() => mergeExplorations(parts)).toThrow(message)
})

test('what was never reached is named', () => {
  expect(reachedText(part(1).reached, 7)).toEqual([
    '5 histories, with seed 7.',
    'Acts: assign 1.',
    'Acts that were never done: purge.',
    'Pairs of acts, one right after the other: 1 of 4.',
    'States: none.',
    'States that were never reached: held.',
  ])
})
