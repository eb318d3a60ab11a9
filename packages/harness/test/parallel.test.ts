// Acts that begin at the same moment: their requests go in turn, and a run is the same each time.
import { describe, expect, test } from 'vitest'
import { parseScenario } from '../src/scenario/load-scenario.ts'
import { runCombination } from '../src/scenario/run-scenario.ts'
import { shippedPrograms } from '../src/world/programs.ts'
import { vocabularyOf } from '../src/world/vocabulary-of.ts'

const kinds = await shippedPrograms()
const vocabulary = await vocabularyOf(kinds)
const at = (name: string) => `\${${name}}`

const SET_UP = `scenario: s
description: d
given: { receiver: { profile: rfc }, jumpcloud: { switches: { latencyMs: 0 } } }
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
    save: source
  - entra.create-user: { userPrincipalName: ana@c.test, displayName: Ana }
  - entra.create-user: { userPrincipalName: bo@c.test, displayName: Bo }
  - entra.create-app: { name: App }
  - entra.set-credentials: { tenantUrl: "${at('source.url')}", secretToken: "${at('source.token')}" }
  - entra.assign: { users: [ana@c.test, bo@c.test] }
  - jumpcloud.create-user: { username: cy, email: cy@c.test, firstname: Cy, lastname: C }
  - jumpcloud.create-user: { username: di, email: di@c.test, firstname: Di, lastname: D }
  - jumpcloud.create-group: { name: Nurses, members: [cy, di] }
  - jumpcloud.create-application: { displayLabel: App }
  - jumpcloud.configure-scim: { baseUrl: "${at('source.url')}", token: "${at('source.token')}", testUserEmail: t@c.test }
  - jumpcloud.activate: {}
`
const BOTH = ['entra.start: {}', 'jumpcloud.bind-group: { group: Nurses }']
const lanes = (steps: readonly string[]) => `  - parallel:\n${steps.map((step) => `      - ${step}\n`).join('')}`
const oneByOne = (steps: readonly string[]) => steps.map((step) => `  - ${step}\n`).join('')

const parse = (text: string) =>
  parseScenario(text, { path: `${import.meta.dirname}/x.yaml`, file: 'x.yaml', vocabulary })

async function run(steps: string, options: { readonly isInProcess?: true } = {}) {
  const { result, exchanges, transcript } = await runCombination(parse(SET_UP + steps), {}, { kinds, ...options })
  const last = result.steps.at(-1)?.requests ?? 0
  return { result, senders: exchanges.slice(-last).map(({ sender }) => sender[0]), transcript: transcript() }
}

function rejection(steps: string): string {
  try {
    parse(SET_UP + steps)
    return 'accepted'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('two programs', () => {
  test('take turns, while one after the other they do not', async () => {
    const together = await run(lanes(BOTH))
    const apart = await run(oneByOne(BOTH))
    expect([together.result.outcome, apart.result.outcome]).toEqual(['unproven', 'unproven'])
    expect(together.senders.slice(0, 8).join('')).toMatch(/^(ej|je)+$/)
    expect(new Set(apart.senders)).toEqual(new Set(['j']))
    expect(together.senders.filter((one) => one === 'e').length).toBeGreaterThan(3)
  })

  test('do the same each time, over HTTP and without a socket', async () => {
    const runs = [await run(lanes(BOTH)), await run(lanes(BOTH)), await run(lanes(BOTH), { isInProcess: true })]
    expect(new Set(runs.map(({ transcript }) => transcript)).size).toBe(1)
  })

  test('the order of the lanes decides who begins', async () => {
    const [one, other] = [await run(lanes(BOTH)), await run(lanes([...BOTH].reverse()))]
    expect([one.senders[0], other.senders[0]]).toEqual(['e', 'j'])
  })
})

const PEOPLE = `  - directory.create-user: { userName: ana@c.test }
  - directory.create-user: { userName: bo@c.test }
  - directory.create-group: { displayName: Sales, members: [ana@c.test] }
`
const outcomeOf = async (steps: string) => {
  const { result } = await run(PEOPLE + steps)
  const asked = [...result.steps.flatMap(({ expectations }) => expectations), ...result.expectations]
  const failures = asked.flatMap(({ failures: some }) => some.map(({ item, message }) => `${item} ${message}`.trim()))
  return [result.outcome, ...failures, ...result.steps.flatMap(({ message }) => message ?? [])].join('; ')
}

describe('writes to one group', () => {
  test('who only adds loses nobody', async () => {
    const steps = [
      'directory.add-member: { group: Sales, user: bo@c.test }',
      'directory.rename-group: { group: Sales, displayName: Trade }',
    ]
    const wanted = 'expect: { view: directory.groups, exactly: { Trade: { members: [ana@c.test, bo@c.test] } } }'
    expect(await outcomeOf(lanes(steps) + oneByOne([wanted]))).toBe('passed')
  })

  test('who reads, and writes back the whole, loses what came between', async () => {
    const read = (name: string) =>
      `http: { path: /Groups, query: { filter: 'displayName eq "Sales"' }, capture: { ${name}: body.Resources.0 } }`
    const write = (name: string, member: string) =>
      `http: { method: PUT, path: "/Groups/${at(`${name}.id`)}", body: { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], displayName: Sales, members: [{ value: "${at(member)}" }] } }`
    const ids =
      'expect: { view: directory.users, capture: { ana: { item: ana@c.test, field: id }, bo: { item: bo@c.test, field: id } } }'
    const lane = (name: string, member: string) => `[{ ${read(name)} }, { ${write(name, member)} }]`
    const wanted = 'expect: { view: directory.groups, exactly: { Sales: { members: [bo@c.test] } } }'
    const steps = oneByOne([ids]) + lanes([lane('one', 'ana'), lane('other', 'bo')]) + oneByOne([wanted])
    expect(await outcomeOf(steps)).toBe('passed')
  })
})

describe('what goes wrong', () => {
  test('is told by its lane, and the others are carried out', async () => {
    const steps = [
      'directory.delete-user: { user: bo@c.test }',
      'directory.disable-user: { user: nobody@c.test }',
      'directory.disable-user: { user: cy@c.test }\n        fails: { message: has no user }',
    ]
    const told = await outcomeOf(lanes(steps))
    expect(told).toContain('lane 2: The directory has no user "nobody@c.test".')
    expect(told).not.toContain('lane 3')
    expect(told).not.toContain('lane 1')
  })

  test.each([
    ['a misspelt verb', ['entra.strat: {}', 'entra.start: {}'], ['x.yaml:19:9', 'Did you mean "entra.start"']],
    [
      'a misspelt verb in a list',
      ['entra.start: {}', '[{ advance: 1m }, { entra.strat: {} }]'],
      ['x.yaml:20:29', 'x.yaml:20:12', 'and not advance'],
    ],
    ['one lane', ['entra.start: {}'], ['x.yaml:19:7', 'two lanes or more']],
    [
      'what another lane saves',
      ['http: { path: /Users, capture: { n: body.totalResults } }', `directory.delete-user: { user: "${at('n')}" }`],
      ['no step before this one saves "n"'],
    ],
    ['an expectation', ['entra.start: {}', 'expect: { view: directory.users, count: 1 }'], ['and not expect']],
  ])('%s does not load', (_, steps, said) => {
    const message = rejection(lanes(steps))
    for (const text of said) expect(message).toContain(text)
  })
})
