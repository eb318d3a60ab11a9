// Our plain receiver with one thing wrong, as somebody else's endpoint.
import { createReceiver, type DeviationName } from '@scimulator/receiver'
import type { RunOutcome, Scenario } from '../../src/index.ts'
import { type Combination, runScenario } from '../../src/index.ts'
import { ROOT, runAt, TOKEN } from './run-at.ts'

/** Typed with a slash at its end, which is how JumpCloud comes to two of them. */
const SLASH: ReadonlySet<string> = new Set<DeviationName>(['double-slash-refused'])
/** Two seconds against a time limit of one. */
const SLOW: ReadonlySet<string> = new Set<DeviationName>(['slow'])

/** Over HTTP, as whoever wrote the endpoint would run it. */
export async function runOverHttp(
  name: DeviationName,
  scenario: Scenario,
  combination: Combination,
): Promise<RunOutcome> {
  const deviations = [SLOW.has(name) ? { name: 'slow' as const, ms: 2_000 } : name]
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }], deviations })
  const { url } = await receiver.listen({ port: 0 })
  const target = {
    url: `${url}/scim/v2${SLASH.has(name) ? '/' : ''}`,
    token: TOKEN,
    ...(SLOW.has(name) ? { timeout: '1s' } : {}),
  }
  try {
    const [outcome] = await runScenario(scenario, { combination, root: ROOT, target })
    if (!outcome) throw new Error(`${scenario.file} gave no result`)
    return outcome
  } finally {
    await receiver.close()
  }
}

/** The same in this process. What waits is met over HTTP only. */
export function runInProcess(name: DeviationName, scenario: Scenario, combination: Combination): Promise<RunOutcome> {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }], deviations: [name] })
  return runAt(receiver.scim, scenario, combination, { endsInSlash: SLASH.has(name) })
}
