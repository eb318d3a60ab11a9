// The correct endpoint lives through what the simulators do on the two help pages: Entra ID in both dialects, and JumpCloud.
import { join } from 'node:path'
import { findScenarioFiles, type RunOutcome, runScenario, scenarioTree } from '@scimulator/harness'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resourcesIn, TOKEN } from './scim-client.ts'
import { EXAMPLES, type Served, serve } from './serve.ts'

const root = join(EXAMPLES, '..')

let served: Served

beforeAll(async () => {
  served = await serve(process.execPath, ['express-endpoint/server.mjs'])
})

afterAll(() => served.stop())

function run(file: string): Promise<readonly RunOutcome[]> {
  return runScenario(file, { root, target: { url: served.scim.url, token: TOKEN } })
}

test.each([
  ['scenarios/entra/help-page.yaml', 2],
  ['scenarios/jumpcloud/help-page.yaml', 1],
  ['scenarios/jumpcloud/looked-up-before-each-write.yaml', 1],
  ['scenarios/jumpcloud/refused-user-enters-groups-later.yaml', 1],
  ['scenarios/jumpcloud/repeated-member-adds.yaml', 1],
  ['scenarios/jumpcloud/e06-groups-by-put.yaml', 1],
  ['scenarios/jumpcloud/e06-groups-by-filter.yaml', 1],
])('%s passes', async (file, runs) => {
  expect(findScenarioFiles([file], root)).toHaveLength(1)
  const outcomes = await run(file)
  expect(outcomes).toHaveLength(runs)
  for (const { result } of outcomes) expect(result.outcome, scenarioTree(result)).toBe('passed')
})

test('nothing is left behind', async () => {
  expect(resourcesIn(await served.scim.get('/Users'))).toEqual([])
  expect(resourcesIn(await served.scim.get('/Groups'))).toEqual([])
})
