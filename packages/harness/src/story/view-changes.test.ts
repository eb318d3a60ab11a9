import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesOf, type ViewState } from './view-changes.ts'

const State = fc.dictionary(
  fc.constantFrom('a.x', 'b.y'),
  fc.dictionary(fc.constantFrom('1', '12', 'k', 'm', 'z'), fc.nat(3)),
)

function stateOf(written: Readonly<Record<string, Readonly<Record<string, number>>>>): ViewState {
  return new Map(
    Object.entries(written).map(([name, items]) => [
      name,
      new Map(Object.entries(items).map(([key, value]) => [key, JSON.stringify(value)])),
    ]),
  )
}

/** As pages put changes together again. */
function applied(before: ViewState, changes: ReturnType<typeof changesOf>): ViewState {
  const after = new Map(before)
  for (const [name, { set, gone, order }] of Object.entries(changes)) {
    const items = new Map(before.get(name))
    for (const key of gone) items.delete(key)
    for (const [key, value] of Object.entries(set)) items.set(key, JSON.stringify(value))
    after.set(name, order ? new Map(order.map((key) => [key, items.get(key) ?? ''])) : items)
  }
  return after
}

test('changes put onto the state before are the state after, in its order', () => {
  fc.assert(
    fc.property(State, State, (first, second) => {
      const [before, after] = [stateOf(first), stateOf(second)]
      const got = applied(before, changesOf(before, after))
      for (const [name, items] of after) expect([...(got.get(name) ?? [])]).toEqual([...items])
    }),
  )
})

test('what has not changed is not told again', () => {
  const state = stateOf({ 'a.x': { k: 1 } })
  expect(changesOf(state, state)).toEqual({})
})
