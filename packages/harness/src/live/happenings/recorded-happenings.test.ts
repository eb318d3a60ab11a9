import { expect, test } from 'vitest'
import type { TrafficItem } from '../traffic-item.ts'
import { recordedHappenings } from './recorded-happenings.ts'

const AT = '2026-01-05T09:40:00.000Z'

function sent(seq: number, activity: TrafficItem['activity'], run: number): TrafficItem {
  return { seq, at: 0, sender: 'entra', activity, run } as TrafficItem
}

function step(verb: string, from: number, to: number, input: unknown = {}, program = '') {
  return { program, verb, input, at: AT, exchanges: { from, to } }
}

const wire = [sent(1, 'test', 1), sent(2, 'cycle', 2), sent(3, 'cycle', 2), sent(4, 'push', 3), sent(5, 'cycle', 4)]

test('the clock moves before the step’s first exchange; cycles begin and end around theirs, pushes are their exchanges', () => {
  const told = recordedHappenings(step('advance', 1, 4), wire)
  expect(told.map(({ seq, kind, run }) => [seq, kind, run])).toEqual([
    [0.5, 'clock', null],
    [0.5, 'began', 1],
    [1.5, 'began', 2],
    [3.5, 'ended', 2],
  ])
  expect(told[0]?.to).toBe(Date.parse(AT))
})

test('a cycle that goes on after the step has not ended in it', () => {
  const later = [...wire, sent(6, 'cycle', 4)]
  expect(recordedHappenings(step('start', 5, 5, {}, 'entra'), later).map(({ kind }) => kind)).toEqual(['began'])
})

test('a fault says what it does to whom; what a step of a program is called is not of the run', () => {
  const fault = { on: { method: 'POST', path: '/Users' }, effect: { kind: 'hang' }, times: 2 }
  const [one] = recordedHappenings(step('fault', 6, 5, fault), wire)
  expect(one).toMatchObject({ seq: 5.5, kind: 'fault', what: 'hang for POST /Users, 2 times' })
  expect(recordedHappenings(step('lift-faults', 6, 5), wire).map(({ kind }) => kind)).toEqual(['faults-lifted'])
  expect(recordedHappenings(step('advance', 6, 5, {}, 'entra'), wire)).toEqual([])
})
