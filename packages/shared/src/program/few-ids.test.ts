import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyOfIds, eachId, type FewIds, withId, withoutId } from './few-ids.ts'

const steps = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', ''), isAdded: fc.boolean() }))

test('they are a set: in its order, and none is undefined', () => {
  fc.assert(
    fc.property(steps, (changes) => {
      const wanted = new Set<string>()
      let ids: FewIds | undefined
      for (const { id, isAdded } of changes) {
        const [before, copy] = [[...wanted], copyOfIds(ids)]
        if (isAdded) wanted.add(id)
        else wanted.delete(id)
        ids = isAdded ? withId(ids, id) : withoutId(ids, id)
        expect([...eachId(ids)]).toEqual([...wanted])
        expect(ids === undefined).toBe(wanted.size === 0)
        expect([...eachId(copy)]).toEqual(before)
      }
    }),
  )
})

test('one alone is no set', () => {
  expect(withId(undefined, 'a')).toBe('a')
  expect(withId('a', 'a')).toBe('a')
})
