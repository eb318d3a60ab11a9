import { createReceiver, type DeviationName } from '@scimulator/receiver'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import type { ScimHandler } from '../../src/examine/index.ts'
import { runSuites, type SuiteName, type SuiteResult, type ToldSuite } from '../../src/suites/index.ts'

/** No word of any text. */
export const TOKEN = 'canary-5x7q'

const PUBLIC_URL = 'http://receiver.scimulator.test'

interface Subject {
  readonly deviations?: readonly DeviationName[]
  /** Stands between the suite and the receiver. */
  readonly changed?: (next: ScimHandler) => ScimHandler
}

/** Asks a suite of our own receiver in this process, on a virtual clock. */
export async function askReceiver(suites: readonly SuiteName[], subject: Subject = {}): Promise<SuiteResult> {
  const { deviations = [], changed = (next) => next } = subject
  const schedule = createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z'))
  const ids = createSeededIds(1, 'suites')
  const sources = [{ token: TOKEN }]
  const receiver = createReceiver({ schedule, ids, profile: 'rfc', deviations, sources, publicUrl: PUBLIC_URL })
  const handler = changed(receiver.scim)
  try {
    return await runSuites({
      handler,
      url: `${PUBLIC_URL}/scim/v2`,
      token: TOKEN,
      now: () => schedule.now(),
      suites,
    })
  } finally {
    await receiver.close()
  }
}

/** Ids of the rows of one outcome. */
export function rowsOf(suite: ToldSuite | undefined, outcome: ToldSuite['rows'][number]['outcome']): string[] {
  return (suite?.rows ?? []).filter((row) => row.outcome === outcome).map(({ id }) => id)
}
