import { expect, test } from 'vitest'
import { changedMembers } from './changed-members.ts'

const SAVED = { name: 'Lark', actions: ['Create', 'Delete'], threshold: 500 as number | null }

test('what was changed and changed back is no change, and lists are compared by what is in them', () => {
  expect(changedMembers(SAVED, {})).toEqual([])
  expect(changedMembers(SAVED, { name: 'Lark', actions: ['Create', 'Delete'] })).toEqual([])
  expect(changedMembers(SAVED, { name: 'Lark 2', actions: ['Create'], threshold: null })).toEqual([
    'name',
    'actions',
    'threshold',
  ])
})
