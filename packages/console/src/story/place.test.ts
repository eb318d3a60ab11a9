import { expect, test } from 'vitest'
import type { StoryRecording } from '../source/recording-source.ts'
import { backward, beginning, onward, placeIn, SPEEDS, type StoryPlace, stepBy, waitMs } from './place.ts'

function story(...counts: readonly number[]): Pick<StoryRecording, 'steps'> {
  let to = 0
  const steps = counts.map((count, at) => {
    const from = to + 1
    to += count
    return { n: at + 1, says: 'x'.repeat(at * 300), exchanges: { from, to } }
  })
  return { steps } as unknown as Pick<StoryRecording, 'steps'>
}

const STORY = story(0, 3, 0, 1)

function all(from: StoryPlace, go: (place: StoryPlace) => StoryPlace | undefined): readonly StoryPlace[] {
  const found = [from]
  for (let next = go(from); next; next = go(next)) found.push(next)
  return found
}

test('on goes through every exchange of every step, and ends', () => {
  expect(
    all(placeIn(STORY, undefined), (place) => onward(STORY, place)).map(({ step, at }) => `${step}:${at}`),
  ).toEqual(['1:undefined', '2:0', '2:1', '2:2', '2:undefined', '3:undefined', '4:3', '4:undefined'])
})

test('back is the same the other way round', () => {
  const forth = all(placeIn(STORY, '1'), (place) => onward(STORY, place))
  const back = all({ step: 4, at: undefined }, (place) => backward(STORY, place))
  // Before the first exchange of a step is shown what the end of the step before shows.
  expect(back.toReversed()).toEqual(forth)
})

test.each([
  [undefined, undefined, { step: 1, at: undefined }],
  ['9', undefined, { step: 4, at: undefined }],
  ['0', undefined, { step: 1, at: undefined }],
  ['x', 'y', { step: 1, at: undefined }],
  ['2', '2', { step: 2, at: 2 }],
  ['2', '3', { step: 2, at: undefined }],
  ['2', '77', { step: 2, at: undefined }],
])('an address with step %s and at %s is %j', (step, at, place) => {
  expect(placeIn(STORY, step, at)).toEqual(place)
})

test('a step is gone to as a whole, and none beyond the ends', () => {
  expect(stepBy(STORY, { step: 1, at: undefined }, 1)).toEqual({ step: 2, at: undefined })
  expect([stepBy(STORY, { step: 1, at: undefined }, -1), stepBy(STORY, { step: 4, at: 3 }, 1)]).toEqual([
    undefined,
    undefined,
  ])
})

test('a step is read for as long as its words take, and a long wire does not take longer than six seconds', () => {
  const long = story(600)
  expect(waitMs(long, { step: 1, at: 10 }, 1) * 600).toBeLessThanOrEqual(6_000)
  expect(waitMs(STORY, beginning(STORY, 4), 1)).toBe(7_000)
  for (const speed of SPEEDS) expect(waitMs(STORY, { step: 1, at: undefined }, speed)).toBe(1_600 / speed)
})
