import type { ViewItem } from '@scimulator/shared/behaviour'
import { expect, test } from 'vitest'
import type { Checker } from './checker.ts'
import { groupMembers } from './group-members.ts'
import { linkTargets } from './link-targets.ts'
import { uniqueMembers } from './unique-members.ts'

function violations(checker: Checker, views: Record<string, ViewItem[]>, before: string[] = []): readonly string[] {
  return checker.check({ items: (view) => views[view] ?? [], resourceIds: new Set(before) })
}

const member = (key: string, value: object = {}): ViewItem => ({ key, value: { id: `id-${key}`, ...value } })
const link = (key: string, targetId: string): ViewItem => ({ key, value: { targetId } })

test.each([
  [
    'one email address twice, in other letters',
    [member('a', { email: 'a@c.test' }), member('b', { email: 'A@c.test' })],
    1,
  ],
  ['one employee number twice', [member('a', { employeeID: '7' }), member('b', { employeeID: '7' })], 1],
  ['nothing in common', [member('a', { email: 'a@c.test' }), member('b', { email: 'b@c.test' })], 0],
  ['two members who have nothing', [member('a'), member('b')], 0],
])('members with %s', (_, members, count) => {
  expect(violations(uniqueMembers, { 'lark.members': members })).toHaveLength(count)
})

test('somebody in a user group who is no member is named', () => {
  const views = { 'lark.members': [member('a')], 'lark.user-groups': [member('Sales', { members: ['a', 'b'] })] }
  expect(violations(groupMembers, views)).toEqual(['Sales has b, whom the organisation does not know'])
})

test.each([
  ['a member', [link('a', 'id-a')], ['id-a'], []],
  ['somebody who was there once', [link('b', 'id-b')], ['id-b'], []],
  ['nothing that ever was', [link('a', 'id-x')], [], ['a is linked to id-x, which never existed']],
])('a link at %s', (_, links, before, expected) => {
  const views = { 'lark.members': [member('a')], 'entra.links': links }
  expect(violations(linkTargets('entra'), views, before)).toEqual(expected)
})
