import { expect, test } from 'vitest'
import { createFlights, type Written } from './flights.ts'

const user = (id: string, method = 'PATCH'): Written => ({ kind: 'Users', id, method })
const group: Written = { kind: 'Groups', id: 'g', method: 'PATCH' }

test.each<readonly [string, Written, Written, boolean]>([
  ['another person', user('a'), user('b'), false],
  ['the same person', user('a'), user('a'), true],
  ['a person who is deleted, to a group', group, user('a', 'DELETE'), true],
  ['a person who is made, to a group', group, { kind: 'Users', method: 'POST' }, false],
  ['a group, to a person', user('a'), group, false],
])('%s', (_, mine, other, isDisturbed) => {
  const begin = createFlights()
  const flight = begin(mine)
  const second = begin(other)
  second.end()
  expect(flight.isDisturbed()).toBe(isDisturbed)
  // Whoever comes when it is over is not met.
  flight.end()
  expect(begin(mine).isDisturbed()).toBe(false)
})
