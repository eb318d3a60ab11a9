import { expect, test } from 'vitest'
import { groupDraftOf, groupSteps, membershipTypeOf, typeOf } from './group-draft.ts'

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
