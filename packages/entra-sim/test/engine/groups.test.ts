import { Relation } from '@scimulator/shared/program'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { CYCLE, contoso, type Fixture } from './tenant-fixture.ts'

const short = (lines: readonly string[]) =>
  lines.map((line) => line.replace('"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],', '')).slice(1)

async function salesProvisioned(suffix = ''): Promise<Fixture> {
  const fixture = await contoso({ suffix, preset: 'lark' })
  await fixture.do('assign', { group: 'Sales' })
  await fixture.do('start')
  fixture.sent()
  return fixture
}

const membersOf = (fixture: Fixture, id = 'g1') =>
  ((fixture.responder.groups.get(id)?.members ?? []) as { value: string }[]).map(({ value }) => value).sort()

describe.each([
  {
    suffix: '',
    remove: '{"op":"Remove","path":"members","value":[{"value":"u1"}]}',
    active: '"Replace","path":"active","value":"False"',
  },
  {
    suffix: '?aadOptscim062020',
    remove: '{"op":"remove","path":"members[value eq \\"u1\\"]"}',
    active: '"replace","path":"active","value":false',
  },
])('groups with the tenant URL suffix "$suffix"', ({ suffix, remove, active }) => {
  test('a member whose only access it was is disabled, then removed from the group', async () => {
    const fixture = await salesProvisioned(suffix)
    const [name] = [...fixture.responder.users.values()].map(({ userName }) => String(userName))
    await fixture.do('remove-member', { group: 'Sales', user: name })
    await fixture.advance(CYCLE)
    expect(short(fixture.sent())).toEqual([
      'GET /Users/u1',
      `PATCH /Users/u1 {"Operations":[{"op":${active}}]}`,
      'GET /Groups/g1?excludedAttributes=members',
      `PATCH /Groups/g1 {"Operations":[${remove}]}`,
    ])
    await fixture.do('add-member', { group: 'Sales', user: name })
    await fixture.advance(CYCLE)
    expect(membersOf(fixture)).toEqual(['u1', 'u2'])
  })
})

test('a cycle after one membership lists the members of no group, and one after a new name neither', async () => {
  const fixture = await salesProvisioned()
  const { id = '' } = [...fixture.tenant.view.groups.values()].find(({ displayName }) => displayName === 'Sales') ?? {}
  const name = String([...fixture.responder.users.values()][0]?.userName)
  await fixture.do('remove-member', { group: 'Sales', user: name })
  const listed = watchListing(id)
  await fixture.advance(CYCLE)
  await fixture.do('rename-group', { group: 'Sales', name: 'Sales of today' })
  await fixture.advance(CYCLE)
  expect(listed()).toBe(0)
  expect(fixture.sent().at(-1)).toContain('Sales of today')
})

/** How often somebody goes through the members of a group, instead of asking for one. */
function watchListing(groupId: string): () => number {
  onTestFinished(() => void vi.restoreAllMocks())
  let listed = 0
  const original = Relation.prototype.rightsOf
  vi.spyOn(Relation.prototype, 'rightsOf').mockImplementation(function (this: Relation, left) {
    const rights = original.call(this, left)
    if (left !== groupId) return rights
    const watched = new Set(rights)
    watched[Symbol.iterator] = () => {
      listed += 1
      return rights.values() as ReturnType<typeof watched.values>
    }
    return watched
  })
  return () => listed
}

test('an unassigned group: its users are disabled first, then it is read and deleted', async () => {
  const fixture = await salesProvisioned()
  await fixture.do('unassign', { group: 'Sales' })
  await fixture.advance(CYCLE)
  expect(short(fixture.sent()).map((line) => line.replace(/ \{.*/, ''))).toEqual([
    'GET /Users/u1',
    'PATCH /Users/u1',
    'GET /Users/u2',
    'PATCH /Users/u2',
    'GET /Groups/g1?excludedAttributes=members',
    'DELETE /Groups/g1',
  ])
  await fixture.do('assign', { group: 'Sales' })
  await fixture.advance(CYCLE)
  expect(fixture.sent().filter((line) => line.startsWith('POST'))).toHaveLength(1)
  expect(membersOf(fixture)).toEqual(['u1', 'u2'])
})

test('a deleted group is deleted without one remove per member', async () => {
  const fixture = await salesProvisioned()
  await fixture.do('delete-group', { group: 'Sales' })
  await fixture.advance(CYCLE)
  const writes = fixture
    .sent()
    .filter((line) => !line.startsWith('GET'))
    .map((line) => line.replace(/ \{.*/, ''))
  expect(writes).toEqual(['PATCH /Users/u1', 'PATCH /Users/u2', 'DELETE /Groups/g1'])
})

test('a renamed group is renamed by its id', async () => {
  const fixture = await salesProvisioned()
  await fixture.do('rename-group', { group: 'Sales', name: 'Sales EMEA' })
  await fixture.advance(CYCLE)
  expect(short(fixture.sent())).toEqual([
    'GET /Groups/g1?excludedAttributes=members',
    'PATCH /Groups/g1 {"Operations":[{"op":"Replace","path":"displayName","value":"Sales EMEA"}]}',
  ])
})

test('a member who comes into scope later is missing until a restart', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('set-scoping-filter', { groups: [[{ attribute: 'country', operator: 'EQUALS', value: 'NO' }]] })
  await fixture.do('update-user', { user: 'cy', set: { country: 'SE' } })
  await fixture.do('assign', { group: 'Sales' })
  await fixture.do('start')
  expect(membersOf(fixture)).toHaveLength(1)
  const warnings = Object.values(await fixture.view('provisioning-logs', { source: 'Sales' }))
  expect(warnings).toContainEqual(
    expect.objectContaining({ status: 'warning', code: 'UnableToResolveReferenceAttributeValue' }),
  )
  await fixture.do('update-user', { user: 'cy', set: { country: 'NO' } })
  await fixture.advance(CYCLE)
  expect(fixture.responder.users.size).toBe(2)
  expect(membersOf(fixture)).toHaveLength(1)
  await fixture.do('restart')
  expect(membersOf(fixture)).toHaveLength(2)
})

test('nested groups are not followed; a nested group that is provisioned is a member itself', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('assign', { group: 'Staff' })
  await fixture.do('start')
  expect([...fixture.responder.users.values()].map(({ userName }) => userName)).toEqual(['ana@contoso.example'])
  await fixture.do('assign', { group: 'Sales' })
  await fixture.do('restart')
  const staff = [...fixture.responder.groups.values()].find(({ displayName }) => displayName === 'Staff')
  expect(membersOf(fixture, staff?.id)).toHaveLength(2)
})

test('a dynamic group follows its rule, and leaving it deprovisions', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('create-group', {
    name: 'Dyn',
    membershipRule: 'user.department -eq "Sales" -and user.accountEnabled -eq true',
  })
  await fixture.do('assign', { group: 'Dyn' })
  await fixture.do('start')
  expect([...fixture.responder.users.values()].map(({ userName }) => userName).sort()).toEqual([
    'bo@contoso.example',
    'cy@contoso.example',
  ])
  await fixture.do('update-user', { user: 'bo', set: { department: 'R&D' } })
  await fixture.advance(CYCLE)
  const active = [...fixture.responder.users.values()].map(({ userName, active }) => [userName, active]).sort()
  expect(active).toEqual([
    ['bo@contoso.example', false],
    ['cy@contoso.example', true],
  ])
})

test.each<[string, object]>([
  ['and groups are provisioned', {}],
  ['and groups are not provisioned', { objectType: 'Group', enabled: false }],
])('a Microsoft 365 group that is restored entitles its members again, %s', async (_what, off) => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('create-group', { name: 'Team', type: 'microsoft365', members: ['ana', 'eve'] })
  await fixture.do('assign', { group: 'Team' })
  if ('enabled' in off) await fixture.do('set-object-actions', off)
  await fixture.do('start')
  const seen = () => [...fixture.responder.users.values()].map(({ active }) => active)
  expect(seen()).toEqual([true, true])
  await fixture.do('delete-group', { group: 'Team' })
  await fixture.advance(CYCLE)
  expect(seen()).toEqual([false, false])
  await fixture.do('restore-group', { group: 'Team' })
  await fixture.do('rename-group', { group: 'Team', name: 'Crew' })
  await fixture.advance(CYCLE)
  expect(seen()).toEqual([true, true])
  const groups = [...fixture.responder.groups.values()].map(({ displayName, members }) => [displayName, members])
  expect(groups).toEqual('enabled' in off ? [] : [['Crew', [{ value: 'u1' }, { value: 'u2' }]]])
})

test('a group that is not security-enabled entitles nobody', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('create-group', { name: 'Mail', type: 'microsoft365', securityEnabled: false, members: ['ana'] })
  await fixture.do('assign', { group: 'Mail' })
  await fixture.do('start')
  expect(fixture.responder.users.size).toBe(0)
})

test('a soft delete and restore keeps the membership as the target has it', async () => {
  const fixture = await salesProvisioned()
  await fixture.do('delete-user', { user: 'bo' })
  await fixture.advance(CYCLE)
  await fixture.do('restore-user', { user: 'bo' })
  await fixture.advance(CYCLE)
  expect(fixture.sent().some((line) => line.startsWith('PATCH /Groups'))).toBe(false)
})

test('a guest is known by his address, without the mark of guests', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('create-user', { userPrincipalName: 'gus@partner.com', displayName: 'Gus', userType: 'Guest' })
  await fixture.do('assign', { user: 'Gus' })
  await fixture.do('start')
  expect([...fixture.responder.users.values()][0]?.userName).toBe('gus@partner.com')
})
