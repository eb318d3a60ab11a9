import { expect, test } from 'vitest'
import { pagingOf } from './paging.ts'

const SIZES = [10, 20, 50, 100]

test.each([
  [{}, 48, [1, 5, 0, 10]],
  [{ page: '5' }, 48, [5, 5, 40, 48]],
  [{ rows: '20', page: '2' }, 48, [2, 3, 20, 40]],
  // What an address asks for may be gone, or may never have been.
  [{ page: '9' }, 48, [5, 5, 40, 48]],
  [{ page: '0' }, 48, [1, 5, 0, 10]],
  [{ page: 'x', rows: '7' }, 48, [1, 5, 0, 10]],
  [{ page: '3' }, 0, [1, 1, 0, 0]],
])('%j of %d rows', (state, total, [page, pages, first, last]) => {
  expect(pagingOf(SIZES, state, total)).toMatchObject({ page, pages, first, last })
})

test('without sizes there is one page', () => {
  expect(pagingOf(undefined, { page: '3' }, 48)).toMatchObject({ page: 1, pages: 1, first: 0, last: 48 })
})
