// Words of the scenario language that let time pass, look back, keep values, and stand for other steps.
import type { Send } from '@scimulator/shared/provisioning'
import { realTime } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { parseScenario } from '../src/scenario/load-scenario.ts'
import { runCombination } from '../src/scenario/run-scenario.ts'
import { shippedPrograms } from '../src/world/programs.ts'
import { vocabularyOf } from '../src/world/vocabulary-of.ts'

const kinds = await shippedPrograms()
const vocabulary = await vocabularyOf(kinds)

const SET_UP = [
  'receiver.add-source: { kind: Entra ID, activate: true }',
  '  save: source',
  'entra.create-app: { name: Lark }',
  'entra.set-credentials: { tenantUrl: "$' + '{source.url}", secretToken: "$' + '{source.token}" }',
]
const START = [...SET_UP, 'include: { fragment: arrives, with: { user: ana@c.test } }', 'entra.start: {}']

function parse(steps: readonly string[]) {
  const lines = steps.map((step) => (step.startsWith(' ') ? `  ${step}` : `  - ${step}`))
  const text = ['scenario: s', 'description: d', 'steps:', ...lines, 'given: { receiver: { profile: rfc } }'].join('\n')
  return parseScenario(text, { path: `${import.meta.dirname}/x.yaml`, file: 'x.yaml', vocabulary })
}

function rejection(...steps: readonly string[]): string {
  try {
    parse(steps)
    return 'accepted'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The outcome, and what was not as expected. */
async function run(steps: readonly string[]): Promise<string> {
  const { result } = await runCombination(parse(steps), {}, { kinds })
  const asked = [...result.steps.flatMap(({ expectations }) => expectations), ...result.expectations]
  const failures = asked.flatMap(({ failures: some }) => some.map(({ item, message }) => `${item} ${message}`.trim()))
  const messages = result.steps.flatMap(({ outcome, message }) => (outcome === 'failed' && message ? [message] : []))
  return [result.outcome, ...failures, ...messages].join('; ')
}

const asks = (rest: string): string => `expect: { view: directory.users, ${rest} }`
const DIRECTOR = 'include: { ana@c.test: { title: Director } }'
const PROMOTED = 'entra.update-user: { user: ana@c.test, set: { jobTitle: Director } }'

describe('time', () => {
  test.each([
    ['eventually waits for the next cycle', [PROMOTED, asks(`${DIRECTOR}, eventually: 2h`)], 'passed'],
    ['eventually ends', [asks(`${DIRECTOR}, eventually: 90m`)], 'failed; ana@c.test is not as expected (after 90m)'],
    ['always holds over cycles', [asks('include: { ana@c.test: { title: Clerk } }, always: 2h')], 'passed'],
    [
      'always notices the moment at which it no longer holds',
      [PROMOTED, asks('include: { ana@c.test: { title: Clerk } }, always: 2h')],
      'failed; ana@c.test is not as expected (at 2026-01-05T08:40:00Z, 2400 s later)',
    ],
    [
      'until moves on no further than it must',
      [
        PROMOTED,
        `until: { holds: { view: directory.users, ${DIRECTOR} }, within: 1d }`,
        'expect: { view: entra.job, query: { app: Lark }, each: {}, capture: {} }',
        'expect: { view: directory.users, include: { ana@c.test: { meta: { lastModified: { $before: "2026-01-05T09:00:00Z" } } } } }',
      ],
      'passed',
    ],
  ])('%s', async (_, steps, outcome) => {
    expect(await run([...START, ...steps])).toBe(outcome)
  })
})

describe('how long it may take', () => {
  test('a step that takes too long fails, and nobody sends anything from then on', async () => {
    let arrived = 0
    const slow =
      (send: Send): Send =>
      async (request) => {
        arrived += 1
        await realTime.sleep(1500)
        return send(request)
      }
    const tap = { arriving: slow, leaving: (send: Send) => send }
    const onlooker = { tap, opened: () => {}, stepEnded: async () => {} }
    const { result } = await runCombination(
      parse([...START, '  timeout: 1s', asks('count: 0')]),
      {},
      { kinds, onlooker },
    )
    expect(result.steps.at(-2)?.message).toBe('entra.start took longer than 1 s, and was given up.')
    expect([result.outcome, result.steps.at(-1)?.outcome, arrived]).toEqual(['failed', 'skipped', 1])
    await realTime.sleep(1000)
    expect(arrived).toBe(1)
  })

  test('so does the step at which the time of the scenario is over', async () => {
    const scenario = parse(SET_UP)
    const { result } = await runCombination({ ...scenario, timeoutMs: 0 }, {}, { kinds })
    expect(result.steps.map(({ outcome }) => outcome)).toEqual(['failed', ...SET_UP.slice(2).map(() => 'skipped')])
    expect(result.steps[0]?.message).toContain('took longer than the time that the scenario has')
  })

  test('one that ends in time is as it was', async () => {
    const [last = '', ...before] = [...START].reverse()
    expect(await run([...before.reverse(), last, '  timeout: 1h', asks('exactly: [ana@c.test]')])).toBe('passed')
  })
})

describe('what was before', () => {
  test.each([
    ['same-as holds while nothing changes', ['advance: 2h', asks('same-as: before')], 'passed'],
    ['differs-from holds when something has', [PROMOTED, 'advance: 40m', asks('differs-from: before')], 'passed'],
    [
      'differs-from notices that nothing has',
      ['advance: 2h', asks('differs-from: before')],
      'failed; nothing has changed since before the last step that acts',
    ],
    [
      'same-as names who has changed',
      [PROMOTED, 'advance: 40m', asks('same-as: before')],
      'failed; ana@c.test is not what it was before',
    ],
    [
      'a captured value is compared later',
      [
        asks('capture: { id: { item: ana@c.test, field: id }, was: { item: ana@c.test, field: title } }'),
        PROMOTED,
        'advance: 40m',
        asks('include: { ana@c.test: { id: "$' + '{id}", title: { $not: "$' + '{was}" } } }'),
      ],
      'passed',
    ],
    [
      'what is not there is not captured',
      [asks('capture: { id: { item: bo@c.test } }')],
      'failed; bo@c.test does not exist, so nothing of it can be captured',
    ],
  ])('%s', async (_, steps, outcome) => {
    expect(await run([...START, ...steps])).toBe(outcome)
  })
})

describe('steps that stand for others', () => {
  test('repeat over a list, and a number of times', async () => {
    const steps = [
      'repeat: { over: [ana, bo], as: who, steps: [{ include: { fragment: arrives, with: { user: "$' +
        '{who}@c.test", title: Nurse } } }] }',
      'entra.start: {}',
      'repeat: { times: 3, steps: [{ entra.update-user: { user: bo@c.test, set: { city: "town $' +
        '{round}" } } }, { advance: 40m }] }',
      asks('exactly: { ana@c.test: { title: Nurse }, bo@c.test: { title: Nurse } }'),
    ]
    const scenario = parse([...SET_UP, ...steps])
    expect(scenario.steps.map(({ verb }) => verb).filter((verb) => verb === 'advance')).toHaveLength(3)
    expect(await run([...SET_UP, ...steps])).toBe('passed')
  })

  test('the receiver is restored from a backup, and the identity provider goes on', async () => {
    const steps = [
      ...START,
      'snapshot: monday',
      PROMOTED,
      'advance: 40m',
      asks(DIRECTOR),
      'restore: monday',
      asks('include: { ana@c.test: { title: Clerk } }'),
      'entra.update-user: { user: ana@c.test, set: { displayName: Ana } }',
      asks('include: { ana@c.test: { displayName: Ana } }, eventually: 2h'),
    ]
    expect(await run(steps)).toBe('passed')
    expect(rejection(...START, 'snapshot: monday', 'restore: mondy')).toContain('Did you mean "monday"?')
    const saved = 'restore: "$' + '{source.url}"'
    expect(await run([...START, 'snapshot: monday', saved])).toMatch(/^failed; restore: there is no snapshot .*monday/)
  })

  test('a tenant that is restored has forgotten who came since, and sends what it does not know to be there', async () => {
    const steps = [
      ...START,
      'snapshot: { name: monday, of: [entra] }',
      'entra.create-user: { userPrincipalName: bo@c.test, displayName: Bo, set: { jobTitle: Nurse } }',
      'entra.assign: { user: bo@c.test }',
      PROMOTED,
      'advance: 40m',
      asks(`exactly: { bo@c.test: { title: Nurse }, ana@c.test: { title: Director } }`),
      'restore: monday',
      'expect: { view: entra.users, exactly: [ana@c.test] }',
      'advance: 2h',
      asks(`exactly: { bo@c.test: { active: true }, ana@c.test: { title: Director } }`),
      'entra.create-user: { userPrincipalName: cy@c.test, displayName: Cy }',
      'expect: { view: entra.users, include: { cy@c.test: { id: { $present: true } } } }',
      'entra.restart: {}',
      asks(`include: { ana@c.test: { title: Clerk }, bo@c.test: { active: true } }`),
    ]
    expect(await run(steps)).toBe('passed')
  })

  test('an organisation that is restored, and the receiver with it', async () => {
    const steps = [
      ...SET_UP,
      'jumpcloud.create-user: { username: cy, email: cy@c.test, firstname: Cy, lastname: C }',
      'jumpcloud.create-application: { displayLabel: App }',
      `jumpcloud.configure-scim: { baseUrl: "$\{source.url}", token: "$\{source.token}", testUserEmail: t@c.test }`,
      'jumpcloud.activate: {}',
      'jumpcloud.bind-user: { user: cy }',
      'advance: 1m',
      'snapshot: { name: monday, of: [jumpcloud, receiver] }',
      'jumpcloud.create-user: { username: di, email: di@c.test, firstname: Di, lastname: D }',
      'jumpcloud.bind-user: { user: di }',
      'advance: 1m',
      asks('include: { cy: { active: true }, di: { active: true } }'),
      'restore: { name: monday, of: [receiver] }',
      asks('absent: [di], include: { cy: { active: true } }'),
      'expect: { view: jumpcloud.users, count: 2 }',
      'restore: monday',
      'expect: { view: jumpcloud.users, count: 1 }',
    ]
    expect(await run(steps)).toBe('passed')
    expect(await run([...steps, 'restore: { name: monday, of: [entra] }'])).toContain(
      'there is no "entra" in the snapshot "monday"',
    )
  })

  test('an id that was given out since the backup is given to nobody else', async () => {
    const steps = [
      ...SET_UP,
      'snapshot: monday',
      'directory.create-user: { userName: bo@c.test }',
      'expect: { view: directory.users, capture: { lost: { item: bo@c.test, field: id } } }',
      'restore: monday',
      'directory.create-user: { userName: cy@c.test }',
      `expect: { view: directory.users, exactly: { cy@c.test: { id: { $not: "$\{lost}" } } } }`,
    ]
    expect(await run(steps)).toBe('passed')
  })

  test.each([
    [
      'a snapshot of a program that there is not',
      'snapshot: { name: a, of: [entr] }',
      ['x.yaml:4:31', 'Did you mean "entra"'],
    ],
    ['a snapshot that nobody has made', 'restore: monday', ['x.yaml:4:14', 'no step before this one keeps "monday"']],
    [
      'a misspelt effect of a fault',
      'fault: { on: {}, effect: { kind: lost-answr } }',
      ['x.yaml:4:38', 'Did you mean "lost-answer"?'],
    ],
    [
      'a misspelt deviation',
      'receiver.set-deviations: { deviations: [integer-idz] }',
      ['x.yaml:4:45', 'Did you mean "integer-ids"?'],
    ],
    [
      'a misspelt field of a group',
      'expect: { view: directory.groups, where: { dispName: a }, count: 0 }',
      ['x.yaml:4:48', '"displayName"'],
    ],
    [
      'a field that no group has',
      'expect: { view: directory.groups, where: { colour: a }, count: 0 }',
      ['x.yaml:4:48', 'has no "colour"'],
    ],
    [
      'a misspelt part of a body',
      'expect: { view: traffic, where: { body: { Operatoins: [] } }, count: 0 }',
      ['x.yaml:4:47', '"Operations"'],
    ],
    [
      'a misspelt part of an operation',
      'expect: { view: traffic, where: { body: { Operations: { $contains: { pth: a } } } }, count: 0 }',
      ['x.yaml:4:74', '"path"'],
    ],
    ['an unknown fragment', 'include: arives', ['x.yaml:4:14', 'There is no fragment "arives"']],
    ['a missing parameter', 'include: arrives', ['x.yaml:4:14', 'needs user']],
    [
      'a misspelt parameter',
      'include: { fragment: arrives, with: { usr: a } }',
      ['x.yaml:4:43', 'Did you mean "user"?'],
    ],
    ['a fragment that includes itself', 'include: loop', ['fragments/loop.yaml:3:14', 'includes itself']],
    ['a misspelt word in a fragment', 'include: misspelt', ['fragments/misspelt.yaml:4:5', 'entra.assign']],
    ['a repeat without end', 'repeat: { steps: [{ advance: 1m }] }', ['x.yaml:4:13', 'how often']],
    [
      'a misspelt verb in it',
      'repeat: { times: 9, steps: [{ advnce: 1m }] }',
      ['x.yaml:4:35', 'Did you mean "advance"?'],
    ],
    [
      'a misspelt field until which nothing holds',
      'until: { within: 1h, holds: { view: lark.members, each: { statsu: a } } }',
      ['x.yaml:4:63', '"status"'],
    ],
    [
      'a misspelt field that is captured',
      asks('capture: { x: { item: a, field: name.givnName } }'),
      ['x.yaml:4:70', '"givenName"'],
    ],
    [
      'a misspelt field that is compared with',
      asks('each: { title: { $field: name.givnName } }'),
      ['x.yaml:4:63', '"givenName"'],
    ],
    ['a misspelt field that is distinct', asks('distinct: [externlId]'), ['x.yaml:4:49', '"externalId"']],
    ['a distance that is none', asks('each: { title: { $near: { instant: soon, within: 5m } } }'), ['$near takes']],
    ['a captured name that nothing captures', asks('count: "$' + '{n}"'), ['no step before this one saves "n"']],
    ['both at once', asks('count: 1, eventually: 1h, always: 1h'), ['write two expectations']],
  ])('%s does not load', (_, step, said) => {
    const message = rejection(step)
    for (const text of said) expect(message).toContain(text)
    expect(message.match(/^\S+:\d+:\d+: /gm)).toHaveLength(1)
  })
})
