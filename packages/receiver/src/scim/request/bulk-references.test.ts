import { expect, test } from 'vitest'
import { referencesOf, resolvePath, resolveValue } from './bulk-references.ts'

const idOf = (bulkId: string) => (bulkId === 'known' ? 'ID' : undefined)

//  value | resolved
test.each([
  ['bulkId:known', 'ID'],
  ['bulkId:open', undefined],
  ['plain', 'plain'],
  [{ manager: 'bulkId:known' }, { manager: 'ID' }],
  [{ title: 'x', manager: { value: 'bulkId:open', displayName: 'Bo' } }, { title: 'x' }],
  [{ members: [{ value: 'bulkId:open' }, { value: 'bulkId:known' }] }, { members: [{ value: 'ID' }] }],
  [
    { Operations: [{ op: 'add', path: 'members', value: [{ value: 'bulkId:known' }] }] },
    { Operations: [{ op: 'add', path: 'members', value: [{ value: 'ID' }] }] },
  ],
  [
    { active: false, title: null },
    { active: false, title: null },
  ],
])('%j becomes %j', (value, resolved) => {
  expect(resolveValue(value, idOf)).toEqual(resolved)
})

test('references are found in path and data', () => {
  const data = { members: [{ value: 'bulkId:a' }, { value: 'x' }], manager: { value: 'bulkId:b' } }
  const operation = { method: 'PATCH', path: '/Users/bulkId:c', bulkId: undefined, version: undefined, data } as const
  expect([...referencesOf(operation)].sort()).toEqual(['a', 'b', 'c'])
  expect([resolvePath('/Users/bulkId:known', idOf), resolvePath('/Users/bulkId:open', idOf)]).toEqual([
    '/Users/ID',
    '/Users/bulkId:open',
  ])
})
