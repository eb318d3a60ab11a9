import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EventLog } from './change-log.ts'

test('whatever was dropped, the latest entry about each thing after a position is told, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 3000 }), fc.nat(3000), (ids, after) => {
      const log = new EventLog()
      ids.forEach((id, index) => {
        log.put({ position: index + 1, event: { about: 'User', id: String(id) } })
      })
      const latest = new Map(ids.map((id, index) => [String(id), index + 1]))
      const expected = [...latest].filter(([, position]) => position > after).sort(([, a], [, b]) => a - b)
      const told = [...log.since(after)].map(({ position, event }) => [event.id, position])
      expect(told).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})

test('an entry that is already there changes nothing', () => {
  const log = new EventLog()
  const entry = { position: 1, event: { about: 'User', id: 'a' } } as const
  log.put(entry)
  log.put(entry)
  expect([...log.since(0)]).toEqual([entry])
  expect(log.lastPosition).toBe(1)
})
