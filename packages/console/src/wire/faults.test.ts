import { FaultEffect } from '@scimulator/shared/behaviour'
import { expect, test } from 'vitest'
import { endpointOf, FAULTS, faultInput } from './faults.ts'

test.each([
  ['/Users/8f3?attributes=id', '/Users'],
  ['/Groups', '/Groups'],
  ['/Users?filter=x', '/Users'],
])('%s goes to %s', (path, endpoint) => {
  expect(endpointOf(path)).toBe(endpoint)
})

test('a fault strikes requests of the same method at the same endpoint, so often', () => {
  const head = { method: 'PATCH', path: '/Users/8f3' }
  expect(faultInput(head, '503', '3')).toEqual({
    on: { method: 'PATCH', path: '/Users' },
    effect: { kind: 'answer', status: 503 },
    times: 3,
  })
  expect(faultInput(head, 'lost', '')).toEqual({
    on: { method: 'PATCH', path: '/Users' },
    effect: { kind: 'lost-answer' },
  })
})

test('everything that can go wrong on the wire is offered, as the verb takes it', () => {
  const kinds = FaultEffect.options.map(({ shape }) => shape.kind.value)
  expect(new Set(Object.values(FAULTS).map(({ effect }) => effect.kind))).toEqual(new Set(kinds))
  for (const { effect } of Object.values(FAULTS)) expect(FaultEffect.safeParse(effect).success).toBe(true)
})
