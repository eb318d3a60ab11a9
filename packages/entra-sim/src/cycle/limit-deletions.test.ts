import { describe, expect, test } from 'vitest'
import { entraSwitches } from '../behaviour.ts'
import type { ObjectIntent } from './intent.ts'
import { limitDeletions } from './limit-deletions.ts'

const base = { reasons: ['changed'], scope: null } as const
const remove = (objectId: string, objectType: 'User' | 'Group' = 'User'): ObjectIntent => {
  return {
    ...base,
    objectType,
    objectId,
    kind: 'remove',
    action: objectType === 'User' ? 'disable' : 'delete',
    cause: 'outOfScope',
  }
}
const evaluate = (objectId: string): ObjectIntent => {
  return { ...base, objectType: 'User', objectId, kind: 'evaluate', isSoftDeleted: false, isInBin: false }
}
const kinds = (intents: readonly ObjectIntent[]) => intents.map(({ kind }) => kind).join(' ')

describe('the limit', () => {
  //  removals | threshold | allowed | switches              | what becomes of evaluate and the removals
  test.each([
    [3, undefined, [], {}, 'evaluate remove remove remove'],
    [3, 3, [], {}, 'evaluate remove remove remove'],
    [3, 2, [], {}, 'evaluate stage stage stage'],
    [3, 0, [], {}, 'evaluate stage stage stage'],
    [0, 0, [], { deleteThresholdCompare: 'greaterOrEqual' }, 'evaluate'],
    [3, 3, [], { deleteThresholdCompare: 'greaterOrEqual' }, 'evaluate stage stage stage'],
    [3, 2, ['r1'], {}, 'evaluate remove remove remove'],
    [3, 1, ['r1'], {}, 'evaluate remove stage stage'],
    [3, 2, [], { deleteTripPartial: 'executeUpToThreshold' }, 'evaluate remove remove stage'],
  ])('%i removals, threshold %s, allowed %j, %j: %s', (count, thresholdCount, allowed, overrides, expected) => {
    const removals = Array.from({ length: count }, (_, index) =>
      remove(`r${index + 1}`, index === 2 ? 'Group' : 'User'),
    )
    const limit = { thresholdCount, allowed: new Set(allowed) }
    expect(kinds(limitDeletions([evaluate('e'), ...removals], limit, entraSwitches(overrides)))).toBe(expected)
  })
})
