import { describe, expect, test } from 'vitest'
import { createVirtualSchedule } from './schedule.ts'

describe('a virtual schedule', () => {
  test('runs what falls due in order of time, then actor, then entry', async () => {
    const schedule = createVirtualSchedule(1_000)
    const ran: string[] = []
    schedule.at(3_000, 'b', () => ran.push('late'))
    schedule.at(2_000, 'b', () => ran.push('b first'))
    schedule.at(2_000, 'b', () => ran.push('b second'))
    schedule.at(2_000, 'a', () => ran.push('a'))
    await schedule.advanceTo(2_500)
    expect(ran).toEqual(['a', 'b first', 'b second'])
    expect(schedule.now()).toBe(2_500)
    expect(schedule.nextDue()).toBe(3_000)
  })

  test('shows each run its own due time and runs what a run plans within the same advance', async () => {
    const schedule = createVirtualSchedule(0)
    const seen: number[] = []
    schedule.at(10, 'x', () => {
      seen.push(schedule.now())
      schedule.at(20, 'x', () => seen.push(schedule.now()))
    })
    await schedule.advanceTo(100)
    expect(seen).toEqual([10, 20])
  })

  test('runs a past entry at the present time and never moves back', async () => {
    const schedule = createVirtualSchedule(50)
    const seen: number[] = []
    schedule.at(10, 'x', () => seen.push(schedule.now()))
    await schedule.settle()
    await schedule.advanceTo(20)
    expect(seen).toEqual([50])
    expect(schedule.now()).toBe(50)
  })

  test('does not run a cancelled entry', async () => {
    const schedule = createVirtualSchedule(0)
    const ran: string[] = []
    schedule.at(10, 'x', () => ran.push('no')).cancel()
    await schedule.advanceTo(100)
    expect(ran).toEqual([])
    expect(schedule.nextDue()).toBeUndefined()
  })

  test('awaits every actor before time moves on', async () => {
    const schedule = createVirtualSchedule(0)
    const seen: string[] = []
    let working = Promise.resolve()
    schedule.addActor('worker', () => working)
    schedule.at(10, 'x', () => {
      working = Promise.resolve().then(() => void seen.push(`work at ${schedule.now()}`))
    })
    schedule.at(20, 'x', () => seen.push('next'))
    await schedule.advanceTo(30)
    expect(seen).toEqual(['work at 10', 'next'])
  })

  test('forgets an actor that was taken off', async () => {
    const schedule = createVirtualSchedule(0)
    const never = new Promise<void>(() => {})
    schedule.addActor('stuck', () => never)()
    await schedule.advanceTo(5)
    expect(schedule.now()).toBe(5)
  })

  test('goes through a simulated year of 40-minute cycles', async () => {
    const schedule = createVirtualSchedule(0)
    const interval = 40 * 60_000
    let cycles = 0
    const cycle = (): void => {
      cycles += 1
      schedule.at(schedule.now() + interval, 'entra', cycle)
    }
    schedule.at(interval, 'entra', cycle)
    await schedule.advanceTo(365 * 86_400_000)
    expect(cycles).toBe(13_140)
  })
})
