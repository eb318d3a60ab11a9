import { listen } from '@scimulator/shared/http'
import { Company } from '@scimulator/shared/people'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readTarget } from '../src/cli/read-target.ts'
import { createNamespace } from '../src/world/namespace.ts'
import { runText } from './run-text.ts'
import { type ScimmyTarget, startScimmyTarget } from './scimmy-target.ts'

let scimmy: ScimmyTarget

beforeEach(async () => {
  scimmy = await startScimmyTarget()
})

afterEach(async () => {
  await scimmy.close()
})

const TEXT = `
steps:
  - lark.add-sync-source: { kind: Entra ID }
    save: source
  - lark.add-member: { email: by-hand@c.test }
    save: member
  - idp.push-user: { user: '\${member.id}' }
  - idp.configure: { url: '\${source.url}', token: '\${source.token}' }
  - idp.load-company:
      company: { name: C, domain: c.test, people: [{ key: ana, displayName: Ana, email: ana@c.test }] }
  - idp.push-user: { user: ana@c.test }
expect:
  - { view: lark.members, count: 2 }
  - { view: directory.users, exactly: { ana@c.test: { userName: ana@c.test, displayName: Ana } } }
  - { view: idp.users, exactly: [ana@c.test] }
  - { view: traffic, sequence: [{ method: POST, path: /Users, status: 201, body: { userName: ana@c.test } }] }
`

const target = () => ({ url: scimmy.url, token: scimmy.token, namespace: 'zz-' })

test('a foreign target gets namespaced people, is read back over SCIM, and is left as it was found', async () => {
  const { result } = await runText(TEXT, { target: target() })
  expect(result.steps.map(({ outcome }) => outcome)).toEqual([
    'passed',
    'skipped',
    'skipped',
    'passed',
    'passed',
    'passed',
  ])
  expect(result.steps[1]?.message).toContain('is a foreign SCIM endpoint; nobody can do lark.add-member there')
  expect(result.steps[2]?.message).toContain('lark.add-member')
  expect(result.expectations.map(({ outcome }) => outcome)).toEqual(['skipped', 'passed', 'passed', 'passed'])
  expect(result.expectations[0]?.reason).toContain('does not show lark.members')
  expect(result).toMatchObject({ outcome: 'passed', leftBehind: [] })
  expect(scimmy.users.size).toBe(0)
})

test('others at the target are neither counted nor deleted', async () => {
  const body = JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'other@c.test' })
  const headers = { authorization: `Bearer ${scimmy.token}`, 'content-type': 'application/scim+json' }
  const answer = await fetch(`${scimmy.url}/Users`, { method: 'POST', headers, body })
  expect(answer.status).toBe(201)
  const { result } = await runText(TEXT, { target: target() })
  expect(result.outcome).toBe('passed')
  expect([...scimmy.users.values()].map(({ userName }) => userName)).toEqual(['other@c.test'])
})

test('the token of the target reaches no result', async () => {
  const outcome = await runText(TEXT, { target: target() })
  expect(JSON.stringify(outcome)).not.toContain(scimmy.token)
})

test('what cannot be deleted is said', async () => {
  const stubborn = await listen((request, response) => {
    const status = request.method === 'DELETE' ? 405 : request.method === 'POST' ? 201 : 200
    response.writeHead(status, { 'content-type': 'application/scim+json' })
    response.end(JSON.stringify(request.method === 'GET' ? { totalResults: 0, Resources: [] } : { id: 'u1' }))
  })
  const { result } = await runText(TEXT, { target: { ...target(), url: stubborn.url } })
  expect(result.leftBehind).toEqual([`${stubborn.url}/Users/u1 (DELETE answered 405)`])
  await stubborn.close(0)
})

test('the namespace goes into addresses and group names, and comes off again', () => {
  const namespace = createNamespace('zz-')
  const company = Company.parse({
    name: 'C',
    domain: 'c.test',
    people: [{ key: 'ana', displayName: 'Ana', email: 'ana@c.test', username: 'ana' }],
    groups: [{ name: 'Sales', members: ['ana'] }],
  })
  const marked = namespace.company(company)
  expect(marked.people[0]).toMatchObject({ key: 'ana', email: 'zz-ana@c.test', username: 'zz-ana' })
  expect(marked.groups[0]).toMatchObject({ name: 'zz-Sales', members: ['ana'] })
  const input = { user: 'ana@c.test', group: 'Sales', set: { department: 'Sales', mail: 'x@other.test' } }
  expect(namespace.input(input)).toEqual({
    user: 'zz-ana@c.test',
    group: 'zz-Sales',
    set: { department: 'Sales', mail: 'x@other.test' },
  })
  expect(namespace.plain(marked.groups)).toEqual(company.groups)
})

const CONSENT = { tokenEnv: 'SCIMULATOR_TEST_TOKEN', iOwnThisTarget: true }

test.each([
  ['no consent', { tokenEnv: 'X' }, 'add --i-own-this-target'],
  ['no token variable', { iOwnThisTarget: true }, '--token-env NAME'],
  [
    'an empty token variable',
    { ...CONSENT, tokenEnv: 'SCIMULATOR_UNSET' },
    'SCIMULATOR_UNSET (--token-env) is not set',
  ],
])('refuses a target with %s', async (_, given, message) => {
  await expect(readTarget(scimmy.url, given)).rejects.toThrow(message)
})

test('refuses a target that answers HTML, and says what came', async () => {
  process.env.SCIMULATOR_TEST_TOKEN = scimmy.token
  const page = await listen((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>')
  })
  await expect(readTarget(page.url, CONSENT)).rejects.toThrow(
    /answered 200 with text\/html, which is no SCIM ListResponse: "<!doctype html><title>Sign in<\/title>" Check that the URL/,
  )
  await page.close(0)
})

test('refuses a target that does not take the token, or is not there', async () => {
  process.env.SCIMULATOR_TEST_TOKEN = 'another-token'
  await expect(readTarget(scimmy.url, CONSENT)).rejects.toThrow('was refused with status 401')
  await expect(readTarget('http://127.0.0.1:1', CONSENT)).rejects.toThrow('Is it running?')
  await expect(readTarget('ftp://x', CONSENT)).rejects.toThrow('is no http or https URL')
})

test('accepts a target that answers as SCIM does', async () => {
  process.env.SCIMULATOR_TEST_TOKEN = scimmy.token
  await expect(readTarget(scimmy.url, CONSENT)).resolves.toEqual({
    url: scimmy.url,
    token: scimmy.token,
    namespace: 'scimulator-',
  })
})
