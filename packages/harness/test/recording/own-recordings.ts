// Our own scenarios, run against a plain receiver over HTTP, as recordings of what went over the wire.
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { combinationTitle, findScenarioFiles, loadScenario, runScenario } from '../../src/index.ts'
import type { Traffic } from '../../src/recording/replay/read-traffic.ts'

export const SCENARIOS = join(import.meta.dirname, '../../../../scenarios')
export const TOKEN = 'a-token-for-the-collection'

export interface OwnRecording extends Traffic {
  readonly title: string
}

export function scenarioPaths(): readonly string[] {
  return findScenarioFiles(['.'], SCENARIOS).filter((path) => !/rejected/.test(path))
}

/** The first combination of a file. */
export async function recordScenario(path: string): Promise<OwnRecording | undefined> {
  const scenario = await loadScenario(path, SCENARIOS)
  const [combination] = scenario.combinations
  if (!combination) return undefined
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
  const { url } = await receiver.listen({ port: 0 })
  const base = `${url}/scim/v2`
  const [outcome] = await runScenario(scenario, { combination, root: SCENARIOS, target: { url: base, token: TOKEN } })
  await receiver.close()
  const title = `${scenario.file} [${combinationTitle(combination)}]`
  return { title, exchanges: outcome?.exchanges ?? [], base, personalData: 'kept', isCut: false }
}
