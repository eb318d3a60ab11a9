import { expect, test } from 'vitest'
import { causeGroups, otherFailures, ownExplanations, togetherText } from './cause-groups.ts'
import { failuresText } from './failures.ts'
import type { ExchangeRecord, Recording } from './recording.ts'
import type { Explanation, RunResult, ScenarioResult } from './result.ts'

const finding = (id: string, exchange: number, alsoBy?: number[]): Explanation => {
  return { kind: 'finding', id, title: `It is ${id}`, text: 'Mend it.', exchange, ...(alsoBy ? { alsoBy } : {}) }
}

/** Somebody is not as expected, by an exchange. */
interface Wrong {
  readonly item: string
  readonly attribute: string
  readonly by: number
}

function failed(file: string, wrong: readonly Wrong[], explanations: readonly Explanation[] = []): ScenarioResult {
  const difference = wrong.map(({ item, attribute, by }) => {
    const attributes = [{ attribute, expected: '1', actual: '2' }]
    return { item, message: 'is not as expected', line: 3, attributes, exchange: by }
  })
  const exchanges = wrong.map(({ item, by }) => {
    const request = { method: 'PATCH', url: `http://a.test/Users/${item}`, headers: [], body: '' }
    return { n: by, request, response: { status: 200, headers: [], body: '' } } as unknown as ExchangeRecord
  })
  const expectation = { text: 'directory.users', ok: false, difference }
  const steps = [{ title: 'advance', outcome: 'passed', expectations: [expectation] }]
  const failures = difference.map(({ item, message, line, attributes }) => {
    return { item, message, line, differences: attributes }
  })
  const at = {
    line: 3,
    column: 5,
    proves: [],
    title: 'directory.users',
    outcome: 'failed' as const,
    view: 'directory.users',
  }
  return {
    ...{
      file,
      scenario: 'S',
      description: '',
      combination: '',
      seed: 1,
      outcome: 'failed',
      durationMs: 0,
      requests: 2,
    },
    ...{ steps: [], expectations: [{ ...at, failures }], proves: [], refusals: [], leftBehind: [], stops: [] },
    explanations: [...explanations],
    recording: { steps, exchanges } as unknown as Recording,
  } as ScenarioResult
}

const leaver = (by: number): Wrong => ({ item: 'ana', attribute: 'active', by })
const chief: Wrong = { item: 'bo', attribute: 'title', by: 5 }

test('runs that show the same finding stand together, and what it does not explain is said of its run', () => {
  const one = failed('one.yaml', [leaver(8)], [finding('x', 8)])
  const two = failed('two.yaml', [leaver(9), chief], [finding('x', 9), finding('y', 5)])
  const [group, ...rest] = causeGroups([one, two])
  expect(rest).toEqual([])
  if (!group) throw new Error('no group')
  expect(group.explanations.map(({ id }) => id)).toEqual(['x'])
  expect(otherFailures(one, group)).toEqual([])
  expect(otherFailures(two, group)).toEqual(['bo (title)'])
  expect(ownExplanations(two, group).map(({ id }) => id)).toEqual(['y'])
  expect(togetherText(group)).toBe('2 runs did not pass for one reason, and 1 of them for another one as well')
  const run = { scenarios: [one, two], target: 'receiver' } as unknown as RunResult
  const text = failuresText(run)
  expect(text).toMatch(/two\.yaml: S[\s\S]*\n {4}for another reason: bo \(title\)\n {6}It is y \[y\]/)
  expect(text.match(/for another reason/g)).toHaveLength(1)
})

test('whom several exchanges show to suffer from the finding is explained by it', () => {
  const two = { ...leaver(10), item: 'bo' }
  const both = failed('both.yaml', [leaver(9), two], [finding('x', 9, [10])])
  const [group] = causeGroups([failed('one.yaml', [leaver(8)], [finding('x', 8)]), both])
  expect(group && otherFailures(both, group)).toEqual([])
  expect(group && togetherText(group)).toBe('2 runs did not pass for one reason')
})

test('without a finding the kind of exchange and what differs are the reason', () => {
  const [group] = causeGroups([failed('one.yaml', [leaver(8)]), failed('two.yaml', [leaver(9), chief])])
  expect(group?.results.map((result) => group && otherFailures(result, group))).toEqual([[], ['bo (title)']])
})

test('what stands alone says nothing of others, and other reasons are other groups', () => {
  const alone = failed('one.yaml', [leaver(8), chief], [finding('x', 8)])
  const groups = causeGroups([alone, failed('two.yaml', [chief])])
  expect(groups).toHaveLength(2)
  expect(groups[0] && otherFailures(alone, groups[0])).toEqual([])
  expect(groups[0]?.explanations).toHaveLength(1)
})
