import { expect, test } from 'vitest'
import type { Steps } from './answer/steps.ts'
import { allAtOnce, createTurns } from './turns.ts'

/** An event loop that comes round when the test says so, and a clock that goes on by 1 when it is read. */
function handCranked(sliceMs: number) {
  const due: (() => void)[] = []
  let time = 0
  const turns = createTurns({ sliceMs, elapsed: () => ++time, comeRound: (then) => void due.push(then) })
  const crank = async (): Promise<void> => {
    for (const then of due.splice(0)) then()
    for (let turn = 0; turn < 5; turn += 1) await undefined
  }
  return { turns, crank, isIdle: () => due.length === 0 }
}

function* work(name: string, done: string[], steps: number): Steps<string> {
  try {
    for (let step = 1; step <= steps; step += 1) {
      done.push(`${name}${step}`)
      yield
    }
    return `${name} done`
  } finally {
    done.push(`${name} let go`)
  }
}

test('a turn has one slice, and two pieces of work take turns', async () => {
  const { turns, crank, isIdle } = handCranked(2)
  const done: string[] = []
  const results = Promise.all(['a', 'b'].map((name) => turns.carryOut(work(name, done, 4), () => true)))
  const seen: string[] = []
  while (!isIdle()) {
    await crank()
    seen.push(done.splice(0).join(' '))
  }
  expect(seen).toEqual(['a1 a2', 'b1 b2', 'a3 a4', 'b3 b4', 'a let go', 'b let go'])
  expect(await results).toEqual(['a done', 'b done'])
})

test('nothing more is done for somebody who has gone, and what was held is let go', async () => {
  const { turns, crank } = handCranked(2)
  const done: string[] = []
  let isThere = true
  const result = turns.carryOut(work('a', done, 9), () => isThere)
  await crank()
  isThere = false
  await crank()
  expect([await result, done]).toEqual([undefined, ['a1', 'a2', 'a let go']])
})

test('a fault of a step is a fault of the whole, and others go on', async () => {
  const { turns, crank } = handCranked(2)
  const faulty = (function* (): Steps<string> {
    yield
    throw new Error('broken')
  })()
  const both = Promise.allSettled([turns.carryOut(faulty, () => true), turns.carryOut(work('b', [], 1), () => true)])
  for (let turn = 0; turn < 6; turn += 1) await crank()
  expect(await both).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'b done' }])
})

test('where time stands still all of it is done at once', () => {
  expect(allAtOnce.carryOut(work('a', [], 3), () => true)).toBe('a done')
})
