import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import type { RealTime } from '@scimulator/shared/runtime'
import { expect, test } from 'vitest'
import { createLiveness } from './liveness.ts'

type Kind = NonNullable<Exchange['failure']>['kind']

const request: ScimRequest = { method: 'GET', url: 'http://scim.test/ServiceProviderConfig', headers: [] }
const time: RealTime = { now: () => 0, sleep: async () => {} }

const failed = (kind: Kind): Exchange => ({
  ...{ request, startedAt: 0, durationMs: 0 },
  failure: { kind, message: 'no' },
})

/** How often it was asked whether it is there, after three silences. */
async function askedAfter(kind: Kind): Promise<{ asked: number; gone: string | undefined }> {
  let asked = 0
  const liveness = createLiveness(async () => {
    asked += 1
    return failed(kind)
  }, time)
  for (let count = 0; count < 3; count += 1) await liveness.note(failed(kind))
  return { asked, gone: liveness.gone }
}

test('one that refuses connections may be starting again, and is waited for', async () => {
  expect(await askedAfter('connection')).toEqual({ asked: 5, gone: expect.stringContaining('(connection: no)') })
})

test('one that hangs is asked twice: each of the reads has waited long', async () => {
  expect(await askedAfter('timeout')).toEqual({ asked: 2, gone: expect.stringContaining('(timeout: no)') })
})
