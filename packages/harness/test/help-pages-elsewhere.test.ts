// The two help pages against SCIMMY with scimmy-routers: a service provider that knows nothing of Lark.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunOutcome, runScenario, scenarioTree } from '../src/index.ts'
import { type ScimmyTarget, startScimmyTarget } from './scimmy-target.ts'

const root = join(import.meta.dirname, '../../..')

const LONG = { timeout: 60_000 }

let scimmy: ScimmyTarget

beforeAll(async () => {
  scimmy = await startScimmyTarget()
})

afterAll(() => scimmy.close())

function runPage(idp: string): Promise<readonly RunOutcome[]> {
  const target = { url: scimmy.url, token: scimmy.token }
  return runScenario(`scenarios/${idp}/help-page.yaml`, { root, target })
}

const askedOf = ({ result }: RunOutcome) => [
  ...result.steps.flatMap(({ expectations }) => expectations),
  ...result.expectations,
]

test('the Entra ID page passes with the suffix; what only Lark shows is skipped with a reason', LONG, async () => {
  const [outcome] = await runPage('entra')
  expect(outcome?.result.combination).toBe('dialect=aadOptscim062020')
  expect(outcome?.result.outcome, outcome && scenarioTree(outcome.result)).toBe('passed')
  const asked = outcome ? askedOf(outcome) : []
  const neutral = asked.filter(({ title }) => title.includes('any SCIM client'))
  expect(neutral.map(({ outcome: one }) => one)).toEqual(['passed'])
  const skipped = asked.filter(({ outcome: one }) => one === 'skipped')
  expect(skipped.length).toBeGreaterThan(0)
  expect([...new Set(skipped.map(({ skip }) => skip?.code))].sort()).toEqual([
    'golden-of-another-target',
    'product-rule',
  ])
})

test('without the suffix SCIMMY refuses "False" for a boolean, so that nobody becomes inactive', LONG, async () => {
  const [, outcome] = await runPage('entra')
  expect(outcome?.result.combination).toBe('dialect=legacy')
  const failed = outcome ? askedOf(outcome).filter(({ outcome: one }) => one === 'failed') : []
  expect([...new Set(failed.map(({ title }) => title))]).toEqual(['directory.users where {"active":false}'])
  expect(outcome && scenarioTree(outcome.result)).toMatch(
    /PATCH http\S+: 400 invalidValue, Attribute 'active' expected value type 'boolean' but found type 'string'/,
  )
})

test('the JumpCloud page fails where SCIMMY refuses what JumpCloud sends, and the report says so', {
  timeout: 60_000,
}, async () => {
  const [outcome] = await runPage('jumpcloud')
  expect(outcome?.result.outcome).toBe('failed')
  const text = outcome ? scenarioTree(outcome.result) : ''
  expect(text).toContain('T4, update the test user (PUT ')
  expect(text).toContain(`the target answered 400: {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"]`)
  expect(text).toContain("Attribute 'emails' expected to be a collection")
  expect(text).toMatch(/\d+ steps and \d+ expectations skipped: step \d+ was not carried out/)
})

test('both pages leave the target as they found it', () => {
  expect(scimmy.users.size).toBe(0)
  expect(scimmy.groups.size).toBe(0)
})
