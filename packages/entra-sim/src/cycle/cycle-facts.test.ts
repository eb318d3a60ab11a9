import { describe, expect, test } from 'vitest'
import { type CycleFact, CycleFacts } from './cycle-facts.ts'

const refused = { code: 'Unauthorized', reason: 'The token is refused', isJobLevel: true }
const inTrouble = { code: 'InternalServerError', reason: 'The server is in trouble', isJobLevel: true }

describe('what follows from the facts of a cycle', () => {
  const after = (...facts: CycleFact[]) => {
    const all = new CycleFacts(['left over'])
    for (const fact of facts) all.add(fact)
    return all
  }

  test.each<[string, readonly CycleFact[], object]>([
    [
      'who is considered',
      [
        { kind: 'considered', isEntitled: true },
        { kind: 'considered', isEntitled: false },
      ],
      { considered: 2, entitled: 1 },
    ],
    ['what is staged', [{ kind: 'staged' }], { staged: 1 }],
    ['who is linked', [{ kind: 'linked', objectType: 'User', objectId: 'ana' }], { linked: { User: 1, Group: 0 } }],
    ['an object that failed', [{ kind: 'failed', objectType: 'User', objectId: 'ana' }], { objectFailures: 1 }],
    ['an export', [{ kind: 'exported' }], { exports: 1, exported: 1 }],
    ['a reference that was written', [{ kind: 'references', isExported: true, isFailure: false }], { exports: 1 }],
    ['one that was not', [{ kind: 'references', isExported: false, isFailure: true }], { referenceFailures: 1 }],
    ['members that differ', [{ kind: 'members differ', count: 3 }], { referenceDeltas: 3 }],
  ])('%s counts', (_, facts, tally) => {
    expect(after(...facts).tally).toMatchObject(tally)
  })

  test('the first failure of the whole job is what ended it', () => {
    const { jobError } = after({ kind: 'job failed', error: refused }, { kind: 'job failed', error: inTrouble })
    expect(jobError).toBe(refused)
  })

  test('a manager is open from when it was seen until it is in line', () => {
    const seen = [
      { kind: 'manager seen', userId: 'ana', seen: null },
      { kind: 'manager seen', userId: 'tom', seen: '7' },
    ] as const
    expect([...after(...seen).seenManagers]).toEqual([
      ['ana', null],
      ['tom', '7'],
    ])
    expect([...after(...seen, { kind: 'manager in line', userId: 'ana' }).seenManagers.keys()]).toEqual(['tom'])
  })

  test('members of a group are open from when it was linked until they are in line, also those of before', () => {
    const linked = { kind: 'linked', objectType: 'Group', objectId: 'sales' } as const
    expect([...after(linked).newlyLinked]).toEqual(['left over', 'sales'])
    expect([...after(linked, { kind: 'members in line', groupId: 'left over' }).newlyLinked]).toEqual(['sales'])
  })

  test('a group that failed is sent no members, one whose answer showed them has them replaced', () => {
    const { failedGroups, replacedMembers } = after(
      { kind: 'failed', objectType: 'Group', objectId: 'sales' },
      { kind: 'members shown', groupId: 'staff' },
    )
    expect([[...failedGroups], [...replacedMembers]]).toEqual([['sales'], ['staff']])
  })
})
