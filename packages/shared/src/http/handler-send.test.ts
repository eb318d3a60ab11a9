// A service provider in this process is held to the same as one behind a socket: what it throws is an outcome.
import { expect, test } from 'vitest'
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
