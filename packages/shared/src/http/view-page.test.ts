import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ViewItem } from '../behaviour/index.ts'
import { viewPage } from '../paging/index.ts'
import { readBodyQuery, readUrlQuery } from './page-query.ts'
import { viewItem } from './view-item.ts'

const people: readonly ViewItem[] = [
  {
    key: 'ana',
    value: { name: 'Ana', age: 9, status: 'Active', counts: { groups: 2 }, tags: ['a', 'b'], 'x.y': 'dot' },
  },
  { key: 'bo', value: { name: 'Bo', age: 10, status: 'Inactive', counts: { groups: 1 }, tags: [] } },
  { key: 'cy', value: { name: 'Cy', age: 10, status: 'Active', counts: { groups: 3 }, department: null } },
]

const keys = (search: string): string[] => viewPage(people, readUrlQuery(search).page).items.map(({ key }) => key)

describe('a page', () => {
  test.each([
    ['', ['ana', 'bo', 'cy']],
    ['offset=1&limit=1', ['bo']],
    ['offset=7', []],
    ['sort=name', ['ana', 'bo', 'cy']],
    ['sort=-name', ['cy', 'bo', 'ana']],
    ['sort=age', ['ana', 'bo', 'cy']],
    ['sort=-age', ['cy', 'bo', 'ana']],
    ['sort=-age,name', ['bo', 'cy', 'ana']],
    ['sort=counts.groups', ['bo', 'ana', 'cy']],
    ['sort=nothing', ['ana', 'bo', 'cy']],
    ['sort=key', ['ana', 'bo', 'cy']],
    ['q=AN', ['ana']],
    ['q=10', ['bo', 'cy']],
    ['q=groups', []],
    ['where=status:Active', ['ana', 'cy']],
    ['where=status:Active&where=age:10', ['cy']],
    ['where=status:active', []],
    ['where=tags:b', ['ana']],
    ['where=department:', ['ana', 'bo', 'cy']],
    ['where=key:bo', ['bo']],
    ['where=x.y:dot', ['ana']],
    ['where=__proto__:x', []],
    ['where=constructor:', ['ana', 'bo', 'cy']],
  ])('of %s has %j', (search, expected) => {
    expect(keys(search)).toEqual(expected)
  })

  test('has only the wanted members', () => {
    const { items } = viewPage(people, readUrlQuery('fields=name,age&limit=1').page)
    expect(items).toEqual([{ key: 'ana', value: { name: 'Ana', age: 9 } }])
  })

  test('counts what is found, not what is shown', () => {
    expect(viewPage(people, readUrlQuery('limit=1&where=status:Active').page)).toMatchObject({ total: 2, offset: 0 })
  })

  test('of a body takes conditions as a map', () => {
    const { page, own } = readBodyQuery({ where: { status: 'Active' }, limit: 5, source: 'HQ' })
    expect(page).toMatchObject({ where: [{ field: 'status', value: 'Active' }], limit: 5 })
    expect(own).toEqual({ source: 'HQ' })
  })

  test('and the next ones together are everything, once, in any order', () => {
    const anyItems = fc.uniqueArray(fc.record({ key: fc.string(), value: fc.record({ n: fc.integer({ max: 3 }) }) }), {
      selector: ({ key }) => key,
    })
    fc.assert(
      fc.property(
        anyItems,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('n', '-n', 'key', '-n,key', ''),
        (all, limit, sort) => {
          const pages = Array.from({ length: Math.ceil(all.length / limit) }, (_, index) =>
            viewPage(all, readUrlQuery(`offset=${index * limit}&limit=${limit}&sort=${sort}`).page),
          )
          const shown = pages.flatMap(({ items }) => items.map(({ key }) => key))
          expect([...shown].sort()).toEqual(all.map(({ key }) => key).sort())
        },
      ),
    )
  })
})

test.each([
  ['limit=0', ['limit']],
  ['limit=1001', ['limit']],
  ['limit=many', ['limit']],
  ['offset=-1', ['offset']],
  ['offset=1.5', ['offset']],
  ['where=status', ['where', '0']],
  ['where=:x', ['where', '0']],
])('%s is refused, and the issue says where', (search, path) => {
  expect(() => readUrlQuery(search)).toThrow(
    expect.objectContaining({ code: 'invalid', issues: [expect.objectContaining({ path })] }),
  )
})

test.each([
  [{ where: { status: { toString: '' } } }, 'status', '{"toString":""}'],
  [{ where: { tags: [{ valueOf: 1, toString: 1 }] } }, 'tags', '[{"valueOf":1,"toString":1}]'],
  [{ where: { age: null } }, 'age', ''],
])('the condition of %j is that of a text', (body, field, value) => {
  expect(readBodyQuery(body).page.where).toEqual([{ field, value }])
  expect(viewPage(people, readBodyQuery(body).page).items).toEqual([])
})

test('an item is found by its key, or the nearest keys are named', () => {
  expect(viewItem(people, 'people', 'bo').value.name).toBe('Bo')
  expect(() => viewItem(people, 'people', 'boo')).toThrow('people has no "boo". Did you mean "bo"?')
})
