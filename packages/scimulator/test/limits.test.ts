// What a run may hold at a target at one time, all scenarios together, and what --plan says of it beforehand.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { COUNTED_TOKEN, type CountingTarget, startCountingTarget } from './counting-target.ts'
import { scimulator } from './in-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-limits-'))
const home = process.cwd()
let target: CountingTarget

beforeAll(() => {
  process.env.SCIMULATOR_TOKEN = COUNTED_TOKEN
  process.chdir(folder)
  mkdirSync('several')
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) writeFileSync(`several/${name}.yaml`, holding(name, 3, 2))
  writeFileSync('many.yaml', holding('many', 6, 1))
  writeFileSync('groups.yaml', holding('groups', 1, 21))
})

afterEach(() => target.close())

afterAll(() => {
  process.chdir(home)
  delete process.env.SCIMULATOR_TOKEN
  rmSync(folder, { recursive: true })
})

/** A scenario that holds so many users and groups at a time; one more user comes and goes. */
function holding(name: string, users: number, groups: number): string {
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  const user = (index: number) => `${name}${index}@contoso.example`
  return [
    '# yaml-language-server: $schema=scenario.schema.json',
    `scenario: ${name}`,
    'description: D',
    'steps:',
    '  - receiver.add-source: { kind: Entra ID, activate: true }',
    ...numbered(users - 1).map((index) => `  - directory.create-user: { userName: ${user(index)} }`),
    `  - directory.create-user: { userName: ${name}-for-a-while@contoso.example }`,
    `  - directory.delete-user: { user: ${name}-for-a-while@contoso.example }`,
    `  - directory.create-user: { userName: ${user(users)} }`,
    ...numbered(groups).map((index) => `  - directory.create-group: { displayName: ${name} ${index} }`),
    'expect:',
    `  - { view: directory.users, count: ${users} }`,
    `  - { view: directory.groups, count: ${groups} }`,
    '',
  ].join('\n')
}

describe('at most so many at a time, all scenarios together', { timeout: 60_000 }, () => {
  test('scenarios that run together wait for room, or are carried out again by themselves', async () => {
    target = await startCountingTarget()
    const args = ['run', 'several', '--target', target.url, '--parallel', '6', '--max-accounts', '4']
    const { code, out } = await scimulator(...args)
    expect(code, out).toBe(0)
    expect(out).toContain('6 scenarios: 6 passed')
    expect(target.most.Users).toBeGreaterThan(1)
    expect(target.most.Users).toBeLessThanOrEqual(4)
    expect(target.most.Groups).toBeLessThanOrEqual(20)
  })

  test.each([
    ['many.yaml', 'accounts', 'it needs more than 4 accounts at a time; --max-accounts allows more'],
    ['groups.yaml', 'groups', 'it needs more than 20 groups at a time'],
  ])('a scenario that needs more by itself is skipped, with a code and in words: %s', async (file, kind, words) => {
    target = await startCountingTarget()
    const args = ['run', file, 'several/a.yaml', '--target', target.url, '--max-accounts', '4', '--json', 'r.json']
    const { code, out } = await scimulator(...args)
    expect(code, out).toBe(0)
    expect(out).toContain(`skipped: ${words}`)
    expect(out).toContain('2 scenarios: 1 skipped, 1 passed')
    const { scenarios } = JSON.parse(readFileSync('r.json', 'utf8'))
    const skips = [...scenarios[0].steps, ...scenarios[0].expectations].flatMap(({ skip }) => skip ?? [])
    expect(skips).toContainEqual({ code: 'limit', kind, most: kind === 'accounts' ? 4 : 20 })
    expect(target.most.Users).toBeLessThanOrEqual(4)
    expect(target.most.Groups).toBeLessThanOrEqual(20)
  })

  test('what cannot be deleted keeps its place, so that an endpoint without DELETE is not filled', async () => {
    target = await startCountingTarget((method) => (method === 'DELETE' ? { status: 405 } : undefined))
    const args = ['run', 'several', '--target', target.url, '--parallel', '1', '--max-accounts', '9']
    await scimulator(...args)
    expect(target.made.Users).toBeLessThanOrEqual(9)
  })
})

/** What --plan says: how many are made, the highest number at a time, names, requests by method. */
function planned(out: string) {
  const of = (kind: string) =>
    new RegExp(`  (\\d+) ${kind}, at most (\\d+) at a time`).exec(out)?.slice(1).map(Number) ?? []
  const [users, mostUsers] = of('users')
  const [groups, mostGroups] = of('groups')
  const lines = [...out.matchAll(/^ +(\d+) {2}(GET|POST|PUT|PATCH|DELETE) \//gm)]
  const asked = (method: string) =>
    lines.filter(([, , one]) => one === method).reduce((sum, [, count]) => sum + Number(count), 0)
  const names = [...out.matchAll(/^ {4}(scimulator-\S.*)$/gm)].map(([, name]) => name)
  return { made: { Users: users, Groups: groups }, most: { Users: mostUsers, Groups: mostGroups }, names, asked }
}

describe('--plan', { timeout: 60_000 }, () => {
  test.each([
    [['several/a.yaml', 'many.yaml'], '1'],
    [['several'], '6'],
    [['entra/help-page', 'jumpcloud/help-page'], '4'],
  ])('its figures are those of the run: %s, %s at a time', async (files, parallel) => {
    target = await startCountingTarget()
    const args = ['run', ...files, '--target', target.url, '--parallel', parallel, '--run-id', 'aoxy0001']
    const plan = planned((await scimulator(...args, '--plan')).out)
    expect(target.made).toEqual({ Users: 0, Groups: 0 })
    const writesBefore = [...target.methods].filter(([method]) => method !== 'GET')
    expect(writesBefore).toEqual([])
    const looks = target.methods.get('GET') ?? 0
    const { code, out } = await scimulator(...args)
    expect(code, out).toBe(0)
    expect(target.made).toEqual(plan.made)
    expect(target.most.Users).toBeLessThanOrEqual(plan.most.Users ?? 0)
    expect(target.most.Groups).toBeLessThanOrEqual(plan.most.Groups ?? 0)
    if (parallel === '1') expect(target.most).toEqual(plan.most)
    expect(new Set(target.names)).toEqual(new Set([...plan.names, ...target.names]))
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect([method, target.methods.get(method) ?? 0]).toEqual([method, plan.asked(method)])
    const reads = (target.methods.get('GET') ?? 0) - looks
    expect(Math.abs(reads - plan.asked('GET')) / reads).toBeLessThan(0.2)
  })

  test('a run that would need more than it may is planned within its limit', async () => {
    target = await startCountingTarget()
    const { code, out } = await scimulator('run', 'many.yaml', '--target', target.url, '--max-accounts', '4', '--plan')
    expect(code).toBe(0)
    expect(planned(out).most.Users).toBe(4)
    expect(out).toContain('A run holds at most 4 accounts (--max-accounts) and 20 groups at a time')
  })

  test('whom the owner names is told as changed, and not as made', async () => {
    target = await startCountingTarget()
    const body = JSON.stringify({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'ana@theirs.example',
    })
    const headers = { authorization: `Bearer ${COUNTED_TOKEN}`, 'content-type': 'application/scim+json' }
    await fetch(`${target.url}/Users`, { method: 'POST', headers, body })
    writeFileSync('adopt.txt', 'ana@theirs.example\n')
    writeFileSync('adopted.yaml', holding('adopted', 2, 1).replaceAll('adopted1@contoso.example', 'ana@theirs.example'))
    const args = ['run', 'adopted.yaml', '--target', target.url, '--adopt', 'adopt.txt', '--plan']
    const { code, out } = await scimulator(...args)
    expect(code, out).toBe(0)
    expect(out).toContain('It may change, and puts back at the end: ana@theirs.example')
    expect(planned(out).names.join()).not.toContain('ana')
    expect(target.made.Users).toBe(1)
  })

  test('a file that would not run is told, and the plan is no success', async () => {
    target = await startCountingTarget()
    writeFileSync('wrong.yaml', 'scenario: wrong\n')
    const { code, out, err } = await scimulator('run', 'wrong.yaml', '--target', target.url, '--plan')
    expect(code).toBe(2)
    expect(err).toContain('wrong.yaml:1:1: A scenario file lacks "steps".')
    expect(out).toContain('would create there')
  })
})
