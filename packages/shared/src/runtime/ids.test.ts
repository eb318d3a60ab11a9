import { expect, test } from 'vitest'
import { createRandomIds, createSeededIds } from './ids.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('the same seed, actor and kind give the same ids in the same order', () => {
  const [one, two] = [createSeededIds(7, 'entra'), createSeededIds(7, 'entra')]
  const firstThree = [one.uuid('User'), one.uuid('User'), one.uuid('Group')]
  expect(firstThree).toEqual([two.uuid('User'), two.uuid('User'), two.uuid('Group')])
  expect(new Set(firstThree).size).toBe(3)
})

test.each([
  ['another seed', createSeededIds(8, 'entra')],
  ['another actor', createSeededIds(7, 'receiver')],
])('%s gives other ids', (_what, other) => {
  expect(other.uuid('User')).not.toBe(createSeededIds(7, 'entra').uuid('User'))
})

test('the kinds do not disturb one another', () => {
  const mixed = createSeededIds(1, 'a')
  mixed.uuid('Group')
  expect(mixed.uuid('User')).toBe(createSeededIds(1, 'a').uuid('User'))
})

test('stored counters continue where they stood', () => {
  const first = createSeededIds(1, 'a')
  first.uuid('User')
  const second = createSeededIds(1, 'a')
  second.resume(first.counters())
  expect(second.uuid('User')).toBe(first.uuid('User'))
})

test.each([
  ['seeded', createSeededIds(1, 'a')],
  ['random', createRandomIds()],
])('%s ids have their forms', (_what, ids) => {
  expect(ids.uuid('User')).toMatch(UUID)
  expect(ids.objectId('systemuser')).toMatch(/^[0-9a-f]{24}$/)
  expect(ids.token('token')).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(ids.random('jitter')).toBeGreaterThanOrEqual(0)
  expect(ids.random('jitter')).toBeLessThan(1)
})
