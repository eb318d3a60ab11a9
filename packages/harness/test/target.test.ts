import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '@scimulator/shared/http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { junitXml } from '../src/report/junit.ts'
import { exitCodeOf, summarise } from '../src/report/result.ts'
import { runCases } from '../src/report/run-cases.ts'
import { SkipReason, skipText } from '../src/report/skip-reason.ts'
import { runText } from './run-text.ts'
import { type ScimmyTarget, startScimmyTarget } from './scimmy-target.ts'
import { tokenTarget } from './target/token-target.ts'

let scimmy: ScimmyTarget
let ledgers: string

beforeEach(async () => {
  scimmy = await startScimmyTarget()
  ledgers = mkdtempSync(join(tmpdir(), 'scimulator-ledgers-'))
})

afterEach(async () => {
  await scimmy.close()
  rmSync(ledgers, { recursive: true })
})

const TEXT = `
steps:
  - receiver.add-source: { kind: Entra ID }
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

const target = (url = scimmy.url) => tokenTarget(url, scimmy.token, { runId: 'aoxy0001', ledgerFolder: ledgers })

test('a foreign target gets the run’s own people, is read back over SCIM, and is left as it was found', async () => {
  const { result, exchanges } = await runText(TEXT, { target: await target() })
  expect(result.steps.map(({ outcome }) => outcome)).toEqual([
    'passed',
    'skipped',
    'skipped',
    'passed',
    'passed',
    'passed',
  ])
  const skip = { code: 'product-rule', product: 'lark', kind: 'verb', name: 'lark.add-member', target: scimmy.url }
  expect(result.steps[1]?.skip).toEqual(skip)
  expect(result.steps[2]?.skip).toEqual(skip)
  expect(skipText(SkipReason.parse(skip))).toBe(
    `${scimmy.url} is a foreign SCIM endpoint; lark.add-member cannot be done there`,
  )
  expect(result.expectations.map(({ outcome }) => outcome)).toEqual(['skipped', 'passed', 'passed', 'passed'])
  expect(result.expectations[0]?.skip).toMatchObject({ code: 'product-rule', kind: 'view', name: 'lark.members' })
  expect(result).toMatchObject({ outcome: 'passed', leftBehind: [], stops: [] })
  expect(exchanges[0]?.request.body).toMatch(/"userName":"scimulator-aoxy[0-9a-z]{4}-ana@example.com"/)
  expect(scimmy.users.size).toBe(0)
  expect(readdirSync(ledgers)).toEqual([])
})

test('what is not as expected after an act that nobody could do there is skipped, not failed', async () => {
  const { result } = await runText(
    `${TEXT}  - { view: idp.users, note: by hand, exactly: [ana@c.test, by-hand@c.test] }\n`,
    { target: await target() },
  )
  expect(result.expectations.at(-1)).toMatchObject({
    outcome: 'skipped',
    skip: { code: 'product-rule', name: 'lark.add-member', after: 'lark.add-member', doubtful: true },
  })
  expect(result.outcome).toBe('passed')
})

test('after an input that only Lark can be told nothing is asked, and the input is named', async () => {
  const text = TEXT.replace('kind: Entra ID }', 'kind: Entra ID, as: { lark: { tokenLifetime: 2h } } }')
  const { result } = await runText(text, { target: await target() })
  expect(result.steps[0]?.outcome).toBe('passed')
  expect(result.expectations.map(({ skip }) => skip?.code)).toEqual(Array(4).fill('product-rule'))
  expect(result.expectations[2]?.skip).toMatchObject({ kind: 'input', name: 'as.lark.tokenLifetime' })
  expect(result.outcome).toBe('skipped')
})

test('a scenario about a receiver with bugs does not fail on a target that has none', async () => {
  const given = 'given:\n  receiver: { brokenBy: duplicates }\n'
  const text = `${given}${TEXT}`.replace('exactly: [ana@c.test]', 'exactly: [nobody]')
  const { result } = await runText(text, { target: await target() })
  const skip = { code: 'receiver-setting', names: ['brokenBy'], doubtful: true }
  expect(result.expectations[2]).toMatchObject({ outcome: 'skipped', skip })
})

test('a scenario of which nothing can be asked there is skipped; a run of nothing else proves nothing', async () => {
  const text = 'steps:\n  - advance: 1m\nexpect:\n  - { view: lark.members, count: 0 }\n'
  const { result } = await runText(text, { target: await target() })
  expect(result).toMatchObject({ outcome: 'skipped', message: expect.stringContaining('nothing is proved') })
  const passed = { ...result, outcome: 'passed' as const }
  expect(exitCodeOf(summarise([result, passed], 'target', 0))).toBe(0)
  expect(exitCodeOf(summarise([result], 'target', 0))).toBe(1)
  expect(junitXml(runCases(summarise([result, passed], 'target', 0)))).toContain('failures="0" errors="0" skipped="1"')
})

test('others at the target are neither counted nor deleted', async () => {
  const body = JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'ana@c.test' })
  const headers = { authorization: `Bearer ${scimmy.token}`, 'content-type': 'application/scim+json' }
  const answer = await fetch(`${scimmy.url}/Users`, { method: 'POST', headers, body })
  expect(answer.status).toBe(201)
  const { result } = await runText(TEXT, { target: await target() })
  expect(result.outcome).toBe('passed')
  expect([...scimmy.users.values()].map(({ userName }) => userName)).toEqual(['ana@c.test'])
})

test('the token of the target reaches no result', async () => {
  const outcome = await runText(TEXT, { target: await target() })
  expect(JSON.stringify([outcome, outcome.transcript(), outcome.readings()])).not.toContain(scimmy.token)
})

const PRESENT = { totalResults: 0, Resources: [] }

test('what was created without an id in the answer is looked up by its name', async () => {
  const made: string[] = []
  let userName = ''
  const forgetful = await listen((request, response) => {
    made.push(`${request.method} ${request.url?.split('?')[0]}`)
    response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/scim+json' })
    const name = /userName eq "(scimulator-[^"]*)"/.exec(decodeURIComponent(request.url ?? ''))?.[1]
    userName = name ?? userName
    const found = { id: 'u1', userName }
    const list = name === undefined ? PRESENT : { totalResults: 1, Resources: [found] }
    const isOne = /\/Users\/u1/.test(request.url ?? '')
    response.end(JSON.stringify(request.method === 'POST' ? {} : isOne ? found : list))
  })
  const { result } = await runText(TEXT, { target: await target(forgetful.url) })
  expect(made).toContain('DELETE /Users/u1')
  expect(result.leftBehind).toEqual([expect.stringMatching(/DELETE was answered 200, and it is still there/)])
  await forgetful.close(0)
})

test('what cannot be deleted is said, with the request that does it by hand, and makes the exit code 4', async () => {
  let userName = ''
  const stubborn = await listen(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    if (request.method === 'POST') userName = JSON.parse(body).userName
    const status = request.method === 'DELETE' ? 405 : request.method === 'POST' ? 201 : 200
    response.writeHead(status, { 'content-type': 'application/scim+json' })
    response.end(JSON.stringify(userName === '' ? PRESENT : { id: 'u1', userName }))
  })
  const { result } = await runText(TEXT, { target: await target(stubborn.url) })
  expect(result.leftBehind).toEqual([
    `user ${userName} (id u1): DELETE was answered 405. ` +
      `By hand: curl -X DELETE '${stubborn.url}/Users/u1' -H "Authorization: Bearer $TOKEN"`,
  ])
  expect(readdirSync(ledgers)).toHaveLength(1)
  expect(exitCodeOf(summarise([{ ...result, outcome: 'passed' }], 'target', 0))).toBe(4)
  await stubborn.close(0)
})
