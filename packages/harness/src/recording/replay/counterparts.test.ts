import { expect, test } from 'vitest'
import { createCounterparts } from './counterparts.ts'

test('resources of one name correspond, whatever their order', () => {
  const counterparts = createCounterparts()
  counterparts.learn(
    {
      Resources: [
        { id: 'recorded-1', userName: 'Ana' },
        { id: 'recorded-2', userName: 'bo' },
      ],
    },
    {
      Resources: [
        { id: 'replayed-2', userName: 'Bo' },
        { id: 'replayed-1', userName: 'ana' },
      ],
    },
  )
  expect(['recorded-1', 'recorded-2'].map(counterparts.of)).toEqual(['replayed-1', 'replayed-2'])
})

test('schemas have no name but their URN, and each stands for itself', () => {
  const [user, group] = ['User', 'Group'].map((name) => ({ id: `urn:ietf:params:scim:schemas:core:2.0:${name}`, name }))
  const counterparts = createCounterparts()
  counterparts.learn({ Resources: [user ?? {}, group ?? {}] }, { Resources: [group ?? {}, user ?? {}] })
  const text = JSON.stringify([user, group])
  expect(counterparts.text(text)).toBe(text)
})
