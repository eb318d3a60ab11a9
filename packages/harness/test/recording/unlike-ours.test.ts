// What is unlike our engines is shown, and nothing else.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recognise } from '../../src/recording/recognise/recognise.ts'
import { samplesOf } from '../../src/recording/recognise/samples-of.ts'
import { createComparison } from '../../src/recording/recognise/unlike-ours.ts'
import { Corpus } from '../../src/requests/corpus.ts'
import { CAPTURES, seen } from './captures.ts'
import { allGoldens } from './transcripts.ts'

const ROOT = join(import.meta.dirname, '../../../scimulator/requests')
const samples = ['entra', 'entra-legacy', 'jumpcloud'].flatMap((name) =>
  samplesOf(Corpus.parse(JSON.parse(readFileSync(join(ROOT, `${name}.json`), 'utf8')))),
)

function unlike(exchanges: ReturnType<typeof seen>[]): readonly string[] {
  const comparison = createComparison(samples)
  for (const [at, one] of recognise(exchanges).entries())
    if (exchanges[at]) comparison.see(at + 1, exchanges[at].request, one)
  return comparison.all().map(({ trait }) => trait)
}

/** What a golden is about, because a switch does not stand as it does unasked. */
const SWITCHED: Readonly<Record<string, RegExp>> = {
  'entra-adscimversion.2019.txt': /adscimversion: a version$/,
  'jumpcloud-put-groups.txt': /^PUT \/Groups: /,
}

test.each(allGoldens())(
  '$name has nothing that our engines do not send, but what it is about',
  ({ name, exchanges }) => {
    const found = unlike([...exchanges])
    expect(found.filter((trait) => !SWITCHED[name]?.test(trait))).toEqual([])
    expect(found.length > 0).toBe(name in SWITCHED)
  },
)

test.each([
  ['SCIMDEV, with $ref', 'PATCH /Groups: operation Add of members: list of {$ref value}'],
  ['SCIMDEV, disable with a boolean', 'PATCH /Users: operation Replace of active: boolean'],
  ['azure-docs#21660', 'GET /Users: header adscimversion: a version'],
] as const)('%s: %s', (source, trait) => {
  const capture = CAPTURES.find((one) => one.source === source)
  expect(unlike(capture ? [seen(capture.request)] : [])).toContain(trait)
})

test('of a client that nobody knows nothing is said', () => {
  const [capture] = CAPTURES
  expect(
    unlike([seen({ method: 'GET', url: `${capture?.request.url}`, headers: [['User-Agent', 'curl/8']] })]),
  ).toEqual([])
})
