// A service provider in this process is held to the same as one behind a socket: what it throws is an outcome.
import { expect, test } from 'vitest'
import { noted } from '../provisioning/index.ts'
import { handlerSend } from './handler-send.ts'

const request = { method: 'GET', url: 'http://a.test/scim/v2/Users?count=1', headers: [] } as const

test('what a handler answers is the answer, with the target behind the origin', async () => {
  const send = handlerSend(
    async ({ target }) => ({ status: 200, headers: {}, body: target }),
    () => 5,
  )
  expect(await send(request)).toMatchObject({ startedAt: 5, response: { status: 200, body: '/scim/v2/Users?count=1' } })
})

test('a handler that throws is a connection that was cut', async () => {
  const send = handlerSend(
    () => Promise.reject(new Error('Cannot read properties of undefined')),
    () => 5,
  )
  const failure = { kind: 'reset', message: 'Cannot read properties of undefined' }
  expect(await send(request)).toEqual({ request, startedAt: 5, durationMs: 0, failure })
})

test.each([
  ['the note of the request, which may wait longer than 30 s', 60_000, undefined, 200],
  ['30 s', undefined, undefined, 'timeout'],
  ['who made the sender, whatever the note says', 60_000, 30_000, 'timeout'],
])('how long an answer may take is told by %s', async (_name, timeoutMs, mostMs, outcome) => {
  const headers = { 'server-timing': 'total;dur=45000' }
  const send = handlerSend(
    async () => ({ status: 200, headers, body: '' }),
    () => 5,
    mostMs,
  )
  const { response, failure } = await send(noted({ ...request }, timeoutMs === undefined ? {} : { timeoutMs }))
  expect(response?.status ?? failure?.kind).toBe(outcome)
})
