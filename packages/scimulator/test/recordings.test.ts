// The guide to recordings: each of its commands is run as it stands there, with a port of its own.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocksOf } from '../../../scripts/screens/blocks.ts'
import { type Started, startCommand } from './command.ts'
import { scimulator } from './in-process.ts'

const GUIDE = readFileSync(join(import.meta.dirname, '../../../docs/guides/recordings.md'), 'utf8')
const REPLAY = readFileSync(join(import.meta.dirname, '../../../docs/guides/replay.md'), 'utf8')
const TOKEN = 'the-token-of-the-target'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-recordings-'))
const receiver = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
let to = ''

beforeAll(async () => {
  to = `${(await receiver.listen({ port: 0 })).url}/scim/v2`
})
afterAll(async () => {
  await receiver.close()
  rmSync(folder, { recursive: true })
})

const commandsOf = (guide: string) =>
  blocksOf(guide)
    .filter(({ language }) => language === 'sh')
    .map(({ text }) => text.trim().split(' ').slice(2))
const commands = commandsOf(GUIDE)

/** The endpoint of the guide is the one of this test. */
function start(args: readonly string[], ...more: readonly string[]): Started {
  const own = args.map((one) => (one.startsWith('http://localhost:3000/') ? to : one))
  return startCommand([...own, ...more], { cwd: folder, env: { TOKEN } })
}

const baseOf = (line: string): string => / at (http:\S+) /.exec(line)?.[1] ?? line

async function create(url: string, userName: string): Promise<number> {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json', adscimversion: '5.0' }
  const schemas = ['core:2.0:User', 'extension:enterprise:2.0:User'].map(
    (name) => `urn:ietf:params:scim:schemas:${name}`,
  )
  const body = JSON.stringify({ schemas, userName, active: true, meta: { resourceType: 'User' } })
  return (await fetch(`${url}/Users`, { method: 'POST', headers, body })).status
}

async function ended({ child, ended: end }: Started, signal: NodeJS.Signals = 'SIGINT') {
  child.kill(signal)
  return end
}

test('a recording is made, goes on, and names nobody', async () => {
  const [first = []] = commands
  const recording = start(first, '--port', '0')
  expect(await create(baseOf(await recording.firstLine), 'ana.silva@contoso.com')).toBe(201)
  const { code, out, err } = await ended(recording)
  expect(code).toBe(130)
  expect(out).toMatch(
    /\n {4}1 {2}Entra ID +create +201 .* POST \/scim\/v2\/Users .*unlike ours: .*header user-agent: node\n/,
  )
  expect(err).toMatch(/^Entra ID: 1 request \(1 create\)\n[\s\S]*1 exchange is in today.jsonl.\n$/)
  const again = start(first, '--port', '0')
  const line = await again.firstLine
  expect(line).toContain('into today.jsonl, after 1 that are there.')
  expect(await create(baseOf(line), 'bea.costa@contoso.com')).toBe(201)
  expect((await ended(again, 'SIGTERM')).code).toBe(143)
  const text = readFileSync(join(folder, 'today.jsonl'), 'utf8')
  expect(text.split('\n')).toHaveLength(4)
  expect(`${text}${out}`.match(/silva|costa|contoso|the-token-of-the-target/i)).toBeNull()
  expect(statSync(join(folder, 'today.jsonl')).mode & 0o777).toBe(0o600)
})

test('a tenant calls by the name of its tunnel, and nobody else does', async () => {
  const [, second = []] = commands
  const recording = start(second, '--port', '0')
  const url = new URL(baseOf(await recording.firstLine))
  const statusBy = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = { host, authorization: `Bearer ${TOKEN}`, adscimversion: '5.0' }
      const path = '/Users?filter=userName+eq+%22cf4d78e8-01b2-4f7f-9d7b-5d8b5d8f6f2a%22'
      get({ port: url.port, host: url.hostname, path, headers }, (answer) => resolve(answer.resume().statusCode)).on(
        'error',
        reject,
      )
    })
  expect([await statusBy('abc.tunnel.example'), await statusBy('evil.example')]).toEqual([200, 421])
  const { err, out } = await ended(recording)
  expect(out).toMatch(/ {4}1 {2}Entra ID +probe .* unlike ours: header adscimversion: a version/)
  expect(err).toMatch(
    /^Entra ID: 1 request \(1 probe\)\nOur engines would not have sent:\n {2}GET \/Users: header adscimversion: a version \(exchange 1\)\n/,
  )
})

test('what Okta would not have sent is told as well', async () => {
  const recording = start(['record', '--to', to, '--out', 'okta.jsonl', '--port', '0'])
  const headers = { authorization: `Bearer ${TOKEN}`, 'user-agent': 'Okta SCIM Client 1.0.0' }
  const query = 'filter=userName%20eq%20%22ana%22&attributes=id'
  expect((await fetch(`${baseOf(await recording.firstLine)}/Users?${query}`, { headers })).status).toBe(200)
  const { err } = await ended(recording)
  expect(err).toMatch(/^Okta: 1 request \(1 match\)\nOur engines would not have sent:\n/)
  expect(err).toContain('  GET /Users: query filter, attributes (exchange 1)\n')
})

test('what was kept on purpose is taken out before it is shown', async () => {
  const [, , third = [], fourth = []] = commands
  const recording = start(third, '--port', '0')
  expect(await create(baseOf(await recording.firstLine), 'carla.silva@contoso.com')).toBe(201)
  await ended(recording)
  expect(readFileSync(join(folder, 'people.jsonl'), 'utf8')).toContain('carla.silva@contoso.com')
  expect(await start(fourth).ended).toMatchObject({
    code: 0,
    err: 'Entra ID: 1 request (1 create)\n1 exchange, without the people in it.\n',
  })
  const shared = readFileSync(join(folder, 'shared.jsonl'), 'utf8')
  expect(shared.match(/carla|silva|contoso/i)).toBeNull()
  expect(shared).toContain('"personalData":"replaced"')
})

test('a recording becomes a scenario, which runs; one that keeps the people in it does not, unasked', async () => {
  const home = process.cwd()
  process.chdir(folder)
  try {
    const [, , , , fifth = []] = commands
    const { code, out, err } = await scimulator(...fifth)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('of 1 write of the recording.')
    expect(readFileSync('scenarios/shared.yaml', 'utf8')).toMatch(
      /^# yaml-language-server: .*\n# Told from shared.jsonl.\n# Our engine sends [\s\S]*entra.create-user/,
    )
    expect(await scimulator('lint', 'scenarios')).toMatchObject({ code: 0, err: '' })
    expect((await scimulator('fmt', '--check', 'scenarios')).code).toBe(0)
    expect(await scimulator('run', 'scenarios')).toMatchObject({ code: 0 })
    expect(await scimulator('init', '--from', 'people.jsonl')).toMatchObject({
      code: 2,
      err: expect.stringContaining('people.jsonl keeps the people in it'),
    })
  } finally {
    process.chdir(home)
  }
})

test('pages refuse a scenario with real people in it, unless told', async () => {
  const home = process.cwd()
  process.chdir(folder)
  try {
    const told = await scimulator('init', 'real', '--from', 'people.jsonl', '--with-personal-data')
    expect(told).toMatchObject({ code: 0, err: '' })
    const file = 'real/scenarios/people.yaml'
    expect(readFileSync(file, 'utf8')).toMatch(/^tags: \[\s*personal-data\s*\]$/m)
    const refusal = { code: 2, err: expect.stringContaining(`${file} has real people in it`) }
    expect(await scimulator('export', file, '-o', 'a.html')).toMatchObject(refusal)
    expect(await scimulator('run', 'real/scenarios', '--html', 'b.html')).toMatchObject(refusal)
    expect(await scimulator('run', file, '--html', 'b.html', '--with-personal-data')).toMatchObject({ code: 0 })
    expect(readFileSync('b.html', 'utf8').length).toBeGreaterThan(1_000)
    expect(await scimulator('run', file)).toMatchObject({ code: 0 })
    expect(await scimulator('export', 'people.jsonl', '-o', 'c.html')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^people.jsonl is a recording. "scimulator init --from people.jsonl"[^\n]*\n?$/),
    })
  } finally {
    process.chdir(home)
  }
})

test('what was recorded is sent again: nothing differs, a lost write is shown, and nothing stays', async () => {
  const [first = [], second = []] = commandsOf(REPLAY)
  expect(await start(first).ended).toMatchObject({ code: 0, out: '2 requests sent, no answer differs.\n' })
  const text = readFileSync(join(folder, 'today.jsonl'), 'utf8')
  writeFileSync(join(folder, 'today.jsonl'), text.replace('"status":201', '"status":409'))
  const { code, out } = await start(first).ended
  expect([code, out]).toEqual([1, expect.stringMatching(/POST \/scim\/v2\/Users\n +status: recorded 409, here 201\n/)])
  writeFileSync(join(folder, 'browser.har'), JSON.stringify(archive()))
  expect(await start(second.slice(0, -1)).ended).toMatchObject({
    code: 2,
    err: expect.stringContaining('--with-personal-data'),
  })
  expect(await start(second).ended).toMatchObject({ code: 0, out: '1 request sent, no answer differs.\n' })
})

function archive() {
  const request = {
    method: 'GET',
    url: 'https://elsewhere.example/scim/v2/Users?filter=userName+eq+%22nobody%22',
    headers: [{ name: 'Authorization', value: 'x' }],
  }
  const response = { status: 200, content: { text: '{"totalResults":0,"Resources":[]}' } }
  return { log: { entries: [{ request, response }] } }
}

test.each<[what: string, args: readonly string[], message: RegExp]>([
  ['no URL', ['--to', 'localhost:3000', '--out', 'x.jsonl'], /--to is an http or https URL/],
  ['a query', ['--to', 'http://localhost:3000/scim?a=b', '--out', 'x.jsonl'], /what a client adds/],
  ['another machine', ['--to', 'https://app.example/scim', '--out', 'x.jsonl'], /--i-own-this-target/],
  [
    'something else in the file',
    ['--to', 'http://localhost:1/scim', '--out', 'notes.txt'],
    /notes.txt is no recording/,
  ],
])('%s is refused, with the way out', async (_what, args, message) => {
  writeFileSync(join(folder, 'notes.txt'), 'mine\n')
  const { code, err } = await startCommand(['record', ...args, '--port', '0'], { cwd: folder }).ended
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(message) })
  expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine\n')
})
