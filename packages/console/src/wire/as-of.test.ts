import { expect, test } from 'vitest'
import { activeThen, changedAt, membersThen } from './as-of.ts'
import { sampleHead } from './sample-head.ts'

const effect = (
  name: string,
  action: string,
  attributes: readonly (readonly [string, string | null, string | null])[] = [],
) => ({
  source: 'own' as const,
  object: 'member',
  objectId: name,
  name,
  action,
  reason: null,
  attributes: attributes.map(([attribute, old, now]) => ({ attribute, scim: attribute, old, new: now })),
})
const heads = [
  sampleHead({ seq: 1, effects: [effect('anna', 'created', [['status', null, 'Active']])] }),
  sampleHead({ seq: 2, effects: [effect('bob', 'created', [['status', null, 'Active']])] }),
  sampleHead({ seq: 3, effects: [effect('anna', 'changed', [['department', 'Sales', 'Legal']])] }),
  sampleHead({
    seq: 4,
    effects: [
      effect('anna', 'deactivated', [
        ['status', 'Active', 'Inactive'],
        ['department', 'Legal', 'Design'],
      ]),
    ],
  }),
  sampleHead({ seq: 5, status: 409, effects: [effect('cem', 'refused')] }),
]

test.each([
  [undefined, [], 1],
  [5, [], 1],
  [3, [['anna', false, { status: 'Active', department: 'Legal' }]], 2],
  [2, [['anna', false, { status: 'Active', department: 'Sales' }]], 2],
  [
    1,
    [
      ['anna', false, { status: 'Active', department: 'Sales' }],
      ['bob', true, { status: null }],
    ],
    1,
  ],
] as const)('as of %j', (at, members, active) => {
  const then = [...membersThen(heads, at)].map(([name, { isAbsent, attributes }]) => [name, isAbsent, attributes])
  expect(then).toEqual(members)
  expect(activeThen(1, heads, at)).toBe(active)
})

test.each([
  [undefined, ['cem']],
  [4, ['anna']],
  [2, ['bob']],
  [0, []],
] as const)('the last exchange that is shown at %j has changed %j', (at, names) => {
  expect([...changedAt(heads, at)]).toEqual(names)
})
