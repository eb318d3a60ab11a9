import type { Exchange } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { inferredEffect, observedEffect } from './observed-effect.ts'

const request = { method: 'PATCH', url: 'http://127.0.0.1:1/scim/Users/1', headers: [] } as const

function answered(status: number, body = ''): Exchange {
  return { request, startedAt: 0, durationMs: 1, response: { status, headers: [], body } }
}

const anna = { id: '1', userName: 'anna', displayName: 'Anna', active: true, emails: [{ type: 'work', value: 'a@x' }] }

test.each([
  ['created', 'absent', anna, answered(201), 'created', ['userName', 'displayName', 'active', 'emails[work].value']],
  ['deactivated', anna, { ...anna, active: false }, answered(200), 'deactivated', ['active']],
  ['reactivated', { ...anna, active: false }, anna, answered(204), 'reactivated', ['active']],
  [
    'changed',
    anna,
    { ...anna, emails: [{ type: 'work', value: 'b@x' }], title: 'Boss' },
    answered(200),
    'changed',
    ['emails[work].value', 'title'],
  ],
  ['an answer that is no deed', anna, { ...anna, meta: { version: '2' } }, answered(200), 'no change seen', []],
  ['deleted', anna, 'absent', answered(204), 'deleted', ['userName', 'displayName', 'active', 'emails[work].value']],
  ['a deletion that did nothing', anna, anna, answered(204), 'no change seen', []],
  ['refused', anna, anna, answered(400, '{"detail":"No."}'), 'refused', []],
  ['refused, and done all the same', anna, { ...anna, active: false }, answered(500), 'deactivated', ['active']],
] as const)('%s', (_name, before, after, exchange, action, attributes) => {
  const effect = observedEffect(exchange, { kind: 'Users', id: '1', before, after })
  expect([effect?.action, effect?.attributes.map(({ attribute }) => attribute)]).toEqual([action, attributes])
  expect([effect?.object, effect?.objectId, effect?.name]).toEqual(['user', '1', 'Anna'])
})

test('members are one line, and an extension has its URN', () => {
  const members = (count: number) => Array.from({ length: count }, (_, at) => ({ value: `${at}`, $ref: `x/${at}` }))
  const urn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
  const effect = observedEffect(answered(200), {
    kind: 'Groups',
    id: 'g',
    before: { id: 'g', displayName: 'Team', members: members(1), [urn]: { department: 'A' } },
    after: { id: 'g', displayName: 'Team', members: members(7), [urn]: { department: 'B' } },
  })
  expect(effect?.attributes).toEqual([
    { attribute: 'members', scim: 'members', old: '1: 0', new: '7: 0, 1, 2, 3, 4, …' },
    { attribute: `${urn}:department`, scim: `${urn}:department`, old: 'A', new: 'B' },
  ])
})

test.each([
  ['before', 'unknown', anna],
  ['after', anna, 'unknown'],
] as const)('where the look %s says nothing, nothing is told, but that it was refused', (_which, before, after) => {
  expect(observedEffect(answered(200), { kind: 'Users', id: '1', before, after })).toBeUndefined()
  expect(observedEffect(answered(400), { kind: 'Users', id: '1', before, after })).toMatchObject({ action: 'refused' })
})

test('no answer, and why it was refused', () => {
  const lost: Exchange = {
    request,
    startedAt: 0,
    durationMs: 1,
    failure: { kind: 'timeout', message: 'No answer in time' },
  }
  expect(observedEffect(lost, { kind: 'Users', id: '1', before: anna, after: anna })).toMatchObject({
    action: 'no change seen',
    reason: 'No answer in time',
  })
  expect(
    observedEffect(answered(409, '<html>'), { kind: 'Users', id: null, before: 'absent', after: 'absent' }),
  ).toEqual({
    source: 'observed',
    object: 'user',
    objectId: null,
    name: '',
    action: 'refused',
    reason: 'answered 409',
    attributes: [],
  })
})

const sent = (method: 'POST' | 'PATCH' | 'DELETE', body: string, status: number, answer = ''): Exchange => ({
  ...answered(status, answer),
  request: { method, url: `http://127.0.0.1:1/scim/v2/Users${method === 'POST' ? '' : '/1'}`, headers: [], body },
})
const disable = '{"Operations":[{"op":"replace","path":"active","value":false}]}'

test.each([
  ['created, with what the answer has', sent('POST', '{}', 201, JSON.stringify(anna)), 'created', 4],
  ['deleted', sent('DELETE', '', 204), 'deleted', 0],
  ['deactivated', sent('PATCH', disable, 204), 'deactivated', 0],
  ['changed', sent('PATCH', '{"Operations":[{"op":"replace","path":"title","value":"x"}]}', 200), 'changed', 0],
  ['refused', sent('PATCH', disable, 409, '{"detail":"No."}'), 'refused', 0],
])('where nobody looks, what was answered well is taken for done: %s', (_name, exchange, action, attributes) => {
  const effect = inferredEffect(exchange, 'Users', '1')
  expect(effect).toMatchObject({ source: 'inferred', object: 'user', objectId: '1', action })
  expect(effect?.attributes).toHaveLength(attributes)
})

test('of what was not answered nothing is said', () => {
  expect(inferredEffect({ request, startedAt: 0, durationMs: 1 }, 'Users', '1')).toBeUndefined()
})
