import { describe, expect, test } from 'vitest'
import { operationTable } from './operations.ts'

const operations = [
  { method: 'GET', template: '/users/{user}' },
  { method: 'PATCH', template: '/users/{user}' },
  { method: 'GET', template: '/users/delta' },
  { method: 'DELETE', template: '/users/{user}/groups/{group}' },
]

describe('a table of operations', () => {
  const table = operationTable(operations)

  test.each([
    ['GET', ['users', 'ana'], '/users/{user}', { user: 'ana' }],
    ['GET', ['users', 'delta'], '/users/delta', {}],
    ['PATCH', ['users', 'delta'], '/users/{user}', { user: 'delta' }],
    ['DELETE', ['users', 'ana', 'groups', 'x'], '/users/{user}/groups/{group}', { user: 'ana', group: 'x' }],
  ])('%s %j is %s', (method, segments, template, parameters) => {
    expect(table.find(method, segments)).toEqual({ operation: { method, template }, parameters })
  })

  test('a known path with another method says which methods it has, those of the nearest template first', () => {
    expect(table.find('POST', ['users', 'delta'])).toEqual({ allowed: ['GET', 'GET', 'PATCH'] })
  })

  test.each([[['teams']], [['users']], [['users', 'ana', 'groups']], [['Users', 'ana']]])(
    '%j is nothing',
    (segments) => {
      expect(table.find('GET', segments)).toBeUndefined()
    },
  )
})

test('words and values are read as the surface says, values only of what is found', () => {
  const table = operationTable(operations, {
    isWord: (word, segment) => word === segment.toLowerCase(),
    readValue(segment) {
      if (segment === 'broken') throw new Error('not percent-encoded')
      return decodeURIComponent(segment)
    },
  })
  expect(table.find('GET', ['Users', 'o%27neil'])).toMatchObject({ parameters: { user: "o'neil" } })
  expect(() => table.find('GET', ['users', 'broken'])).toThrow('not percent-encoded')
  expect(table.find('GET', ['teams', 'broken'])).toBeUndefined()
})
