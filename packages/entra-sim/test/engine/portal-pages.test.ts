// What the portal's pages read and save as a whole: the page Attribute Mapping, the list of apps, credentials that are not saved yet.
import { beforeEach, expect, test } from 'vitest'
import { credentialSecrets } from '../../src/verbs/set-credentials.ts'
import { BASE, contoso, type Fixture } from './tenant-fixture.ts'

let fixture: Fixture

beforeEach(async () => {
  fixture = await contoso()
})

interface Row {
  readonly target: string
}

async function rowsOf(objectType: string): Promise<readonly Row[]> {
  return ((await fixture.view('object-mappings'))[objectType]?.rows ?? []) as readonly Row[]
}

async function updatesOfMappings(): Promise<number> {
  const log = Object.values(await fixture.view('audit-logs'))
  return log.filter(({ activity }) => activity === 'Update attribute mappings or scope').length
}

test('what the view shows can be saved as it is, and comes out as it was', async () => {
  const before = await fixture.view('object-mappings')
  for (const objectType of ['User', 'Group'])
    await fixture.do('save-mappings', { objectType, ...saved(before[objectType]) })
  expect(await fixture.view('object-mappings')).toEqual(before)
  expect(before.User).toMatchObject({
    name: 'Provision Microsoft Entra ID Users',
    actions: ['Create', 'Update', 'Delete'],
    scope: [],
    scopeText: '',
  })
  expect(before.User?.rows).toContainEqual({
    target: 'active',
    type: 'Expression',
    source: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
    matchingPriority: 0,
    defaultValue: '',
    apply: 'Always',
  })
})

function saved(mapping: Record<string, unknown> | undefined): object {
  const { rows, enabled, actions, scope } = mapping ?? {}
  return { rows, enabled, actions, scope }
}

test('rows, actions and scope are saved in one act, with one entry in the audit log', async () => {
  const before = await updatesOfMappings()
  const rows = (await rowsOf('User')).filter(({ target }) => target !== 'preferredLanguage')
  const more = { target: 'userType', type: 'Direct', source: 'employeeType' }
  const scope = [{ title: 'Sales', clauses: [{ attribute: 'department', operator: 'EQUALS', value: 'Sales' }] }]
  await fixture.do('save-mappings', { rows: [...rows, more], actions: ['Create', 'Update'], scope })
  const after = (await fixture.view('object-mappings')).User
  expect(after).toMatchObject({
    actions: ['Create', 'Update'],
    scope,
    scopeText: '[department] EQUALS "Sales"',
  })
  expect((await rowsOf('User')).map(({ target }) => target)).toEqual([...rows.map(({ target }) => target), 'userType'])
  expect(await updatesOfMappings()).toBe(before + 1)
})

test.each([
  ['an expression that does not parse', { type: 'Expression', source: 'Switch(', target: 'nickName' }, /Switch/],
  ['a row of no attribute', { type: 'Direct', target: 'nickName', source: '' }, /name no attribute/],
  ['a row without a source', { type: 'Direct', target: 'nickName' }, /needs a source/],
  ['a target in another case', { type: 'Direct', source: 'mail', target: 'nickname' }, /write nickName/],
  ['a target that has a row', { type: 'Direct', source: 'mail', target: 'title' }, /title is mapped twice/],
])('with %s nothing of it is saved', async (_what, row, message) => {
  const before = await fixture.view('object-mappings')
  const rows = [...(await rowsOf('User')), row]
  await expect(fixture.do('save-mappings', { rows, actions: ['Create'] })).rejects.toThrow(message)
  expect(await fixture.view('object-mappings')).toEqual(before)
})

test('the mapping of groups can be switched off, that of users cannot', async () => {
  await fixture.do('save-mappings', { objectType: 'Group', enabled: false })
  expect((await fixture.view('object-mappings')).Group?.enabled).toBe(false)
  await expect(fixture.do('save-mappings', { enabled: false })).rejects.toThrow('cannot be switched off')
})

test('attributes are listed for the object that is mapped, those that a mapping has added as well', async () => {
  const source = await fixture.view('source-attributes')
  expect(source.employeeType).toMatchObject({ type: 'String', multivalued: false })
  expect(await fixture.view('source-attributes', { objectType: 'Group' })).not.toHaveProperty('employeeType')
  expect((await fixture.view('target-attributes')).id).toMatchObject({ readOnly: true })
  await fixture.do('add-mapping', { target: 'urn:example:badge', source: 'employeeId' })
  expect(await fixture.view('target-attributes')).toHaveProperty('urn:example:badge')
})

test('an app is listed with what has become of its provisioning, until it is deleted', async () => {
  await fixture.do('assign', { user: 'ana' })
  expect((await fixture.view('applications')).Lark).toMatchObject({
    name: 'Lark',
    assigned: 1,
    links: 0,
    roles: ['User', 'msiam_access'],
    provisioning: 'Paused',
  })
  await fixture.do('create-app', { name: 'Other' })
  expect((await fixture.view('applications')).Other).toMatchObject({ provisioning: 'NotConfigured', links: 0 })
  await fixture.do('start', { app: 'Lark' })
  expect((await fixture.view('applications')).Lark).toMatchObject({ provisioning: 'Active', links: 1 })
  await fixture.do('delete-app', { app: 'Lark' })
  expect(Object.keys(await fixture.view('applications'))).toEqual(['Other'])
  expect(await fixture.view('assignments')).toEqual({})
})

test('who is assigned through a group is told where it is asked', async () => {
  await fixture.do('create-group', { name: 'Night', members: ['ana', 'bo'] })
  await fixture.do('create-group', { name: 'Letters', type: 'microsoft365', securityEnabled: false, members: ['ana'] })
  await fixture.do('assign', { user: 'ana', groups: ['Night', 'Letters'] })
  expect(Object.keys(await fixture.view('assignments', { app: 'Lark' }))).toHaveLength(3)
  const all = await fixture.view('assignments', { app: 'Lark', members: 'yes' })
  const through = Object.entries(all).filter(([, { viaGroup }]) => viaGroup !== undefined)
  expect(through.map(([key]) => key)).toEqual(['ana@contoso.example via Night', 'bo@contoso.example via Night'])
  expect(through[1]?.[1]).toMatchObject({ principalType: 'User', role: 'User', app: 'Lark', viaGroup: 'Night' })
  await expect(fixture.view('assignments', { app: 'Other' })).rejects.toThrow('There is no app "Other"')
})

test('credentials are tested before they are saved, and the token that is saved stays where none is given', async () => {
  const wrong = { tenantUrl: 'https://scim.example/elsewhere', secretToken: 'other' }
  await expect(fixture.do('test-connection', wrong)).rejects.toThrow('404')
  expect((await fixture.view('job')).Lark).toMatchObject({ settings: { baseAddress: BASE } })
  await expect(fixture.do('test-connection')).resolves.toEqual({ connected: true })
  await fixture.do('set-credentials', { tenantUrl: `${BASE}?aadOptscim062020` })
  await expect(fixture.do('test-connection')).resolves.toEqual({ connected: true })
})

test('users are listed with those in the bin, without them, or those alone', async () => {
  await fixture.do('delete-user', { user: 'bo' })
  const all = Object.keys(await fixture.view('users')).length
  const live = Object.keys(await fixture.view('users', { deleted: 'no' })).length
  const deleted = Object.values(await fixture.view('users', { deleted: 'yes' }))
  expect([all - live, deleted.map(({ key }) => key)]).toEqual([1, ['bo']])
})

test('the sign-in that is saved stays where a tenant URL comes alone, and goes where another comes', () => {
  const saved = [
    { key: 'BaseAddress', value: 'https://one.example' },
    { key: 'SecretToken', value: 'secret' },
  ]
  const url = { key: 'BaseAddress', value: 'https://two.example' }
  expect(credentialSecrets(saved, { tenantUrl: url.value })).toEqual([saved[1], url])
  const empty = credentialSecrets(saved, { tenantUrl: url.value, secretToken: '' })
  expect(empty).toEqual([url, { key: 'SecretToken', value: '' }])
})

test('the operators of scoping filters are listed, with those that take no value', async () => {
  const operators = await fixture.view('operators')
  expect(Object.keys(operators)).toHaveLength(14)
  expect([operators.EQUALS?.takesValue, operators['IS NULL']?.takesValue]).toEqual([true, false])
})

test('an expression is tried with a user, part by part, and nothing comes of it', async () => {
  fixture.sent()
  const expression = 'Append(ToUpper([department]), "-X")'
  expect(await fixture.do('evaluate-expression', { expression, user: 'bo' })).toMatchObject({
    outcome: 'value',
    values: ['SALES-X'],
    reason: null,
    parts: [
      { depth: 0, values: ['SALES-X'] },
      { text: 'ToUpper([department])', depth: 1, values: ['SALES'] },
      { text: '[department]', depth: 2, values: ['Sales'] },
      { depth: 1, values: ['-X'] },
    ],
  })
  expect(await fixture.do('evaluate-expression', { expression: '[department]' })).toMatchObject({ values: [] })
  await expect(fixture.do('evaluate-expression', { expression: 'Append(' })).rejects.toThrow('^')
  expect(fixture.sent()).toEqual([])
  const { Append, Error: failing } = await fixture.view('functions')
  expect(Append).toEqual({
    name: 'Append',
    signature: 'Append(source, suffix)',
    describes: 'Puts a text behind another.',
    example: { expression: 'Append("anna", "@contoso.com")', result: 'anna@contoso.com' },
  })
  expect(failing).toMatchObject({ example: { expression: 'Error("nobody may get here")' } })
})

test('an expression is tried with values that somebody types', async () => {
  const values = { department: 'Sales', accountEnabled: false }
  const expression = 'Append(ToUpper([department]), [accountEnabled])'
  expect(await fixture.do('evaluate-expression', { expression, values })).toMatchObject({ values: ['SALESFalse'] })
  const both = { expression: '[department]', user: 'bo', values }
  await expect(fixture.do('evaluate-expression', both)).rejects.toThrow('not both')
})

test('groups tell how many are in them, with and without their names', async () => {
  await fixture.do('delete-user', { user: 'ana' })
  const { Sales } = await fixture.view('groups')
  const { memberCount, members } = Sales ?? {}
  expect([members].flat()).toHaveLength(Number(memberCount))
  expect(members).not.toContain('ana@contoso.example')
  const without = await fixture.view('groups', { members: 'none' })
  expect(without.Sales).toMatchObject({ memberCount, members: [] })
})

test('users can be asked for by whether they are blocked, in the bin, or assigned to an app', async () => {
  const names = async (query: object) =>
    Object.keys(await fixture.view('users', query)).map((name) => name.split('@')[0])
  const before = await names({ blocked: 'yes' })
  await fixture.do('block-user', { user: 'bo' })
  expect((await names({ blocked: 'yes' })).sort()).toEqual(['bo', ...before].sort())
  expect(await names({ blocked: 'no' })).not.toContain('bo')
  await fixture.do('assign', { user: 'bo' })
  await fixture.do('assign', { group: 'Sales' })
  const ofSales = Object.values(await fixture.view('memberships', { group: 'Sales' })).map(
    ({ member }) => String(member).split('@')[0],
  )
  const [app] = Object.keys(await fixture.view('applications'))
  expect((await names({ assigned: app })).sort()).toEqual([...new Set(['bo', ...ofSales])].sort())
})

test('who is in a group, and in which groups somebody is, is one list from either side', async () => {
  const ofSales = Object.values(await fixture.view('memberships', { group: 'Sales' }))
  expect(ofSales.map(({ member, memberType, displayName }) => [member, memberType, displayName])).toEqual([
    ['bo@contoso.example', 'User', 'Bo Berg'],
    ['cy@contoso.example', 'User', 'Cy Clark'],
  ])
  expect(Object.values(await fixture.view('memberships', { member: 'bo' }))).toMatchObject([
    { group: 'Sales', isDynamic: false },
  ])
  expect(Object.values(await fixture.view('memberships', { member: 'Sales' }))).toMatchObject([
    { group: 'Staff', memberType: 'Group' },
  ])
  await fixture.do('delete-user', { user: 'bo' })
  expect(Object.keys(await fixture.view('memberships', { group: 'Sales' }))).toHaveLength(1)
})

test('how somebody stands to each application: by what assigned, in scope or not, and linked to which account', async () => {
  await fixture.do('assign', { group: 'Sales' })
  expect((await fixture.view('standings', { object: 'bo' })).Lark).toEqual({
    app: 'Lark',
    objectType: 'User',
    assignedBy: ['Sales'],
    roles: ['User'],
    isActive: true,
    passesFilter: true,
    inScope: true,
    targetId: null,
    linkedAt: null,
  })
  await fixture.do('start')
  await fixture.advance(1)
  expect((await fixture.view('standings', { object: 'bo' })).Lark).toMatchObject({ targetId: expect.any(String) })
  expect((await fixture.view('standings', { object: 'ana' })).Lark).toMatchObject({ assignedBy: [], inScope: false })
  expect((await fixture.view('standings', { object: 'Sales' })).Lark).toMatchObject({
    objectType: 'Group',
    inScope: true,
  })
})

const BADGE = { name: 'urn:ietf:params:scim:schemas:extension:acme:2.0:User:badge', type: 'Integer', exactCase: true }
type Listed = Record<string, Record<string, unknown>>
const asListed = (list: Listed): readonly Record<string, unknown>[] =>
  Object.values(list).map(({ readOnly: _, primaryKey: __, multivalued, ...rest }) => ({
    ...rest,
    multiValued: multivalued,
  }))

test('the attribute list is saved as a whole, and comes out as it was', async () => {
  const before = await fixture.view('target-attributes')
  await fixture.do('save-attributes', { attributes: asListed(before) })
  expect(await fixture.view('target-attributes')).toEqual(before)
  const kept = asListed(before).filter(({ name }) => name !== 'locale')
  await fixture.do('save-attributes', {
    attributes: [...kept.map((one) => (one.name === 'title' ? { ...one, required: true } : one)), BADGE],
  })
  const after = await fixture.view('target-attributes')
  expect(after).not.toHaveProperty('locale')
  expect(after.title).toMatchObject({ required: true, exactCase: true })
  expect(after[BADGE.name]).toEqual({
    ...{ name: BADGE.name, type: 'Integer', multivalued: false, required: false, exactCase: true },
    ...{ referencedObject: null, primaryKey: false, readOnly: false },
  })
  expect((await fixture.view('target-attributes')).id).toMatchObject({ primaryKey: true, readOnly: true })
})

test.each([
  ['a mapped attribute', (list: Listed) => asListed(list).filter(({ name }) => name !== 'title'), 'title is mapped'],
  ['the primary key', (list: Listed) => asListed(list).filter(({ name }) => name !== 'id'), 'id is the primary key'],
  ['one name twice', (list: Listed) => [...asListed(list), { name: 'title' }], 'title is listed twice'],
])('without %s the attribute list cannot be saved', async (_what, change, message) => {
  const before = await fixture.view('target-attributes')
  await expect(fixture.do('save-attributes', { attributes: change(before) })).rejects.toThrow(message)
  expect(await fixture.view('target-attributes')).toEqual(before)
})

test('the schema of a job is shown as Graph has it', async () => {
  const { Lark } = await fixture.view('schema', { app: 'Lark' })
  expect(Lark).toMatchObject({
    directories: [{ name: 'Azure Active Directory' }, { name: 'customappsso' }],
    synchronizationRules: [{ objectMappings: [{ sourceObjectName: 'User' }, { sourceObjectName: 'Group' }] }],
  })
  expect(await fixture.view('schema')).toEqual({})
})

test('logs are shown from a moment on, or before one', async () => {
  await fixture.do('assign', { user: 'ana' })
  await fixture.do('start')
  await fixture.advance(60_000)
  await fixture.do('stop')
  const activities = async (query: object) =>
    Object.values(await fixture.view('audit-logs', query)).map((one) => one.activity)
  const from = '2026-01-05T08:00:30Z'
  expect(await activities({ from })).toHaveLength(1)
  expect(await activities({ to: from })).toHaveLength((await activities({})).length - 1)
  expect(Object.keys(await fixture.view('provisioning-logs', { from }))).toEqual([])
  expect(Object.keys(await fixture.view('provisioning-logs', { to: from })).length).toBeGreaterThan(0)
})

test('the tenant tells its names and by which switches it behaves', async () => {
  const [tenant] = Object.values(await fixture.view('tenant'))
  expect(tenant).toMatchObject({
    displayName: 'Contoso',
    defaultDomain: 'contoso.example',
    tenantId: expect.any(String),
  })
  expect(tenant?.switches).toHaveProperty('parallelism')
})

test('entries of the provisioning logs are asked for by all that the portal filters by, newest first where it is wanted', async () => {
  await fixture.do('assign', { group: 'Sales' })
  await fixture.do('start')
  const all = Object.values(await fixture.view('provisioning-logs'))
  const ids = async (query: object) => Object.values(await fixture.view('provisioning-logs', query)).map(({ id }) => id)
  const matching = (isMeant: (entry: Record<string, unknown>) => boolean) => all.filter(isMeant).map(({ id }) => id)
  const items = await fixture.tenant.control.views.get('provisioning-logs')?.read({ order: 'newest' })
  expect(items?.map(({ value }) => value.id)).toEqual(matching(() => true).reverse())
  expect(all.length).toBeGreaterThan(2)
  const [first] = all
  expect(await ids({ status: 'success' })).toEqual(matching(({ status }) => status === 'success'))
  expect(await ids({ action: 'create' })).toEqual(matching(({ action }) => action === 'create'))
  expect(await ids({ change: first?.changeId })).toEqual([first?.id])
  expect(await ids({ job: first?.jobId, app: 'Lark' })).toHaveLength(all.length)
  expect(await ids({ job: 'another' })).toEqual([])
  expect(await ids({ identity: 'BO@CONTOSO' })).toEqual(matching(({ name }) => name === 'bo@contoso.example'))
  const { id: target } = Object(first?.targetIdentity)
  expect(await ids({ identity: target })).toContain(first?.id)
  await expect(fixture.view('provisioning-logs', { status: 'fine' })).rejects.toThrow('status')
  await expect(fixture.view('provisioning-logs', { app: 'Nowhere' })).rejects.toThrow('Nowhere')
})
