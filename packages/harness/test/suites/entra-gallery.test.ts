// Microsoft's app gallery: the 25 tests of its kit and the published requirements, and what turns them red.
import type { DeviationName } from '@scimulator/receiver'
import { expect, test } from 'vitest'
import { answering } from './changed-answers.ts'
import { askReceiver, rowsOf } from './suite-subject.ts'

/** The names of the tests, as Microsoft's overview of the kit has them (August 2026). */
const KIT = `
  Create_User_Test Update_User_Test Disable_User_Test Delete_User_Test User_Update_Manager_Test
  Restore_User_Test POD_User_Test Create_Group_Test Update_Group_Test Delete_Group_Test
  Group_Update_Add_Member_Test Group_Update_Remove_Member_Test POD_Group_Test Restore_Group_Test
  Schema_Discoverability_Test SCIM_Null_Update_Test SCIM_User_Create_Test SCIM_User_Update_Test
  SCIM_Group_Create_Test SCIM_Group_Update_Test Validate_Credentials_Test Federated_Identity_Test
  SCIM_User_Pagination_Test SCIM_Group_Pagination_Test SCIM_Update_Manager_Test`.match(/\w+/g)

test('the kit’s 25 tests are there by name, and 23 of them are decided at our own receiver', async () => {
  const { suites } = await askReceiver(['entra-gallery'])
  const rows = suites[0]?.rows.filter(({ source }) => source.startsWith('validation kit')) ?? []
  expect(rows.map(({ id }) => id.split('/')[1])).toEqual(KIT)
  const open = rows.filter(({ outcome }) => outcome !== 'pass').map(({ id }) => id.split('/')[1])
  expect(open).toEqual(['Validate_Credentials_Test', 'Federated_Identity_Test'])
})

test.each<[DeviationName, ...string[]]>([
  ['no-soft-delete', 'kit-users/Disable_User_Test', 'tutorial/disable-and-restore'],
  ['string-false-is-true', 'kit-users/Disable_User_Test'],
  ['inactive-users-hidden', 'kit-users/Disable_User_Test'],
  ['filter-answers-404', 'api/no-match', 'tutorial/random-user'],
  ['manager-not-written', 'kit-users/User_Update_Manager_Test', 'kit-scim/SCIM_Update_Manager_Test'],
  ['group-rename-not-done', 'kit-groups/Update_Group_Test', 'kit-scim/SCIM_Group_Update_Test'],
  ['member-add-replaces', 'kit-groups/Group_Update_Add_Member_Test'],
  ['member-remove-empties-group', 'kit-groups/Group_Update_Remove_Member_Test'],
  ['first-page-only', 'kit-scim/SCIM_User_Pagination_Test'],
  ['discovery-missing', 'api/schema-discovery', 'kit-scim/Schema_Discoverability_Test'],
  ['groups-missing', 'kit-groups/Create_Group_Test', 'kit-groups/POD_Group_Test'],
  ['capital-operations', 'tutorial/verbose-patch'],
  ['patch-without-path-ignored', 'tutorial/compact-patch'],
  ['dotted-keys-ignored', 'tutorial/compact-patch'],
  ['external-id-not-filterable', 'tutorial/by-external-id'],
  ['members-despite-excluded', 'tutorial/excluded-members'],
  [
    'patch-not-supported',
    'kit-scim/SCIM_User_Update_Test',
    'kit-scim/SCIM_Null_Update_Test',
    'kit-users/Update_User_Test',
  ],
])('%s turns %s red', async (deviation, ...rows) => {
  const { suites } = await askReceiver(['entra-gallery'], { deviations: [deviation] })
  expect(rowsOf(suites[0], 'fail')).toEqual(expect.arrayContaining(rows.map((row) => `entra-${row}`)))
})

test.each<[DeviationName, string]>([
  ['delete-not-supported', 'kit-users/Delete_User_Test'],
  ['only-one-member-added', 'api/members-at-once'],
])('%s is a warning of %s, and fails nothing of that name', async (deviation, row) => {
  const { suites } = await askReceiver(['entra-gallery'], { deviations: [deviation] })
  expect(rowsOf(suites[0], 'warning')).toContain(`entra-${row}`)
})

test('an endpoint without groups has warnings where the kit has tests of them, and says what the kit would say', async () => {
  const { suites } = await askReceiver(['entra-gallery'], {
    deviations: ['groups-missing'],
    changed: answering(({ body, ...rest }, { target }) => ({
      ...rest,
      body: target.endsWith('/Schemas')
        ? body.replaceAll('urn:ietf:params:scim:schemas:core:2.0:Group', 'urn:x:none')
        : body,
    })),
  })
  const groups = suites[0]?.rows.filter(({ id }) => /Group/.test(id)) ?? []
  expect(new Set(groups.map(({ outcome }) => outcome))).toEqual(new Set(['warning']))
  expect(groups[0]?.detail).toContain('The validation kit counts this as failed')
})

test('a manager that /Schemas does not have is not applicable', async () => {
  const { suites } = await askReceiver(['entra-gallery'], {
    changed: answering(({ body, ...rest }, { target }) => ({
      ...rest,
      body: target.endsWith('/Schemas') ? body.replaceAll('"name":"manager"', '"name":"other"') : body,
    })),
  })
  expect(rowsOf(suites[0], 'not-applicable').sort()).toEqual([
    'entra-kit-scim/SCIM_Update_Manager_Test',
    'entra-kit-users/User_Update_Manager_Test',
  ])
})
