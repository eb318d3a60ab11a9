// `test --suite` at an endpoint over HTTP that is full of other people: its exit codes and files, and what it neither touches nor tells.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '@scimulator/shared/http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCommand } from './command.ts'
import { type PeopledTarget, startPeopledTarget } from './peopled-target.ts'

const CANARY = 'Quetzalcoatl'
const CLIENT_SECRET = 'canary-client-secret-7q'
const folder = mkdtempSync(join(tmpdir(), 'scimulator-suites-'))
let target: PeopledTarget

beforeAll(async () => {
  target = await startPeopledTarget(CANARY)
}, 60_000)

afterAll(async () => {
  await target.close()
  rmSync(folder, { recursive: true })
})

/** Okta's test looks at whoever comes first, and nobody who was there has these. */
const FIRST = ['okta-first-person/given-name', 'okta-first-person/active']

interface Row {
  readonly id: string
  readonly outcome: string
}

const LONG = { timeout: 120_000 }

async function ask(url: string, ...args: readonly string[]) {
  const env = { TOKEN: target.token, CLIENT_ID: 'client', CLIENT_SECRET, GITHUB_ACTIONS: '' }
  return await startCommand(['test', url, ...args], { cwd: folder, env }).ended
}

const file = (name: string): string => join(folder, name)
const read = (name: string): string => readFileSync(file(name), 'utf8')

test('all three suites are asked, touch nobody who was there, and tell of nobody', LONG, async () => {
  const before = await target.state()
  const suites = 'entra-gallery,okta,rfc'
  const files = ['--json', file('all.json'), '--junit', file('all.xml'), '--html', file('all.html'), '--verbose']
  const { code, out, err } = await ask(target.url, '--token-env', 'TOKEN', '--suite', suites, ...files)
  const [all, xml, html] = [JSON.parse(read('all.json')), read('all.xml'), read('all.html')]
  const rows = all.suites.flatMap(({ rows: some }: { rows: Row[] }) => some) as Row[]

  const failed = rows.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id)
  expect({ code, failed, left: all.leftBehind }).toEqual({
    code: 1,
    failed: FIRST,
    left: [],
  })
  expect(await target.state()).toBe(before)
  expect(out).toContain('The published checks pass here.')
  expect(out + xml).not.toMatch(/accepted by/i)
  const everything = [out, err, JSON.stringify(all), xml, html].join('\n')
  expect(everything).toContain('notOurs')
  expect(everything).not.toContain(CANARY)
  expect(everything).not.toContain(target.token)
  expect(xml.match(/<testcase /g)?.length).toBe(rows.length)
  expect(html.match(/<li data-item/g)?.length).toBe(rows.length)
  const shown = await startCommand(['report', 'show', file('all.json'), '--html', '-'], { cwd: folder }).ended
  expect(shown.out).toBe(html)
  expect((await startCommand(['report', 'show', file('all.json')], { cwd: folder }).ended).out).toContain(FIRST[0])
})

test.each(['agent', 'tap', 'github', 'json'])(
  'the reporter %s says what fails, and no secret and nobody',
  LONG,
  async (reporter) => {
    const proxy = await answering((path, text) =>
      path.includes('/Users') ? text.replace('"itemsPerPage"', '"perPage"') : text,
    )
    const summary = file(`${reporter}.md`)
    const env = { TOKEN: target.token, GITHUB_STEP_SUMMARY: summary }
    const args = ['test', proxy.url, '--token-env', 'TOKEN', '--suite', 'okta', '--reporter', reporter]
    const { code, out } = await startCommand(args, { cwd: folder, env }).ended
    const text = reporter === 'github' ? out + read('github.md') : out
    expect(code).toBe(1)
    expect(text).toContain('okta-first-person/itemsPerPage')
    expect(text).not.toContain(CANARY)
    expect(text).not.toContain(target.token)
    await proxy.close(0)
  },
)

test('a work order has the request, the answer and the command that proves it', LONG, async () => {
  const proxy = await answering((path, text) =>
    path.includes('/Users') ? text.replace('"itemsPerPage"', '"perPage"') : text,
  )
  const { out } = await ask(proxy.url, '--token-env', 'TOKEN', '--suite', 'okta', '--reporter', 'agent')
  expect(out).toContain('okta (as exported on 2024-05-13): 3 of the published checks do not pass here.')
  expect(out).toMatch(/## \d\. okta-first-person\/itemsPerPage\nmust hold: /)
  expect(out).toContain('Authorization: Bearer $TOKEN')
  expect(out).toContain(`prove: scimulator test ${proxy.url} --token-env TOKEN --suite okta --verbose, where [`)
  await proxy.close(0)
})

test('a required row that fails is 1, with the exchange on the screen and in JUnit', LONG, async () => {
  const proxy = await answering((path, text) =>
    path.includes('/Users') ? text.replace('"itemsPerPage"', '"perPage"') : text,
  )
  const { code, out } = await ask(proxy.url, '--token-env', 'TOKEN', '--suite', 'okta', '--junit', file('okta.xml'))
  expect(code).toBe(1)
  expect(out).toContain('[okta-first-person/itemsPerPage]')
  expect(out).toContain('sent     GET /Users?count=1&startIndex=1')
  expect(read('okta.xml')).toMatch(/failures="3"/)
  await proxy.close(0)
})

test('client credentials decide how the endpoint is reached, and no secret is told', LONG, async () => {
  const proxy = await answering((_, text) => text, 3_600)
  const oauth = ['--oauth-token-url', `${proxy.url}/token`, '--client-id-env', 'CLIENT_ID']
  const files = ['--client-secret-env', 'CLIENT_SECRET', '--json', file('oauth.json')]
  const { code, out } = await ask(proxy.url, '--suite', 'entra-gallery', ...oauth, ...files)
  const rows: Row[] = JSON.parse(read('oauth.json')).suites[0].rows
  const outcomeOf = (id: string) => rows.find((row) => row.id === id)?.outcome
  expect(code).toBe(0)
  expect(outcomeOf('entra-kit-scim/Validate_Credentials_Test')).toBe('pass')
  expect(outcomeOf('entra-authentication/token-life')).toBe('pass')
  expect(read('oauth.json') + out).not.toContain(CLIENT_SECRET)
  expect(read('oauth.json') + out).not.toContain(target.token)
  await proxy.close(0)
})

test('a token that lives ten minutes is too short for the gallery', LONG, async () => {
  const proxy = await answering((_, text) => text, 600)
  const oauth = ['--oauth-token-url', `${proxy.url}/token`, '--client-id-env', 'CLIENT_ID']
  const { code, out } = await ask(
    proxy.url,
    '--suite',
    'entra-gallery',
    ...oauth,
    '--client-secret-env',
    'CLIENT_SECRET',
  )
  expect(code).toBe(1)
  expect(out).toContain('[entra-authentication/token-life]')
  expect(out).toContain('[entra-kit-scim/Validate_Credentials_Test]')
  await proxy.close(0)
})

test.each([
  [['--suite', 'azure'], '--suite takes entra-gallery, okta, rfc, not "azure".'],
  [['--suite', 'rfc', '--finding', 'x'], '--finding does not go with it'],
  [['--suite', 'rfc', '--reporter', 'xml'], '--reporter takes screen, json, agent, github, tap, not "xml".'],
])('%j is a usage error', async (args, message) => {
  const { code, err } = await ask('http://127.0.0.1:9/scim', ...args)
  expect([code, err]).toEqual([2, expect.stringContaining(message)])
})

test('an endpoint that does not answer is 2', LONG, async () => {
  const { code, out } = await ask('http://127.0.0.1:9/scim', '--suite', 'okta')
  expect(code).toBe(2)
  expect(out).toContain('could not be looked at')
})

/** In front of the target: changes answers, and gives tokens that live so many seconds. */
async function answering(change: (path: string, text: string) => string, expires = 3_600) {
  return listen(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    if (url === '/token') {
      response.writeHead(200, { 'content-type': 'application/json' })
      const token = { access_token: target.token, token_type: 'Bearer', expires_in: expires }
      return void response.end(JSON.stringify(token))
    }
    const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }
    const sent = { authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? '' }
    const answer = await fetch(`${target.url}${url}`, { method, headers: sent, ...body })
    const text = change(url, await answer.text())
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'text/plain',
      ...(answer.headers.has('www-authenticate') ? { 'www-authenticate': 'Bearer' } : {}),
    })
    response.end(answer.status === 204 ? undefined : text)
  })
}
