import { expect, test } from 'vitest'
import { fitRecordings } from './fit-recordings.ts'
import type { ExchangeRecord, Recording } from './recording.ts'

const exchange = (n: number, status: number, body: string): ExchangeRecord => ({
  ...{ n, at: '2026-01-05T08:00:00Z', ms: 1, sender: 'entra' },
  request: { method: 'PATCH', url: 'http://a/Users/1', headers: [], body },
  response: { status, headers: [], body },
})

const recording = (exchanges: readonly ExchangeRecord[]): Recording => ({
  version: 1,
  story: { id: 'a', title: 'A', text: '', source: '' },
  ...{ company: '', directory: 'answers', base: {}, steps: [], effects: [], keyFrames: [] },
  exchanges: [...exchanges],
})

const long = 'x'.repeat(1_000)

test('what fits is kept as it is', () => {
  const all = [recording([exchange(1, 200, long)])]
  expect(fitRecordings(all, 10_000)).toEqual(all)
})

test('bodies of good answers go first, and it is said how much is missing', () => {
  const [kept] = fitRecordings([recording([exchange(1, 200, long), exchange(2, 400, long)])], 3_500)
  expect(kept?.exchanges.map(({ response, cut }) => [response?.body.length, cut])).toEqual([
    [0, 2_000],
    [1_000, undefined],
  ])
  expect(kept?.leftOut).toContain('left out')
})

test('what brought a failure about keeps its bodies, although it was answered well', () => {
  const failed = {
    ...{ n: 1, title: 'x', says: '', program: '', verb: 'x', input: {}, at: '', views: {} },
    ...{ outcome: 'failed' as const, exchanges: { from: 1, to: 2 } },
    expectations: [{ text: 'x', ok: false, difference: [{ item: 'a', message: 'm', attributes: [], exchange: 1 }] }],
  }
  const one = { ...recording([exchange(1, 200, long), exchange(2, 200, long)]), steps: [failed] }
  const [kept] = fitRecordings([one], 4_000)
  expect(kept?.exchanges.map(({ response }) => response?.body.length)).toEqual([1_000, 0])
})

test('then whole recordings go, the last ones', () => {
  const refused = recording([exchange(1, 400, long)])
  expect(fitRecordings([refused, refused, refused], 5_500).map((one) => one !== undefined)).toEqual([true, true, false])
})
