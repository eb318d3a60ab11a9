import type { JsonValue } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { wrongTimes } from './wrong-times.ts'

test.each<[created: JsonValue, isRight: boolean]>([
  ['2026-01-05T08:00:00Z', true],
  ['2026-01-05T08:00:00.123456789Z', true],
  ['2026-01-05T16:00:00+08:00', true],
  ['2026-01-05T08:00:00', true],
  [null, true],
  ['Mon, 05 Jan 2026 08:00:00 GMT', false],
  ['2026-01-05 08:00:00', false],
  ['2026-01-05T08:00Z', false],
  ['2026-01-05T08:00:00+0000', false],
  ['2026-01-05', false],
  ['', false],
  [1_767_600_000_000, false],
])('%j', (created, isRight) => {
  expect(wrongTimes({ meta: { created } })).toEqual(isRight ? [] : [`meta.created is ${JSON.stringify(created)}`])
})

test('each of the two is looked at, and a resource without meta has none', () => {
  expect(wrongTimes({ meta: { created: 1, lastModified: 'today' } })).toHaveLength(2)
  expect(wrongTimes({})).toEqual([])
})
