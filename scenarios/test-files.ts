// Each scenario file, and each combination of its matrix, is one test. A group of files is a test file of its own, so that several run
// beside each other.
import { join, relative, sep } from 'node:path'
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

export const root = import.meta.dirname

/** Which files belong to a group, by their paths below this folder. */
export const GROUPS = {
  both: /^both\//,
  entra: /^entra\/[^/]+$/,
  'entra-questions': /^entra\/.+\//,
  jumpcloud: /^jumpcloud\//,
  okta: /^okta\//,
  receiver: /^(receiver|matching|stories)\//,
} as const

export type Group = keyof typeof GROUPS

export function scenarioFiles(): readonly string[] {
  return findScenarioFiles(['.'], root).map((path) => relative(root, path).split(sep).join('/'))
}

export async function testFiles(group: Group): Promise<void> {
  const vocabulary = await vocabularyOf(await shippedPrograms())
  for (const file of scenarioFiles().filter((one) => GROUPS[group].test(one))) {
    const path = join(root, file)
    const scenario = await load(path)
    describe(file, () => {
      test('passes lint', () => {
        expect(lintScenario(path, { vocabulary, root })).toEqual([])
        expect(oldWordNotices(path, root)).toEqual([])
      })
      if (scenario) testCombinations(scenario)
    })
  }
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
