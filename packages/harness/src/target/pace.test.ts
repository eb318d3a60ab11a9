import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

/** Time that passes only while somebody sleeps. */
function clock() {
  let now = 0
  return {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms
    },
  }
}

/** Sends one by one to a target that takes `perSecond`. @returns how many of them it refused */
async function refusals(perSecond: number, requests: number, most?: number) {
  const time = clock()
  const pace = createPace(time, most)
  const latest: number[] = []
  let refused = 0
  for (let sent = 0; sent < requests; sent += 1) {
    const since = await pace.turn()
    while (latest.length > 0 && time.now() - (latest[0] ?? 0) >= 1_000) latest.shift()
    if (latest.length < perSecond) {
      latest.push(time.now())
      pace.answered()
    } else {
      refused += 1
      pace.pause(1_000, since)
    }
  }
  return { refused, seconds: time.now() / 1_000 }
}

test('nothing is held back before a pause is asked for', async () => {
  const time = clock()
  const pace = createPace(time)
  for (let count = 0; count < 1_000; count += 1) {
    await pace.turn()
    pace.answered()
  }
  expect([time.now(), pace.answers]).toEqual([0, 1_000])
})

test.each([8, 50])('what a target of %i a second takes is learnt from what it refuses', async (perSecond) => {
  const { refused, seconds } = await refusals(perSecond, 4_000)
  expect(refused).toBeLessThan(4_000 / 25)
  expect(seconds).toBeGreaterThan(4_000 / perSecond - refused)
  expect(seconds).toBeLessThan((1.5 * 4_000) / perSecond)
})

test('the rate that was said is never exceeded', async () => {
  const { refused, seconds } = await refusals(8, 400, 4)
  expect([refused, Math.round(seconds)]).toEqual([0, 100])
})

test('requests that were refused together slow down once', async () => {
  const time = clock()
  const pace = createPace(time, 10)
  const since = await pace.turn()
  for (let count = 0; count < 8; count += 1) pace.pause(2_000, since)
  await pace.turn()
  const first = time.now()
  await pace.turn()
  expect(first).toBe(2_000)
  expect(time.now() - first).toBeCloseTo(1_000 / 8.5)
})

test('however often it refuses, two a second are tried', async () => {
  const time = clock()
  const pace = createPace(time)
  for (let count = 0; count < 30; count += 1) pace.pause(0, await pace.turn())
  const before = time.now()
  await pace.turn()
  await pace.turn()
  expect(time.now() - before).toBeLessThanOrEqual(1_000)
})
