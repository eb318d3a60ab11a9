import { createReceiver, type DeviationName } from '@scimulator/receiver'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { type TestResult, testEndpoint } from '../../src/examine/index.ts'
import type { TestOptions } from '../../src/examine/test-endpoint.ts'

export const BASE = 'http://receiver.scimulator.test/scim/v2'

/** Tests our own receiver in this process, on a virtual clock. */
export async function testReceiver(
  deviations: readonly DeviationName[],
  options: TestOptions & { readonly profile?: 'rfc' | 'lark' } = {},
): Promise<TestResult> {
  const { profile = 'rfc', ...rest } = options
  const schedule = createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z'))
  const receiver = createReceiver({
    schedule,
    ids: createSeededIds(1, 'lark'),
    profile,
    deviations,
    sources: [{ token: 'secret' }],
    publicUrl: 'http://receiver.scimulator.test',
  })
  const url = BASE
  try {
    return await testEndpoint({ handler: receiver.scim, url, token: 'secret', now: () => schedule.now(), ...rest })
  } finally {
    await receiver.close()
  }
}

export function ids({ findings }: TestResult): string[] {
  return findings.map(({ id }) => id)
}
