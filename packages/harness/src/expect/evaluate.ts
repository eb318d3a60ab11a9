// Holds what a view shows against what an expectation asks. Pure: the report says in words what differs, and by whom.
import type { ViewItem } from '@scimulator/shared/behaviour'
import { nearest } from '@scimulator/shared/behaviour'
import { lookupIn } from '../scenario/interpolate.ts'
import type { Count, ViewExpectation } from '../scenario/scenario-grammar.ts'
import { type Difference, differences, matches, printed } from './differences.ts'

/** One thing that is not as expected. */
export interface Failure {
  /** The item by the name people give it; empty when it is about the whole view. */
  readonly item: string
  readonly message: string
  readonly differences: readonly Difference[]
  /** Path inside the expectation, for the line in the file: `['include', 'ana@contoso.example']`. */
  readonly at: readonly (string | number)[]
}

/** @param before what the view showed before the last step that acts, for those that compare with it */
export function evaluateExpectation(
  expectation: ViewExpectation,
  shown: readonly ViewItem[],
  before?: readonly ViewItem[],
): Failure[] {
  const { where } = expectation
  const items = where === undefined ? shown : selected(where, shown)
  return [
    ...countFailures(expectation.count, items),
    ...includeFailures(expectation.include, items, shown, 'include'),
    ...exactlyFailures(expectation.exactly, items, shown),
    ...absentFailures(expectation.absent, items),
    ...goneFailures(expectation.gone, items),
    ...eachFailures(expectation.each, items),
    ...sequenceFailures(expectation.sequence, items),
    ...distinctFailures(expectation.distinct, items),
    ...(before ? comparedFailures(expectation, items, where === undefined ? before : selected(where, before)) : []),
  ]
}

function selected(where: object, items: readonly ViewItem[]): readonly ViewItem[] {
  return items.filter(({ value }) => matches(where, value))
}

function comparedFailures(
  expectation: ViewExpectation,
  items: readonly ViewItem[],
  before: readonly ViewItem[],
): Failure[] {
  const changes = changesBetween(before, items)
  if (expectation['same-as'] !== undefined) return changes.map((change) => ({ ...change, at: ['same-as'] }))
  if (expectation['differs-from'] === undefined || changes.length > 0) return []
  const message = 'nothing has changed since before the last step that acts'
  return [{ item: '', message, differences: [], at: ['differs-from'] }]
}

/** Items that are other ones than before, one by one; a value that is as it was is compared whole. */
function changesBetween(before: readonly ViewItem[], now: readonly ViewItem[]): Omit<Failure, 'at'>[] {
  const earlier = new Map(before.map(({ key, value }) => [key, value]))
  const later = new Map(now.map(({ key, value }) => [key, value]))
  const gone = before
    .filter(({ key }) => !later.has(key))
    .map(({ key }) => changed(key, 'was there before, and is not'))
  const others = now.flatMap(({ key, value }) => {
    const was = earlier.get(key)
    if (was === undefined) return [changed(key, 'is there, and was not before')]
    const names = [...new Set([...Object.keys(was), ...Object.keys(value)])]
    const found = names.flatMap((name) => {
      const [expected, actual] = [was[name], value[name]]
      if (JSON.stringify(expected) === JSON.stringify(actual)) return []
      return [{ attribute: name, expected: printed(expected), actual: printed(actual) }]
    })
    return found.length === 0 ? [] : [changed(key, 'is not what it was before', found)]
  })
  return [...gone, ...others]
}

function changed(item: string, message: string, found: readonly Difference[] = []): Omit<Failure, 'at'> {
  return { item, message, differences: found }
}

function countFailures(count: Count | undefined, items: readonly ViewItem[]): Failure[] {
  if (count === undefined) return []
  const { min = 0, max = Number.POSITIVE_INFINITY } = typeof count === 'number' ? { min: count, max: count } : count
  if (items.length >= min && items.length <= max) return []
  const wanted = min === max ? `${min}` : max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`
  const message = `${wanted} expected, ${items.length} found${items.length > 0 ? `: ${keysText(items)}` : ''}`
  return [{ item: '', message, differences: [], at: ['count'] }]
}

type Partials = Readonly<Record<string, Readonly<Record<string, unknown>>>>

function includeFailures(
  include: Partials | undefined,
  items: readonly ViewItem[],
  shown: readonly ViewItem[],
  operator: 'include' | 'exactly',
): Failure[] {
  return Object.entries(include ?? {}).flatMap(([key, partial]) => {
    const at = [operator, key]
    const item = items.find((candidate) => candidate.key === key)
    if (!item) return [{ item: key, message: missingText(key, shown), differences: [], at }]
    const found = differences(partial, item.value)
    return found.length === 0 ? [] : [{ item: key, message: 'is not as expected', differences: found, at }]
  })
}

function exactlyFailures(
  exactly: ViewExpectation['exactly'],
  items: readonly ViewItem[],
  shown: readonly ViewItem[],
): Failure[] {
  if (exactly === undefined) return []
  const partials = Array.isArray(exactly) ? Object.fromEntries(exactly.map((key) => [key, {}])) : exactly
  const others = items.filter(({ key }) => !Object.hasOwn(partials, key))
  return [
    ...includeFailures(partials, items, shown, 'exactly'),
    ...others.map(({ key }) => ({
      item: key,
      message: 'exists, and is not expected',
      differences: [],
      at: ['exactly'],
    })),
  ]
}

function absentFailures(absent: readonly string[] | undefined, items: readonly ViewItem[]): Failure[] {
  return (absent ?? []).flatMap((key, index) =>
    items.some((item) => item.key === key)
      ? [{ item: key, message: 'exists, although it is expected to be absent', differences: [], at: ['absent', index] }]
      : [],
  )
}

function goneFailures(gone: readonly string[] | undefined, items: readonly ViewItem[]): Failure[] {
  return (gone ?? []).flatMap((key, index) =>
    items.some((item) => item.key === key && item.value.active !== false)
      ? [
          {
            item: key,
            message: 'is there and active, although it is expected to be gone',
            differences: [],
            at: ['gone', index],
          },
        ]
      : [],
  )
}

function eachFailures(each: ViewExpectation['each'], items: readonly ViewItem[]): Failure[] {
  if (each === undefined) return []
  if (items.length === 0) {
    return [{ item: '', message: 'there is no item, so nothing can be said of each', differences: [], at: ['each'] }]
  }
  return items.flatMap(({ key, value }) => {
    const found = differences(each, value)
    return found.length === 0 ? [] : [{ item: key, message: 'is not as expected', differences: found, at: ['each'] }]
  })
}

function sequenceFailures(sequence: ViewExpectation['sequence'], items: readonly ViewItem[]): Failure[] {
  if (sequence === undefined) return []
  const wrong = sequence.flatMap((partial, index) => {
    const item = items[index]
    if (!item) return []
    const found = differences(partial, item.value)
    const message = `is not as expected at place ${index + 1}`
    return found.length === 0 ? [] : [{ item: item.key, message, differences: found, at: ['sequence', index] }]
  })
  if (items.length === sequence.length) return wrong
  const message = `${sequence.length} in sequence expected, ${items.length} found: ${keysText(items)}`
  return [...wrong, { item: '', message, differences: [], at: ['sequence'] }]
}

/** Each value that several have, with all who have it. */
function distinctFailures(distinct: ViewExpectation['distinct'], items: readonly ViewItem[]): Failure[] {
  return (distinct ?? []).flatMap((field, index) => {
    const holders = new Map<string, string[]>()
    for (const { key, value } of items) {
      const text = JSON.stringify(lookupIn(value)(field) ?? null)
      if (text !== 'null') holders.set(text, [...(holders.get(text) ?? []), key])
    }
    const shared = [...holders].filter(([, keys]) => keys.length > 1)
    return shared.map(([text, [first = '', ...rest]]) => ({
      item: first,
      message: `has the same ${field}, ${text}, as ${rest.join(', ')}`,
      differences: [],
      at: ['distinct', index],
    }))
  })
}

function missingText(key: string, shown: readonly ViewItem[]): string {
  if (shown.some((item) => item.key === key)) return 'exists, but is not among those that "where" selects'
  const near = nearest(
    key,
    shown.map((item) => item.key),
  )
  const hint =
    near.length > 0
      ? `nearest: ${near.join(', ')}`
      : `there ${shown.length === 0 ? 'is nobody' : `is: ${keysText(shown)}`}`
  return `does not exist (${hint})`
}

/** All of them: with some left out, it would be the one that is odd. */
function keysText(items: readonly ViewItem[]): string {
  return items.map(({ key }) => key).join(', ')
}
