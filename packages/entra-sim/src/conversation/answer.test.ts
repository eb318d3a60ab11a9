import type { HeaderList } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { readAnswer } from './answer.ts'

const REQUEST = { method: 'POST', url: 'https://scim.example/Users', headers: [] } as const
const SWITCHES = { answerTypes: 'schema' } as const
const STARTED = Date.parse('2026-01-05T08:00:00Z')

function retryAfterOf(...headers: HeaderList): number | undefined {
  const response = { status: 429, headers, body: '' }
  const answer = readAnswer({ request: REQUEST, startedAt: STARTED, durationMs: 1_000, response }, 'create', SWITCHES)
  return answer.kind === 'failed' ? answer.error.retryAfterMs : undefined
}

test.each<[string, HeaderList, number | undefined]>([
  ['no header', [], undefined],
  ['seconds', [['Retry-After', '120']], 120_000],
  ['a date, from the end of the exchange', [['Retry-After', 'Mon, 05 Jan 2026 08:01:01 GMT']], 60_000],
  [
    'a date, from the date of the answer',
    [
      ['date', 'Tue, 01 Jan 2030 00:00:00 GMT'],
      ['retry-after', 'Tue, 01 Jan 2030 00:01:30 GMT'],
    ],
    90_000,
  ],
  ['a date that is past', [['Retry-After', 'Mon, 05 Jan 2026 07:00:00 GMT']], 0],
  ['a number below zero', [['Retry-After', '-5']], undefined],
  ['no date and no number', [['Retry-After', 'soon']], undefined],
  ['a date of no calendar', [['Retry-After', 'Mon, 99 Xxx 2026 08:01:01 GMT']], undefined],
])('Retry-After: %s', (_name, headers, expected) => {
  expect(retryAfterOf(...headers)).toBe(expected)
})

test('a long answer is cut in the log, with how much is missing', () => {
  const body = `{"detail":"no"}${'x'.repeat(1_000_000)}`
  const answer = readAnswer(
    { request: REQUEST, startedAt: STARTED, durationMs: 0, response: { status: 400, headers: [], body } },
    'create',
    SWITCHES,
  )
  const reason = answer.kind === 'failed' ? answer.error.reason : ''
  expect(reason).toContain('Web Response: {"detail":"no"}xxx')
  expect(reason).toMatch(/x… \(996015 more characters\)$/)
  expect(reason.length).toBeLessThan(4_500)
})
