// Group rules (O822, O920): who comes into a group by one, who goes, and what the endpoint hears of it.
import { expect, test } from 'vitest'
import { createEndpoint } from './endpoint.ts'
import { createWorld, withAna } from './world.ts'

const ANA = 'ana@example.com'

async function ruled(expression = "user.department == 'Sales'") {
  const endpoint = createEndpoint()
  const world = createWorld(endpoint.reply)
  await withAna(world)
  const { act, see } = world
  await act('create-group', { name: 'Sales' })
  await act('assign-group', { group: 'Sales' })
  await act('push-group', { group: 'Sales' })
  await act('create-group-rule', { name: 'R', expression, groups: ['Sales'] })
  const members = async () => (await see('memberships')).length
  const become = (set: object) => act('update-user', { user: ANA, set })
  return { ...world, endpoint, members, become }
}

test('an INACTIVE rule does nothing; activated it puts in who fits, who is created at the endpoint and is in the pushed group', async () => {
  const { act, members, become, endpoint, see } = await ruled()
  await become({ department: 'Sales' })
  expect([await members(), endpoint.users()]).toEqual([0, []])
  await act('activate-group-rule', { rule: 'R' })
  expect(await members()).toBe(1)
  expect([endpoint.users(), endpoint.groups()]).toMatchObject([[{ userName: ANA, active: true }], [['Sales', ['u1']]]])
  expect(await see('group-rules')).toMatchObject([{ key: 'R', value: { status: 'ACTIVE', groups: ['Sales'] } }])
})

test('who does not fit any more goes, and who is new and fits comes', async () => {
  const { act, become, members, endpoint, see } = await ruled()
  await act('activate-group-rule', { rule: 'R' })
  await become({ department: 'Sales' })
  await become({ department: 'Legal' })
  expect([await members(), endpoint.users(), endpoint.groups()]).toMatchObject([
    0,
    [{ active: false }],
    [['Sales', []]],
  ])
  const bo = {
    login: 'bo@example.com',
    email: 'bo@example.com',
    firstName: 'Bo',
    lastName: 'Holm',
    department: 'Sales',
  }
  await act('create-user', bo)
  expect(await members()).toBe(1)
  const log = (await see('system-log')).map(({ value }) => value.eventType)
  const order = [
    'user.lifecycle.create',
    'group.user_membership.add',
    'application.user_membership.add',
    'application.provision.user.push',
  ]
  expect(log.slice(-8).filter((type) => order.includes(String(type)))).toEqual(order)
})

test('who was put in by hand stays', async () => {
  const { act, become, members } = await ruled()
  await act('activate-group-rule', { rule: 'R' })
  await act('add-member', { group: 'Sales', user: ANA })
  await become({ department: 'Legal' })
  expect(await members()).toBe(1)
})

test.each([
  [false, 1, [true]],
  [true, 0, [false]],
] as const)('deleted with removeUsers %s', async (removeUsers, left, active) => {
  const { act, become, members, endpoint, see } = await ruled()
  await act('activate-group-rule', { rule: 'R' })
  await become({ department: 'Sales' })
  await act('delete-group-rule', { rule: 'R', removeUsers })
  expect([await members(), endpoint.users().map((one) => one.active), await see('group-rules')]).toEqual([
    left,
    active,
    [],
  ])
  expect(endpoint.groups()).toEqual([['Sales', removeUsers ? [] : ['u1']]])
  await become({ department: 'Legal' })
  expect(await members()).toBe(left)
})

test('deactivated, it leaves whom it has put in', async () => {
  const { act, become, members } = await ruled()
  await act('activate-group-rule', { rule: 'R' })
  await become({ department: 'Sales' })
  await act('deactivate-group-rule', { rule: 'R' })
  await become({ department: 'Legal' })
  expect(await members()).toBe(1)
  await expect(act('deactivate-group-rule', { rule: 'R' })).rejects.toThrow('it has to be ACTIVE')
})

test('a rule whose group is deleted is INVALID, and cannot be activated', async () => {
  const { act, see } = await ruled()
  await act('create-group', { name: 'Gone' })
  await act('create-group-rule', { name: 'S', expression: 'true', groups: ['Gone'] })
  await act('delete-group', { group: 'Gone' })
  expect(Object.fromEntries((await see('group-rules')).map(({ key, value }) => [key, value.status]))).toEqual({
    R: 'INACTIVE',
    S: 'INVALID',
  })
  await expect(act('activate-group-rule', { rule: 'S' })).rejects.toThrow('it has to be INACTIVE')
})

test.each([
  ['user.department ==', 'A value is missing'],
  ['Convert.toInt(user.department) == 1', 'Convert.toInt cannot stand in a group rule'],
])('%s is refused', async (expression, said) => {
  await expect(ruled(expression)).rejects.toThrow(said)
})

test.each(['user.firstName', 'Arrays.get(user.title, 3) == 1'])('%s fits nobody', async (expression) => {
  const { act, members } = await ruled(expression)
  await act('activate-group-rule', { rule: 'R' })
  expect(await members()).toBe(0)
})
