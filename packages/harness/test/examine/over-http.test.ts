// A tenth of the faults over a socket, by the commit's hash: what is true in this process is true on the wire.
import { Agent, request } from 'node:http'
import { createReceiver, DEVIATIONS, type DeviationName } from '@scimulator/receiver'
import { createRealSchedule, createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { afterAll, expect, test } from 'vitest'
import { type ScimHandler, type TestResult, testEndpoint } from '../../src/examine/index.ts'
import { commitSeed } from './commit.ts'
import { bytesOf, closeServers, serve } from './served.ts'
import { ids } from './subject.ts'

const agent = new Agent({ keepAlive: true })

afterAll(() => {
  agent.destroy()
  closeServers()
})

function over(origin: string): ScimHandler {
  return ({ method, target, rawHeaders, body }) =>
    new Promise((resolve, reject) => {
      const length = body.length > 0 ? ['Content-Length', String(body.length)] : []
      const headers = ['Host', new URL(origin).host, ...rawHeaders, ...length]
      request(`${origin}${target}`, { method, headers, agent }, (answer) => {
        const shown = Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')])
        const status = answer.statusCode ?? 0
        bytesOf(answer).then(
          (text) => resolve({ status, headers: Object.fromEntries(shown), body: text.toString('utf8') }),
          reject,
        )
      })
        .once('error', reject)
        .end(body)
    })
}

const noteError = (error: unknown): void => expect(error).toBeUndefined()

async function testOverHttp(deviations: readonly DeviationName[]): Promise<TestResult> {
  // A race is one only while time passes.
  const isRace = deviations.some((name) => name.startsWith('concurrent-'))
  const schedule = isRace ? createRealSchedule(noteError) : createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z'))
  const sources = [{ token: 'secret' }]
  const receiver = createReceiver({ schedule, ids: createSeededIds(1, 'lark'), profile: 'rfc', deviations, sources })
  const origin = await serve(receiver.scim)
  const endsInSlash = deviations.includes('double-slash-refused')
  return await testEndpoint({ handler: over(origin), url: `${origin}/scim/v2`, token: 'secret', endsInSlash })
}

// What waits says so in a header in this process; over a socket it would keep the test waiting.
const all = DEVIATIONS.filter(({ pauseMs }) => pauseMs === undefined)
const seed = commitSeed()
const first = Number.parseInt(seed, 16) % 10
const sample = all.filter((_one, index) => index % 10 === first)

test(`${sample.length} of ${all.length}, by hash ${seed}`, () => {
  expect(sample.length).toBeGreaterThan(5)
})

test('a right endpoint has no finding', async () => {
  const { findings, unexplained, leftBehind } = await testOverHttp([])
  expect({ findings, unexplained, leftBehind }).toEqual({ findings: [], unexplained: [], leftBehind: [] })
})

test.each(sample.map((one) => [one.name, one] as const))('%s is named', async (name, { consequences }) => {
  const found = ids(await testOverHttp([name]))
  expect(found).toContain(name)
  expect(found.filter((id) => id !== name && !consequences.includes(id))).toEqual([])
})
