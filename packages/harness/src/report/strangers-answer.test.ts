import type { RecordedExchange } from '@scimulator/shared/http'
import { expect, test } from 'vitest'
import { strangersAnswer } from './strangers-answer.ts'

function lookUp(seq: number, name: string, ...Resources: readonly unknown[]): RecordedExchange {
  const url = `http://a/scim/v2/Users?filter=userName+eq+%22${encodeURIComponent(name)}%22`
  const body = JSON.stringify({ totalResults: Resources.length, Resources })
  const request = { method: 'GET' as const, url, headers: [] }
  return { seq, sender: 'entra', startedAt: 0, durationMs: 0, request, response: { status: 200, headers: [], body } }
}

const ana = { id: '7', userName: 'Ana@c.test' }
const stranger = (id: string) => ({ id, notOurs: `hash-of-${id}` })

test('says what was asked for, who came back by id and hash, and what it follows from', () => {
  const found = strangersAnswer([lookUp(1, 'ana@c.test', ana), lookUp(2, 'nobody', stranger('1'), ana)])
  expect(found?.exchange.seq).toBe(2)
  expect(found?.text).toBe(
    'userName "nobody" was asked for, and answered with 2 who have another: 1 (hash hash-of-1), 7; follows from filter-ignored',
  )
})

test('of many it shows a few', () => {
  const found = strangersAnswer([lookUp(1, 'nobody', ...['1', '2', '3', '4', '5'].map(stranger))])
  expect(found?.text).toContain('3 (hash hash-of-3) and 2 more; follows from filter-ignored')
})

test.each([
  ['the one who was asked for, in other case', lookUp(1, 'ana@c.test', ana)],
  ['nobody', lookUp(1, 'ana@c.test')],
  ['an error', { ...lookUp(1, 'nobody', ana), response: { status: 400, headers: [], body: '{}' } }],
  ['nothing', { ...lookUp(1, 'nobody', ana), response: undefined }],
])('a lookup that is answered with %s explains nothing', (_what, exchange) => {
  expect(strangersAnswer([exchange as RecordedExchange])).toBeUndefined()
})
