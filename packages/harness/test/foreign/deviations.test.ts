// Each deviation as somebody else's endpoint, over HTTP: a run fails, and by what the deviation says of itself.
import { DEVIATIONS, type DeviationName } from '@scimulator/receiver'
import { describe, expect, test } from 'vitest'
import { scenarioTree } from '../../src/index.ts'
import { runOverHttp } from './deviating-endpoint.ts'
import { placesOf } from './places.ts'
import { runNamed } from './run-at.ts'
import { SEEN_IN } from './seen-in.ts'

/** Decisions 7 and 11: only the answers show it, or the endpoint may choose so. */
const PROTOCOL_ONLY: readonly DeviationName[] = [
  'wrong-items-per-page',
  'conflict-without-scim-type',
  'discovery-missing',
  'error-without-body',
  'total-results-wrong',
  'email-required',
]
/** Decision 11: a run against it does not begin. */
const BEFORE_THE_RUN: readonly DeviationName[] = ['slow']

test('every deviation is in one list, and in no other', () => {
  const listed = [...Object.keys(SEEN_IN), ...PROTOCOL_ONLY, ...BEFORE_THE_RUN].sort()
  expect(listed).toEqual(DEVIATIONS.map(({ name }) => name).sort())
  const saidToBe = DEVIATIONS.filter(({ seenBy }) => seenBy === 'protocol').map(({ name }) => name)
  expect([...saidToBe].sort()).toEqual([...PROTOCOL_ONLY].sort())
})

describe('a run sees', () => {
  test.each(DEVIATIONS.filter(({ name }) => name in SEEN_IN).map((one) => [one.name, one] as const))(
    '%s, and says what it does wrong',
    async (name, { seenBy }) => {
      const { scenario, combination } = await runNamed(SEEN_IN[name]?.[0] ?? '')
      const { result } = await runOverHttp(name, scenario, combination)
      expect(result.outcome, scenarioTree(result)).toBe('failed')
      const seen = [...placesOf(result)]
      expect(
        seen.filter((place) => seenBy !== 'protocol' && seenBy.some((one) => one === place)),
        `${seen}`,
      ).not.toEqual([])
    },
  )
})

test('an endpoint that is slower than it may be is named before anything is written', async () => {
  const { scenario, combination } = await runNamed('matching/by-user-name [dialect=legacy]')
  await expect(runOverHttp('slow', scenario, combination)).rejects.toThrow(
    /no answer \(timeout: .*\)\. Is it running\? --timeout sets how long an answer may take/,
  )
})
