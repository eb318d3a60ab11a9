// A recording between the Entra simulator and SCIMMY, made over sockets, replayed at our plain receiver: each difference has its reason.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { handlerSend } from '@scimulator/shared/http'
import { afterAll, expect, test } from 'vitest'
import { loadScenario, runScenario } from '../../src/index.ts'
import { recognise } from '../../src/recording/recognise/recognise.ts'
import { startRecording } from '../../src/recording/record.ts'
import { readTraffic } from '../../src/recording/replay/read-traffic.ts'
import { type ReplayStep, replay } from '../../src/recording/replay/replay.ts'
import { startScimmyTarget } from '../scimmy-target.ts'
import { SCENARIOS, TOKEN } from './own-recordings.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-scimmy-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('Entra ID and SCIMMY, recorded and sent to our receiver', { timeout: 120_000 }, async () => {
  const scimmy = await startScimmyTarget()
  const out = join(folder, 'scimmy.jsonl')
  const silent = { onLine: () => {}, onFailure: (error: unknown) => expect(error).toBeUndefined(), newKey: () => 'key' }
  const recorded = await startRecording({
    port: 0,
    host: '127.0.0.1',
    to: scimmy.url,
    out,
    keepsPersonalData: false,
    allowedHosts: [],
    ...silent,
  })
  const scenario = await loadScenario(join(SCENARIOS, 'entra/provision-on-demand.yaml'), SCENARIOS)
  await runScenario(scenario, {
    combination: scenario.combinations[0] ?? {},
    root: SCENARIOS,
    target: { url: recorded.url, token: scimmy.token },
  })
  await recorded.close()
  await scimmy.close()
  const traffic = readTraffic(readFileSync(out, 'utf8'), out)
  expect(recognise(traffic.exchanges).filter(({ sender }) => sender === 'entra').length).toBeGreaterThan(10)
  const { scim } = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
  const headers = [['Authorization', `Bearer ${TOKEN}`]] as const
  const { steps } = await replay(traffic, {
    send: handlerSend(scim, Date.now),
    url: 'http://endpoint.test/scim/v2',
    headers,
  })
  const differences = steps.flatMap((step) => step.differences.map((one) => toldDifference(step, one)))
  expect(differences.filter((one) => !REASONS.some(([, shows]) => shows.test(one)))).toEqual([])
  expect(REASONS.filter(([, shows]) => !differences.some((one) => shows.test(one))).map(([why]) => why)).toEqual([])
})

const REASONS: readonly (readonly [why: string, shows: RegExp])[] = [
  [
    'SCIMMY does not say of a member what it is; RFC 7643 §4.2 leaves it free',
    /members\[\d+\]\.type: undefined "User"$/,
  ],
  [
    'SCIMMY refuses "False" as a text, which provision on demand sends (scimmy#51)',
    /^PATCH status: "400 \(invalidValue: .*active.*" 200$/,
  ],
  ['so that the person is active there ever after', /^GET (Resources\.)?active: true false$/],
]

type Difference = ReplayStep['differences'][number]

function toldDifference({ recorded: { request } }: ReplayStep, { at, recorded, replayed }: Difference): string {
  return `${request.method} ${at}: ${JSON.stringify(recorded)} ${JSON.stringify(replayed)}`
}
