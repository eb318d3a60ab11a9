import { expect, test } from 'vitest'
import { barsOf, chooser, type EventChoice, rangeOf } from './choice.ts'
import type { InsightsEvent } from './event.ts'

const NOW = Date.parse('2026-01-05T12:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

function event(ago: number, more: Partial<InsightsEvent> = {}): InsightsEvent {
  return {
    id: `e${ago}`,
    event_type: 'user_create',
    timestamp: new Date(NOW - ago).toISOString(),
    service: 'directory',
    organization: 'org',
    '@version': '1',
    initiated_by: { type: 'admin', email: 'Root@contoso.example' },
    success: true,
    ...more,
  }
}

const EVENTS = [
  event(90 * DAY + 1),
  event(90 * DAY),
  event(2 * DAY, { event_type: 'user_create_provision', resource: { type: 'systemuser', id: 'u1', username: 'Ana' } }),
  event(2 * HOUR, { event_type: 'user_deprovision', success: false, initiated_by: { type: 'system' } }),
  event(0, { event_type: 'group_create' }),
]

const rows: readonly (readonly [EventChoice, readonly number[]])[] = [
  [{}, [1, 2, 3, 4]],
  [{ last: '3d' }, [2, 3, 4]],
  [{ last: '2h' }, [3, 4]],
  [{ last: '400d' }, [1, 2, 3, 4]],
  [{ start: '2026-01-03T12:00:00Z', end: '2026-01-05T10:00:00Z' }, [2]],
  [{ end: '2026-01-05T12:00:00Z' }, [1, 2, 3]],
  [{ eventType: 'user_deprovision, group_create' }, [3, 4]],
  [{ service: 'all', success: false }, [3]],
  [{ service: 'radius' }, []],
  [{ user: 'ANA' }, [2]],
  [{ user: 'u1' }, [2]],
  [{ user: 'root@contoso.example' }, [1, 2, 4]],
  [{ user: 'an' }, []],
]

test.each(rows)('of %j these are chosen: %j', (choice, expected) => {
  const isChosen = chooser(choice, NOW)
  expect(EVENTS.flatMap((one, index) => (isChosen(one) ? [index] : []))).toEqual(expected)
})

test('bars cover the whole range, and each event is in one of them', () => {
  const range = rangeOf({ last: '4d' }, NOW)
  const bars = barsOf(EVENTS.filter(chooser({ last: '4d' }, NOW)), range, 4)
  expect(bars.map(({ events, failures }) => [events, failures])).toEqual([
    [0, 0],
    [0, 0],
    [1, 0],
    [2, 1],
  ])
  expect(bars.map(({ start }) => start)).toEqual([4, 3, 2, 1].map((days) => NOW - days * DAY))
  expect(bars.map(({ end }) => end)).toEqual([...[3, 2, 1].map((days) => NOW - days * DAY), NOW + 1])
})

test('a time that cannot be read is refused', () => {
  expect(() => chooser({ last: 'soon' }, NOW)).toThrow('Write 24h or 7d')
})
