// What people have reported of one IdP and one endpoint, where our own receiver is the endpoint. These files are not in the collection: what
// they want is what our receiver does, and another endpoint may do otherwise.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadScenario, runScenario, scenarioTree, shippedPrograms } from '@scimulator/harness'
import { expect, test } from 'vitest'

const root = import.meta.dirname
const files = readdirSync(root).filter((name) => name.endsWith('.yaml'))

test.each(files)('%s passes', async (name) => {
  const scenario = await loadScenario(join(root, name), root)
  const outcomes = await runScenario(scenario, { root, kinds: await shippedPrograms() })
  expect(outcomes).not.toEqual([])
  for (const { result } of outcomes) expect(result.outcome, scenarioTree(result)).toBe('passed')
})
