// A world whose receiver is somebody's own endpoint: what it does there, what it shows of it, and what is left.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenedWorld, openLiveWorld } from '@scimulator/harness/live'
import { shippedPrograms } from '@scimulator/harness/programs'
import { createReceiver, type Receiver } from '@scimulator/receiver'
import { type Listening, listen } from '@scimulator/shared/http'
import { generateCompany } from '@scimulator/shared/people/generate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenedForeignTarget, openForeignTarget } from '../src/cli/up/foreign-target.ts'
import { upPrograms } from '../src/cli/up/open-programs.ts'

const PEOPLE = 6

let folder: string
let receiver: Receiver
let server: Listening
let target: OpenedForeignTarget
let world: OpenedWorld
let ruth: Readonly<Record<string, unknown>>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scimulator-up-'))
  process.env.SCIMULATOR_TEST_TOKEN = 'secret'
  receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'secret' }] })
  server = await listen(receiver.handle)
  ruth = await asked('POST', '/Users', { userName: 'ruth@contoso.example', displayName: 'Ruth', active: true })
  const opened = await openForeignTarget(
    { target: `${server.url}/scim/v2`, tokenEnv: 'SCIMULATOR_TEST_TOKEN', ledger: folder },
    false,
  )
  if (!opened) throw new Error('nothing was opened')
  target = opened
  const fail = (reason: unknown): never => {
    throw reason
  }
  world = await openLiveWorld({
    kinds: upPrograms(await shippedPrograms(), {
      data: undefined,
      receiverUrl: undefined,
      onStopped: fail,
      onFault: fail,
    }),
    start: undefined,
    epoch: 'test',
    async fill(programs) {
      const company = generateCompany({ seed: 1, people: PEOPLE, groups: 2 })
      await programs.get('entra')?.control.verbs.get('load-company')?.run({ company })
    },
    onFault: fail,
    target,
    // The recording itself, in the place of the page that is made of it.
    stories: { list: async () => [], record: fail, stage: fail, page: (recording) => JSON.stringify(recording) },
  })
})
afterEach(async () => {
  await world.close()
  await server.close(0)
  await receiver.close()
  rmSync(folder, { recursive: true, force: true })
})

async function asked(method: string, path: string, body?: object): Promise<Readonly<Record<string, unknown>>> {
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User']
  const response = await fetch(`${server.url}/scim/v2${path}`, {
    method,
    headers: { authorization: 'Bearer secret', 'content-type': 'application/scim+json' },
    ...(body ? { body: JSON.stringify({ schemas, ...body }) } : {}),
  })
  return Object(await response.json())
}

async function total(): Promise<unknown> {
  return (await asked('GET', '/Users?count=0')).totalResults
}

async function act(name: string, input: object = {}): Promise<Readonly<Record<string, unknown>>> {
  const [program = '', verb = ''] = name.split('.')
  const control = program === 'world' ? world.control : world.now().program(program)?.control
  return Object(await control?.verbs.get(verb)?.run(input))
}

async function look(view: string, query: object = {}) {
  return (await world.control.views.get(view)?.read(query)) ?? []
}

test('people arrive there, each write with what it changed, and those of others are neither shown nor changed', async () => {
  await act('world.set-up', { provider: 'entra' })
  const people = await look('directory-users')
  expect(people.map(({ value }) => value.active)).toEqual(Array(PEOPLE).fill(true))
  const effects = (await look('traffic')).flatMap(({ value }) => value.effects as readonly Record<string, unknown>[])
  expect(effects.filter(({ action, object }) => action === 'created' && object === 'user')).toHaveLength(PEOPLE)
  expect(JSON.stringify([people, await look('traffic', { whole: true })])).not.toContain('ruth')
  expect((await look('world'))[0]?.value.target).toMatchObject({
    ...{ users: PEOPLE, ended: null },
    ...{ reachable: true, authentication: 'bearer' },
  })
  expect((await look('world'))[0]?.value.receiver).toBe('foreign')
  expect((await look('world'))[0]?.value.connected).toEqual(['entra'])
  await expect(act('world.set-up', { provider: 'entra' })).rejects.toThrow('has an application for')
  expect(await target.leave()).toEqual([])
  expect(await total()).toBe(1)
  expect(await asked('GET', `/Users/${ruth.id}`)).toEqual(ruth)
})

test('a leaver is seen to be deactivated by the look after the write', async () => {
  await act('world.set-up', { provider: 'entra' })
  const [user] = (await world.now().program('entra')?.control.views.get('users')?.read({})) ?? []
  await act('entra.block-user', { user: user?.key })
  await act('entra.run-cycle')
  const last = (await look('traffic'))
    .flatMap(({ value }) => value.effects as readonly Record<string, unknown>[])
    .at(-1)
  expect(last).toMatchObject({
    object: 'user',
    action: 'deactivated',
    attributes: [{ attribute: 'active', old: 'true', new: 'false' }],
  })
  await target.leave()
})

test('Okta is connected with it, and that shows in the world', async () => {
  await act('okta.load-company', { company: generateCompany({ seed: 2, people: 3, groups: 1 }) })
  await act('world.set-up', { provider: 'okta' })
  expect((await look('world'))[0]?.value.connected).toEqual(['okta'])
  // Ruth was there before.
  expect(await total()).toBe(4)
  await expect(act('world.set-up', { provider: 'okta' })).rejects.toThrow('okta has an application for')
  await target.leave()
})

test('a file of it has what was sent, and nothing of what was answered; a story is not played there', async () => {
  await act('world.set-up', { provider: 'entra' })
  const { html } = await act('world.export-range')
  const { wire, leftOut, steps } = JSON.parse(String(html))
  expect(wire.length).toBeGreaterThan(PEOPLE)
  expect(wire.filter((one: { response?: { body: unknown } }) => (one.response?.body ?? null) !== null)).toEqual([])
  expect(wire.some((one: { request: { body: string } }) => one.request.body?.includes('userName'))).toBe(true)
  expect(Object.keys(steps[0].views).sort()).toEqual([
    'entra.groups',
    'entra.users',
    'jumpcloud.groups',
    'jumpcloud.users',
    'okta.groups',
    'okta.users',
  ])
  expect(leftOut).toContain('left out')
  await expect(act('world.play-story', { story: 'stories/mass-unassign' })).rejects.toThrow('stands in its place here')
  await target.leave()
})

test('it goes away and comes back: an outcome, an answer to the question whether it is there, and then it goes on', async () => {
  await act('world.set-up', { provider: 'entra' })
  const { port } = server
  await server.close(0)
  await act('entra.create-user', { userPrincipalName: 'late@contoso.example', displayName: 'Late' })
  await act('entra.assign', { user: 'late@contoso.example' })
  await act('entra.run-cycle')
  expect((await look('traffic')).at(-1)?.value.failure).toMatch(/ECONNREFUSED|stopped answering/)
  expect((await look('world'))[0]?.value.target).toMatchObject({ reachable: false })
  expect(await act('world.check-target')).toMatchObject({ reachable: false, reason: expect.stringMatching(/\S/) })
  server = await listen(receiver.handle, { port })
  expect(await act('world.check-target')).toMatchObject({ reachable: true, status: 200, reason: null })
  expect((await look('world'))[0]?.value.target).toMatchObject({ reachable: true })
  await act('entra.restart')
  await act('entra.run-cycle')
  expect((await look('directory-users')).map(({ value }) => value.displayName)).toContain('Late')
  expect(await target.leave()).toEqual([])
  expect(await total()).toBe(1)
}, 30_000)

test('starting over deletes what was made, or leaves it until the end; going back is refused', async () => {
  await act('world.set-up', { provider: 'entra' })
  await act('world.take-snapshot', { name: 'then' })
  await expect(act('world.restore-snapshot', { name: 'then' })).rejects.toThrow('is not ours to bring back')
  expect(await act('world.start-over')).toMatchObject({ undo: null, left: [] })
  expect([await total(), await look('directory-users')]).toEqual([1, []])
  await act('world.set-up', { provider: 'entra' })
  await act('world.start-over', { target: 'leave' })
  expect(await total()).toBe(1 + PEOPLE)
  expect(await act('world.read-directory')).toMatchObject({ users: PEOPLE })
  await target.leave()
  expect(await total()).toBe(1)
})

test.each([
  ['an address where nobody listens', 'http://127.0.0.1:9/scim', false],
  ['another machine without a word of its owner', 'https://scim.example.com/v2', false],
])('%s is refused before anything is opened', async (_name, url, isOwned) => {
  await expect(openForeignTarget({ target: url, tokenEnv: 'SCIMULATOR_TEST_TOKEN' }, isOwned)).rejects.toThrow(
    /ECONNREFUSED|--i-own-this-target|does not answer|not answer/,
  )
  await target.leave()
})
