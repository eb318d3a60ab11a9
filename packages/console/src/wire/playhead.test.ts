import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexOf, type Move, moved, type Playhead } from './playhead.ts'
import { sampleHead } from './sample-head.ts'

const heads = [3, 5, 8, 9, 12].map((seq) =>
  sampleHead({ seq, subject: { id: seq < 8 ? 'anna' : 'bob', name: seq < 8 ? 'Anna' : 'Bob' } }),
)
const follows: Playhead = { at: undefined, isPlaying: false, speed: 4 }
const paused = (at: number): Playhead => ({ ...follows, at })

test.each<[string, Playhead, Move, Partial<Playhead>]>([
  ['pause stands at the newest', follows, { kind: 'pause' }, { at: 12 }],
  ['a step back leaves the newest', follows, { kind: 'step', by: -1 }, { at: 9 }],
  ['a step on', paused(5), { kind: 'step', by: 1 }, { at: 8 }],
  ['a step on from a number that is no longer shown', paused(6), { kind: 'step', by: 1 }, { at: 8 }],
  ['a step back from the first is before all', paused(3), { kind: 'step', by: -1 }, { at: 0 }],
  ['a step on from the last stays', paused(12), { kind: 'step', by: 1 }, { at: 12 }],
  ['the next object', paused(3), { kind: 'to-object', by: 1 }, { at: 8 }],
  ['the object before', paused(9), { kind: 'to-object', by: -1 }, { at: 5 }],
  ['play from the newest begins at the first', follows, { kind: 'play' }, { at: 0, isPlaying: true }],
  ['play goes on where it stands', paused(5), { kind: 'play' }, { at: 5, isPlaying: true }],
  ['what came of a sync is played', follows, { kind: 'play-from', at: 8 }, { at: 8, isPlaying: true }],
  ['follow', paused(5), { kind: 'follow' }, { at: undefined }],
])('%s', (_, before, move, after) => {
  expect(moved(before, move, heads)).toMatchObject(after)
})

test('what has caught up follows', () => {
  expect(moved({ at: 9, isPlaying: true, speed: 4 }, { kind: 'step', by: 1 }, heads)).toEqual(follows)
})

test('with nothing on the wire every move is harmless', () => {
  for (const kind of ['follow', 'pause', 'play'] as const) expect(moved(follows, { kind }, []).speed).toBe(4)
  expect(moved(follows, { kind: 'step', by: 1 }, []).at).toBe(0)
})

test('on and back again is where one was', () => {
  const seqs = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 40 })
  fc.assert(
    fc.property(seqs, fc.nat(), (numbers, from) => {
      const sorted = [...numbers].sort((a, b) => a - b).map((seq) => sampleHead({ seq }))
      const index = from % (sorted.length - 1)
      const start = paused(sorted[index]?.seq ?? 0)
      const there = moved(start, { kind: 'step', by: 1 }, sorted)
      expect(moved(there, { kind: 'step', by: -1 }, sorted)).toEqual(start)
      expect(indexOf(sorted, start.at)).toBe(index)
    }),
  )
})
