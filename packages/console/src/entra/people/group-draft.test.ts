import { expect, test } from 'vitest'
import {
  DYNAMIC,
  groupDraftOf,
  groupSteps,
  isComplete,
  membershipTypeOf,
  NEW_GROUP,
  newGroupInput,
  typeOf,
} from './group-draft.ts'

const GROUP: Parameters<typeof groupDraftOf>[0] = {
  ...{ id: '1', displayName: 'Sales', mailNickname: 'sales', mailEnabled: false, securityEnabled: true },
  ...{ groupTypes: [], createdDateTime: '2026-01-05T09:00:00Z' },
}

test('a group is edited as it is, and only what was changed is saved', () => {
  const draft = groupDraftOf(GROUP)
  expect(draft).toEqual({ name: 'Sales', description: '', rule: '', processing: 'On' })
  expect(groupSteps('1', draft, [])).toEqual([])
  const changed = { ...draft, name: ' Sellers ', description: 'Who sell', processing: 'Paused' }
  expect(groupSteps('1', changed, ['name', 'description', 'processing'])).toEqual([
    { verb: 'entra.rename-group', input: { group: '1', name: 'Sellers' } },
    {
      verb: 'entra.update-group',
      input: { group: '1', description: 'Who sell', membershipRuleProcessingState: 'Paused' },
    },
  ])
})

test('types are named as the portal names them', () => {
  expect([typeOf(GROUP), membershipTypeOf(GROUP)]).toEqual(['Security', 'Assigned'])
  const unified = { groupTypes: ['Unified'] as const, membershipRule: 'user.department -eq "Sales"' }
  expect([typeOf(unified), membershipTypeOf(unified)]).toEqual(['Microsoft 365', 'Dynamic User'])
})

test('a new group has members or a rule, and always a name', () => {
  const members = [
    { view: 'entra.users', key: 'u', name: 'Ana' },
    { view: 'entra.groups', key: 'g', name: 'Sales' },
  ] as const
  expect(newGroupInput({ ...NEW_GROUP, name: ' Night ', members })).toEqual({
    ...{ name: 'Night', type: 'security', members: ['u'], groups: ['g'] },
  })
  const dynamic = {
    ...NEW_GROUP,
    name: 'Night',
    description: 'x',
    membership: DYNAMIC,
    rule: 'user.city -eq "Oslo"',
    members,
  }
  expect(newGroupInput(dynamic)).toEqual({
    ...{ name: 'Night', type: 'security', description: 'x', membershipRule: 'user.city -eq "Oslo"' },
  })
  expect([NEW_GROUP, dynamic, { ...dynamic, rule: ' ' }].map(isComplete)).toEqual([false, true, false])
})
