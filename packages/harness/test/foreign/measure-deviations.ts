// The whole collection against each deviation: which runs see it, by a failure that the deviation declares. Long: part of verify:long.
import { DEVIATIONS, type DeviationName } from '@scimulator/receiver'
import { type Combination, combinationTitle, findScenarioFiles, loadScenario, type Scenario } from '../../src/index.ts'
import { runInProcess } from './deviating-endpoint.ts'
import { placesOf } from './places.ts'
import { ROOT } from './run-at.ts'

export interface Sighting {
  readonly deviation: DeviationName
  readonly runs: number
  /** Runs whose failures are among those that the deviation declares, the shortest first: `entra/help-page [dialect=legacy]`. */
  readonly seenIn: readonly string[]
  /** Runs that failed in another way only. */
  readonly elsewhere: readonly string[]
  /** Runs in which we went wrong ourselves. */
  readonly errors: readonly string[]
}

/** Every deviation, or those that are named. */
export async function* measureDeviations(names: readonly string[] = []): AsyncGenerator<Sighting> {
  const files = findScenarioFiles(['.'], ROOT)
  const scenarios = await Promise.all(files.map((path) => loadScenario(path, ROOT)))
  for (const { name, seenBy } of DEVIATIONS) {
    const places = new Set<string>(seenBy === 'protocol' ? [] : seenBy)
    // A run against it does not begin.
    if (places.has('timeout') || (names.length > 0 && !names.includes(name))) continue
    yield await measure(name, places, scenarios)
  }
}

async function measure(
  deviation: DeviationName,
  places: ReadonlySet<string>,
  scenarios: readonly Scenario[],
): Promise<Sighting> {
  const seen: { readonly run: string; readonly requests: number }[] = []
  const [elsewhere, errors]: string[][] = [[], []]
  const runs = scenarios.flatMap((scenario) => scenario.combinations.map((combination) => ({ scenario, combination })))
  for (const { scenario, combination } of runs) {
    const { result } = await runInProcess(deviation, scenario, combination)
    const run = runName(scenario, combination)
    if (result.outcome === 'error') errors?.push(run)
    if (result.outcome !== 'failed') continue
    if ([...placesOf(result)].some((place) => places.has(place))) seen.push({ run, requests: result.requests })
    else elsewhere?.push(run)
  }
  const seenIn = seen.sort((a, b) => a.requests - b.requests).map(({ run }) => run)
  return { deviation, runs: runs.length, seenIn, elsewhere: elsewhere ?? [], errors: errors ?? [] }
}

export function runName({ file }: Scenario, combination: Combination): string {
  return `${file.replace(/\.yaml$/, '')} [${combinationTitle(combination)}]`
}
