import { describe, expect, test } from 'vitest'
import { applyPatch } from '../apply-patch.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import type { KeyedElement } from '../keyed-relation.ts'
import { parsePatchRequest } from '../parse-patch-request.ts'
import { groupResourceType } from '../schema/resource-types.ts'
import { urns } from '../urns.ts'

const group = { schemas: [urns.group], id: 'g', displayName: 'Sales' }

/** A relation of a, b and c that counts how often somebody runs through it. */
function relationOf(
  elements: readonly KeyedElement[] = [{ value: 'a' }, { value: 'b' }, { value: 'c', type: 'Group' }],
) {
  const stored = new Map(elements.map((element) => [element.value, element]))
  const counter = { scans: 0 }
  const members = {
    has: (value: string) => stored.has(value),
    size: stored.size,
    values: () => {
      counter.scans += 1
      return stored.values()
    },
  }
  return { members, counter }
}

function patch(...operations: JsonObject[]) {
  const { members, counter } = relationOf()
  const body = { schemas: [urns.patchOp], Operations: operations as JsonValue[] }
  const result = applyPatch(group, parsePatchRequest(body), { resourceType: groupResourceType, keyed: { members } })
  return { ...result, scans: counter.scans }
}

const delta = (parts: JsonObject) => [{ attribute: 'members', removeAll: false, remove: [], add: [], ...parts }]

describe('members as a keyed relation', () => {
  test.each<[string, JsonObject[], unknown]>([
    ['one is added', [{ op: 'add', path: 'members', value: [{ value: 'd' }] }], delta({ add: [{ value: 'd' }] })],
    [
      'with its type',
      [{ op: 'Add', path: 'members', value: { value: 'd', type: 'User', $ref: null } }],
      delta({ add: [{ value: 'd', type: 'User' }] }),
    ],
    [
      'as bare strings',
      [{ op: 'add', path: 'members', value: ['d', 'e'] }],
      delta({ add: [{ value: 'd' }, { value: 'e' }] }),
    ],
    ['without a path', [{ op: 'add', value: { members: [{ value: 'd' }] } }], delta({ add: [{ value: 'd' }] })],
    ['twice is once', [{ op: 'add', path: 'members', value: ['d', 'd', 'a'] }], delta({ add: [{ value: 'd' }] })],
    ['one that is there', [{ op: 'add', path: 'members', value: [{ value: 'a', display: 'A' }] }], []],
    ['by filter', [{ op: 'add', path: 'members[value eq "d"]', value: {} }], delta({ add: [{ value: 'd' }] })],
    ['removed by filter', [{ op: 'remove', path: 'members[value eq "a"]' }], delta({ remove: ['a'] })],
    [
      'removed by two',
      [{ op: 'remove', path: 'members[value eq "a" or value eq "b"]' }],
      delta({ remove: ['a', 'b'] }),
    ],
    [
      'removed by value array',
      [{ op: 'Remove', path: 'members', value: [{ value: 'a', $ref: null }] }],
      delta({ remove: ['a'] }),
    ],
    ['removed by object', [{ op: 'remove', path: 'members', value: { value: 'a' } }], delta({ remove: ['a'] })],
    ['removed by string', [{ op: 'remove', path: 'members', value: 'a' }], delta({ remove: ['a'] })],
    ['an absent one removed', [{ op: 'remove', path: 'members[value eq "x"]' }], []],
    ['an absent one removed by value', [{ op: 'remove', path: 'members', value: [{ value: 'x' }] }], []],
    ['none removed', [{ op: 'remove', path: 'members', value: [] }], []],
    ['all removed', [{ op: 'remove', path: 'members' }], delta({ removeAll: true })],
    ['replaced by nothing', [{ op: 'replace', path: 'members', value: [] }], delta({ removeAll: true })],
    ['replaced by null', [{ op: 'replace', path: 'members', value: null }], delta({ removeAll: true })],
    [
      'replaced',
      [{ op: 'replace', path: 'members', value: ['a', 'd'] }],
      delta({ removeAll: true, add: [{ value: 'a' }, { value: 'd' }] }),
    ],
    ['replaced by the same', [{ op: 'replace', path: 'members', value: ['c', 'b', 'a'] }], []],
    [
      'replaced by more',
      [{ op: 'replace', path: 'members', value: ['c', 'b', 'a', 'd'] }],
      delta({ add: [{ value: 'd' }] }),
    ],
    [
      'added and removed',
      [
        { op: 'add', path: 'members', value: 'd' },
        { op: 'remove', path: 'members', value: 'd' },
      ],
      [],
    ],
    [
      'removed and added',
      [
        { op: 'remove', path: 'members', value: 'a' },
        { op: 'add', path: 'members', value: 'a' },
      ],
      [],
    ],
    [
      'cleared, then one',
      [
        { op: 'remove', path: 'members' },
        { op: 'add', path: 'members', value: 'a' },
        { op: 'remove', path: 'members', value: 'b' },
      ],
      delta({ removeAll: true, add: [{ value: 'a' }] }),
    ],
  ])('%s', (_, operations, deltas) => {
    const result = patch(...operations)
    expect(result.keyedDeltas).toEqual(deltas)
    expect(result.changed).toBe(result.keyedDeltas.length > 0)
    expect(result.resource).toBe(group)
    expect(result.scans).toBe(0)
  })

  test('are run through only when a filter asks for something else than the value', () => {
    const result = patch({ op: 'remove', path: 'members[type eq "group"]' })
    expect(result.keyedDeltas).toEqual(delta({ remove: ['c'] }))
    expect(result.scans).toBe(1)
  })

  test('and attributes change in one PATCH', () => {
    const result = patch({ op: 'replace', value: { displayName: 'S', members: [{ value: 'a' }, { value: 'b' }] } })
    expect(result.resource).toEqual({ ...group, displayName: 'S' })
    expect(result.keyedDeltas).toEqual(delta({ removeAll: true, add: [{ value: 'a' }, { value: 'b' }] }))
  })

  test.each<[string, JsonObject]>([
    ['invalidValue', { op: 'add', path: 'members', value: [{ display: 'x' }] }],
    ['invalidValue', { op: 'add', path: 'members', value: [{ value: '' }] }],
    ['invalidValue', { op: 'add', path: 'members', value: [{ value: { a: 1 } }] }],
    ['invalidValue', { op: 'remove', path: 'members', value: [{ $ref: '/Users/a' }] }],
    ['mutability', { op: 'replace', path: 'members[value eq "a"].value', value: 'x' }],
    ['mutability', { op: 'replace', path: 'members.value', value: 'x' }],
    ['mutability', { op: 'remove', path: 'members.type' }],
    ['mutability', { op: 'replace', path: 'members[value eq "a"]', value: { value: 'x' } }],
    ['noTarget', { op: 'add', path: 'members[type eq "x" or value eq "y"]', value: { value: 'd' } }],
  ])('%s for %j', (scimType, operation) => {
    expect(() => patch(operation)).toThrow(expect.objectContaining({ scimType }))
  })

  test('are not run through again and again', () => {
    const operations = Array.from({ length: 21 }, (_, n) => ({ op: 'remove', path: `members[type eq "${n}"]` }))
    expect(() => patch(...operations)).toThrow(expect.objectContaining({ scimType: 'tooMany' }))
  })
})
