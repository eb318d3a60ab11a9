// Each scenario file, and each combination of its matrix, is one test. A file in rejected/ must not load, with the message beside it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  BadInput,
  combinationTitle,
  findScenarioFiles,
  lintScenario,
  loadScenario,
  oldWordNotices,
  runScenario,
  type Scenario,
  scenarioTree,
  shippedPrograms,
  vocabularyOf,
} from '@scimulator/harness'
import { describe, expect, test } from 'vitest'
import { CHECKED_KINDS } from './checked-kinds.ts'

const root = import.meta.dirname
const vocabulary = await vocabularyOf(await shippedPrograms())

for (const path of findScenarioFiles(['.'], root)) {
  const scenario = await load(path)
  describe(relative(root, path), () => {
    test('passes lint', () => {
      expect(lintScenario(path, { vocabulary, root })).toEqual([])
      expect(oldWordNotices(path, root)).toEqual([])
    })
    if (scenario) testCombinations(scenario)
  })
}

function testCombinations(scenario: Scenario): void {
  for (const combination of scenario.combinations) {
    const suffix = combinationTitle(combination)
    test(`${scenario.title}${suffix === '' ? '' : ` [${suffix}]`}`, async () => {
      const [outcome] = await runScenario(scenario, { combination, root, kinds: CHECKED_KINDS })
      const result = outcome?.result
      expect(result?.outcome, result && scenarioTree(result)).toBe('passed')
    })
  }
}

/** A file that does not load has its failure in the lint test. */
async function load(path: string): Promise<Scenario | undefined> {
  try {
    return await loadScenario(path, root)
  } catch (error) {
    if (error instanceof BadInput) return undefined
    throw error
  }
}

describe('rejected', () => {
  const folder = join(root, 'rejected')
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    test(`${name} does not load, with its message`, async () => {
      const error = await loadScenario(join('rejected', name), root).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(BadInput)
      const message = `${error instanceof Error ? error.message : ''}\n`
      const beside = join(folder, name.replace(/\.yaml$/, '.message'))
      if (process.env.UPDATE_GOLDENS === '1') writeFileSync(beside, message)
      expect(existsSync(beside), `${beside} is missing; write it with UPDATE_GOLDENS=1`).toBe(true)
      expect(message).toBe(readFileSync(beside, 'utf8'))
    })
  }
})
