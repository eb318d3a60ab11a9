import { expect, test } from 'vitest'
import { addPeople, createActiveWorld } from './world.ts'

type Act = readonly [verb: string, input: Record<string, unknown>]

const rows: readonly (readonly [Act, readonly string[]])[] = [
  [['create-user', { username: 'dee', email: 'dee@example.com' }], ['user_create']],
  [['update-user', { user: 'ana', set: { location: 'Rome' } }], ['user_update']],
  [
    ['suspend-user', { user: 'ana' }],
    ['user_update', 'user_suspended', 'user_deprovision'],
  ],
  [
    ['expire-password', { user: 'ana' }],
    ['user_update', 'user_password_expired', 'user_deprovision'],
  ],
  [
    ['set-password', { user: 'ana', password: 'x' }],
    ['user_update', 'user_password_set'],
  ],
  [
    ['lock-user', { user: 'ana' }],
    ['user_update', 'user_lockout'],
  ],
  [
    ['delete-user', { user: 'ana' }],
    ['user_delete', 'group_update_provision', 'user_deprovision'],
  ],
  [['create-group', { name: 'New' }], ['group_create']],
  [
    ['rename-group', { group: 'Engineering', name: 'New' }],
    ['group_update', 'group_update_provision'],
  ],
  [
    ['add-member', { group: 'Engineering', user: 'cy' }],
    ['association_change', 'user_create_provision', 'group_update_provision'],
  ],
  [
    ['remove-member', { group: 'Engineering', user: 'ana' }],
    ['association_change', 'group_update_provision', 'user_deprovision'],
  ],
  [
    ['unbind-group', { group: 'Engineering' }],
    ['association_change', 'user_deprovision'],
  ],
  [
    ['delete-group', { group: 'Engineering' }],
    ['group_delete', 'group_delete_provision', 'user_deprovision'],
  ],
  [['create-application', { displayLabel: 'Other' }], ['application_create']],
  [['deactivate', {}], ['integration_deactivate']],
  [['delete-application', {}], ['application_delete']],
  [
    ['schedule-user-state', { users: ['ana'], state: 'SUSPENDED', at: '2027-01-01T00:00:00Z' }],
    ['user_suspension_schedule_create'],
  ],
]

test.each(rows)('%j is told as %j', async ([verb, input], types) => {
  const world = await createActiveWorld()
  await addPeople(world, ['ana'])
  await world.act('bind-group', { group: 'Engineering' })
  const before = (await world.see('insights')).length
  await world.act(verb, input)
  const told = (await world.see('insights')).slice(before).map(({ value }) => value)
  expect(told.map(({ event_type }) => event_type).sort()).toEqual([...types].sort())
  for (const event of told) expect(event).toMatchObject({ success: true, service: 'directory', '@version': '1' })
})

test('an update says which fields changed, from what to what', async () => {
  const world = await createActiveWorld()
  await addPeople(world)
  await world.act('update-user', { user: 'ana', set: { jobTitle: 'Boss' } })
  const [event] = await world.see('insights', { eventType: 'user_update' })
  expect(event?.value).toMatchObject({
    resource: { type: 'user', username: 'ana' },
    initiated_by: { type: 'admin' },
    changes: [{ field: 'jobTitle', from: '', to: 'Boss' }],
  })
})

test('who activates is told, and no password is', async () => {
  const world = await createActiveWorld()
  await addPeople(world)
  await world.act('set-password', { user: 'ana', password: 'correct horse' })
  const events = await world.see('insights')
  expect(JSON.stringify(events)).not.toContain('correct horse')
  expect(events.filter(({ value }) => value.event_type === 'integration_activate')).toHaveLength(1)
})
