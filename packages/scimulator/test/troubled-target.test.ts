// A target that dies, asks for pauses, turns into a sign-in page or hands out somebody's account while a run is at work: what the command
// says, what it leaves, and its exit code.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { COUNTED_TOKEN, type CountingTarget, type Refusal, startCountingTarget } from './counting-target.ts'
import { scimulator } from './in-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-troubled-'))
const home = process.cwd()
let target: CountingTarget

vi.setConfig({ testTimeout: 60_000 })

const HEAD = '# yaml-language-server: $schema=scenario.schema.json\ndescription: D\n'
const PEOPLE = (name: string, more = ''): string => `${HEAD}scenario: ${name}
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
  - directory.create-user: { userName: ${name}1@contoso.example }
  - directory.create-user: { userName: ${name}2@contoso.example }
${more}expect:
  - { view: directory.users, count: 2 }
`

beforeAll(() => {
  process.env.SCIMULATOR_TOKEN = COUNTED_TOKEN
  process.chdir(folder)
  for (const name of ['a', 'b', 'c']) writeFileSync(`${name}.yaml`, PEOPLE(name))
  const manager = '{ "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager": { value: "4711" } }'
  writeFileSync('ours.yaml', PEOPLE('d', `  - directory.update-user: { user: d1@contoso.example, set: ${manager} }\n`))
})

afterEach(() => target.close())

afterAll(() => {
  process.chdir(home)
  delete process.env.SCIMULATOR_TOKEN
  rmSync(folder, { recursive: true })
})

const run = (...args: readonly string[]) => scimulator('run', ...args, '--target', target.url, '--parallel', '1')
const times = (text: string, part: RegExp): number => text.split(part).length - 1

/** From the n-th POST of a user on, everything is answered so. */
function fromPost(number: number, how: Refusal) {
  let posts = 0
  return (method: string, path: string): Refusal | undefined => {
    if (method === 'POST' && path.startsWith('/scim/v2/Users')) posts += 1
    return posts >= number ? how : undefined
  }
}

test('one that dies ends the run early with one message, and what is left is told once, with the request that removes it', async () => {
  // Two posts are those by which the run learns what the endpoint does.
  target = await startCountingTarget(fromPost(4, 'cut'))
  const { code, out, err } = await run('a.yaml', 'b.yaml', 'c.yaml')
  expect(code, out).toBe(2)
  const screen = out + err
  expect(times(screen, /The target stopped answering/)).toBe(1)
  expect(screen).toMatch(/curl -X DELETE [^\n]*Users/)
  const commands = [...screen.matchAll(/curl -X [^\n]+/g)].map(([text]) => text)
  expect(new Set(commands).size).toBe(commands.length)
  expect(screen).not.toContain('c.yaml: c  ')
  expect(readdirSync('.scimulator/ledgers').filter((name) => name.endsWith('.jsonl'))).toHaveLength(1)
  rmSync('.scimulator/ledgers', { recursive: true })
})

test.each([
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '1' } }],
  ['503 with Retry-After', { status: 503, headers: { 'retry-after': '1' } }],
  ['500', { status: 500 }],
  ['no answer', 'cut' as const],
])('a deletion that is answered with %s goes out again, and nothing is left', async (_name, how) => {
  let deletions = 0
  target = await startCountingTarget((method) => {
    if (method !== 'DELETE') return undefined
    deletions += 1
    return deletions === 3 ? how : undefined
  })
  const { code, out } = await run('a.yaml')
  expect(code, out).toBe(0)
  expect(out).not.toContain('left behind')
  expect(target.made.Users).toBeGreaterThan(2)
  expect(target.gone).toEqual(target.made)
})

test('one that turns into a sign-in page is not taken for an empty directory', async () => {
  const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><body>Please sign in' }
  target = await startCountingTarget(fromPost(5, page))
  const { code, out } = await run('a.yaml', 'b.yaml')
  expect(code, out).toBe(1)
  expect(out).not.toMatch(/✓ b.yaml/)
})

test('an account of somebody else that is handed out is protected: 1', async () => {
  let stranger = ''
  let posts = 0
  target = await startCountingTarget((method, path) => {
    if (method !== 'POST' || !path.startsWith('/scim/v2/Users')) return undefined
    posts += 1
    if (posts !== 4) return undefined
    const body = JSON.stringify({
      id: stranger,
      userName: 'ruth@corp.example',
      meta: { created: '2020-01-01T00:00:00Z' },
    })
    return { status: 201, headers: { 'content-type': 'application/scim+json' }, body }
  })
  const headers = { authorization: `Bearer ${COUNTED_TOKEN}`, 'content-type': 'application/scim+json' }
  const body = JSON.stringify({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: 'ruth@corp.example',
  })
  const made = await fetch(`${target.url}/Users`, { method: 'POST', headers, body })
  stranger = String(JSON.parse(await made.text()).id)
  posts = 0
  const { code, out } = await run('a.yaml')
  expect(code, out).toBe(1)
  expect(out).toMatch(/was answered with an account that is not the run's/)
  expect(out).not.toContain('ruth')
  expect((await fetch(`${target.url}/Users/${stranger}`, { headers })).status).toBe(200)
})

test('a probe that is answered with somebody else says so at whom it left out, by id and hash, and with the finding', async () => {
  const somebody = { id: 'r-1', userName: 'ruth@corp.example' }
  const body = JSON.stringify({ totalResults: 1, Resources: [somebody] })
  target = await startCountingTarget((method, path) =>
    method === 'GET' && path.includes('filter=userName')
      ? { status: 200, headers: { 'content-type': 'application/scim+json' }, body }
      : undefined,
  )
  const { code, out } = await run('entra/answer-lost', '--json', 'probe.json')
  expect(code, out).toBe(1)
  expect(out).toContain('2 runs did not pass for one reason\nA lookup finds everybody [filter-ignored]')
  const written = readFileSync('probe.json', 'utf8')
  expect(written).toMatch(
    /there is nobody\); userName \\"[0-9a-f-]{36}\\" was asked for, and answered with 1 who has another: r-1 \(hash [0-9a-f]{12}\); follows from filter-ignored"/,
  )
  expect(out + written).not.toContain('ruth')
})

test('a request that would name somebody the run has not made is our mistake: 3, with its text', async () => {
  target = await startCountingTarget()
  const { code, out } = await run('ours.yaml')
  expect(code, out).toBe(3)
  expect(times(out, /The request was: PATCH /)).toBe(1)
  expect(target.made.Users).toBe(target.gone.Users)
})
