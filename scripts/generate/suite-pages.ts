// The suites' tables for our own receiver, asked in this process on a virtual clock, so that they are the same each time.
import { runSuites } from '../../packages/harness/src/suites/run-suites.ts'
import { SUITE_NAMES } from '../../packages/harness/src/suites/suite.ts'
import { suitePage } from '../../packages/harness/src/suites/suite-page.ts'
import { createReceiver } from '../../packages/receiver/src/index.ts'
import { createSeededIds, createVirtualSchedule } from '../../packages/shared/src/runtime/index.ts'
import type { GeneratedFile } from './generated-files.ts'

const ENDPOINT = 'Scimulator’s own receiver, profile `rfc`'

export async function suitePages(): Promise<readonly GeneratedFile[]> {
  const schedule = createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z'))
  const publicUrl = 'http://receiver.scimulator.test'
  const ids = createSeededIds(1, 'suites')
  const receiver = createReceiver({ schedule, ids, profile: 'rfc', sources: [{ token: 'secret' }], publicUrl })
  const now = (): number => schedule.now()
  const { suites } = await runSuites({
    handler: receiver.scim,
    url: `${publicUrl}/scim/v2`,
    token: 'secret',
    now,
    suites: SUITE_NAMES,
  })
  await receiver.close()
  return suites.map((suite) => ({ path: `docs/reference/suite-${suite.name}.md`, text: suitePage(suite, ENDPOINT) }))
}
