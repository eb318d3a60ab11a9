import { expect, test } from 'vitest'
import type { Exchange } from './exchange.ts'
import { canonicalTranscript } from './transcript.ts'

const START = Date.parse('2026-01-05T08:00:00Z')

function create(id: string, host: string, source: string): Exchange[] {
  const body = `{"id":"${id}","meta":{"location":"${host}/Users/${id}","created":"2026-01-05T08:40:00.000Z"}}`
  return [
    {
      request: {
        method: 'POST',
        url: `${host}/Users`,
        headers: [
          ['Authorization', 'Bearer secret'],
          ['Content-Type', 'application/scim+json; charset=utf-8'],
        ],
        body: `{"externalId":"${source}"}`,
      },
      startedAt: START + 2_400_000,
      durationMs: 3,
      response: { status: 201, headers: [['content-type', 'application/scim+json']], body },
    },
    {
      request: { method: 'GET', url: `${host}/Users/${id}`, headers: [] },
      startedAt: START + 2_400_000,
      durationMs: 30_000,
      failure: { kind: 'timeout', message: 'No answer in time' },
    },
  ]
}

const one = '11111111-1111-4111-8111-111111111111'
const two = '22222222-2222-4222-8222-222222222222'
const three = '33333333-3333-4333-8333-333333333333'

test('names ids by first appearance, times as offsets, base URLs by name, and shows listed headers only', () => {
  const text = canonicalTranscript(create(one, 'http://127.0.0.1:4001/scim/v2', three), {
    baseUrls: { receiver: 'http://127.0.0.1:4001/scim/v2' },
    start: START,
  })
  expect(text).toBe(
    [
      '#1 +2400s',
      '> POST {receiver}/Users',
      '> content-type: application/scim+json; charset=utf-8',
      '> {"externalId":"{guid:1}"}',
      '< 201',
      '< content-type: application/scim+json',
      '< {"id":"{User:1}","meta":{"location":"{receiver}/Users/{User:1}","created":"{+2400s}"}}',
      '',
      '#2 +2400s',
      '> GET {receiver}/Users/{User:1}',
      '! timeout: No answer in time',
      '',
    ].join('\n'),
  )
})

test('two runs that differ only in ids, ports and secrets read the same', () => {
  const [left, right] = ['http://127.0.0.1:4001', 'http://127.0.0.1:4999'].map((host, index) =>
    canonicalTranscript(create(index === 0 ? one : two, host, three), { baseUrls: { receiver: host }, start: START }),
  )
  expect(left).toBe(right)
  expect(left).not.toContain('secret')
})
