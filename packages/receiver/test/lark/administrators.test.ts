// Administrators are edited and removed, and workforce types are listed, by whoever may.
import { createServer } from 'node:http'
import request from 'supertest'
import { expect, test } from 'vitest'
import { createReceiver } from '../../src/index.ts'
import { company, enterprise, user } from './company.ts'

const PRIMARY = 'primary.administrator@default.example'
const LOG = 'log@contoso.example'

test('an administrator is given another name, address and permissions, which count at once', async () => {
  const { act, see } = company()
  const { id } = await act('add-administrator', { name: 'Log', email: LOG, permissions: ['Admin log'] })
  await expect(see('sync-log', { as: LOG })).rejects.toThrow('lacks the permission "Directory Sync"')
  const set = { name: 'Lena', email: 'lena@contoso.example', permissions: ['Directory Sync'] }
  expect(await act('edit-administrator', { administrator: LOG, set })).toEqual({ id, email: 'lena@contoso.example' })
  expect((await see('administrators'))['lena@contoso.example']).toEqual({ id, primary: false, ...set })
  expect(await see('sync-log', { as: 'lena@contoso.example' })).toEqual({})
  await expect(see('admin-log', { as: 'lena@contoso.example' })).rejects.toThrow('lacks the permission "Admin log"')
})

test('a removed administrator is nobody any more, and no sync source tells him anything', async () => {
  const { receiver, act, see, source } = company()
  const asked = async (token = '') =>
    (await request(createServer(receiver.handle)).get('/admin/v1/sync-sources').auth(token, { type: 'bearer' })).status
  await act('add-administrator', { name: 'Log', email: LOG, permissions: ['Directory Sync'] })
  await act('add-administrator', { name: 'Bo', email: 'bo@contoso.example' })
  const { token } = await act('create-personal-token', { administrator: LOG })
  await source({ administratorNotification: [LOG, 'bo@contoso.example'], as: LOG })
  expect(await asked(token)).toBe(200)
  expect(await act('remove-administrator', { administrator: LOG })).toMatchObject({ email: LOG })
  expect(await asked(token)).toBe(401)
  expect(Object.keys(await see('administrators'))).toEqual([PRIMARY, 'bo@contoso.example'])
  await expect(see('sync-log', { as: LOG })).rejects.toThrow('There is no administrator')
  const [card] = Object.values(await see('sync-sources'))
  expect(card).toMatchObject({ administratorNotification: ['bo@contoso.example'], createdBy: LOG })
})

test.each([
  ['edit-administrator', { administrator: LOG, set: { primary: true }, as: LOG }, 'is no primary administrator'],
  ['remove-administrator', { administrator: PRIMARY, as: LOG }, 'is no primary administrator'],
  ['remove-administrator', { administrator: PRIMARY }, 'the last primary administrator'],
  ['edit-administrator', { administrator: PRIMARY, set: { primary: false } }, 'the last primary administrator'],
  ['edit-administrator', { administrator: LOG, set: { email: PRIMARY.toUpperCase() } }, 'already'],
  ['edit-administrator', { administrator: 'nobody', set: {} }, 'There is no administrator "nobody"'],
])('%s with %j is refused, and nothing changes', async (verb, input, why) => {
  const { act, see } = company()
  await act('add-administrator', { name: 'Log', email: LOG })
  const before = await see('administrators')
  await expect(act(verb, input)).rejects.toThrow(why)
  expect(await see('administrators')).toEqual(before)
})

test('the administrator of the beginning can go once there is another primary one', async () => {
  const { act, see } = company()
  await act('add-administrator', { name: 'Ida', email: 'ida@contoso.example', primary: true })
  await act('remove-administrator', { administrator: PRIMARY, as: 'ida@contoso.example' })
  expect(Object.keys(await see('administrators'))).toEqual(['ida@contoso.example'])
  expect(await see('admin-log')).toEqual({})
})

test('workforce types are those that rules or members name, with the rules that lead to them', async () => {
  const { act, see, source } = company()
  await act('add-member', { name: 'Bo', email: 'bo@contoso.example', employeeType: 'intern' })
  const rules = [
    { employeeType: 'Regular', workforceType: 'regular employee' },
    { employeeType: 'Full time', workforceType: 'regular employee' },
    { employeeType: 'Temp', workforceType: 'contractor' },
  ]
  const entra = await source({ workforceTypeRules: rules })
  await entra.create(user('ana@contoso.example', { userType: 'Full time', ...enterprise({}) }))
  const from = 'Lark & Entra ID Sync App'
  expect(await see('workforce-types')).toEqual({
    contractor: { name: 'contractor', members: 0, rules: [{ source: from, employeeType: 'Temp' }] },
    intern: { name: 'intern', members: 1, rules: [] },
    'regular employee': {
      name: 'regular employee',
      members: 1,
      rules: [
        { source: from, employeeType: 'Regular' },
        { source: from, employeeType: 'Full time' },
      ],
    },
  })
})

test('what the help pages leave open is listed with how it stands, how well it is known, and where', async () => {
  const { see } = company()
  expect((await see('switches')).deletedMembers).toEqual({
    value: 'restore',
    values: ['restore', 'conflict', 'ignore'],
    describes: 'What a create does that matches no member but a deleted one.',
    grade: 'decided',
    source: 'Lark A13',
  })
  const other = createReceiver({ switches: { phoneTypes: 'workOnly' } })
  const items = await other.control.views.get('switches')?.read({})
  expect(items?.map(({ key, value }) => [key, value.value])).toEqual([
    ['deletedMembers', 'restore'],
    ['phoneTypes', 'workOnly'],
  ])
  expect(createReceiver({ profile: 'rfc' }).control.views.has('switches')).toBe(false)
})
