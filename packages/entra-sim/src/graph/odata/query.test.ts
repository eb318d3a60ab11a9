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
  ['$search="ana"', 'Syntax error in $search'],
  ['$apply=x', "'$apply' is not supported"],
  ['$top=many', "Invalid value 'many' for $top"],
  ['$top=-1', "Invalid value '-1' for $top"],
  ['$orderby=name upwards', 'Invalid $orderby'],
])('%s is refused', (search, message) => {
  expect(() => readODataQuery(search)).toThrow(message)
})

test.each([
  ['$orderBy=displayName', { orderby: [{ path: 'displayName', descending: false }] }],
  ['$Top=5', { top: 5 }],
  ['top=5&select=id', { top: 5, select: ['id'] }],
  ['$COUNT=true', { count: true }],
])('%s is read as Graph reads it', (search, query) => {
  expect(readODataQuery(search)).toMatchObject(query)
})

test.each(['search="ana"', '$filter=id eq 1&filter=id eq 2', '$top=1&$Top=2'])('%s is refused', (search) => {
  expect(() => readODataQuery(search)).toThrow()
})

test('options of other kinds are left alone', () => {
  expect(readODataQuery('api-version=1')).toEqual({ count: false })
})
