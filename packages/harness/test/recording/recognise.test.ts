// Who is called what: everything of ours and everything that others have captured has its right name, and nobody else has it.
import { join } from 'node:path'
import { type Exchange, noteOf } from '@scimulator/shared/provisioning'
import { describe, expect, test } from 'vitest'
import { loadScenario, runScenario } from '../../src/index.ts'
import { createRecogniser, recognise, senderText } from '../../src/recording/recognise/recognise.ts'
import { recordLife } from '../../src/requests/record-life.ts'
import { CAPTURES, PROBE, seen } from './captures.ts'
import { strangers } from './strangers.ts'
import { allGoldens } from './transcripts.ts'

test.each(CAPTURES)('$source: $sender, $purpose', ({ request, sender, purpose, isCommon }) => {
  const [last] = recognise([...(isCommon ? [seen(PROBE)] : []), seen(request)]).slice(-1)
  expect(last).toMatchObject({ sender, purpose })
  if (isCommon) expect(recognise([seen(request)])).toMatchObject([{ sender: 'unknown', purpose }])
})

describe.each(allGoldens())('$name', ({ name, exchanges }) => {
  const expected = name.startsWith('jumpcloud')
    ? 'jumpcloud'
    : name.includes('legacy')
      ? 'entraLegacy'
      : name.includes('aadOptscim')
        ? 'entra'
        : 'entraUnclear'

  test('every request has its sender and a purpose', () => {
    const found = recognise(exchanges)
    expect(found.length).toBeGreaterThan(2)
    expect(found.map(({ sender }, at) => `${at + 1} ${sender}`)).toEqual(
      found.map((_one, at) => `${at + 1} ${expected}`),
    )
    expect(found.filter(({ purpose }) => purpose === 'other')).toEqual([])
  })
})

/** The engines say beside each request what it is for: that is the truth here. Members are told apart in a recording only. */
const SAME: Readonly<Record<string, string>> = {
  'add-member': 'change-members',
  'remove-member': 'change-members',
  enable: 'update',
  'read-linked': 'read',
}
const plain = (purpose = ''): string => SAME[purpose] ?? purpose

test.each(['entra', 'entra-legacy', 'jumpcloud'] as const)(
  'a whole life of %s, to the last request',
  async (sender) => {
    const acts = await recordLife(sender)
    const life = acts
      .flatMap((act) => act.exchanges.map((one) => ({ act: act.id, ...one })))
      .filter(({ by }) => by === 'identity provider')
    const found = recognise(life.map(({ exchange }) => exchange))
    const wrong = found.flatMap(({ purpose, activity, sender: by }, at) => {
      const { act, exchange } = life[at] ?? {}
      const truth = (exchange && noteOf(exchange.request)?.purpose) ?? purpose
      return [
        ...(by === (sender === 'entra-legacy' ? 'entraLegacy' : sender) ? [] : [`${at} is said to be of ${by}`]),
        ...(plain(purpose) === plain(truth) ? [] : [`${at}: ${purpose} is ${truth}`]),
        ...((activity === 'test') === (act === 'connection') ? [] : [`${at}, in ${act}: ${activity}`]),
      ]
    })
    expect(wrong).toEqual([])
  },
)

test('what is provisioned on demand is told from the cycles of the same job', async () => {
  const root = join(import.meta.dirname, '../../../../scenarios')
  const scenario = await loadScenario(join(root, 'entra/provision-on-demand.yaml'), root)
  const [outcome] = await runScenario(scenario, { combination: scenario.combinations[0] ?? {}, root })
  const found = recognise(outcome?.exchanges ?? [])
  expect(new Set(found.map(({ sender }) => sender))).toEqual(new Set(['entra']))
  const onDemand = found.flatMap(({ activity, purpose }) => (activity === 'on-demand' ? [purpose] : []))
  expect(onDemand).toEqual(['probe', 'read', 'disable'])
  // That of the next cycle.
  expect(found.filter(({ purpose }) => purpose === 'disable')).toHaveLength(2)
})

test('of 200 made-up requests of other clients none is called Entra or JumpCloud, alone or in company', () => {
  const others = strangers(200)
  const alone = others.flatMap((one) => recognise([one]))
  const together = recognise(others)
  const golden = allGoldens().flatMap(({ exchanges }) => exchanges)
  const amongOurs = recognise([...golden, ...others]).slice(golden.length)
  const wrong = [alone, together, amongOurs].map(
    (found) => found.filter(({ sender }) => !['unknown', 'okta'].includes(sender)).length,
  )
  expect(wrong).toEqual([0, 0, 0])
})

describe('how an application of Okta was made', () => {
  const requestsOf = async (life: 'okta' | 'okta-catalogue') =>
    (await recordLife(life)).flatMap(({ exchanges }) =>
      exchanges.flatMap(({ by, exchange }) => (by === 'identity provider' ? [exchange] : [])),
    )
  const kindsOf = (exchanges: readonly Exchange[]) => {
    const known = createRecogniser()
    return exchanges.map((exchange) => known.see(exchange).kind)
  }

  test.each([
    ['okta', 'wizard'],
    ['okta-catalogue', 'catalogue'],
  ] as const)('shows once it writes a group or by PATCH: %s', async (life, kind) => {
    const kinds = kindsOf(await requestsOf(life))
    const first = kinds.indexOf(kind)
    expect([new Set(kinds.slice(0, first)), new Set(kinds.slice(first))]).toEqual([
      new Set([undefined]),
      new Set([kind]),
    ])
    expect(first).toBeGreaterThan(0)
  })

  test('is left open where two of them have one token, but for what shows it by itself', async () => {
    const both = [...(await requestsOf('okta')), ...(await requestsOf('okta-catalogue'))]
    const told = recognise(both).map(({ kind }, at) => `${both[at]?.request.method} ${kind}`)
    expect(new Set(told)).toEqual(
      new Set([
        'GET undefined',
        'POST undefined',
        'PUT undefined',
        'PUT wizard',
        'PATCH catalogue',
        'DELETE undefined',
      ]),
    )
  })
})

test('Okta is known by the name that it gives itself, and any other client is called by its own', () => {
  const of = (agent: string) => ({ ...PROBE, headers: [['User-Agent', agent]] as const })
  const text = (agent: string) => senderText(createRecogniser().see(seen(of(agent))), of(agent))
  expect(['Okta SCIM Client 1.0.0', 'Go-http-client/2.0', 'MyOkta/1'].map(text)).toEqual([
    'Okta',
    'Go-http-client/2.0',
    'MyOkta/1',
  ])
})
