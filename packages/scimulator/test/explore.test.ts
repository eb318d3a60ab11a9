// The guide "Explore your endpoint": what is found is a scenario file, which fails where it was found and passes where that is mended.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { startCommand } from './command.ts'
import { type RunningApp, startApp, TOKEN } from './express-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-explore-'))
const AUTHORIZATION = { authorization: `Bearer ${TOKEN}` }
let app: RunningApp

beforeEach(async () => {
  app = await startApp()
})
afterEach(() => app.stop())
afterAll(() => rmSync(folder, { recursive: true }))

const start = (...args: readonly string[]) => startCommand(args, { cwd: folder, env: { TOKEN } })
const scimulator = (...args: readonly string[]) => start(...args).ended

const GUIDE = readFileSync(join(import.meta.dirname, '../../../docs/guides/explore.md'), 'utf8')
/** The commands of the guide, without the word that is common to all. */
const commands = Array.from(GUIDE.matchAll(/^(?:TOKEN=… )?npx scimulator (.*)$/gm), ([, line = '']) => line.split(' '))

test('the guide has four commands', () => {
  expect(commands).toHaveLength(4)
})

test('a fault is found, written, and gone from its file once it is mended', async () => {
  const [, explore = [], run = []] = commands
  const { code, out } = await scimulator(...explore)
  expect(code).toBe(1)
  expect(out).toMatch(/^One of them ends in another directory. Its shortest form has [1-8] acts:$/m)
  expect(out).toMatch(/^What explains it: string-false-is-true: /m)
  expect((await scimulator(...run, '--brief')).code).toBe(1)
  const file = join(folder, 'found.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ +deviations:.*\n/m, ''))
  expect((await scimulator(...run, '--brief')).code).toBe(0)
}, 240_000)

/** As the guide has it. */
const atTheApp = (...more: readonly string[]) => [
  ...(commands[3] ?? []).map((one) => (one.startsWith('http:') ? app.url : one)),
  ...more,
]

test('an endpoint that is right is left as it was, and nothing is found there', async () => {
  await addStranger()
  const before = await people()
  const { code, out, err } = await scimulator(...atTheApp('--histories', '3'))
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('Nothing was found')
  expect(await people()).toBe(before)
}, 240_000)

test('histories for which there is no room are not taken for good ones', async () => {
  await addStranger()
  const before = await people()
  const { code, out } = await scimulator(...atTheApp('--histories', '3', '--max-accounts', '1'))
  expect(code).toBe(1)
  expect(out).toMatch(
    /^Not lived to the end, and not judged: 3 histories more\. The first: .*--max-accounts allows more/m,
  )
  expect(out).toMatch(/^0 histories, with seed 1\./m)
  expect(out).not.toContain('Nothing was found')
  expect(await people()).toBe(before)
}, 120_000)

test('a plan says what would be made there, and makes nothing', async () => {
  const { code, out, err } = await scimulator(...atTheApp('--histories', '3', '--plan'))
  expect([code, err]).toEqual([0, ''])
  const [, made = 0] = /would create there:\n {2}(\d+) users/.exec(out) ?? []
  expect(out).toMatch(new RegExp(`^ +${made} {2}POST /Users$`, 'm'))
  expect(Number(made)).toBeGreaterThan(0)
  expect(await people()).toContain('"totalResults":0')
}, 60_000)

test('a fault of an endpoint is found, named and reproduced by the file', async () => {
  app.stop()
  app = await startApp('no-soft-delete')
  await addStranger()
  const before = await people()
  const out = join(folder, 'theirs.yaml')
  const explored = await scimulator(...atTheApp('--histories', '40', '--acts', '20', '--out', out))
  expect(explored.code).toBe(1)
  expect(explored.out).toMatch(/^What explains it: /m)
  const run = await scimulator('run', out, '--target', app.url, '--token-env', 'TOKEN', '--brief')
  expect(run.code).toBe(1)
  expect(await people()).toBe(before)
}, 240_000)

test.each(['okta', 'okta-catalogue'])(
  '%s explores an endpoint, finds its fault, and leaves it as it was',
  async (idp) => {
    await addStranger()
    const before = await people()
    const as = ['--idp', idp, '--faults']
    expect(await scimulator(...atTheApp('--histories', '3', ...as))).toMatchObject({ code: 0, err: '' })
    expect(await people()).toBe(before)
    app.stop()
    app = await startApp('no-soft-delete')
    const out = `${idp}.yaml`
    const explored = await scimulator(...atTheApp('--histories', '60', '--acts', '20', '--out', out, ...as))
    expect(explored.code).toBe(1)
    expect(explored.out).toContain('is not as expected: active must be false, is true')
    expect(await people()).toContain('"totalResults":0')
  },
  240_000,
)

test('one that is interrupted takes away what it has made', async () => {
  await addStranger()
  const before = await people()
  const { child, ended } = start(...atTheApp('--histories', '500'))
  await expect.poll(people, { timeout: 30_000 }).not.toBe(before)
  child.kill('SIGINT')
  expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining('Interrupted.') })
  expect(await people()).toBe(before)
}, 60_000)

test.each([
  [['--idp', 'ping'], '--idp'],
  [['--acts', 'many'], '--acts takes a whole number from 1 on, not "many".'],
  [['--deviation', 'nonsense'], 'nonsense'],
  [['--plan'], '--plan needs --target URL'],
  [['--deviation', 'no-soft-delete', '--target', 'http://127.0.0.1:9/scim'], '--deviation is for our own receiver'],
])(
  '%j ends with 2 and says why',
  async (args, message) => {
    const { code, err } = await scimulator('explore', ...args)
    expect(err).toContain(message)
    expect(code).toBe(2)
  },
  60_000,
)

async function people(): Promise<string> {
  return (await fetch(`${app.url}/Users`, { headers: AUTHORIZATION })).text()
}

/** Somebody whom no run has made. */
async function addStranger(): Promise<void> {
  const headers = { ...AUTHORIZATION, 'content-type': 'application/scim+json' }
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User']
  const body = JSON.stringify({ schemas, userName: 'real@corp.example', active: true })
  expect((await fetch(`${app.url}/Users`, { method: 'POST', headers, body })).status).toBe(201)
}
