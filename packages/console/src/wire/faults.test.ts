import { expect, test } from 'vitest'
import { endpointOf, faultInput } from './faults.ts'

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
