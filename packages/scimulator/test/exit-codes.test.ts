// One meaning each, the same in every command: 0 as asked, 1 found something, 2 could not look, 3 our own bug, 4 something is left at the
// target. 130 and 143 are shown where programs are stopped: interrupted-run.test.ts and receiver-up.test.ts.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { listen } from '@scimulator/shared/http'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { exitWith } from '../src/cli/output.ts'
import { scimulator } from './in-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-codes-'))
const home = process.cwd()
const closers: (() => unknown)[] = []

const HEAD = '# yaml-language-server: $schema=scenario.schema.json\nscenario: S\ndescription: D\n'
const PUSH = `steps:
  - entra.load-company:
      company: { name: C, domain: c.test, people: [{ key: ana, displayName: Ana, email: ana@c.test }] }
  - receiver.add-source: { kind: Entra ID, activate: true }
    save: source
  - entra.create-app: { name: App }
  - entra.set-credentials: { tenantUrl: "\${source.url}?aadOptscim062020", secretToken: "\${source.token}" }
  - entra.set-settings: { scope: Sync all users and groups }
  - entra.start: {}
expect:
  - { view: directory.users, include: { ana@c.test: { active: true } } }
`

beforeAll(() => {
  process.env.SCIMULATOR_TOKEN = 'the-token-of-the-target'
  process.chdir(folder)
  mkdirSync('with-a-file')
  writeFileSync('with-a-file/file', '')
  writeFileSync('push.yaml', HEAD + PUSH)
  writeFileSync('fails.yaml', `${HEAD}steps:\n  - note: nothing\nexpect:\n  - { view: lark.members, count: 7 }\n`)
  writeFileSync('wrong.yaml', `${HEAD}steps:\n  - lark.add-membr: { name: Ana }\n`)
  writeFileSync('loose.yaml', `${HEAD}steps:\n  - {note: nothing}  \n`)
  writeFileSync('no-yaml.yaml', 'scenario: "open\n')
  writeFileSync('scimulator.config.yaml', 'targets:\n  staging:\n    url: http://127.0.0.1:1/v2\n    tokenEv: T\n')
})

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

afterAll(() => {
  process.chdir(home)
  delete process.env.SCIMULATOR_TOKEN
  rmSync(folder, { recursive: true })
})

async function plainEndpoint(): Promise<string> {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'the-token-of-the-target' }] })
  const { url } = await receiver.listen({ port: 0 })
  closers.push(() => receiver.close())
  return `${url}/scim/v2`
}

/** Before a plain endpoint: answers every DELETE with 405. */
async function keepingEndpoint(): Promise<string> {
  const origin = new URL(await plainEndpoint())
  const keeping = await listen(async (request, response) => {
    const body = await new Promise<string>((resolve) => {
      let text = ''
      request.on('data', (chunk) => (text += chunk)).on('end', () => resolve(text))
    })
    const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'application/scim+json' }
    const method = request.method ?? 'GET'
    const answer =
      method === 'DELETE'
        ? new Response(null, { status: 405 })
        : await fetch(new URL(request.url ?? '/', origin), { method, headers, ...(body === '' ? {} : { body }) })
    response.writeHead(answer.status, { 'content-type': 'application/scim+json' }).end(await answer.text())
  })
  closers.push(() => keeping.close(0))
  return `${keeping.url}${origin.pathname}`
}

describe('exit codes', { timeout: 60_000 }, () => {
  test.each([
    ['run, all passed', 0, ['run', 'push.yaml']],
    ['run, an expectation failed', 1, ['run', 'fails.yaml']],
    ['run, a file does not load', 2, ['run', 'wrong.yaml']],
    ['run, no such file', 2, ['run', 'nowhere.yaml']],
    ['run, a folder without scenarios', 2, ['run', 'with-a-file']],
    ['run, a result that cannot be written', 2, ['run', 'push.yaml', '--json', 'with-a-file/file/result.json']],
    ['run, a result where no folder can be made', 2, ['run', 'push.yaml', '--json', '/proc/no/such/result.json']],
    ['run, a JUnit file that is a folder', 2, ['run', 'push.yaml', '--junit', 'with-a-file']],
    ['run, a folder of archives that is a file', 2, ['run', 'push.yaml', '--har', 'with-a-file/file']],
    ['run, two results on standard output', 2, ['run', 'push.yaml', '--json', '-', '--junit', '-']],
    ['run, a way to a target and no target', 2, ['run', 'push.yaml', '--insecure']],
    ['run, a configuration with a mistake', 2, ['run', 'push.yaml', '--target', 'staging']],
    ['run, no target there', 2, ['run', 'push.yaml', '--target', 'http://127.0.0.1:1']],
    ['run, another machine without consent', 2, ['run', 'push.yaml', '--target', 'https://scim.example.com']],
    [
      'run, a program that does not start',
      2,
      ['run', 'push.yaml', '--target', 'http://127.0.0.1:1', '--start', 'exit 3'],
    ],
    ['test, a program that does not start', 2, ['test', 'http://127.0.0.1:1', '--start', 'exit 3']],
    ['lint, nothing found', 0, ['lint', 'push.yaml']],
    ['lint, something found', 1, ['lint', 'wrong.yaml']],
    ['lint, no such file', 2, ['lint', 'nowhere.yaml']],
    ['fmt, in the layout', 0, ['fmt', '--check', 'push.yaml']],
    ['fmt, in another layout', 1, ['fmt', '--check', 'loose.yaml']],
    ['fmt, a file that is no YAML', 2, ['fmt', 'no-yaml.yaml']],
    ['describe', 0, ['describe', 'push.yaml']],
    ['describe, a file does not load', 2, ['describe', 'wrong.yaml']],
    ['look', 0, ['look', 'push.yaml', '--at', '2', 'entra.users']],
    ['look, no such view', 2, ['look', 'push.yaml', 'entra.usrs']],
    ['look, no such step', 2, ['look', 'push.yaml', '--at', '9', 'entra.users']],
    ['call, nothing there', 2, ['call', 'entra.start', '--at', 'http://127.0.0.1:1']],
    ['call, no such verb', 2, ['call', 'entra.strat']],
    ['completion', 0, ['completion', 'zsh']],
    ['completion, no such shell', 2, ['completion', 'csh']],
    ['test, nothing there', 2, ['test', 'http://127.0.0.1:1']],
    ['doctor, no data folder', 2, ['doctor', 'nowhere']],
    ['init', 0, ['init', 'begun']],
    ['init, once more', 0, ['init', 'begun']],
    ['init, a scenario in the way', 2, ['init', 'begun', '--only', 'jumpcloud']],
    ['init, no such provider', 2, ['init', 'elsewhere', '--only', 'okta']],
    ['init, a folder that is a file', 2, ['init', 'with-a-file/file']],
    ['watch, no such folder', 2, ['watch', 'nowhere']],
    ['copy, no such scenario', 2, ['copy', 'nowhere']],
    ['list', 0, ['list']],
    ['export', 0, ['export', 'requests', '--as', 'entra', '--act', 'disabled']],
    ['export of an act that does not exist', 2, ['export', 'requests', '--as', 'entra', '--act', 'x']],
    ['schema', 0, ['schema']],
    ['up, people without a company', 2, ['up', '--people', '3']],
    ['up, more people than a process holds', 2, ['up', '--demo', '--people', '50001']],
    ['up, a clock that does not go with a folder', 2, ['up', '--data', 'world', '--clock', 'virtual']],
    ['mcp, consent without an endpoint', 2, ['mcp', '--i-own-this-target']],
    ['an option that does not exist', 2, ['run', '--nonsense']],
    ['help', 0, ['help', 'run']],
  ] as const)('%s: %i', async (_name, code, args) => {
    const ended = await scimulator(...args)
    expect(ended.code, ended.err).toBe(code)
    if (code === 2) expect(ended.err === '' ? ended.out : ended.err).not.toMatch(/\n {4}at |bug in Scimulator/)
  })

  test('a run at a target that passes and leaves nothing is 0; one that leaves something is 4, and says how to remove it', async () => {
    expect((await scimulator('run', 'push.yaml', '--target', await plainEndpoint())).code).toBe(0)
    const { code, out } = await scimulator('run', 'push.yaml', '--target', await keepingEndpoint())
    expect(code, out).toBe(4)
    expect(out).toContain('By hand: ')
  })

  test('what nobody expected is 3, with the lines that a report needs', async () => {
    await exitWith(() => Promise.reject(new TypeError('x is not a function')))
    expect(process.exitCode).toBe(3)
    process.exitCode = undefined
  })
})

describe('results on standard output', { timeout: 60_000 }, () => {
  test('--json -: the result alone; what is for people goes to standard error', async () => {
    const { code, out, err } = await scimulator('run', 'push.yaml', '--json', '-')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ outcome: 'passed' })
    expect(err).toContain('1 scenario: 1 passed')
  })

  test('--junit - and --har -', async () => {
    expect((await scimulator('run', 'push.yaml', '--junit', '-')).out).toMatch(/^<\?xml/)
    const { out } = await scimulator('run', 'push.yaml', '--har', '-')
    expect(JSON.parse(out).log.entries.length).toBeGreaterThan(1)
  })
})
