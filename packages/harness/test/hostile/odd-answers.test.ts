// Runs against an endpoint that answers what no framework would: programs and harness record it, and nothing of ours breaks.
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { handlerSend } from '@scimulator/shared/http'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { loadScenario, type RunOutcome, shippedPrograms } from '../../src/index.ts'
import { runCombination } from '../../src/scenario/run-scenario.ts'
import { guardTarget } from '../../src/target/guarded-target.ts'
import { ODD_ANSWERS, type OddAnswer } from '../examine/odd-answers.ts'

const ROOT = join(import.meta.dirname, '../../../..')

/** Of every program: creating, changing, disabling, groups, managers, import. */
const SCENARIOS = [
  'entra/help-page',
  'entra/nested-groups',
  'entra/manager-goes',
  'entra/reassigned',
  'jumpcloud/help-page',
  'jumpcloud/import-users',
  'okta/catalogue-life',
  'okta/wizard-life',
  'okta/group-push',
  'okta/import',
]

const pairs = SCENARIOS.flatMap((scenario) => ODD_ANSWERS.map((odd) => ({ scenario, odd })))
const asked = sampleOf('runs against odd answers', pairs.length, 24).flatMap((index) => pairs[index] ?? [])

test.each(asked.map(({ scenario, odd }) => [scenario, odd.title, odd] as const))(
  '%s, where %s, ends without a fault of ours',
  async (scenario, _title, odd) => {
    const { result, exchanges } = await runAgainst(scenario, odd)
    expect(result.message ?? '').not.toMatch(/^\w*Error\b/)
    // The guard may have kept a request from being sent, and says so; any other error is ours.
    if (result.stops.length === 0) expect(result.outcome).not.toBe('error')
    expect(exchanges.length).toBeGreaterThan(0)
  },
)

async function runAgainst(name: string, { handler }: OddAnswer): Promise<RunOutcome> {
  const schedule = createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z'))
  const publicUrl = 'https://odd.example'
  const token = 'odd-target-token'
  const ids = createSeededIds(1, 'odd')
  const receiver = createReceiver({ schedule, ids, profile: 'rfc', sources: [{ token }], publicUrl })
  const send = handlerSend(handler(receiver.scim), () => schedule.now())
  const connected = { url: `${publicUrl}/scim/v2`, token, headers: [], watchSecrets: () => () => {}, send }
  const scenario = await loadScenario(join(ROOT, 'scenarios', `${name}.yaml`), ROOT)
  const [combination] = scenario.combinations
  if (!combination) throw new Error(`${name} has no combination`)
  try {
    const time = { now: () => schedule.now(), sleep: () => Promise.resolve() }
    const target = await guardTarget(connected, { ledgerFolder: false, random: () => 0.5, time })
    const outcome = await runCombination(scenario, combination, { kinds: await shippedPrograms(), target })
    await target.finish()
    return outcome
  } finally {
    await receiver.close()
  }
}
