// A recording of ours becomes a scenario that sends the same writes in the same order and ends in the same directory; where it does not, it
// is said at which exchange and why.
import type { Exchange } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { SAMPLE, sampleOf } from '../../../../scripts/gate/sample.ts'
import { retell } from '../../src/recording/retell/retell.ts'
import { scenarioPaths } from './own-recordings.ts'
import { type RetoldRun, retoldRun, runTold } from './retold.ts'

/** One for each thing that is inferred. */
const ALWAYS = [
  'entra/answer-lost.yaml', // a request that was carried out and never answered
  'entra/manager-goes.yaml', // managers, and a custom order of cycles
  'jumpcloud/e06-groups-by-filter.yaml', // groups that come with their people, and go
  'both/one-company-two-idps.yaml', // two identity providers, side by side
  'jumpcloud/e01-e02-form.yaml', // tests of the connection that fail
  'matching/deleted-between-cycles.yaml', // a restart that drops the links
]

test.each(ALWAYS)('%s comes back', { timeout: 60_000 }, async (name) => {
  const path = scenarioPaths().find((one) => one.endsWith(name)) ?? name
  expect(await retoldRun(path)).toMatchObject({ outcome: 'same', why: '' })
})

test('four in five of all files come back, and of the others it is said where they part', {
  timeout: 1_800_000,
}, async () => {
  const paths = scenarioPaths()
  const runs: RetoldRun[] = []
  for (const at of sampleOf('retold recordings', paths.length, 3)) {
    const run = await retoldRun(paths[at] ?? '')
    if (run) runs.push(run)
  }
  const others = runs.filter(({ outcome }) => outcome !== 'same')
  for (const { why, title } of others) expect(why, title).not.toBe('')
  if (process.env[SAMPLE] !== 'all') return
  process.stdout.write(`${runs.length - others.length} of ${runs.length} recordings come back\n`)
  for (const { title, outcome, why } of others) process.stdout.write(`${title}: ${outcome}: ${why}\n`)
  expect((runs.length - others.length) / runs.length).toBeGreaterThanOrEqual(0.8)
})

test('what neither Entra ID nor JumpCloud has sent is not told', async () => {
  const exchange: Exchange = {
    request: { method: 'GET', url: 'http://endpoint.test/scim/v2/Users?count=3', headers: [['User-Agent', 'curl/8']] },
    startedAt: 0,
    durationMs: 1,
  }
  const traffic = {
    exchanges: [exchange],
    base: 'http://endpoint.test/scim/v2',
    personalData: 'replaced',
    isCut: false,
  } as const
  await expect(retell(traffic, runTold)).rejects.toThrow('Nothing in it was sent by Entra ID or JumpCloud')
})
