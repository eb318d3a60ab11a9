// A page cannot tell a recording from a server: over the same world both give the same answers to the same questions.

import { readRecording, type StoryRecording } from '@scimulator/console/recording'
import { createLiveSurface, openLiveWorld } from '@scimulator/harness/live'
import { shippedPrograms } from '@scimulator/harness/programs'
import { type Listening, listen } from '@scimulator/shared/http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCompany } from '../src/cli/up/demo-company.ts'
import { upPrograms } from '../src/cli/up/open-programs.ts'

let server: Listening
let receiver: Listening
let recording: StoryRecording
let close: () => Promise<void>

beforeAll(async () => {
  let receive: Parameters<typeof listen>[0] = () => {}
  receiver = await listen((request, response) => receive(request, response))
  const fail = (reason: unknown): never => {
    throw reason
  }
  const world = await openLiveWorld({
    kinds: upPrograms(await shippedPrograms(), {
      data: undefined,
      receiverUrl: receiver.url,
      onStopped: fail,
      onFault: fail,
    }),
    start: Date.UTC(2026, 0, 5, 9),
    epoch: 'test',
    async fill(programs) {
      await programs
        .get('entra')
        ?.control.verbs.get('load-company')
        ?.run({ company: demoCompany(12) })
    },
    onFault: fail,
    stories: {
      list: async () => [],
      record: async () => fail(new Error('nothing is recorded')),
      stage: async () => fail(new Error('nothing is played')),
      page(made) {
        recording = made
        return 'page'
      },
    },
  })
  receive = world.handleOf('receiver')
  close = () => world.close()
  server = await listen((request, response) => void createLiveSurface(world)(request, response))
  await act('world/verbs/set-up', { provider: 'entra' })
  await act('entra/verbs/delete-user', { user: 'p0001' })
  await act('entra/verbs/run-cycle', {})
  await act('world/verbs/export-range', { title: 'All of it' })
})
afterAll(async () => {
  await Promise.all([server.close(0), receiver.close(0)])
  await close()
})

async function act(path: string, input: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${server.url}/_scimulator/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(input),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

type Query = Readonly<Record<string, string | number | readonly string[]>>

async function live(name: string, query: Query): Promise<{ items: readonly { key: string }[]; total: number }> {
  const [program, view] = name.split('.')
  const words = new URLSearchParams()
  for (const [word, value] of Object.entries(query)) for (const one of [value].flat()) words.append(word, String(one))
  const answer = await fetch(`${server.url}/_scimulator/${program}/views/${view}?${words}`)
  return Object(await answer.json())
}

const ASKED: readonly (readonly [name: Parameters<ReturnType<typeof source>['page']>[0], query: Query])[] = [
  ['lark.members', {}],
  ['lark.members', { limit: 3, offset: 2, sort: '-name' }],
  ['lark.members', { where: 'status:Active', limit: 1 }],
  ['lark.members', { q: 'CONTOSO' }],
  ['lark.departments', { sort: 'name' }],
  ['lark.sync-log', { sort: '-time', limit: 5 }],
  ['lark.sync-log', { where: ['object:member', 'action:deactivated'] }],
  ['lark.sync-sources', {}],
  ['entra.users', { sort: 'displayName', fields: 'displayName,accountEnabled' }],
  ['entra.users', { where: 'deletedDateTime:' }],
  ['entra.users', { deleted: 'yes' }],
  ['entra.users', { deleted: 'no', blocked: 'no', limit: 2 }],
  ['entra.groups', { q: 'E' }],
  ['entra.provisioning-logs', { sort: '-activityDateTime,key', limit: 20 }],
  ['jumpcloud.users', {}],
]

function source() {
  return readRecording(recording).at(1)
}

test.each(ASKED)('%s of %j', async (name, query) => {
  const [served, recorded] = [await live(name, query), await source().page(name, query)]
  expect(recorded.items.length + Number(name === 'jumpcloud.users')).toBeGreaterThan(0)
  expect(recorded.items).toEqual(served.items)
  expect(recorded.total).toBe(served.total)
  const [first] = served.items
  if (first && !('fields' in query)) expect(await source().item(name, first.key, {})).toEqual(first)
})

test('the logs of Entra ID know the words of their own that live pages ask', async () => {
  const newest = async (view: string) => Object((await live(view, { order: 'newest', limit: 1 })).items[0]).value
  const [entry, event] = [await newest('entra.provisioning-logs'), await newest('entra.audit-logs')]
  const [at, day] = [entry.activityDateTime, { from: '2026-01-05T00:00:00Z', to: '2026-01-06T00:00:00Z' }]
  const asked = [
    ...[{ cycle: entry.cycleId }, { change: entry.changeId }, { job: entry.jobId, order: 'newest' }, { app: 'Lark' }],
    ...[{ identity: entry.name.slice(0, 5).toUpperCase() }, { status: 'success', action: 'create' }, { from: at }, day],
  ].map((query) => ['entra.provisioning-logs', query] as const)
  const changes = [
    { app: 'Lark', order: 'newest' },
    { job: event.jobId },
    { activity: event.activity },
    day,
    { status: 'success' },
  ]
  for (const [name, query] of [...asked, ...changes.map((one) => ['entra.audit-logs', one] as const)]) {
    const [served, recorded] = [await live(name, query), await source().page(name, query)]
    expect([query, served.total]).not.toEqual([query, 0])
    expect([query, recorded.items, recorded.total]).toEqual([query, served.items, served.total])
  }
})

test('groups are the same on a page that leaves their members out, which a recording has all the same', async () => {
  const query = { members: 'none', sort: 'displayName', limit: 100 }
  const [served, recorded] = [await live('entra.groups', query), await source().page('entra.groups', query)]
  const without = ({ key, value }: { readonly key: string; readonly value: object }) => {
    const { members: _, ...shown } = Object(value)
    return { key, shown }
  }
  expect(recorded.items.map(without)).toEqual(served.items.map((item) => without(Object(item))))
  expect(recorded.items.map(({ value }) => value.memberCount)).toContainEqual(expect.any(Number))
})

test('what was no exchange stands between the same exchanges', async () => {
  const { items } = await live('world.happenings', {})
  const { items: traffic } = await live('world.traffic', { limit: 1_000 })
  const { items: recorded } = await source().page('world.happenings', {})
  const numbers = traffic.map((one) => Number(Object(one).value.seq))
  const told = items.map((one) => Object(one).value)
  expect(recorded.map(({ value }) => value.kind)).toEqual(told.map(({ kind }) => kind))
  expect(told.map(({ kind }) => kind)).toEqual(['began', 'began', 'ended', 'began', 'ended'])
  expect(recorded.map(({ value }) => value.seq)).toEqual(
    told.map(({ seq }) => numbers.filter((one) => one < seq).length + 0.5),
  )
})

test('the wire is the same but for its numbers, which begin at 1', async () => {
  const { items } = await live('world.traffic', { whole: 'true', limit: 1_000 })
  const { items: recorded } = await source().page('world.traffic', { whole: 'true', limit: 1_000 })
  const without = (one: object) => ({ ...Object(one).value, seq: 0 })
  expect(recorded.map(without)).toEqual(items.map(without))
  expect(recorded.map(({ key }) => key)).toEqual(recorded.map((_, at) => String(at + 1)))
})

test('nothing can be done in a recording, and it says what it does not hold', async () => {
  await expect(source().act('entra.run-cycle', {})).rejects.toThrow('This is a recording')
  await expect(source().item('lark.members', 'nobody', {})).rejects.toThrow('There is no "nobody" at this step')
  await expect(source().page('lark.sync-log', { after: 3 })).rejects.toThrow('does not hold')
  expect((await source().page('world.snapshots', {})).total).toBe(0)
})

test('no token is in it', async () => {
  expect(JSON.stringify(recording).match(/Bearer (?![$%]).{10}|"token":"[^"]{8,}"/)).toBeNull()
})
