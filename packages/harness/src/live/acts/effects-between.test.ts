import { expect, test } from 'vitest'
import { type DirectoryPicture, effectsBetween, purgedBetween } from './effects-between.ts'

const member = (id: string, values: object = {}) => ({
  key: `${id}@a.test`,
  value: { id, status: 'Active', ...values },
})
const picture = (change: Partial<DirectoryPicture> = {}): DirectoryPicture => ({
  members: [member('ana')],
  deleted: [],
  departments: [],
  groups: [],
  ...change,
})
const told = (before: DirectoryPicture, after: DirectoryPicture) =>
  effectsBetween(before, after).map(({ object, name, action, attributes }) => [
    `${object} ${name} ${action}`,
    ...attributes.map(({ attribute, old, new: now }) => `${attribute} ${old} ${now}`),
  ])
const sales = { key: 'Sales', value: {} }

test.each<readonly [string, DirectoryPicture, DirectoryPicture, readonly (readonly string[])[]]>([
  ['nothing', picture(), picture(), []],
  ['somebody new', picture({ members: [] }), picture(), [['member ana@a.test created', 'status null Active']]],
  [
    'an edit',
    picture({ members: [member('ana', { jobTitle: 'Cook' })] }),
    picture({ members: [member('ana', { jobTitle: 'Baker' })] }),
    [['member ana@a.test changed', 'jobTitle Cook Baker']],
  ],
  [
    'a deactivation',
    picture(),
    picture({ members: [member('ana', { status: 'Inactive' })] }),
    [['member ana@a.test deactivated', 'status Active Inactive']],
  ],
  ['a deletion', picture(), picture({ members: [], deleted: [member('ana')] }), [['member ana@a.test deleted']]],
  [
    'a restore',
    picture({ members: [], deleted: [member('ana')] }),
    picture(),
    [['member ana@a.test restored', 'status null Active']],
  ],
  ['a purge', picture({ deleted: [member('bob')] }), picture(), [['deleted member bob@a.test purged']]],
  ['a department', picture(), picture({ departments: [sales] }), [['department Sales created']]],
  ['a group that goes', picture({ groups: [sales] }), picture(), [['user group Sales deleted']]],
])('%s', (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected)
})

test('by the clock, only who has left the bin for good', () => {
  const before = picture({ deleted: [member('bob'), member('cem')] })
  const after = picture({ members: [member('ana'), member('cem')] })
  expect(purgedBetween(before, after).map(({ name }) => name)).toEqual(['bob@a.test'])
})
