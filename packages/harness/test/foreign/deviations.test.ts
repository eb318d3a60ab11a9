// Each deviation as somebody else's endpoint, over HTTP: a run fails, and by what the deviation says of itself.
import { DEVIATIONS, type DeviationName } from '@scimulator/receiver'
import { describe, expect, test } from 'vitest'
import { scenarioTree } from '../../src/index.ts'
import { runOverHttp } from './deviating-endpoint.ts'
import { placesOf } from './places.ts'
import { runNamed } from './run-at.ts'
import { EVERYDAY, SEEN_IN } from './seen-in.ts'

/** Decision 11: a run against it does not begin. */
const BEFORE_THE_RUN: readonly DeviationName[] = ['slow']

/** Decisions 7 and 11 let runs pass by the others: only the answers show them, or the endpoint may choose so. */
const SEEN = DEVIATIONS.filter(({ name, seenBy }) => seenBy !== 'protocol' && !BEFORE_THE_RUN.includes(name))

test('the lines of SEEN_IN are about deviations that a run sees', () => {
  const seen: readonly string[] = SEEN.map(({ name }) => name)
  expect(Object.keys(SEEN_IN).filter((name) => !seen.includes(name))).toEqual([])
})

function declares(seenBy: (typeof DEVIATIONS)[number]['seenBy'], place: string): boolean {
  return seenBy !== 'protocol' && seenBy.some((one) => one === place)
}

describe('a run sees', () => {
  test.each(SEEN.map((one) => [one.name, one] as const))(
    '%s, and says what it does wrong',
    async (name, { seenBy }) => {
      const [known] = SEEN_IN[name] ?? []
      const places: string[] = []
      for (const run of known === undefined ? EVERYDAY : [known]) {
        const { scenario, combination } = await runNamed(run)
        const { result } = await runOverHttp(name, scenario, combination)
        if (known !== undefined) expect(result.outcome, scenarioTree(result)).toBe('failed')
        places.push(...placesOf(result))
        if (places.some((place) => declares(seenBy, place))) return
      }
      expect.fail(`Nothing of ${seenBy} in [${places}]. Name a run that sees it in SEEN_IN.`)
    },
  )
})

test('an endpoint that is slower than it may be is named before anything is written', async () => {
  const { scenario, combination } = await runNamed('matching/by-user-name [dialect=legacy]')
  await expect(runOverHttp('slow', scenario, combination)).rejects.toThrow(
    /no answer \(timeout: .*\)\. Is it running\? --timeout sets how long an answer may take/,
  )
})
