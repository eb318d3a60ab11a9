import { expect, test } from 'vitest'
import { readODataQuery } from './query.ts'

test('reads every option', () => {
  const query = readODataQuery(
    "$select=id,displayName&$expand=members($select=id,mail),owners&$orderby=displayName desc,id&$top=5&$skip=2&$count=true&$filter=id eq '1'",
  )
  expect(query).toMatchObject({
    select: ['id', 'displayName'],
    expand: ['members($select=id,mail)', 'owners'],
    orderby: [
      { path: 'displayName', descending: true },
      { path: 'id', descending: false },
    ],
    top: 5,
    skip: 2,
    count: true,
  })
  expect(query.filter?.kind).toBe('compare')
})

test('an empty query asks for nothing', () => {
  expect(readODataQuery('')).toEqual({ count: false })
})

test.each([
  ['$search="ana"', "'$search' is not supported"],
  ['$top=many', "Invalid value 'many' for $top"],
  ['$top=-1', "Invalid value '-1' for $top"],
  ['$orderby=name upwards', 'Invalid $orderby'],
])('%s is refused', (search, message) => {
  expect(() => readODataQuery(search)).toThrow(message)
})

test('options of other kinds are left alone', () => {
  expect(readODataQuery('api-version=1')).toEqual({ count: false })
})
