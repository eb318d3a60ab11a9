// What is unlike our engines is shown, and nothing else.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recognise } from '../../src/recording/recognise/recognise.ts'
import { samplesOf } from '../../src/recording/recognise/samples-of.ts'
import { createComparison } from '../../src/recording/recognise/unlike-ours.ts'
import { Corpus, SENDERS } from '../../src/requests/corpus.ts'
import { CAPTURES, seen } from './captures.ts'
import { allGoldens } from './transcripts.ts'

const ROOT = join(import.meta.dirname, '../../../scimulator/requests')
const samples = SENDERS.flatMap((name) =>
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

const OKTA = [['User-Agent', 'Okta SCIM Client 1.0.0']] as const
const GROUP = 'https://app.example/scim/v2/Groups/2819c223'

test('of Okta, what neither kind of its applications sends, or the one that writes does not', () => {
  const lookup = (more: string) =>
    ({
      method: 'GET',
      url: `https://app.example/scim/v2/Users?filter=userName%20eq%20%22a%22${more}`,
      headers: OKTA,
    }) as const
  const patch = { op: 'replace', path: 'displayName', value: 'Crew' }
  const body = JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [patch] })
  expect(unlike([seen(lookup('&startIndex=1&count=100'))]).filter((trait) => !/header/.test(trait))).toEqual([])
  expect(unlike([seen(lookup('&attributes=id'))])).toContain('GET /Users: query filter, attributes')
  expect(unlike([seen({ method: 'PATCH', url: GROUP, headers: OKTA, body })])).toContain(
    'PATCH /Groups: operation replace of displayName: text',
  )
})

test('of a user that Okta puts, the body is the endpoint’s own', () => {
  const put = (place: string) =>
    seen({ method: 'PUT', url: `https://app.example/${place}/1`, headers: OKTA, body: '{"shoeSize":44}' })
  expect(unlike([put('Groups')])).toContain('PUT /Groups: member shoeSize: number')
  expect(unlike([put('Users')]).filter((trait) => !/header/.test(trait))).toEqual([])
})

test('of a client that nobody knows nothing is said', () => {
  const [capture] = CAPTURES
  expect(
    unlike([seen({ method: 'GET', url: `${capture?.request.url}`, headers: [['User-Agent', 'curl/8']] })]),
  ).toEqual([])
})
