// Histories that the model found to go wrong once: what is owed after a failure, and what is owed no longer.
import { type Act, beginHistory } from '@scimulator/oracle/entra'
import { expect, test } from 'vitest'
import { expectSettled } from './invariants.ts'
import { actInBoth, settleBoth } from './run-history.ts'
import { furnishedWorld, START } from './world.ts'

async function live(acts: readonly Act[]) {
  const setting = { preset: 'default', isOptscim: false } as const
  const world = await furnishedWorld(setting)
  const history = beginHistory(setting.preset, START)
  for (const act of acts) await actInBoth(world, history, act)
  await settleBoth(world, history, [])
  await expectSettled(world, history, [])
  return Object.values(world.provider.directory().groups)
}

const PEOPLE: readonly Act[] = ['p1', 'p2'].map((user) => ({ act: 'create-user', user, isBlocked: false }) as const)

function refuse(method: 'POST' | 'PATCH', path: string, status: number, times = 1): Act {
  const effect = { kind: 'answer', status, headers: {}, body: '' } as const
  return { act: 'fault', fault: { on: { method, path }, effect, times, skip: 0 } }
}

test('the members of a group that was created in a cycle that broke off are sent by the next', async () => {
  const groups = await live([
    ...PEOPLE,
    { act: 'create-group', group: 'g1', members: ['p1', 'p2'] },
    { act: 'start' },
    { act: 'assign', principal: 'g1' },
    refuse('PATCH', '/Groups', 401),
    { act: 'cycles', count: 1 },
  ])
  expect(groups).toMatchObject([{ displayName: 'g1', members: ['U1', 'U2'] }])
})

test('the members of a group that was found, and whose update failed, are sent all the same', async () => {
  const groups = await live([
    ...PEOPLE,
    { act: 'create-group', group: 'g1', members: [] },
    { act: 'assign', principal: 'p1' },
    { act: 'assign', principal: 'p2' },
    { act: 'assign', principal: 'g1' },
    { act: 'start' },
    { act: 'stop' },
    { act: 'delete-group', group: 'g1' },
    { act: 'restart-full' },
    { act: 'create-group', group: 'g1', members: ['p1', 'p2'] },
    { act: 'cycles', count: 1 },
    { act: 'assign', principal: 'g1' },
    refuse('PATCH', '/Groups', 500),
    { act: 'cycles', count: 1 },
  ])
  expect(groups).toMatchObject([{ displayName: 'g1', members: ['U1', 'U2'] }])
})

test('the manager of a user who was tried again in a cycle that broke off is written by the next', async () => {
  await live([
    ...PEOPLE,
    { act: 'manager', user: 'p1', manager: 'p2' },
    { act: 'assign', principal: 'p2' },
    { act: 'assign', principal: 'p1' },
    refuse('POST', '/Users', 500, 2),
    { act: 'start' },
    refuse('PATCH', '/Users', 401),
    { act: 'cycles', count: 1 },
  ])
})

test('what failed before is not tried again while its removal is held back', async () => {
  await live([
    ...PEOPLE,
    { act: 'assign', principal: 'p1' },
    { act: 'start' },
    { act: 'set', user: 'p1', attribute: 'jobTitle', value: 'a' },
    refuse('PATCH', '/Users', 500),
    { act: 'cycles', count: 1 },
    { act: 'threshold', count: 0 },
    { act: 'unassign', principal: 'p1' },
    { act: 'cycles', count: 1 },
  ])
})

test('what failed for somebody who is gone since is forgotten', async () => {
  await live([
    ...PEOPLE,
    { act: 'assign', principal: 'p1' },
    refuse('POST', '/Users', 500),
    { act: 'start' },
    { act: 'purge', user: 'p1' },
    { act: 'cycles', count: 1 },
  ])
})

test('a removal that is held back no longer, and fails, is tried again like every failure', async () => {
  await live([
    ...PEOPLE,
    { act: 'assign', principal: 'p1' },
    { act: 'start' },
    { act: 'lost-at-target', principal: 'p1' },
    { act: 'threshold', count: 0 },
    { act: 'block', user: 'p1' },
    { act: 'cycles', count: 1 },
    { act: 'threshold', count: 1 },
  ])
})

test('a manager who is owed to somebody whose own update goes on failing is not asked for in every cycle', async () => {
  await live([
    ...PEOPLE,
    { act: 'manager', user: 'p1', manager: 'p2' },
    { act: 'assign', principal: 'p1' },
    { act: 'assign', principal: 'p2' },
    refuse('PATCH', '/Users', 500),
    { act: 'start' },
    { act: 'lost-at-target', principal: 'p1' },
    { act: 'cycles', count: 3 },
  ])
})
