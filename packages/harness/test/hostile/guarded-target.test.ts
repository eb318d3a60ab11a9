// The guard, the ledger, those who watch and those who are adopted, together at an endpoint in this process.
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScimMethod, ScimRequest, Send } from '@scimulator/shared/provisioning'
import { afterEach, expect, test } from 'vitest'
import { cleanTarget } from '../../src/target/clean-target.ts'
import { type GuardTargetOptions, guardTarget } from '../../src/target/guarded-target.ts'
import { createHostileTarget, HOSTILE_URL } from './hostile-target.ts'
import { type Traits, traitsOf } from './traits.ts'

const HARMLESS: Traits = {
  ...traitsOf(1),
  ...{
    post: 'own',
    postStatus: 201,
    linksBy: [],
    filter: 'right',
    redirects: 'none',
    usesIdsAgain: false,
    ids: 'uuid',
  },
  ...{
    list: 'whole',
    shows: { created: 'now', date: 'right' },
    addsMembers: false,
    patchAnswer: 200,
    isLenient: false,
    mishapOdds: 0,
  },
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scimulator-guarded-'))
  folders.push(folder)
  return folder
}

function endpoint(traits: Partial<Traits> = {}, wrap: (send: Send) => Send = (send) => send) {
  let now = Date.parse('2026-11-29T10:00:00Z')
  const clock = (): number => {
    now += 7
    return now
  }
  const hostile = createHostileTarget(7, { ...HARMLESS, ...traits }, clock)
  const send = wrap(hostile.send)
  const connected = { url: HOSTILE_URL, token: 't', headers: [], watchSecrets: () => () => {}, send }
  const open = (options: GuardTargetOptions = {}) =>
    guardTarget(connected, { ledgerFolder: false, time: { now: clock, sleep: () => Promise.resolve() }, ...options })
  const idOf = async (name: string): Promise<string> => {
    const answer = await hostile.send(request('GET', `/Users?filter=${encodeURIComponent(`userName eq "${name}"`)}`))
    return JSON.parse(answer.response?.body ?? '').Resources[0].id
  }
  return { hostile, connected, open, idOf }
}

function request(method: ScimMethod, path: string, body?: unknown): ScimRequest {
  return {
    method,
    url: `${HOSTILE_URL}${path}`,
    headers: [],
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

const replace = (path: string, value: unknown) => ({ Operations: [{ op: 'replace', path, value }] })
const ANA = 'ana@contoso.example'

test('somebody who changes by himself ends the run, with who and what', async () => {
  const { hostile, open, idOf } = endpoint()
  const target = await open()
  const run = await target.openRun('a')
  const send = run.namespacing(run.guarding(run.send))
  expect((await send(request('POST', '/Users', { userName: ANA }))).response?.status).toBe(201)
  expect(target.damage).toBeUndefined()
  const id = await idOf(ANA)
  await hostile.send(request('PATCH', `/Users/${id}`, replace('title', 'Somebody else')))
  await send(request('POST', '/Groups', { displayName: 'Sales' }))
  expect(target.damage).toMatch(
    new RegExp(
      `^The user ${id}, there before the run, has changed \\(seen after the first POST of /Groups\\): title, lastModified 2026-08-31`,
    ),
  )
  expect(target.damage).not.toContain('Somebody else')
  expect((await send(request('POST', '/Users', { userName: 'late' }))).failure?.kind).toBe('blocked')
  // What the run has made goes all the same.
  expect(await run.cleanUp()).toEqual([])
  expect(hostile.others()).toEqual([])
})

test('somebody who is gone is seen at the end; an attribute that is always another says nothing', async () => {
  let reads = 0
  const restless =
    (send: Send): Send =>
    async (asked) => {
      const exchange = await send(asked)
      reads += 1
      const body = exchange.response?.body ?? ''
      if (!body.startsWith('{"id"') || !exchange.response) return exchange
      return {
        ...exchange,
        response: { ...exchange.response, body: body.replace('{"id"', `{"lastSeen":${reads},"id"`) },
      }
    }
  const { hostile, open, idOf } = endpoint({}, restless)
  const target = await open()
  const run = await target.openRun('a')
  await run.namespacing(run.guarding(run.send))(request('POST', '/Users', { userName: 'new' }))
  await run.cleanUp()
  expect(target.damage).toBeUndefined()
  const id = await idOf(ANA)
  await hostile.send(request('DELETE', `/Users/${id}`))
  await target.finish()
  expect(target.damage).toMatch(new RegExp(`^The user ${id}, there before the run, has changed \\(seen at the end\\)`))
})

test('what is on its way when the run is left goes as well, and nothing leaves behind it', async () => {
  const slow =
    (send: Send): Send =>
    async (asked) => {
      if (asked.method === 'POST') await new Promise((resolve) => setTimeout(resolve, 50))
      return send(asked)
    }
  const { hostile, open } = endpoint({}, slow)
  const run = await (await open()).openRun('a')
  const send = run.namespacing(run.guarding(run.send))
  const sent = send(request('POST', '/Users', { userName: 'on-its-way' }))
  const left = run.cleanUp()
  const late = await send(request('POST', '/Users', { userName: 'too-late' }))
  expect(late.failure).toMatchObject({ kind: 'blocked', message: expect.stringContaining('the run is over') })
  expect(await left).toEqual([])
  expect((await sent).response?.status).toBe(201)
  expect((await send(request('GET', '/Users'))).failure?.kind).toBe('blocked')
  expect(hostile.others()).toEqual([])
})

test('what another run makes and takes away meanwhile is no damage', async () => {
  const { hostile, open } = endpoint()
  // Another machine's run is under way when this one looks around.
  const other = await (await open({ runId: 'aaaa1111' })).openRun('b')
  const sendOther = other.namespacing(other.guarding(other.send))
  expect((await sendOther(request('POST', '/Users', { userName: 'theirs' }))).response?.status).toBe(201)
  expect((await sendOther(request('POST', '/Groups', { displayName: 'Theirs' }))).response?.status).toBe(201)
  const target = await open()
  const run = await target.openRun('a')
  const send = run.namespacing(run.guarding(run.send))
  expect(await other.cleanUp()).toEqual([])
  expect((await send(request('POST', '/Users', { userName: 'ours' }))).response?.status).toBe(201)
  await run.cleanUp()
  await target.finish()
  expect(target.damage).toBeUndefined()
  expect(hostile.others()).toEqual([])
})

test('a group that everybody enters by a rule gets the run’s accounts, and that is no damage', async () => {
  const { hostile, open } = endpoint()
  const target = await open()
  const run = await target.openRun('a')
  const send = run.namespacing(run.guarding(run.send))
  const made = await send(request('POST', '/Users', { userName: 'new' }))
  const groups = JSON.parse((await hostile.send(request('GET', '/Groups'))).response?.body ?? '')
  const value = [{ value: JSON.parse(made.response?.body ?? '').id }]
  await hostile.send(
    request('PATCH', `/Groups/${groups.Resources[0].id}`, { Operations: [{ op: 'add', path: 'members', value }] }),
  )
  await target.finish()
  expect(target.damage).toBeUndefined()
})

test('who is adopted may be changed, is never deleted, and is put back', async () => {
  const { hostile, open, idOf } = endpoint()
  const id = await idOf(ANA)
  const folder = newFolder()
  const before = JSON.parse((await hostile.send(request('GET', `/Users/${id}`))).response?.body ?? '')
  const target = await open({ adopt: [ANA], ledgerFolder: folder })
  const saved = readdirSync(folder).find((name) => name.endsWith('.adopted.json')) ?? ''
  expect(statSync(join(folder, saved)).mode & 0o777).toBe(0o600)
  const run = await target.openRun('a')
  const send = run.namespacing(run.guarding(run.send))
  const found = await send(request('GET', `/Users?filter=${encodeURIComponent(`userName eq "${ANA}"`)}`))
  expect(JSON.parse(found.response?.body ?? '').Resources).toMatchObject([{ id, userName: ANA }])
  expect((await send(request('PATCH', `/Users/${id}`, replace('active', false)))).response?.status).toBe(200)
  expect((await send(request('DELETE', `/Users/${id}`))).failure?.message).toMatch(
    /is adopted, and what is adopted is never deleted/,
  )
  expect(await run.cleanUp()).toEqual([])
  expect(await target.finish()).toEqual([])
  expect(target.damage).toBeUndefined()
  const after = JSON.parse((await hostile.send(request('GET', `/Users/${id}`))).response?.body ?? '')
  expect({ ...after, meta: 0 }).toEqual({ ...before, meta: 0 })
  expect(readdirSync(folder)).toEqual([])
})

test('who is adopted and cannot be put back is said, and the saved state stays for clean', async () => {
  let isStubborn = false
  const stubborn =
    (send: Send): Send =>
    async (asked) =>
      isStubborn && asked.method !== 'GET'
        ? { request: asked, startedAt: 0, durationMs: 0, response: { status: 403, headers: [], body: '' } }
        : send(asked)
  const { connected, open, idOf } = endpoint({}, stubborn)
  const id = await idOf(ANA)
  const folder = newFolder()
  const target = await open({ adopt: [id], ledgerFolder: folder })
  const run = await target.openRun('a')
  await run.guarding(run.send)(request('PATCH', `/Users/${id}`, replace('title', 'Changed')))
  isStubborn = true
  expect(await target.finish()).toEqual([`user ${id} (adopted) could not be put back: title`])
  isStubborn = false
  const cleaning = await cleanTarget(connected, { folder, ageMs: 0, isRunning: () => false })
  expect(cleaning).toMatchObject({ found: [], adopted: 1 })
  expect(await cleaning.remove()).toEqual({ leftovers: [], notPutBack: [] })
  expect(readdirSync(folder)).toEqual([])
})

test('nobody can be adopted who is not there', async () => {
  await expect(endpoint().open({ adopt: ['nobody@contoso.example'] })).rejects.toThrow(
    /--adopt: nothing at .* "nobody@contoso.example"/,
  )
})

test('at a target that is made for the run everybody is adopted, and names are the scenario’s own', async () => {
  const { hostile, open, idOf } = endpoint()
  const id = await idOf(ANA)
  const target = await open({ adopt: 'all' })
  const run = await target.openRun('a')
  const send = run.namespacing(run.guarding(run.send))
  await send(request('PATCH', `/Users/${id}`, replace('title', 'Changed')))
  await send(request('POST', '/Users', { userName: 'plain-name' }))
  expect(hostile.others()).toMatchObject([{ userName: 'plain-name' }])
  expect(await run.cleanUp()).toEqual([])
  expect(await target.finish()).toEqual([])
  expect(hostile.others()).toEqual([])
  expect(hostile.strangers()).not.toContain('Changed')
})

test('a run holds no more accounts than it may', async () => {
  const target = await endpoint().open({ maxAccounts: 2 })
  const run = await target.openRun('a')
  const send = run.namespacing(run.guarding(run.send))
  const statuses = []
  for (const userName of ['a', 'b', 'c'])
    statuses.push((await send(request('POST', '/Users', { userName }))).response?.status)
  expect(statuses).toEqual([201, 201, undefined])
  expect(run.stops).toMatchObject([{ verdict: 'limit', message: expect.stringContaining('--max-accounts') }])
})

test('whose mistake it is follows from what was asked for', async () => {
  const { open, idOf } = endpoint({ filter: 'a-stranger' })
  const id = await idOf(ANA)
  const target = await open()
  const [theirs, ours] = [await target.openRun('theirs'), await target.openRun('ours')]
  const search = (name: string) => request('GET', `/Users?filter=${encodeURIComponent(`userName eq "${name}"`)}`)
  const found = await theirs.namespacing(theirs.guarding(theirs.send))(search('nobody'))
  const strangers = JSON.parse(found.response?.body ?? '').Resources[0].id
  await theirs.guarding(theirs.send)(request('PATCH', `/Users/${strangers}`, replace('active', false)))
  expect(theirs.stops).toMatchObject([
    { verdict: 'protected', message: expect.stringContaining('which does not have that value') },
  ])
  await ours.guarding(ours.send)(search(ANA))
  await ours.guarding(ours.send)(request('PATCH', `/Users/${id}`, replace('active', false)))
  expect(ours.stops).toMatchObject([{ verdict: 'error', message: expect.stringContaining('The request was: PATCH') }])
})

test('nothing is made without a ledger, and no names are used twice', async () => {
  const { open } = endpoint()
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  await expect(open({ ledgerFolder: join(folder, 'file') })).rejects.toThrow(
    /without a ledger, and .* cannot be written/,
  )
  const target = await open({ runId: 'aoxy0001', ledgerFolder: folder })
  const run = await target.openRun('a')
  await run.namespacing(run.guarding(run.send))(request('POST', '/Users', { userName: 'new' }))
  const again = await open({ runId: 'aoxy0001', ledgerFolder: folder })
  await expect(again.openRun('a')).rejects.toThrow(
    /has left something at the target\. Remove it first: scimulator clean/,
  )
  expect(await run.cleanUp()).toEqual([])
  await expect(again.openRun('a')).resolves.toMatchObject({ runId: run.runId })
})
