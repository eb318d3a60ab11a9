// The collection, or a sample of it, against a service provider that nobody here wrote.
import { findScenarioFiles, loadScenario, shippedPrograms } from '../../src/index.ts'
import type { ScenarioResult } from '../../src/report/result.ts'
import { runCombination } from '../../src/scenario/run-scenario.ts'
import { startScimmyTarget } from '../scimmy-target.ts'
import { tokenTarget } from '../target/token-target.ts'
import { runName } from './measure-deviations.ts'
import { ROOT } from './run-at.ts'
import { SCIMMY_FAILS } from './scimmy-fails.ts'
import { type FaultId, SCIMMY_FAULTS } from './scimmy-faults.ts'

export interface ScimmyRun {
  readonly run: string
  readonly result: ScenarioResult
  /** What of SCIMMY's faults the run shows. */
  readonly shows: readonly FaultId[]
}

/** Names of all runs of the collection, in the order of the files. */
export async function everyRun(): Promise<readonly string[]> {
  const scenarios = await Promise.all(findScenarioFiles(['.'], ROOT).map((path) => loadScenario(path, ROOT)))
  return scenarios.flatMap((scenario) => scenario.combinations.map((combination) => runName(scenario, combination)))
}

/** @param wanted runs by name; all of them when it is left out */
export async function* runAtScimmy(wanted?: ReadonlySet<string>): AsyncGenerator<ScimmyRun> {
  const scimmy = await startScimmyTarget()
  try {
    for (const path of findScenarioFiles(['.'], ROOT)) {
      const scenario = await loadScenario(path, ROOT)
      for (const combination of scenario.combinations) {
        const run = runName(scenario, combination)
        if (wanted && !wanted.has(run)) continue
        const target = await tokenTarget(scimmy.url, scimmy.token)
        const { result } = await runCombination(scenario, combination, { kinds: await shippedPrograms(), target })
        await target.finish()
        yield { run, result, shows: faultsIn(result) }
      }
    }
    const left = [...scimmy.users.values(), ...scimmy.groups.values()].map(({ id }) => id)
    if (left.length > 0) throw new Error(`Left at SCIMMY: ${left.join(', ')}`)
  } finally {
    await scimmy.close()
  }
}

function faultsIn(result: ScenarioResult): FaultId[] {
  return Object.entries(SCIMMY_FAULTS).flatMap(([id, { isIn }]) => (isIn(result) ? [id as FaultId] : []))
}

/** What is not as the table says: a run that fails and is not in it, one that is in it and passes, one that fails for something else. */
export function surprise({ run, result, shows }: ScimmyRun): string | undefined {
  const expected = SCIMMY_FAILS.get(run)
  const { outcome } = result
  if (outcome === 'passed' || outcome === 'skipped') {
    return expected ? `${run} should fail by ${expected}, and ${outcome}` : undefined
  }
  if (!expected) return `${run} ${outcome}, and should not`
  if (outcome === 'failed' && shows.includes(expected)) return undefined
  return `${run} ${outcome}, not by ${expected} but by ${shows.join(', ') || 'something else'}`
}
