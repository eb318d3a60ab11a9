import { expect, test } from 'vitest'
import { DeletedItems } from './deleted-items.ts'

test.each<[string, [id: string, deletedAt: number | undefined][], string[]]>([
  [
    'as they were deleted',
    [
      ['a', 1],
      ['b', 2],
    ],
    ['a', 'b'],
  ],
  [
    'read from a snapshot in another order',
    [
      ['a', 3],
      ['b', 1],
      ['c', 2],
    ],
    ['b', 'c', 'a'],
  ],
  [
    'restored',
    [
      ['a', 1],
      ['b', 2],
      ['a', undefined],
    ],
    ['b'],
  ],
  [
    'deleted, restored and deleted again',
    [
      ['a', 1],
      ['b', 2],
      ['a', undefined],
      ['a', 3],
    ],
    ['b', 'a'],
  ],
  [
    'changed in the bin, and keeping its place',
    [
      ['a', 1],
      ['b', 2],
      ['a', 1],
    ],
    ['a', 'b'],
  ],
])('%s', (_name, puts, expected) => {
  const items = new DeletedItems()
  for (const [id, deletedAt] of puts) items.put(id, deletedAt)
  expect([...items.ids()]).toEqual(expected)
})
