import { describe, expect, test } from 'vitest'
import { listResponse, page, parsePagination } from './list-response.ts'

const items = [1, 2, 3, 4, 5]

describe('parsePagination', () => {
  test.each([
    [{}, { startIndex: 1, count: undefined }],
    [
      { startIndex: '', count: '' },
      { startIndex: 1, count: undefined },
    ],
    [
      { startIndex: '0', count: '-3' },
      { startIndex: 1, count: 0 },
    ],
    [
      { startIndex: '-7', count: '0' },
      { startIndex: 1, count: 0 },
    ],
    [
      { startIndex: 3, count: 2 },
      { startIndex: 3, count: 2 },
    ],
    [{ startIndex: '99999999999999999999' }, { startIndex: Number.MAX_SAFE_INTEGER, count: undefined }],
  ])('%j is %j', (parameters, expected) => {
    expect(parsePagination(parameters)).toEqual(expected)
  })

  test.each([[{ startIndex: 'x' }], [{ count: '1.5' }], [{ count: '1e3' }], [{ startIndex: 1.5 }]])(
    'refuses %j',
    (given) => {
      expect(() => parsePagination(given)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidValue' }))
    },
  )
})

describe('page', () => {
  test.each([
    [1, undefined, [1, 2, 3, 4]],
    [1, 100, [1, 2, 3, 4]],
    [2, 2, [2, 3]],
    [5, 2, [5]],
    [6, 2, []],
    [1, 0, []],
  ])('from %i, %s of them, is %j', (startIndex, count, expected) => {
    expect(page(items, { startIndex, count }, 4)).toEqual(expected)
  })
})

describe('listResponse', () => {
  test('says how many are in it, not how many were asked for', () => {
    expect(listResponse([{ id: '1' }], 7, { startIndex: 7, count: 100 })).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 7,
      startIndex: 7,
      itemsPerPage: 1,
      Resources: [{ id: '1' }],
    })
  })

  test('holds an empty array for a count of 0, and when nothing matches', () => {
    expect(listResponse([], 7, { startIndex: 1, count: 0 }).Resources).toEqual([])
    expect(listResponse([], 0, { startIndex: 1, count: undefined }).Resources).toEqual([])
  })
})
