import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Opened, openedWorld } from './opened.ts'

let opened: Opened

beforeEach(async () => {
  opened = await openedWorld()
})
afterEach(() => opened.close())

async function memberNames(): Promise<readonly string[]> {
  return (await opened.look('lark.members')).items.map(({ key }) => key)
}

async function instant(): Promise<unknown> {
  return (await opened.look('world.clock')).items[0]?.value.now
}

test.each(['entra', 'jumpcloud', 'okta'])('%s is set up in one act, and its people are members', async (provider) => {
  const { status, body } = await opened.act('world.set-up', { provider })
  expect([status, body.error]).toEqual([200, undefined])
  await opened.act('world.advance', { by: '40m' })
  // JumpCloud's connection test leaves its test user behind, inactive.
  expect((await opened.look('lark.members', '?where=status:Active')).total).toBe(12)
  const again = await opened.act('world.set-up', { provider })
  expect([again.status, again.body.error]).toEqual([409, expect.stringContaining('is connected already')])
  expect((await opened.look('lark.sync-sources')).total).toBe(1)
  expect((await opened.look('world.world')).items[0]?.value.connected).toEqual([provider])
})

test('Okta, whose source is of the kind of Entra ID, is told from it', async () => {
  for (const provider of ['okta', 'entra'])
    expect((await opened.act('world.set-up', { provider })).body.error).toBeUndefined()
  expect((await opened.look('world.world')).items[0]?.value.connected).toEqual(['entra', 'okta'])
  expect((await opened.look('lark.sync-sources')).items.map(({ key }) => key)).toEqual([
    'Okta',
    'Lark & Entra ID Sync App',
  ])
})

test('a step of the set-up that is refused is named, with what was done before it, which stays', async () => {
  await opened.act('world.fault', { effect: { kind: 'answer', status: 401 } })
  const { status, body } = await opened.act('world.set-up', { provider: 'jumpcloud' })
  expect([status, body.error]).toEqual([403, expect.stringMatching(/^jumpcloud\.activate: .*401/s)])
  const own = ['create-application', 'configure-scim', 'test-connection'].map((verb) => `jumpcloud.${verb}`)
  const done = ['receiver.add-source', 'receiver.edit-sync-source', ...own].join(', ')
  expect(body.error).toContain(`These steps are done: ${done}. Go on from there on the pages, or start over.`)
  expect((await opened.look('jumpcloud.applications')).total).toBe(1)
  expect((await opened.look('lark.members')).total).toBe(0)
})

test('what was sent is on the wire, without the token, each with its number and newest last', async () => {
  await opened.act('world.set-up', { provider: 'entra' })
  const { items, total } = await opened.look('world.traffic', '?limit=1000')
  expect(total).toBeGreaterThan(24)
  const numbers = items.map(({ value }) => Number(value.seq))
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  expect(items.filter(({ value }) => value.purpose === 'create' && value.object === 'user')).toHaveLength(12)
  const one = items.find(({ value }) => value.purpose === 'create')
  const whole = Object(
    await (await fetch(`${opened.url}/_scimulator/world/views/traffic/${one?.key}?whole=true`)).json(),
  )
  expect(whole.item.value).toMatchObject({ status: 201, request: { body: expect.stringContaining('userName') } })
  expect(Object.keys(whole.item.value.commands)).toEqual(['posix', 'powershell', 'cmd'])
  expect(whole.item.value.commands.posix).toMatch(/^curl -X POST 'http.*-H "Authorization: Bearer \$SCIM_TOKEN"/)
  expect(JSON.stringify(whole)).toContain('[redacted]')
  expect(JSON.stringify(whole)).not.toMatch(/Bearer [A-Za-z0-9_-]{20}/)
  expect(one?.value).not.toHaveProperty('request')
})

test('what provision on demand did, and what a cycle logged, is found on the wire by the numbers of its requests', async () => {
  await opened.act('world.set-up', { provider: 'entra' })
  const [user] = (await opened.look('entra.users', '?limit=1')).items
  await opened.act('entra.update-user', { user: user?.key, set: { jobTitle: 'Director' } })
  const { body } = await opened.act('entra.provision-on-demand', { user: user?.key })
  const [done] = Object(body.result)
  expect(done.steps.map((step: { name: string }) => step.name)).toHaveLength(5)
  expect(done).toMatchObject({ modifiedProperties: [{ displayName: 'title', newValue: 'Director' }] })
  const sent = await opened.look('world.traffic', '?where=activity:on-demand&limit=1000')
  const about = sent.items.map(({ value }) => value).filter(({ subject }) => subject !== null)
  expect(done.exchanges).toEqual(about.map(({ seq }) => seq))
  expect(about.at(-1)).toMatchObject({ method: 'PATCH' })
  const logged = await opened.look('entra.provisioning-logs', `?where=changeId:${done.changeId}`)
  expect(logged.items[0]?.value.exchanges).toEqual(done.exchanges)
  const created = await opened.look('entra.provisioning-logs', '?where=action:create&limit=1')
  const [first] = Object(created.items[0]?.value).exchanges
  expect((await opened.look('world.traffic', `?where=seq:${first}`)).items[0]?.value).toMatchObject({
    purpose: 'match',
  })
})

test('the report of a connection test names its exchanges', async () => {
  await opened.act('world.set-up', { provider: 'jumpcloud' })
  const [report] = (await opened.look('jumpcloud.test-reports')).items
  const { seqs, steps } = Object(report?.value)
  expect(seqs).toEqual(steps.map(({ seq }: { seq: number }) => seq))
  const sent = (await opened.look('world.traffic', '?where=activity:test&sort=seq')).items
  expect(sent.map(({ value }) => [value.seq, value.step])).toEqual(
    steps.map(({ seq, step }: { seq: number; step: string }) => [seq, step]),
  )
})

test('what the receiver and JumpCloud log is found on the wire, by the exchange and by the moment', async () => {
  await opened.act('world.set-up', { provider: 'jumpcloud' })
  await opened.act('world.advance', { by: '5m' })
  const [entry] = (await opened.look('lark.sync-log', '?where=action:created&where=object:member&sort=-at')).items
  const caused = await opened.look('world.traffic', `?exchange=${entry?.value.exchange}`)
  expect(caused.items.map(({ value }) => [value.purpose, value.objectId])).toEqual([['create', entry?.value.objectId]])
  const told = await opened.look('jumpcloud.insights', '?eventType=user_create_provision&sort=-timestamp&limit=1')
  const { resource, timestamp, message_chain: chain } = Object(told.items[0]?.value)
  const about = `where=sender:jumpcloud&where=subject.id:${resource.id}&sort=-seq&limit=1`
  const sent = await opened.look('world.traffic', `?until=${timestamp}&${about}`)
  expect(sent.items[0]?.value).toMatchObject({ purpose: 'create', status: Number(chain.response_code) })
  const before = new Date(Number(sent.items[0]?.value.at) - 1).toISOString()
  expect((await opened.look('world.traffic', `?until=${before}&${about}`)).total).toBe(0)
})

test('start over begins as the command did, clock and all, and can be undone', async () => {
  const beginning = await instant()
  await opened.act('world.set-up', { provider: 'entra' })
  await opened.act('world.advance', { by: '1d' })
  const [members, later] = [await memberNames(), await instant()]
  expect(later).not.toBe(beginning)
  expect((await opened.act('world.start-over')).status).toBe(200)
  expect([await memberNames(), await instant()]).toEqual([[], beginning])
  expect((await opened.look('entra.users')).total).toBe(12)
  expect((await opened.look('world.traffic')).total).toBe(0)
  const undo = await opened.act('world.restore-snapshot', { name: 'before starting over' })
  expect(undo.status).toBe(200)
  expect([await memberNames(), await instant()]).toEqual([members, later])
})

test('what came back goes on: the next cycle brings the change of a person', async () => {
  await opened.act('world.set-up', { provider: 'entra' })
  await opened.act('world.take-snapshot', { name: 'connected' })
  await opened.act('world.start-over', { keepUndo: false })
  await opened.act('world.restore-snapshot', { name: 'connected' })
  const [user] = (await opened.look('entra.users')).items
  await opened.act('entra.delete-user', { user: user?.key })
  await opened.act('world.advance', { by: '40m' })
  const inactive = await opened.look('lark.members', '?where=status:Inactive')
  expect(inactive.items.map(({ value }) => value.name)).toEqual([user?.value.displayName])
})

test('snapshots have names of their own, and one that is not there is said with the nearest', async () => {
  await opened.act('world.take-snapshot', { name: 'before' })
  expect((await opened.act('world.take-snapshot', { name: 'before' })).body).toMatchObject({ code: 'conflict' })
  const answer = await opened.act('world.restore-snapshot', { name: 'befor' })
  expect(answer.body.error).toBe('There is no snapshot "befor". Did you mean "before"?')
  await opened.act('world.drop-snapshot', { name: 'before' })
  expect((await opened.look('world.snapshots')).items).toEqual([])
})

test('time goes to the next thing that is planned, and never back', async () => {
  const idle = await opened.act('world.advance', { toNext: true })
  expect(idle.body.error).toContain('nothing is planned')
  await opened.act('world.set-up', { provider: 'entra' })
  const [clock] = (await opened.look('world.clock')).items
  await opened.act('world.advance', { toNext: true })
  expect(await instant()).toBe(clock?.value.nextDue)
  expect(clock?.value.next).toEqual([{ due: clock?.value.nextDue, actor: 'entra', label: 'incremental cycle of Lark' }])
  const back = await opened.act('world.advance', { to: '2026-01-01T00:00:00Z' })
  expect([back.status, back.body.error]).toEqual([400, expect.stringContaining('Time never goes back')])
})

test('a fault that is set strikes so often, is told beside what it struck, and can be lifted', async () => {
  await opened.act('world.set-up', { provider: 'entra' })
  const effect = { kind: 'answer', status: 503 }
  const set = await opened.act('world.fault', { on: { method: 'GET', path: '/Users' }, effect, times: 2 })
  expect(set.body.result).toEqual({ inForce: 1 })
  await opened.act('entra.run-cycle')
  const struck = await opened.look('world.traffic', '?where=fault:answer 503')
  expect(struck.items.map(({ value }) => value.status)).toEqual(struck.items.map(() => 503))
  const [left] = (await opened.look('world.faults')).items
  expect(struck.total + Number(left?.value.left ?? 0)).toBe(2)
  await opened.act('world.fault', { effect: { kind: 'hang' } })
  await opened.act('world.lift-faults')
  expect((await opened.look('world.faults')).items).toEqual([])
})

test('a request is sent again with its token, which nobody is told, or with another body', async () => {
  await opened.act('world.set-up', { provider: 'entra' })
  const created = (await opened.look('world.traffic', '?where=purpose:create&where=object:user&limit=1')).items[0]
  const again = await opened.act('world.resend', { seq: Number(created?.key) })
  expect(again.body.result).toMatchObject({ status: 409, failure: null })
  const other = await opened.act('world.resend', { seq: Number(created?.key), body: '{' })
  expect(other.body.result).toMatchObject({ status: 400 })
  const byHand = await opened.look('world.traffic', '?sender=by-hand&whole=true')
  expect(byHand.items.map(({ value }) => [value.purpose, value.activity])).toEqual([
    ['create', null],
    ['create', null],
  ])
  expect(JSON.stringify(byHand)).not.toMatch(/Bearer [A-Za-z0-9_-]{20}/)
  expect((await opened.act('world.resend', { seq: 999_999 })).status).toBe(404)
})

test('a program and its vocabulary answer under their names; another name is told which there are', async () => {
  expect((await opened.look('receiver.members')).total).toBe(0)
  expect((await opened.look('lark.members')).total).toBe(0)
  const answer = await (await fetch(`${opened.url}/_scimulator/other/views/users`)).json()
  expect(answer).toMatchObject({
    code: 'not-found',
    error: expect.stringContaining('world, receiver, entra, jumpcloud, okta'),
  })
  expect(await (await fetch(`${opened.url}/elsewhere`)).text()).toBe('other')
})

test.each([
  { origin: 'http://evil.example' },
  { origin: 'http://localhost:3000' },
  { 'sec-fetch-site': 'cross-site' },
  { 'content-type': 'text/plain' },
])('an act with %j is refused and changes nothing', async (headers) => {
  const answer = await fetch(`${opened.url}/_scimulator/world/verbs/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"provider":"entra"}',
  })
  expect(answer.status).toBe(403)
  expect((await opened.look('lark.sync-sources')).total).toBe(0)
})

test('the stream tells of exchanges, changes and a new beginning', async () => {
  const seen: string[] = []
  opened.world.hub.subscribe(({ topic }) => seen.push(topic))
  await opened.act('world.set-up', { provider: 'entra' })
  expect(seen).toEqual(expect.arrayContaining(['exchange', 'changed']))
  await opened.act('world.start-over')
  expect(seen.at(-1)).toBe('changed')
  expect(seen).toContain('reset')
})

test('the reference names every verb and view of a world, and every topic', async () => {
  const page = readFileSync(new URL('../../../../docs/reference/control-surface.md', import.meta.url), 'utf8')
  const { verbs, views } = opened.world.control
  for (const name of [...verbs.keys(), ...views.keys(), 'exchange', 'changed', 'clock', 'progress', 'reset', 'gap'])
    expect(page).toMatch(new RegExp(`[\`/]${name}[\`/]`))
})

test('what administrators change by hand and what the clock removes are effects too, in one count with exchanges', async () => {
  await opened.act('world.set-up', { provider: 'entra' })
  const [member] = (await opened.look('lark.members')).items
  await opened.act('lark.edit-member', { member: member?.key, set: { status: 'Inactive' } })
  await opened.act('lark.delete-member', { member: member?.key })
  await opened.act('lark.add-member', { name: 'By Hand', email: 'hand@contoso.example' })
  await opened.act('world.advance', { by: '31d' })
  const { items } = await opened.look('world.effects', '?acts=true')
  expect(items.map(({ value }) => [value.cause, value.by, value.object, value.action])).toEqual([
    ['administrator', 'edit-member', 'member', 'deactivated'],
    ['administrator', 'delete-member', 'member', 'deleted'],
    ['administrator', 'add-member', 'member', 'created'],
    ['clock', 'advance', 'deleted member', 'purged'],
  ])
  const [first] = items
  const all = await opened.look('world.effects', `?since=${Number(first?.value.seq) - 1}&limit=1000`)
  expect(all.items[0]).toEqual(first)
  const text = await firstEvents(`${opened.url}/_scimulator/events?topics=effect&after=test-0`)
  expect(text).toContain('"cause":"administrator"')
  const shown = (await opened.look('world.happenings', '?where=kind:act')).items.map(({ value }) => value)
  expect(shown.map(({ by, what }) => `${by} ${what}`)).toEqual(
    items.map(({ value }) => `${value.cause} ${value.object} ${value.action}`),
  )
  // Begun anew, nothing has changed.
  await opened.act('world.start-over')
  expect((await opened.look('world.effects')).total).toBe(0)
})

test('what is no exchange has its place between them: the clock, cycles, faults', async () => {
  await opened.act('world.set-up', { provider: 'entra' })
  await opened.act('world.fault', { on: { method: 'GET' }, effect: { kind: 'answer', status: 503 }, times: 1 })
  await opened.act('world.lift-faults')
  await opened.act('world.lift-faults')
  await opened.act('world.advance', { by: '40m' })
  const read = async (view: string) =>
    (await opened.look(`world.${view}`, '?limit=1000')).items.map(({ value }) => value)
  const [happenings, traffic] = [await read('happenings'), await read('traffic')]
  expect(happenings.map(({ kind, activity, what }) => [kind, activity ?? what])).toEqual([
    ['began', 'test'],
    ['began', 'cycle'],
    ['ended', 'cycle'],
    ['fault', 'answer 503 for GET, once'],
    ['faults-lifted', null],
    ['clock', null],
    ['began', 'cycle'],
    ['ended', 'cycle'],
  ])
  const [, began, ended] = happenings
  const cycle = traffic.filter(({ run }) => run === began?.run).map(({ seq }) => Number(seq))
  expect(cycle.length).toBeGreaterThan(2)
  expect([Number(began?.seq) < Math.min(...cycle), Number(ended?.seq) > Math.max(...cycle)]).toEqual([true, true])
  const told = await firstEvents(`${opened.url}/_scimulator/events?topics=happening&after=test-0`)
  expect(told).toContain('"kind":"began"')
  // What is cleared is forgotten, and nothing else.
  expect((await opened.act('world.clear-traffic')).body.result).toEqual({ cleared: traffic.length })
  expect([(await read('traffic')).length, (await read('happenings')).length]).toEqual([0, 0])
  expect((await opened.look('lark.members')).total).toBeGreaterThan(0)
})

async function firstEvents(url: string): Promise<string> {
  const ending = new AbortController()
  const answer = await fetch(url, { signal: ending.signal })
  const chunk = await answer.body?.getReader().read()
  ending.abort()
  return new TextDecoder().decode(chunk?.value)
}

test('a world says which programs it has and where, by whose rules its receiver goes, and how much of the newest it holds', async () => {
  expect((await opened.look('world.world')).items[0]?.value).toMatchObject({
    programs: [
      { name: 'receiver', url: 'http://127.0.0.1:4711', port: 4711, version: '1.2.3' },
      { name: 'entra', url: null, port: null, version: '1.2.3' },
      { name: 'jumpcloud', url: null, port: null },
      { name: 'okta', url: null, port: null },
    ],
    receiver: 'lark',
    target: null,
    rings: { events: 10_000, exchanges: 10_000 },
  })
})

test('an exchange tells how long its bodies are, and what had happened when it was sent', async () => {
  await opened.act('world.set-up', { provider: 'entra' })
  const { items } = await opened.look('world.traffic', '?limit=1000&whole=true')
  for (const { value } of items) {
    const [sent, answered] = [Object(value.request).body ?? '', Object(value.response).body ?? '']
    expect(value.bytes).toBe(Buffer.byteLength(sent) + Buffer.byteLength(answered))
    expect(Number(value.startedSeq)).toBeLessThan(Number(value.seq))
  }
  // Members that the application took are counted by its answer.
  const group = items.find(({ value }) => value.purpose === 'change-members')
  expect(group?.value.arrived).toBe(group?.value.added)
})

test('a company has another name when the world has begun with one', async () => {
  const { body } = await opened.act('world.set-company', { name: 'Fabrikam', domain: 'fabrikam.example' })
  expect(body.error).toContain('Start it with --demo')
  await opened.close()
  opened = await openedWorld(3, { name: 'Contoso', domain: 'contoso.example' })
  const set = await opened.act('world.set-company', { name: 'Fabrikam', domain: 'fabrikam.example' })
  expect(set.body.result).toMatchObject({ undo: 'before starting over' })
  expect((await opened.look('world.world')).items[0]?.value.company).toEqual({
    name: 'Fabrikam',
    domain: 'fabrikam.example',
  })
  const users = (await opened.look('entra.users')).items.map(({ key }) => key)
  expect([users.length, users.every((key) => key.endsWith('@fabrikam.example'))]).toEqual([3, true])
  expect((await opened.act('world.set-company', { name: 'X', domain: 'not a domain' })).status).toBe(400)
})
