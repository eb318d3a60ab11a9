import { expect, test } from 'vitest'
import { createEventHub, type HubEvent } from './event-hub.ts'

function filled(count: number, limit: number) {
  const hub = createEventHub('e1', limit)
  for (let n = 1; n <= count; n += 1) hub.publish('clock', n)
  return hub
}

test.each([
  [0, [1, 2, 3]],
  [2, [3]],
  [3, []],
])('after %i come %j', (after, seqs) => {
  expect(
    filled(3, 10)
      .since(after)
      ?.map(({ seq }) => seq),
  ).toEqual(seqs)
})

test('what is no longer held is not passed over in silence, and neither is what has not happened', () => {
  const hub = filled(25, 10)
  expect(hub.since(1)).toBeUndefined()
  expect(hub.since(26)).toBeUndefined()
  expect(hub.since(20)).toHaveLength(5)
})

test('at least so many as asked for are held', () => {
  for (let count = 1; count < 60; count += 1) expect(filled(count, 10).since(Math.max(0, count - 10))).toBeDefined()
})

test('who listens is called with each event until it has had enough', () => {
  const hub = createEventHub('e1')
  const seen: HubEvent[] = []
  const end = hub.subscribe((event) => seen.push(event))
  expect(hub.publish('exchange', { status: 200 })).toBe(1)
  end()
  hub.publish('exchange', { status: 201 })
  expect(seen).toEqual([{ seq: 1, topic: 'exchange', data: { status: 200 } }])
})
