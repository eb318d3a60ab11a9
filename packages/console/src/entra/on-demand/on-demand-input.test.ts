import { expect, test } from 'vitest'
import { onDemandStep, subjectInput } from './on-demand-input.ts'

test('a user goes alone, a group with the members that were chosen', () => {
  expect(subjectInput({ view: 'entra.users', key: 'u1' }, [{ key: 'u2' }])).toEqual({ user: 'u1' })
  expect(subjectInput({ view: 'entra.groups', key: 'g1' }, [{ key: 'u2' }])).toEqual({ group: 'g1', members: ['u2'] })
})

test('four steps are named as on the portal’s page', () => {
  expect(['import', 'scoping', 'matching', 'processing', 'export'].map(onDemandStep)).toEqual([
    'Import user',
    'Determine if user is in scope',
    'Match user between source and target',
    'Perform action',
    'Perform action',
  ])
})
