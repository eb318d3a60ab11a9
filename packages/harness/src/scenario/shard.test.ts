import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filesOfShard, readShard } from './shard.ts'

const files = ['a', 'b', 'c', 'd', 'e']
const all = (of: number, durationOf?: (file: string) => number | undefined) =>
  Array.from({ length: of }, (_, at) => filesOfShard(files, { index: at + 1, of }, durationOf))

test('without durations the files are dealt out one by one, in their order', () => {
  expect(all(2)).toEqual([
    ['a', 'c', 'e'],
    ['b', 'd'],
  ])
})

test('with durations a long file has a shard to itself', () => {
  expect(all(2, (file) => (file === 'd' ? 9_000 : 1_000))).toEqual([['d'], ['a', 'b', 'c', 'e']])
})

test('every file is in exactly one shard, whatever is known of it, and shards are the same each time', () => {
  const names = fc.uniqueArray(fc.string(), { maxLength: 40 })
  const durations = fc.array(fc.option(fc.nat(100_000), { nil: undefined }), { minLength: 40, maxLength: 40 })
  fc.assert(
    fc.property(names, durations, fc.integer({ min: 1, max: 9 }), (some, known, of) => {
      const durationOf = (file: string) => known[some.indexOf(file)]
      const shards = Array.from({ length: of }, (_, at) => filesOfShard(some, { index: at + 1, of }, durationOf))
      expect(shards.flat().toSorted()).toEqual(some.toSorted())
      expect(filesOfShard(some, { index: 1, of }, durationOf)).toEqual(shards[0])
    }),
  )
})

describe('readShard', () => {
  test.each([
    ['2/4', undefined, { index: 2, of: 4 }],
    ['4', '0', { index: 1, of: 4 }],
    ['4', '3', { index: 4, of: 4 }],
    ['2/4', '0', { index: 2, of: 4 }],
  ])('%s with JOB_COMPLETION_INDEX=%s', (text, index, expected) => {
    expect(readShard(text, index)).toEqual(expected)
  })

  test.each([
    ['5/4', undefined],
    ['0/4', undefined],
    ['4', undefined],
    ['4', '4'],
    ['4', 'x'],
    ['a/b', undefined],
    ['1/2/3', undefined],
  ])('%s with JOB_COMPLETION_INDEX=%s says nothing', (text, index) => {
    expect(readShard(text, index)).toBeUndefined()
  })
})
