import { expect, test } from 'vitest'
import { newsText } from './news.ts'
import { sampleHead } from './sample-head.ts'

const heads = [sampleHead({ seq: 1, status: 500 }), sampleHead({ seq: 2 }), sampleHead({ seq: 3, status: 409 })]

test.each([
  [0, '3 new requests, 2 failed'],
  [2, '1 new request, 1 failed'],
  [3, ''],
])('after #%i: %s', (told, said) => {
  expect(newsText(heads, told)).toBe(said)
})

test('what went well says no more than how many', () => {
  expect(newsText([sampleHead({ seq: 4 })], 3)).toBe('1 new request')
})
