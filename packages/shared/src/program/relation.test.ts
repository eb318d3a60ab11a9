import { describe, expect, test } from 'vitest'
import { Relation } from './relation.ts'

describe('a relation of ids', () => {
  test('knows a pair from both sides, once, in order of insertion', () => {
    const relation = related('g1 ana', 'g1 bo', 'g2 ana', 'g1 ana')
    expect([...relation.pairs()].map(([group, user]) => `${group} ${user}`)).toEqual(['g1 ana', 'g1 bo', 'g2 ana'])
    expect([...relation.rightsOf('g1')]).toEqual(['ana', 'bo'])
    expect([...relation.leftsOf('ana')]).toEqual(['g1', 'g2'])
    expect([relation.has('g1', 'bo'), relation.has('g2', 'bo')]).toEqual([true, false])
  })

  test('forgets a pair, and all of one side, without a trace on the other', () => {
    const relation = related('g1 ana', 'g1 bo', 'g2 ana', 'g2 cy')
    relation.set('g1', 'bo', false)
    expect([relation.has('g1', 'bo'), relation.leftsOf('bo').size]).toEqual([false, 0])
    relation.dropRight('ana')
    expect([...relation.pairs()]).toEqual([['g2', 'cy']])
    relation.dropLeft('g2')
    expect([...relation.pairs(), ...relation.leftsOf('cy')]).toEqual([])
  })
})

function related(...pairs: string[]): Relation {
  const relation = new Relation()
  for (const [left = '', right = ''] of pairs.map((pair) => pair.split(' '))) relation.set(left, right, true)
  return relation
}
