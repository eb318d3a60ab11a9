// What people in the field have met of cycles and logs: each kind with its neighbours.
import { expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

const URN = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User'

async function withRoles(roles: readonly string[]): Promise<Fixture> {
  const fixture = await contoso()
  await fixture.do('create-app', { name: 'Roles', roles: roles.map((value) => ({ value })) })
  await fixture.do('set-credentials', {
    app: 'Roles',
    tenantUrl: 'https://scim.example/scim/v2',
    secretToken: 'secret',
  })
  return fixture
}

const DEFAULT = 'Default Access'
const app = { app: 'Roles' }

test.each<[string, readonly string[], readonly object[], readonly string[]]>([
  ['a person by default access', ['admin'], [{ user: 'bo', role: DEFAULT }], []],
  ['a group by default access', ['admin'], [{ group: 'Sales', role: DEFAULT }], []],
  ['both by default access', ['admin'], [{ user: 'ana', group: 'Sales', role: DEFAULT }], []],
  ['a person by a role', ['admin'], [{ user: 'bo', role: 'admin' }], ['bo']],
  ['a group by a role', ['admin'], [{ group: 'Sales', role: 'admin' }], ['Sales', 'bo', 'cy']],
  [
    'a person by both',
    ['admin'],
    [
      { user: 'bo', role: DEFAULT },
      { user: 'bo', role: 'admin' },
    ],
    ['bo'],
  ],
  [
    'a person by default access, whose group has a role',
    ['admin'],
    [
      { user: 'bo', role: DEFAULT },
      { group: 'Sales', role: 'admin' },
    ],
    ['Sales', 'bo', 'cy'],
  ],
  [
    'a person by a role, whose group has default access',
    ['admin'],
    [
      { user: 'bo', role: 'admin' },
      { group: 'Sales', role: DEFAULT },
    ],
    ['bo'],
  ],
  [
    'one of two groups by default access',
    ['admin'],
    [
      { group: 'Staff', role: DEFAULT },
      { group: 'Sales', role: 'admin' },
    ],
    ['Sales', 'bo', 'cy'],
  ],
])('who is entitled: %s', async (_what, roles, assignments, expected) => {
  const fixture = await withRoles(roles)
  for (const one of assignments) await fixture.do('assign', { ...app, ...one })
  await fixture.do('start', app)
  const { users, groups } = fixture.responder
  const names = [
    ...[...groups.values()].map(({ displayName }) => String(displayName)),
    ...[...users.values()].map(({ userName }) => String(userName).replace('@contoso.example', '')),
  ]
  expect(names.sort()).toEqual([...expected].sort())
})

async function listOfTexts(options: FixtureOptions): Promise<Fixture> {
  const fixture = await contoso(options)
  await fixture.do('add-attribute', { name: `${URN}:ids`, multiValued: true })
  await fixture.do('set-mapping', {
    target: `${URN}:ids`,
    type: 'Expression',
    source: 'Split([extensionAttribute1], ",")',
  })
  await fixture.do('assign', { user: 'ana' })
  return fixture
}

const added = (...values: readonly string[]) => `"value":[${values.map((value) => `{"value":"${value}"}`).join()}]`

test.each<[string, string, string, string | undefined]>([
  ['another one', '1,2', '3', added('3')],
  ['one more', '1,2', '1,2,3', added('3')],
  ['two more', '1', '1,2,3', added('2', '3')],
  ['one less', '1,2', '1', undefined],
  ['the same in another order', '1,2', '2,1', undefined],
  ['the same twice', '1,2', '1,2,2', undefined],
  ['the same', '1,2', '1,2', undefined],
  ['spaces about', '1,2', '1, 2 , 3', added('3')],
  ['a quotation mark within', '1', '1,a"b', '"value":[{"value":"a\\"b"}]'],
])('a list of texts is added to: %s', async (_what, before, after, expected) => {
  const fixture = await listOfTexts({})
  await fixture.do('update-user', { user: 'ana', set: { extensionAttribute1: before } })
  await fixture.do('start')
  fixture.sent()
  await fixture.do('update-user', { user: 'ana', set: { extensionAttribute1: after, jobTitle: 'Head' } })
  await fixture.advance(CYCLE)
  const [line = ''] = fixture.sent().filter((one) => one.startsWith('PATCH'))
  const operation = /\{"op":"Add","path":"urn[^"]*:ids",("value":\[.*?\}\])/.exec(line)?.[1]
  expect([line.includes('Replace'), operation]).toEqual([true, expected])
})

/** Each leads to a skipped entry, one way or another. */
test.each<[string, (fixture: Fixture) => Promise<unknown>]>([
  ['nobody is assigned', async () => {}],
  ['assigned, and blocked from the start', (fixture) => fixture.do('assign', { user: 'di' })],
  [
    'out of the scope of a filter',
    (fixture) => fixture.do('set-scoping-filter', { filter: '[department] EQUALS "X"' }),
  ],
  [
    'left out by an expression',
    (fixture) => fixture.do('set-mapping', { target: 'title', type: 'Expression', source: 'IgnoreObjectFlow' }),
  ],
  ['a group that is not assigned', (fixture) => fixture.do('create-group', { name: 'Other', members: [] })],
  ['somebody in the bin', (fixture) => fixture.do('delete-user', { user: 'eve' })],
  ['a guest', (fixture) => fixture.do('create-user', { userPrincipalName: 'g@contoso.example', displayName: 'G' })],
  [
    'a second cycle without a change',
    async (fixture) => {
      await fixture.do('start')
      await fixture.do('restart')
    },
  ],
])('what is skipped has no error information: %s', async (_what, act) => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('assign', { user: 'ana' })
  await act(fixture)
  await fixture.do('start')
  await fixture.advance(CYCLE)
  const entries = Object.values(await fixture.view('provisioning-logs'))
  const skipped = entries.filter(({ status }) => status === 'skipped')
  expect(skipped.length).toBeGreaterThan(0)
  for (const { provisioningStatusInfo } of skipped)
    expect(provisioningStatusInfo).not.toHaveProperty('errorInformation')
})

type Entry = Readonly<Record<string, Record<string, unknown>>>
const step = (entry: Entry | undefined, index: number) => {
  const steps = (entry?.provisioningSteps ?? []) as unknown as readonly Record<string, unknown>[]
  return steps[index]
}

test.each<[string, (entry: Entry | undefined) => unknown, unknown, unknown]>([
  ['the source', (entry) => entry?.sourceSystem?.displayName, 'Microsoft Entra ID', 'Azure Active Directory'],
  ['the target', (entry) => entry?.targetSystem?.displayName, 'customappsso', 'Lark'],
  [
    'the application of the target',
    (entry) =>
      (entry?.targetSystem?.details as Record<string, unknown>)?.ApplicationId ===
      '8adf8e6e-67b2-4cf2-a259-e3dc5476c621',
    true,
    false,
  ],
  ['the person', (entry) => entry?.sourceIdentity?.displayName, 'Ana Alves', 'ana@contoso.example'],
  [
    'what is said of the person',
    (entry) => Object.keys(entry?.sourceIdentity?.details ?? {}).sort(),
    ['DisplayName', 'UserPrincipalName', 'id', 'odatatype'],
    [],
  ],
  ['whoever it is at the target', (entry) => entry?.targetIdentity?.displayName, '', 'ana@contoso.example'],
  ['the second step', (entry) => step(entry, 1)?.provisioningStepType, 'matching', 'scoping'],
  ['the third step', (entry) => step(entry, 2)?.provisioningStepType, 'scoping', 'matching'],
  [
    'the words of scoping',
    (entry) =>
      Object.keys(
        ([1, 2].map((n) => step(entry, n)).find((one) => one?.provisioningStepType === 'scoping')?.details ??
          {}) as object,
      )[0],
    'Active in the source system',
    'IsActive',
  ],
  [
    'who began it',
    (entry) => entry?.initiatedBy?.displayName,
    'Azure AD Provisioning Service',
    'Azure AD Provisioning Service',
  ],
  ['the service principal', (entry) => entry?.servicePrincipal?.displayName, 'Lark', 'Lark'],
  ['what the person is', (entry) => entry?.sourceIdentity?.identityType, 'User', 'User'],
  ['the first step', (entry) => step(entry, 0)?.provisioningStepType, 'import', 'import'],
  ['the last step', (entry) => step(entry, 4)?.provisioningStepType, 'export', 'export'],
])('names of log entries, of today and of 2020: %s', async (_what, read, today, of2020) => {
  const seen = []
  for (const switches of [{}, { logNames: '2020' }]) {
    const fixture = await contoso({ preset: 'lark', switches })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    const [entry] = Object.values(await fixture.view('provisioning-logs', { source: 'ana@contoso.example' }))
    seen.push(read(entry as Entry | undefined))
  }
  expect(seen).toEqual([today, of2020])
})

const badge = `${URN}:badge`

test.each<[string, readonly [verb: string, input: object][], string | undefined]>([
  [
    'what is listed',
    [
      ['add-attribute', { name: badge }],
      ['set-mapping', { target: badge, source: 'jobTitle' }],
    ],
    undefined,
  ],
  ['what stands there is changed', [['add-attribute', { name: 'title', exactCase: true }]], undefined],
  ['a default one, away', [['remove-attribute', { name: 'userName' }]], 'is mapped'],
  ['a name in other letters', [['set-mapping', { target: 'DisplayName', source: 'displayName' }]], 'write displayName'],
  ['a type that there is not', [['add-attribute', { name: badge, type: 'Colour' }]], 'type'],
  ['nothing', [['add-attribute', { name: '' }]], 'name'],
  ['a word for yes', [['add-attribute', { name: badge, multiValued: 'yes' }]], 'multiValued'],
  [
    'what is mapped, away',
    [
      ['add-attribute', { name: badge }],
      ['set-mapping', { target: badge, source: 'jobTitle' }],
      ['remove-attribute', { name: badge }],
    ],
    'is mapped',
  ],
  ['what is not there, away', [['remove-attribute', { name: badge }]], 'has no'],
  ['a source that there is not', [['set-mapping', { target: 'title', source: 'shoeSize' }]], 'shoeSize'],
])('the attribute list: %s', async (_what, acts, problem) => {
  const fixture = await contoso()
  const done = async () => {
    for (const [verb, input] of acts) await fixture.do(verb, input)
  }
  if (problem === undefined) await expect(done()).resolves.toBeUndefined()
  else await expect(done()).rejects.toThrow(problem)
})
