import * as fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { createRealSchedule } from './real-schedule.ts'
import { createSteadyClock } from './steady-clock.ts'

const HOUR = 3_600_000
const step = fc.record({ passes: fc.integer({ min: 0, max: 10_000 }), jumps: fc.integer({ min: -HOUR, max: HOUR }) })

test('it never goes back or stands still, whatever is done to the machine’s, and is never behind it', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let [wall, elapsed] = [1_700_000_000_000, 0]
      const clock = createSteadyClock({ wall: () => wall, elapsed: () => elapsed })
      let before = clock.now()
      expect(before).toBe(wall)
      for (const { passes, jumps } of steps) {
        wall += passes + jumps
        elapsed += passes
        const now = clock.now()
        expect(now).toBeGreaterThanOrEqual(before + passes)
        expect(now).toBeGreaterThanOrEqual(wall)
        expect(now).toBeLessThanOrEqual(Math.max(wall, before + passes))
        before = now
      }
    }),
  )
})

afterEach(() => vi.useRealTimers())

test.each([-HOUR, -365 * 24 * HOUR, HOUR])(
  'what is due in forty minutes is due then, though the clock is set by %i ms',
  async (jump) => {
    vi.useFakeTimers({ now: Date.parse('2026-01-05T08:00:00Z') })
    const schedule = createRealSchedule(() => {})
    const ran: number[] = []
    const began = schedule.now()
    schedule.at(began + 40 * 60_000, 'entra', () => ran.push(schedule.now()))
    await vi.advanceTimersByTimeAsync(60_000)
    vi.setSystemTime(Date.now() + jump)
    await vi.advanceTimersByTimeAsync(39 * 60_000)
    expect(ran).toEqual([began + 40 * 60_000 + Math.max(0, jump)])
    schedule.close()
  },
)
