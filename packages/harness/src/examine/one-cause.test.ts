import type { Difference } from '@scimulator/findings'
import { expect, test } from 'vitest'
import { looksLike } from './one-cause.ts'

function refused(subject: string, status: number, body: string, more: Partial<Difference> = {}): Difference {
  return {
    ...{ sender: 'entra', act: 'hired', subject, kind: 'user', attribute: 'answer', expected: 'done', actual: status },
    exchange: {
      request: { method: 'POST', url: 'http://app.example/Users', headers: [], body: '{}' },
      response: { status, headers: [], body },
      startedAt: 0,
      durationMs: 1,
    },
    ...more,
  }
}

const role = (name: string): string =>
  JSON.stringify({ detail: `roles of scimulator-aoxz1234-${name} (id 4711): too short` })
const ana = refused('ana', 400, role('ana'))

test.each<[string, boolean, Difference]>([
  ['another person in the same words', true, refused('ben', 400, role('ben'))],
  ['another sender', true, refused('ben', 400, role('ben'), { sender: 'entraLegacy' })],
  [
    'who never arrived, because of it',
    true,
    refused('ana', 400, role('ana'), { attribute: 'exists', expected: true, actual: false }),
  ],
  ['another status', false, refused('ben', 500, role('ben'))],
  ['other words', false, refused('ben', 400, JSON.stringify({ detail: 'no more seats' }))],
  ['a group', false, refused('staff', 400, role('staff'), { kind: 'group' })],
  ['a request that was answered well', false, refused('ben', 201, role('ben'), { attribute: 'title' })],
])('a refusal and %s: one cause is %s', (_, isOne, other) => {
  expect(looksLike(other) === looksLike(ana)).toBe(isOne)
})

test.each<[string, boolean, Partial<Difference>]>([
  ['another person', true, { subject: 'ben', expected: 'Engineer' }],
  ['another attribute', false, { attribute: 'displayName' }],
  ['there, and wrong', false, { actual: 'Clerk' }],
  ['another sender', false, { sender: 'jumpcloud' }],
])('a title that is not kept, and %s: one cause is %s', (_, isOne, more) => {
  const lost = { attribute: 'title', expected: 'Boss', actual: undefined }
  expect(
    looksLike(refused('ana', 201, '{}', { ...lost, ...more })) === looksLike(refused('ana', 201, '{}', lost)),
  ).toBe(isOne)
})
