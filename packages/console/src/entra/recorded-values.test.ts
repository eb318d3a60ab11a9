import { expect, test } from 'vitest'
import { recordedIn } from './recorded-values.ts'

type Entry = Parameters<typeof recordedIn>[0][number]

function entry(exchanges: readonly number[], ...values: [string, string | null, string | null][]): Entry {
  const modifiedProperties = values.map(([displayName, oldValue, newValue]) => ({ displayName, oldValue, newValue }))
  const step = { name: 's', provisioningStepType: 'scoping', status: 'success' as const, details: {} }
  return { exchanges, modifiedProperties, provisioningSteps: [{ ...step, description: `in scope at ${exchanges[0]}` }] }
}

const newestFirst = [
  entry([9], ['title', 'Lead', 'Chief']),
  entry([6, 7], ['title', 'Engineer', 'Lead'], ['active', null, 'True']),
  entry([2], ['title', null, 'Engineer']),
]

test('what was recorded then, and what it is today where that is something else', () => {
  expect(recordedIn(newestFirst, 7)).toEqual({
    scope: 'in scope at 6',
    values: [
      { attribute: 'title', old: 'Engineer', sent: 'Lead', today: 'Chief' },
      { attribute: 'active', old: null, sent: 'True', today: undefined },
    ],
  })
  expect(recordedIn(newestFirst, 9)?.values).toEqual([
    { attribute: 'title', old: 'Lead', sent: 'Chief', today: undefined },
  ])
})

test('an exchange that no entry tells of has nothing recorded', () => {
  expect(recordedIn(newestFirst, 8)).toBeUndefined()
})
