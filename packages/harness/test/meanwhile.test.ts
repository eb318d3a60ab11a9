// The step `meanwhile`, which puts an act at the receiver off until a request is about to leave, and a receiver whose clock is another one.
import { createReceiver } from '@scimulator/receiver'
import { createVirtualSchedule, skewedSchedule } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { parseScenario } from '../src/scenario/load-scenario.ts'
import { runCombination } from '../src/scenario/run-scenario.ts'
import type { GuardedTarget } from '../src/target/guarded-target.ts'
import { shippedPrograms } from '../src/world/programs.ts'
import { vocabularyOf } from '../src/world/vocabulary-of.ts'
import { tokenTarget } from './target/token-target.ts'

const vocabulary = await vocabularyOf(await shippedPrograms())

function parse(steps: readonly string[], given = '') {
  const text = ['scenario: s', `description: d${given}`, 'steps:', ...steps.map((step) => `  - ${step}`)].join('\n')
  return parseScenario(text, { path: `${import.meta.dirname}/x.yaml`, file: 'x.yaml', vocabulary })
}

function rejection(steps: readonly string[], given?: string): string {
  try {
    parse(steps, given)
    return 'accepted'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function run(steps: readonly string[], target?: GuardedTarget) {
  const { result } = await runCombination(
    parse(steps),
    {},
    { kinds: await shippedPrograms(), ...(target ? { target } : {}) },
  )
  return result
}

describe('a file that does not load says where and why', () => {
  test.each<[what: string, step: string, said: readonly string[]]>([
    ['no request', 'meanwhile: { do: { receiver.revoke-access-tokens: {} } }', ['x.yaml:4:5', 'lacks "before"']],
    ['no act', 'meanwhile: { before: {} }', ['x.yaml:4:5', 'lacks "do"']],
    ['an act without a verb', 'meanwhile: { before: {}, do: { save: x } }', ['x.yaml:4:34', 'no verb']],
    [
      'a misspelt verb',
      'meanwhile: { before: {}, do: { lark.refresh-tokn: {} } }',
      ['x.yaml:4:36', 'There is no verb "lark.refresh-tokn"', 'lark.refresh-token'],
    ],
    [
      'an act of the identity provider',
      'meanwhile: { before: {}, do: { entra.start: {} } }',
      ['x.yaml:4:36', 'takes a verb of the receiver', 'not entra.start'],
    ],
    ['an act of the harness', 'meanwhile: { before: {}, do: { advance: 1m } }', ['x.yaml:4:36', 'not advance']],
    [
      'two acts',
      'meanwhile: { before: {}, do: { receiver.revoke-access-tokens: {}, lark.expire-token: { source: a } } }',
      ['x.yaml:4:71', 'One verb per step'],
    ],
    [
      'an input that is wrong',
      'meanwhile: { before: {}, do: { lark.expire-token: { x: 1 } } }',
      ['x.yaml:4:57', '"x"'],
    ],
    ['a misspelt method', 'meanwhile: { before: { method: PSOT }, do: {} }', ['x.yaml:4:36', 'Did you mean "POST"?']],
    ['a misspelt key', 'meanwhile: { befor: {}, do: {} }', ['x.yaml:4:18', 'Did you mean "before"?']],
  ])('%s', (_, step, said) => {
    const message = rejection([step])
    for (const text of said) expect(message).toContain(text)
  })

  test.each(['six', '6', '--6m', '+6m', ''])('the skew %j', (skew) => {
    const given = `\ngiven: { receiver: { clockSkew: "${skew}" } }`
    expect(rejection(['advance: 1m'], given)).toContain('A skew is written 6m')
  })
})

const PEOPLE = [
  'receiver.add-source: { kind: Entra ID, activate: true }\n    save: source',
  ...['ana', 'bo', 'cy'].map(
    (name) =>
      `entra.create-user: { userPrincipalName: ${name}@a.example, displayName: ${name}, set: { mail: ${name}@a.example } }`,
  ),
  'entra.create-app: { name: App }',
  `entra.set-credentials: { tenantUrl: "\${source.url}", secretToken: "\${source.token}" }`,
  'entra.assign: { users: [ana@a.example, bo@a.example, cy@a.example] }',
]
const ROTATE = `do: { lark.refresh-token: { source: "\${source.id}" }, save: fresh }`

describe('an act in mid-cycle', () => {
  test.each([0, 1, 2])('comes behind %i fitting requests, and once', async (skip) => {
    const result = await run([
      ...PEOPLE,
      `meanwhile: { before: { method: POST, path: /Users }, skip: ${skip}, ${ROTATE} }`,
      'entra.start: {}',
      `expect: { view: traffic, where: { method: POST, path: /Users, status: 201 }, count: ${skip} }`,
      `expect: { view: directory.users, query: { source: fresh }, count: ${skip} }`,
    ])
    expect(result).toMatchObject({ outcome: 'passed' })
    expect(JSON.stringify(result)).not.toContain('"token":')
  })

  test('that never comes keeps nothing, and who uses it is told', async () => {
    const steps = [...PEOPLE, `meanwhile: { before: { path: /nothing }, ${ROTATE} }`, 'entra.start: {}']
    const result = await run([...steps, `lark.expire-token: { source: "\${fresh.id}" }`])
    expect(result.steps.at(-1)?.message).toContain('fresh.id} has no value')
  })

  test('that never comes was not tried: the step fails, whatever holds afterwards', async () => {
    const act = `note: in vain\n    meanwhile:\n      before: { path: /nothing }\n      ${ROTATE}`
    const result = await run([...PEOPLE, act, 'entra.start: {}'])
    expect(result.outcome).toBe('failed')
    expect(result.steps.at(-1)?.outcome).toBe('passed')
    expect(result.steps.at(-2)).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('never carried out'),
    })
  })

  test('that fails fails the step in whose midst it comes', async () => {
    const act = 'meanwhile: { before: { method: POST }, do: { lark.refresh-token: { source: nobody } } }'
    const result = await run([...PEOPLE, act, 'entra.start: {}'])
    expect(result.steps.at(-2)?.outcome).toBe('passed')
    expect(result.steps.at(-1)).toMatchObject({ outcome: 'failed', message: expect.stringContaining('nobody') })
  })

  test('is skipped where nobody can do it', async () => {
    const receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'a-token-of-theirs' }] })
    const { url } = await receiver.listen({ port: 0 })
    const target = await tokenTarget(`${url}/scim/v2`, 'a-token-of-theirs')
    const result = await run([...PEOPLE, `meanwhile: { before: {}, ${ROTATE} }`, 'entra.start: {}'], target)
    await receiver.close()
    expect(result.steps.at(-2)?.skip).toMatchObject({ code: 'product-rule', name: 'lark.refresh-token' })
    expect(result.steps.at(-1)?.outcome).toBe('passed')
  })
})

test.each([-6, 6])('a clock that is %i minutes off runs what is due by its own time', async (minutes) => {
  const schedule = createVirtualSchedule(1_000_000)
  const skewed = skewedSchedule(schedule, minutes * 60_000)
  const ran: number[] = []
  const entry = skewed.at(skewed.now() + 5_000, 'actor', () => ran.push(skewed.now()))
  expect([entry.due - skewed.now(), skewed.nextDue()]).toEqual([5_000, entry.due])
  await schedule.advanceTo(1_005_000)
  expect(ran).toEqual([1_005_000 + minutes * 60_000])
  expect(skewed.nextDue()).toBeUndefined()
})
