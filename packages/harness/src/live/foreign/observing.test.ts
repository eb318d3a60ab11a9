import type { ScimRequest, Send } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { observing } from './observing.ts'

const deletion: ScimRequest = { method: 'DELETE', url: 'http://127.0.0.1:1/scim/v2/Users/1', headers: [] }
const send: Send = async (request) => {
  return { request, startedAt: 0, durationMs: 1, response: { status: 204, headers: [], body: '' } }
}

test.each([
  [true, 2, 'observed'],
  [false, 0, 'inferred'],
])('an endpoint is looked at around each write, or never: %s', async (isObserved, looks, source) => {
  let looked = 0
  const look = async () => {
    looked += 1
    return looked === 1 ? { id: '1', userName: 'anna' } : ('absent' as const)
  }
  const wire = observing(
    { send, look, isObserved },
    () => {},
    async () => {},
  )
  await wire.send(deletion)
  expect(looked).toBe(looks)
  expect(wire.effectsOf(deletion)).toMatchObject([{ source, object: 'user', action: 'deleted' }])
})
