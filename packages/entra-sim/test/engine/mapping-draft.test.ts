// What a mapping that is not saved yet would come to: for one person row by row, in the eyes of the rules, and in who enters and leaves.
import { beforeEach, expect, test } from 'vitest'
import { contoso, type Fixture } from './tenant-fixture.ts'

let fixture: Fixture

beforeEach(async () => {
  fixture = await contoso()
  fixture.sent()
})

const row = (target: string, source: string, more: object = {}) => ({ target, type: 'Expression', source, ...more })
const SALES = [{ title: 'Sales', clauses: [{ attribute: 'department', operator: 'EQUALS', value: 'Sales' }] }]

test('rows are tried with a person: what each gives, what is null, what fails', async () => {
  const rows = [
    row('userName', '[userPrincipalName]', { matchingPriority: 1 }),
    row('title', 'ToUpper([jobTitle])'),
    row('nickName', '[city]'),
    row('displayName', '[city]', { defaultValue: 'Nobody' }),
    row('active', 'Switch('),
    row('userType', 'Redact([department])'),
    row('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager', '[manager]'),
  ]
  const tried = (await fixture.do('try-mappings', { rows, user: 'bo' })) as { rows: readonly object[] }
  expect(tried).toMatchObject({ name: 'bo@contoso.example', operation: 'create' })
  expect(tried.rows).toMatchObject([
    { target: 'userName', outcome: 'value', values: ['bo@contoso.example'], isDefault: false },
    { target: 'title', outcome: 'value', values: ['ENGINEER'] },
    { target: 'nickName', outcome: 'skip', values: [], reason: 'null' },
    { target: 'displayName', outcome: 'value', values: ['Nobody'], isDefault: true },
    { target: 'active', outcome: 'error', values: [] },
    { target: 'userType', outcome: 'value', values: ['[Redact]'] },
    { outcome: 'reference', values: ['ana@contoso.example'] },
  ])
  expect(fixture.sent()).toEqual([])
  expect(await fixture.do('try-mappings', { user: 'bo' })).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ target: 'active', values: ['true'] })]),
  })
})

test('a group is tried with the mapping of groups', async () => {
  const tried = await fixture.do('try-mappings', { objectType: 'Group', group: 'Sales' })
  expect(tried).toMatchObject({
    name: 'Sales',
    rows: expect.arrayContaining([
      expect.objectContaining({ target: 'displayName', values: ['Sales'] }),
      expect.objectContaining({ target: 'members', values: ['bo@contoso.example', 'cy@contoso.example'] }),
    ]),
  })
  await expect(fixture.do('try-mappings', { objectType: 'Group', user: 'bo' })).rejects.toThrow('group')
})

test('the rules look at rows that are not saved, and say where in an expression', async () => {
  const rows = [
    row('userName', '[userPrincipalName]', { matchingPriority: 1 }),
    row('title', 'Append([jobTitle]'),
    row('active', 'Not([accountEnabled])'),
  ]
  const found = (await fixture.do('lint-mappings', { rows })) as readonly { rule: string }[]
  expect(found).toContainEqual(
    expect.objectContaining({
      rule: 'expression-does-not-parse',
      severity: 'error',
      target: 'title',
      line: 1,
      column: 18,
    }),
  )
  expect(found).toContainEqual(
    expect.objectContaining({ rule: 'active-not-from-IsSoftDeleted', target: 'active', why: expect.any(String) }),
  )
  expect(found.some(({ rule }) => rule.startsWith('lark-'))).toBe(false)
  const forLark = (await fixture.do('lint-mappings', { rows, profile: 'lark' })) as readonly { rule: string }[]
  expect(forLark).toContainEqual(expect.objectContaining({ rule: 'lark-required-not-mapped', target: null }))
  expect(fixture.sent()).toEqual([])
})

test('a scope is looked at before it is saved: who enters, who leaves', async () => {
  await fixture.do('set-settings', { scope: 'Sync all users and groups' })
  expect(await fixture.do('preview-scope', { groups: SALES })).toEqual({
    objects: 5,
    before: 5,
    after: 2,
    enters: { total: 0, names: [] },
    leaves: { total: 3, names: ['ana@contoso.example', 'di@contoso.example', 'eve@contoso.example'] },
  })
  await fixture.do('set-scoping-filter', { groups: [SALES[0]?.clauses] })
  expect(await fixture.do('preview-scope', { groups: [] })).toMatchObject({ before: 2, after: 5, enters: { total: 3 } })
  expect(await fixture.do('preview-scope', {})).toMatchObject({ before: 2, after: 2 })
})

test('a scope is looked at with the other choice of whom to sync', async () => {
  await fixture.do('assign', { group: 'Sales' })
  expect(await fixture.do('preview-scope', {})).toMatchObject({ before: 2, after: 2 })
  const everybody = { syncScope: 'Sync all users and groups' }
  expect(await fixture.do('preview-scope', everybody)).toMatchObject({ before: 2, after: 5 })
  expect(await fixture.do('preview-scope', { objectType: 'Group' })).toMatchObject({ objects: 2, before: 1 })
})

test('a scope that could not be saved is refused in the words of the save', async () => {
  const groups = [{ title: 'X', clauses: [{ attribute: 'nobody', operator: 'EQUALS', value: 'x' }] }]
  await expect(fixture.do('preview-scope', { groups })).rejects.toThrow('no attribute "nobody"')
})
