// A receiver that is restarted in the midst of a run: what it has answered is there, and what somebody holds of it goes on.
import { expect, test } from 'vitest'
import { parseScenario } from '../src/scenario/load-scenario.ts'
import { runCombination } from '../src/scenario/run-scenario.ts'
import { shippedPrograms } from '../src/world/programs.ts'
import { vocabularyOf } from '../src/world/vocabulary-of.ts'

const kinds = await shippedPrograms()
const vocabulary = await vocabularyOf(kinds)

async function run(...steps: readonly string[]) {
  const text = ['scenario: s', 'description: d', 'steps:', ...steps.map((step) => `  - ${step}`)].join('\n')
  const scenario = parseScenario(text, { path: `${import.meta.dirname}/x.yaml`, file: 'x.yaml', vocabulary })
  const outcome = await runCombination(scenario, {}, { kinds })
  const messages = outcome.result.steps.flatMap(({ message }) => message ?? [])
  return { said: [outcome.result.outcome, ...messages].join('; '), transcript: outcome.transcript() }
}

const ANA = 'lark.add-member: { name: Ana, email: ana@c.test }'
const THERE = 'expect: { view: lark.members, count: 1, include: { ana@c.test: { name: Ana } } }'
const PUSHED = [
  'receiver.add-source: { kind: Entra ID, activate: true }\n    save: source',
  'entra.create-user: { userPrincipalName: ana@c.test, displayName: Ana, set: { mail: ana@c.test } }',
  'entra.create-app: { name: A }',
  'entra.set-credentials: { tenantUrl: "$' + '{source.url}", secretToken: "$' + '{source.token}" }',
  'entra.assign: { user: ana@c.test }',
]

test('goes on from its journal, and the next id is not one that is given', async () => {
  const eva = 'lark.add-member: { name: Eva, email: eva@c.test }'
  const steps = [ANA, 'restart: receiver', THERE, eva, 'restart: receiver', 'restart: receiver']
  const { said } = await run(...steps, 'expect: { view: lark.members, count: 2 }')
  expect(said).toBe('passed')
})

test('in the midst of a cycle, and the same seed gives the same run', async () => {
  const midst = 'meanwhile: { before: { method: POST }, do: { restart: receiver } }'
  const steps = [...PUSHED, midst, 'entra.start: {}', 'expect: { view: directory.users, exactly: [ana@c.test] }']
  const first = await run(...steps)
  expect(first.said).toBe('passed')
  expect((await run(...steps)).transcript).toBe(first.transcript)
  // Nothing but the restart is another: who sends notices nothing.
  expect((await run(...steps.filter((step) => step !== midst))).transcript).toBe(first.transcript)
})

test('one whose request never comes was not carried out', async () => {
  const never = 'meanwhile: { before: { method: DELETE }, do: { restart: receiver } }'
  expect(
    (await run(...PUSHED, never, 'entra.start: {}', 'expect: { view: directory.users, count: 1 }')).said,
  ).toContain('failed; No request that fits has come')
})
