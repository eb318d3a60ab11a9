import { expect, test } from 'vitest'
import { activeThen } from './as-of.ts'
import { momentsOf } from './moments.ts'
import { sampleHead } from './sample-head.ts'

const effect = {
  source: 'own' as const,
  object: 'member',
  objectId: 'a',
  name: 'ana@a.test',
  action: 'deactivated',
  reason: null,
  attributes: [{ attribute: 'status', scim: '', old: 'Active', new: 'Inactive' }],
}
const act = { ...effect, seq: 4, at: 0, cause: 'administrator' as const, by: 'edit-member' }

test('acts by hand stand between the exchanges, and going back takes them back', () => {
  const heads = [sampleHead({ seq: 3 }), sampleHead({ seq: 5 })]
  const moments = momentsOf(heads, [act])
  expect(moments.map(({ seq, by }) => [seq, by])).toEqual([
    [3, undefined],
    [4, 'by an administrator'],
    [5, undefined],
  ])
  expect([activeThen(1, moments, 3), activeThen(1, moments, 4)]).toEqual([2, 1])
  expect(momentsOf(heads, [])).toBe(heads)
})
