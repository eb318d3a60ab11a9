import { expect, test } from 'vitest'
import { changedLate, LateMap, late } from './late.ts'

function maker(name: string) {
  const made: string[] = []
  const make = (about: string) => {
    made.push(about)
    return { name, about }
  }
  return { make, made }
}

test('what nobody asks for is made once, to learn its name, and never again', () => {
  const { make, made } = maker('assign')
  new LateMap([late(make, 'first')])
  const second = new LateMap([late(make, 'second')])
  expect([...second.keys(), second.size, second.has('assign'), second.has('other')]).toEqual(['assign', 1, true, false])
  expect(made).toEqual(['first'])
})

test('what somebody asks for is made once, of its own world', () => {
  const { make, made } = maker('assign')
  late(make, 'first')
  const map = new LateMap([late(make, 'second')])
  expect(map.get('assign')).toEqual({ name: 'assign', about: 'second' })
  expect(map.get('assign')).toBe(map.get('assign'))
  expect(map.get('other')).toBeUndefined()
  expect(made).toEqual(['first', 'second'])
})

test('all of them are there for whoever goes through them, in order, as they were changed', () => {
  const map = new LateMap([
    changedLate(late(maker('b').make, 'x'), (one) => ({ ...one, about: 'changed' })),
    late(maker('a').make, 'y'),
  ])
  const all = [
    ['b', { name: 'b', about: 'changed' }],
    ['a', { name: 'a', about: 'y' }],
  ]
  expect([...map]).toEqual(all)
  expect([...map.entries()]).toEqual(all)
  expect([...map.values()].map(({ name }) => name)).toEqual(['b', 'a'])
  const seen: unknown[] = []
  map.forEach((value, key) => {
    seen.push([key, value])
  })
  expect(seen).toEqual(all)
})
