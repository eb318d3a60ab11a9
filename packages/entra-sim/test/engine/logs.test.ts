import { describe, expect, test } from 'vitest'
import { renderOnDemand } from '../../src/log/on-demand-result.ts'
import { groupDelta, userDelta } from '../../src/state/delta.ts'
import { CYCLE, contoso } from './tenant-fixture.ts'

describe('provisioning logs', () => {
  test('a created user, in the shape of provisioningObjectSummary', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    const [entry] = Object.values(await fixture.view('provisioning-logs', { source: 'ana@contoso.example' }))
    expect(entry).toMatchObject({
      activityDateTime: '2026-01-05T08:00:00Z',
      provisioningAction: 'create',
      durationInMilliseconds: 0,
      provisioningStatusInfo: { status: 'success' },
      modifiedProperties: expect.arrayContaining([
        { displayName: 'userName', oldValue: null, newValue: 'ana@contoso.example' },
        { displayName: 'active', oldValue: null, newValue: 'True' },
      ]),
      servicePrincipal: { displayName: 'Lark' },
      sourceSystem: { displayName: 'Microsoft Entra ID' },
      targetSystem: { displayName: 'customappsso', details: { ApplicationId: '8adf8e6e-67b2-4cf2-a259-e3dc5476c621' } },
      initiatedBy: { displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
      sourceIdentity: {
        displayName: 'Ana Alves',
        identityType: 'User',
        details: { DisplayName: 'Ana Alves', UserPrincipalName: 'ana@contoso.example', odatatype: 'User' },
      },
      targetIdentity: { id: 'u1', identityType: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User' },
    })
    const steps = entry?.provisioningSteps as { name: string; provisioningStepType: string; status: string }[]
    expect(steps.map(({ name, provisioningStepType, status }) => `${name} ${provisioningStepType} ${status}`)).toEqual([
      'EntryImportAdd import success',
      'EntryImport matching success',
      'EntrySynchronizationScoping scoping success',
      'EntrySynchronizationAdd processing success',
      'EntryExportAdd export success',
    ])
  })

  test('everybody considered has an entry, skips included, with the reason', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    const entries = Object.values(await fixture.view('provisioning-logs'))
    const skipped = entries.filter(({ status }) => status === 'skipped')
    expect(entries).toHaveLength(7)
    expect(skipped.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => 'NotEffectivelyEntitled'))
    expect(JSON.stringify(skipped[0])).toContain(
      'Skip reason = NotEffectivelyEntitled, Active = True, Assigned = False',
    )
  })

  test('an update shows old and new values', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
    await fixture.advance(CYCLE)
    const [entry] = Object.values(await fixture.view('provisioning-logs', { cycle: 'last' }))
    expect(entry).toMatchObject({
      action: 'update',
      modifiedProperties: [{ displayName: 'title', oldValue: 'Engineer', newValue: 'Director' }],
    })
  })

  test('the names of 2020 are a switch', async () => {
    const fixture = await contoso({ preset: 'lark', switches: { logNames: '2020' } })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    const [entry] = Object.values(await fixture.view('provisioning-logs'))
    expect(entry).toMatchObject({
      sourceSystem: { displayName: 'Azure Active Directory' },
      targetSystem: { displayName: 'Lark' },
      sourceIdentity: { displayName: 'ana@contoso.example', details: {} },
      targetIdentity: { displayName: 'ana@contoso.example' },
    })
    const steps = (entry?.provisioningSteps ?? []) as { provisioningStepType: string; details: object }[]
    expect(steps.map((one) => one.provisioningStepType).slice(0, 3)).toEqual(['import', 'scoping', 'matching'])
    expect(steps[1]?.details).toHaveProperty('IsActive', 'True')
  })

  test('what provision on demand answers is two texts of JSON', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    await fixture.do('provision-on-demand', { user: 'ana' })
    const record = fixture.tenant.logs.provisioning.recent().at(-1)?.entry
    if (!record) throw new Error('Nothing was recorded.')
    const { key, value } = renderOnDemand(record, fixture.tenant.view)
    expect(JSON.parse(key)).toMatchObject({ result: 'Skipped', details: { errorCode: 'RedundantExport' } })
    expect(JSON.parse(value)).toMatchObject({ action: 'Other', targetSystem: { name: 'customappsso' } })
  })
})

test('a group that is gone in the source is named in the log of its deletion', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('assign', { group: 'Sales' })
  await fixture.do('start')
  await fixture.do('delete-group', { group: 'Sales' })
  await fixture.advance(CYCLE)
  const entries = Object.values(await fixture.view('provisioning-logs', { cycle: 'last' }))
  expect(entries.find(({ action }) => action === 'delete')).toMatchObject({
    sourceIdentity: { displayName: 'Sales' },
    targetIdentity: { displayName: '' },
  })
})

test('the status counts, and the entry count never shrinks', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('assign', { group: 'Sales' })
  await fixture.do('start')
  await fixture.do('delete-user', { user: 'bo' })
  await fixture.advance(CYCLE)
  await fixture.do('purge-user', { user: 'bo' })
  await fixture.advance(CYCLE)
  expect(fixture.responder.users.size).toBe(1)
  expect(await fixture.view('job')).toMatchObject({
    Lark: {
      state: 'Active',
      nextCycleAt: '2026-01-05T10:00:00Z',
      status: {
        code: 'Active',
        countSuccessiveCompleteFailures: 0,
        steadyStateFirstAchievedTime: '2026-01-05T08:00:00Z',
        steadyStateLastAchievedTime: '2026-01-05T09:20:00Z',
        synchronizedEntryCountByType: [
          { key: 'User', value: 2 },
          { key: 'Group', value: 1 },
        ],
        lastExecution: { state: 'Succeeded', countExported: 1, timeBegan: '2026-01-05T09:20:00Z' },
      },
    },
  })
})

test('the audit log names what administrators did', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('assign', { user: 'ana' })
  await fixture.do('start')
  await fixture.do('restart')
  await fixture.do('stop')
  const entries = Object.values(await fixture.view('audit-logs'))
  expect(entries.map(({ service, category }) => `${service}: ${category}`).slice(0, 5)).toEqual([
    'Core Directory: ApplicationManagement',
    'Account Provisioning: ProvisioningManagement',
    'Account Provisioning: ProvisioningManagement',
    'Account Provisioning: ProvisioningManagement',
    'Core Directory: UserManagement',
  ])
  expect(entries.map(({ activity }) => activity)).toEqual([
    'Add application',
    'Add provisioning configuration',
    'Update provisioning setting or credentials',
    'Update attribute mappings or scope',
    'Add app role assignment',
    'Enable/start provisioning configuration',
    'Enable/restart provisioning configuration',
    'Disable/pause provisioning configuration',
  ])
})

describe('delta over the change log', () => {
  test('tells what became of users and groups since a position', async () => {
    const fixture = await contoso()
    const { view } = fixture.tenant
    const first = userDelta(view, 0)
    expect(first.changed).toHaveLength(5)
    expect(groupDelta(view, 0).changed.map(({ group, members }) => [group.displayName, members.length])).toEqual([
      ['Sales', 2],
      ['Staff', 2],
    ])
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
    await fixture.do('delete-user', { user: 'bo' })
    await fixture.do('purge-user', { user: 'cy' })
    await fixture.do('remove-member', { group: 'Staff', user: 'ana' })
    const users = userDelta(view, first.position)
    expect(users.changed.map(({ key }) => key)).toEqual(['ana'])
    expect(users.removed.map(({ reason }) => reason)).toEqual(['changed', 'deleted'])
    const groups = groupDelta(view, first.position)
    expect(
      groups.changed.map(({ group, members }) => [group.displayName, members.map(({ isRemoved }) => isRemoved)]),
    ).toEqual([
      ['Sales', [true]],
      ['Staff', [true]],
    ])
    expect(userDelta(view, users.position)).toEqual({ changed: [], removed: [], position: users.position })
  })
})

describe('codes that come from the source, before anything is written', () => {
  const row = (target: string, source: string) => ({ target, type: 'Expression', source })
  test.each<[string, object[], object, string]>([
    [
      'no value of any matching attribute',
      [
        { target: 'externalId', source: 'employeeId', matchingPriority: 1 },
        { target: 'userName', source: 'userPrincipalName', matchingPriority: 0 },
      ],
      { employeeId: null },
      'skipped ImportSkipped',
    ],
    [
      'an expression that leaves the object out',
      [row('title', 'IgnoreObjectFlow')],
      {},
      'skipped EntrySynchronizationSkipped',
    ],
    [
      'a required attribute without a value',
      [
        { target: 'externalId', source: 'objectId', matchingPriority: 1 },
        { target: 'userName', source: 'mobile', matchingPriority: 0 },
      ],
      {},
      'failure MissingValues',
    ],
    [
      'several values for one',
      [{ target: 'title', source: 'otherMails' }],
      { otherMails: ['a@x.test', 'b@x.test'] },
      'failure SchemaPropertyCanOnlyAcceptValue',
    ],
    ['a function that fails', [row('title', 'DateDiff("Day", "no date", "neither")')], {}, 'failure InternalError'],
  ])('%s', async (_what, rows, set, expected) => {
    const fixture = await contoso({ preset: 'lark' })
    for (const one of rows) await fixture.do('set-mapping', one)
    await fixture.do('update-user', { user: 'ana', set })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    const entries = Object.values(await fixture.view('provisioning-logs', { source: 'ana@contoso.example' }))
    expect(entries.map(({ status, code }) => `${status} ${code}`)).toEqual([expected])
    expect(fixture.responder.users.size).toBe(0)
  })

  test('a skip that has no code of its own in the log is an EntrySynchronizationSkipped', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('set-scoping-filter', { filter: '[department] EQUALS "Sales"' })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    const [entry] = Object.values(await fixture.view('provisioning-logs', { source: 'ana@contoso.example' }))
    expect(entry).toMatchObject({ code: 'OutOfScope', provisioningStatusInfo: { status: 'skipped' } })
    expect(JSON.stringify(entry)).toContain('EntrySynchronizationSkipped')
  })
})
