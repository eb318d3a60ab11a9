// A right endpoint behind a connection that loses requests, or answers, or is answered by a gateway's page, one time in twenty: that is told,
// and nothing that was asked meanwhile is blamed.
import { createReceiver } from '@scimulator/receiver'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { type ScimHandler, testEndpoint } from '../../src/examine/index.ts'
import { chance } from './calm-endpoint.ts'

const WEATHERS = ['request lost', 'answer lost', 'page of a gateway'] as const
const SEEDS = 20
/** The endpoint is met in fair weather: whoever cannot be met is told so, which is another matter. */
const FAIR = 20

function under(weather: (typeof WEATHERS)[number], handler: ScimHandler, seed: number): ScimHandler {
  const random = chance(seed)
  let count = 0
  return async (request) => {
    count += 1
    if (count <= FAIR || random() >= 0.05) return handler(request)
    if (weather === 'page of a gateway') return { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>!' }
    if (weather === 'answer lost') await handler(request)
    throw new Error('ECONNRESET')
  }
}

const cases = WEATHERS.flatMap((weather) => Array.from({ length: SEEDS }, (_, seed) => [weather, seed + 1] as const))

test.each(sampleOf('weathers', cases.length, 6).flatMap((index) => (cases[index] ? [cases[index]] : [])))(
  '%s, seed %i',
  async (weather, seed) => {
    const schedule = createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z'))
    const sources = [{ token: 'secret' }]
    const receiver = createReceiver({ schedule, ids: createSeededIds(1, 'lark'), profile: 'rfc', sources })
    const { findings, unexplained } = await testEndpoint({
      handler: under(weather, receiver.scim, seed),
      url: 'http://receiver.scimulator.test/scim/v2',
      token: 'secret',
      now: () => schedule.now(),
      settle: [20],
      pause: async () => {},
    })
    expect({ findings: findings.map(({ id }) => id), unexplained }).toEqual({
      findings: ['fails-now-and-then'],
      unexplained: [],
    })
  },
)
