import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Push } from '../directory/push.ts'
import { createLineUp } from './line-up.ts'

function pushOf(seq: number, touches: readonly string[]): Push {
  const work = { kind: 'group-forget', groupId: 'g', name: '' } as const
  return { applicationId: 'a', work, touches, seq, attempts: 0, due: 0, state: 'waiting' }
}

test('a push that touches what an earlier one touches waits for it', () => {
  const lines = createLineUp()
  const [ana, both, bo] = [pushOf(1, ['ana']), pushOf(2, ['ana', 'bo']), pushOf(3, ['bo', 'bo'])]
  for (const push of [ana, both, bo]) lines.join(push)
  expect([ana, both, bo].map(lines.isFirst)).toEqual([true, false, false])
  expect(lines.leave(ana)).toEqual([2])
  expect(lines.leave(both)).toEqual([3])
  expect(lines.leave(bo)).toEqual([])
})

test('the line of an object is who touches it, first to last', () => {
  const lines = createLineUp()
  for (const push of [pushOf(3, ['ana']), pushOf(4, ['bo']), pushOf(7, ['bo', 'ana'])]) lines.join(push)
  expect(lines.lineOf('a', 'ana')).toEqual([3, 7])
  lines.leave(pushOf(3, ['ana']))
  expect(lines.lineOf('a', 'ana')).toEqual([7])
  expect(lines.lineOf('b', 'ana')).toEqual([])
})

test('whoever leaves from the middle frees nobody who still waits', () => {
  const lines = createLineUp()
  const pushes = [pushOf(1, ['ana']), pushOf(2, ['ana']), pushOf(3, ['ana'])]
  for (const push of pushes) lines.join(push)
  expect(lines.leave(pushOf(2, ['ana']))).toEqual([])
  expect(lines.leave(pushOf(1, ['ana']))).toEqual([3])
})

test('who may go is exactly who shares nothing with an earlier push that is still there', () => {
  const touches = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 })
  fc.assert(
    fc.property(fc.array(touches, { maxLength: 12 }), fc.array(fc.nat(11), { maxLength: 12 }), (all, leaving) => {
      const lines = createLineUp()
      let there = all.map((each, index) => pushOf(index, each))
      for (const push of there) lines.join(push)
      for (const seq of leaving) {
        for (const push of there.filter((each) => each.seq === seq)) lines.leave(push)
        there = there.filter((each) => each.seq !== seq)
        const expected = there.filter(
          (push, at) => !there.slice(0, at).some((earlier) => earlier.touches.some((id) => push.touches.includes(id))),
        )
        expect(there.filter(lines.isFirst)).toEqual(expected)
      }
    }),
  )
})
