import { describe, expect, test } from 'vitest'
import { company, enterprise, START, user } from './company.ts'

describe('the sync log', () => {
  test('C01: every object has a line with old and new values, associated objects and the exchange', async () => {
    const { see, source } = company()
    const entra = await source()
    const first = await entra.create(
      user('ana@contoso.example', { title: 'Clerk', ...enterprise({ department: 'Sales' }) }),
    )
    const { id } = first.body
    const patched = await entra.patch(id, { op: 'replace', path: 'title', value: 'Boss' })
    await entra.create({ ...user('bo@contoso.example'), displayName: undefined })
    await entra.send('delete', `/Users/${id}`)
    const lines = Object.values(await see('sync-log'))
    expect(lines.map(({ object, action, name, result }) => [object, action, name, result])).toEqual([
      ['department', 'created', 'Sales', 'success'],
      ['job title', 'created', 'Clerk', 'success'],
      ['member', 'created', 'ana@contoso.example', 'success'],
      ['job title', 'created', 'Boss', 'success'],
      ['member', 'changed', 'ana@contoso.example', 'success'],
      ['member', 'refused', 'bo@contoso.example', 'failure'],
      ['member', 'deactivated', 'ana@contoso.example', 'success'],
    ])
    expect(lines[4]).toMatchObject({
      attributes: [{ attribute: 'JobTitleID', scim: 'title', old: 'Clerk', new: 'Boss' }],
      department: 'Sales',
      jobTitle: 'Boss',
      objectId: id,
      exchange: patched.headers['x-request-id'],
    })
    expect(lines[5]).toMatchObject({ reason: expect.stringContaining('displayName'), objectId: null })
    expect(Object.keys(await see('sync-log', { after: 5 }))).toEqual(['6', '7'])
    expect(Object.keys(await see('sync-log', { after: 7 }))).toEqual([])
  })

  test('C01: the lines of a time, both ends with it', async () => {
    const { see, advance, source } = company()
    const entra = await source()
    await entra.create(user('ana@contoso.example'))
    await advance('1h')
    await entra.create(user('bo@contoso.example'))
    await advance('1h')
    await entra.create(user('cy@contoso.example'))
    const names = async (query: object) => Object.values(await see('sync-log', query)).map(({ name }) => name)
    const [first, second] = Object.values(await see('sync-log')).map(({ at }) => String(at))
    expect(await names({ start: second })).toEqual(['bo@contoso.example', 'cy@contoso.example'])
    expect(await names({ end: second })).toEqual(['ana@contoso.example', 'bo@contoso.example'])
    expect(await names({ start: first, end: first })).toEqual(['ana@contoso.example'])
    expect(await names({ start: second, limit: 1 })).toEqual(['cy@contoso.example'])
    await expect(see('sync-log', { start: 'noon' })).rejects.toThrow('start: "noon" is no time')
  })

  test('C01: a request that changes nothing writes no line', async () => {
    const { see, source } = company()
    const entra = await source()
    const { id } = (await entra.create(user('ana@contoso.example'))).body
    await entra.patch(id, { op: 'replace', path: 'displayName', value: 'ana' })
    expect(Object.keys(await see('sync-log'))).toHaveLength(1)
  })
})

describe('the admin log', () => {
  test("C02: holds the page's event types with the administrator who acted, and can be filtered", async () => {
    const { act, see, advance, source } = company()
    await act('add-administrator', { name: 'Bo', email: 'bo@contoso.example', permissions: ['Directory Sync'] })
    const { id } = await source()
    await advance('1h')
    await act('edit-sync-source', { source: id, set: { memberDeletionRule: 'delete' }, as: 'bo@contoso.example' })
    await act('refresh-token', { source: id })
    await act('deactivate-sync-source', { source: id })
    await advance('1h')
    await act('activate-sync-source', { source: id })
    await act('delete-sync-source', { source: id })
    const types = async (query = {}) => Object.values(await see('admin-log', query)).map(({ eventType }) => eventType)
    const activation = 'Activate/Deactivate or Stop Sync Settings'
    const edit = 'Edit sync configurations'
    expect(await types()).toEqual(['Add sync source', edit, edit, activation, activation, 'Delete sync source'])
    expect(await types({ eventType: activation })).toEqual([activation, activation])
    expect(await types({ administrator: 'bo@contoso.example' })).toEqual([edit])
    expect(await types({ start: '2026-01-05T10:00:00Z' })).toEqual([activation, 'Delete sync source'])
    expect(await types({ end: '2026-01-05T08:30:00Z' })).toEqual(['Add sync source'])
    const [, edited] = Object.values(await see('admin-log'))
    expect(edited).toMatchObject({
      category: 'Settings > Organization Data Sync',
      details: { before: { memberDeletionRule: 'deactivate' }, after: { memberDeletionRule: 'delete' } },
    })
  })
})

describe('data sources', () => {
  test('C03: members, departments and fields say whether they come from SCIM or from the console', async () => {
    const { act, see, source } = company()
    await act('add-member', { name: 'Bo', email: 'bo@contoso.example', department: 'Sales' })
    const before = await see('fields')
    expect(Object.values(before).every(({ dataSource }) => dataSource === 'Lark Admin Console')).toBe(true)
    const jumpcloud = await source({ kind: 'JumpCloud' })
    await jumpcloud.create(user('ana@contoso.example', { title: 'Boss', ...enterprise({ department: 'R&D' }) }))
    expect(await see('members')).toMatchObject({
      'bo@contoso.example': { dataSource: 'Lark Admin Console', source: null },
      'ana@contoso.example': { dataSource: 'SCIM', source: 'Lark & JumpCloud Sync App' },
    })
    expect(await see('departments')).toMatchObject({
      Sales: { dataSource: 'Lark Admin Console' },
      'R&D': { dataSource: 'SCIM' },
    })
    expect(await see('fields')).toMatchObject({
      JobTitleID: { dataSource: 'SCIM', source: 'Lark & JumpCloud Sync App' },
      Mobile: { dataSource: 'Lark Admin Console', source: null },
    })
  })
})

test('C03: each field of a member says who has written it last: a sync, an administrator, or the member', async () => {
  const { act, see, source } = company()
  const sources = async () => Object.values(await see('members'))[0]?.fieldSources
  await act('add-member', { name: 'Ana', email: 'ana@contoso.example', mobile: '+49 1', department: 'Sales' })
  const [byHand, synced, own] = ['Lark Admin Console', 'SCIM', 'Member']
  expect(await sources()).toEqual({ status: byHand, name: byHand, email: byHand, mobile: byHand, department: byHand })
  const entra = await source()
  const { body } = await entra.create(user('ana@contoso.example', { title: 'Boss' }))
  const taken = { externalID: synced, email: synced, name: synced, jobTitle: synced, status: synced }
  expect(await sources()).toEqual({ ...taken, mobile: byHand, department: byHand })
  await act('edit-member', { member: 'ana@contoso.example', set: { jobTitle: 'Chief', anotherName: 'A.' } })
  expect(await sources()).toMatchObject({ jobTitle: byHand, anotherName: byHand, name: synced, status: synced })
  await act('edit-own-name', { member: 'ana@contoso.example', name: 'Ana the Great' })
  expect(await see('members')).toMatchObject({ 'ana@contoso.example': { name: 'Ana the Great', dataSource: synced } })
  expect(await sources()).toMatchObject({ name: own, jobTitle: byHand })
  // The next write of the sync assigns all that it has ever assigned.
  await entra.patch(body.id, { op: 'replace', path: 'active', value: false })
  expect(await sources()).toEqual({ ...taken, mobile: byHand, department: byHand, anotherName: byHand })
})

test('C03: an inactive member whose title is changed by hand stays inactive', async () => {
  const { act, see } = company()
  await act('add-member', { name: 'Ana', email: 'ana@contoso.example', status: 'Inactive' })
  await act('edit-member', { member: 'ana@contoso.example', set: { jobTitle: 'Boss' } })
  expect(await see('members')).toMatchObject({ 'ana@contoso.example': { status: 'Inactive', jobTitle: 'Boss' } })
})

test('C03: whoever is no active member changes no name', async () => {
  const { act, see } = company()
  await act('add-member', { name: 'Ana', email: 'ana@contoso.example' })
  await expect(act('edit-own-name', { member: 'bo@contoso.example', name: 'Bo' })).rejects.toThrow('There is no member')
  await act('edit-member', { member: 'ana@contoso.example', set: { status: 'Inactive' } })
  await expect(act('edit-own-name', { member: 'ana@contoso.example', name: 'A' })).rejects.toThrow('is inactive')
  expect(await see('members')).toMatchObject({
    'ana@contoso.example': { name: 'Ana', fieldSources: expect.anything() },
  })
})

test('C04: the pages show a notice of what a sync changed, until it is dismissed', async () => {
  const { act, see, source } = company()
  const entra = await source()
  await entra.create(user('ana@contoso.example', { title: 'Boss' }))
  await entra.create(user('bo@contoso.example'))
  await entra.send('post', '/Groups', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    displayName: 'Sales',
  })
  expect(await see('notices')).toMatchObject({
    'Members and Departments': {
      counts: { 'members created': 2, 'job titles created': 1 },
      text: '1 job title created, 2 members created',
    },
    'User Groups': { counts: { 'user groups created': 1 }, text: '1 user group created' },
    'Field Management': { counts: { 'fields synchronized': 4 } },
  })
  await act('dismiss-notice', { page: 'Members and Departments' })
  expect(Object.keys(await see('notices')).sort()).toEqual(['Field Management', 'User Groups'])
})

test('C05: the card shows kind, status, last sync and counts', async () => {
  const { see, advance, source } = company()
  const entra = await source()
  expect(Object.values(await see('sync-sources'))).toMatchObject([{ lastSync: null }])
  await advance('1h')
  const { id } = (await entra.create(user('ana@contoso.example', enterprise({ department: 'R&D' })))).body
  await entra.create(user('bo@contoso.example'))
  await entra.patch(id, { op: 'replace', path: 'active', value: false })
  await advance('1h')
  await entra.send('get', '/Users')
  expect(Object.values(await see('sync-sources'))).toMatchObject([
    {
      kind: 'Entra ID',
      status: 'active',
      lastSync: new Date(START + 7_200_000).toISOString().replace('.000', ''),
      counts: { activeMembers: 1, inactiveMembers: 1, departments: 1, userGroups: 0, succeeded: 3, failed: 0 },
    },
  ])
})
