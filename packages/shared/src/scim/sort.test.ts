import { describe, expect, test } from 'vitest'
import { userResourceType } from './schema/resource-types.ts'
import { sortResources } from './sort.ts'

const people = [
  { id: '1', userName: 'bob', active: true, emails: [{ value: 'z' }, { value: 'a', primary: true }] },
  { id: '2', userName: 'Ana', emails: [{ value: 'c' }], meta: { created: '2026-01-01T00:00:00Z' } },
  { id: '3', userName: 'cem', active: false, title: 'x', meta: { created: '2026-01-01T00:30:00+01:00' } },
  { id: '4', userName: 'ana', title: 'Y' },
]

const ids = (sortBy: string, order?: 'ascending' | 'descending') =>
  sortResources(people, userResourceType, sortBy, order).map(({ id }) => id)

describe('sortResources', () => {
  test.each([
    ['userName', ['2', '4', '1', '3']],
    ['USERNAME', ['2', '4', '1', '3']],
    ['title', ['3', '4', '1', '2']],
    ['emails', ['1', '2', '3', '4']],
    ['emails.value', ['1', '2', '3', '4']],
    ['meta.created', ['3', '2', '1', '4']],
    ['active', ['3', '1', '2', '4']],
    ['department', ['1', '2', '3', '4']],
  ])('ascending by %s', (sortBy, expected) => {
    expect(ids(sortBy)).toEqual(expected)
  })

  test('descending puts those without a value first and keeps the order of ties', () => {
    expect(ids('title', 'descending')).toEqual(['1', '2', '4', '3'])
    expect(ids('userName', 'descending')).toEqual(['3', '1', '2', '4'])
  })

  test('leaves the given array alone', () => {
    ids('userName')
    expect(people.map(({ id }) => id)).toEqual(['1', '2', '3', '4'])
  })

  test.each(['nope', 'name', 'password', 'a b'])('refuses %s', (sortBy) => {
    expect(() => ids(sortBy)).toThrow(expect.objectContaining({ scimType: 'invalidPath' }))
  })
})
