import { expect, test } from 'vitest'
import { createBodyReader } from './body-reader.ts'

const answer = (body: string) => ({ status: 200, headers: [], body })

test('an answer is parsed once for all who read it, and two answers of the same text are two', () => {
  const read = createBodyReader()
  const [one, other] = [answer('{"id":"1"}'), answer('{"id":"1"}')]
  const first = read(one)
  expect(first).toEqual({ kind: 'json', value: { id: '1' } })
  expect(read(one)).toBe(first)
  expect(read(other)).not.toBe(first)
})

test.each([
  ['', { kind: 'empty' }],
  ['<html>', { kind: 'unreadable' }],
])('%j is not JSON', (body, expected) => expect(createBodyReader()(answer(body))).toMatchObject(expected))
