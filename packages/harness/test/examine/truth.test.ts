// What the test command says of an endpoint of which we know what is wrong with it.

import { type Difference, FINDINGS, type Victim, victimOf } from '@scimulator/findings'
import { DEVIATIONS } from '@scimulator/receiver'
import { describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { CHECKS, TestResult } from '../../src/examine/index.ts'
import { oktaLife } from './okta-lives.ts'
import { ids, testReceiver } from './subject.ts'

test('a right endpoint has no finding, and leaves nothing unexplained or unjudged', async () => {
  const result = await testReceiver([])
  expect(TestResult.parse(result)).toEqual(result)
  expect({ ...result, requests: 0 }).toMatchObject({
    findings: [],
    unexplained: [],
    notJudged: [],
    leftBehind: [],
    verdicts: {
      entra: { verdict: 'works', because: [], except: [] },
      entraLegacy: { verdict: 'works' },
      jumpcloud: { verdict: 'works' },
      okta: { verdict: 'works' },
      rfc: { verdict: 'works' },
    },
  })
})

/** Red checks by deviation, as the tests below find them. */
const reds = new Map<string, string>()

/** What is said of Okta, by deviation. */
const saidOfOkta = new Map<string, TestResult['verdicts']['okta']>()

/** In whose lives something was not as it must be, by deviation. */
const struck = new Map<string, ReadonlySet<string>>()

/** Whom they hurt in one of two forms only, of which nobody knows the right one (docs/decisions/0015). */
const HANGS_ON_A_FORM: Readonly<Record<string, readonly Victim[]>> = {
  'member-add-replaces': ['jumpcloud'],
  'group-wrong-types': ['jumpcloud'],
  'only-one-member-added': ['entra', 'entraLegacy'],
  'remove-not-done': ['entra', 'entraLegacy'],
  'active-as-text': ['entra', 'entraLegacy'],
  'plain-json-refused': ['jumpcloud'],
}

/** Whom they hurt in one of Okta's two kinds of application only; the other one works. */
const OF_ONE_KIND: readonly string[] = [
  ...['member-add-replaces', 'only-one-member-added', 'rename-empties-group', 'repeated-member-add-refused'],
  ...['member-filter-remove-not-done', 'member-filter-remove-empties-group', 'patch-without-path-ignored'],
  ...['patch-not-supported', 'return-refused', 'put-active-ignored'],
]

describe('each deviation alone is named, and nothing else is blamed', () => {
  test.each(DEVIATIONS.map((one) => [one.name, one] as const))('%s', async (name, { consequences }) => {
    // Two slashes come from a base URL that was typed with one at its end.
    const red = new Set<string>()
    const result = await testReceiver([name], {
      endsInSlash: name === 'double-slash-refused',
      onProgress: ({ results }) => {
        for (const { check, state } of results) if (state === 'red') red.add(check)
      },
    })
    reds.set(name, [...red].sort().join(' '))
    struck.set(name, struckIn(result))
    saidOfOkta.set(name, result.verdicts.okta)
    const found = ids(result)
    expect({ named: found.includes(name), unexplained: result.unexplained }).toEqual({ named: true, unexplained: [] })
    expect(found.filter((id) => id !== name && !consequences.includes(id))).toEqual([])
    const finding = FINDINGS.find(({ id }) => id === name)
    for (const victim of finding?.when === undefined && finding?.damage !== 'cosmetic' ? (finding?.hurts ?? []) : []) {
      const { verdict, except } = result.verdicts[victim]
      const isHalf = victim === 'okta' && (OF_ONE_KIND.includes(name) || finding?.whenFor?.okta !== undefined)
      const isSure = !HANGS_ON_A_FORM[name]?.includes(victim) && !isHalf
      expect([victim, verdict, except.includes(name)]).toEqual([victim, isSure ? 'breaks' : 'works', !isSure])
    }
  })
})

type Sender = Difference['sender']

/** Whose acts failed, or led to something else than they must; provision on demand is Entra ID without the suffix. */
function struckIn({ findings, unexplained }: TestResult): ReadonlySet<string> {
  const senders = [
    ...findings.flatMap(({ acts }) => acts.map((act) => act.split(':', 1)[0])),
    ...unexplained.map(({ sender }) => sender),
  ]
  return new Set(senders.map((one) => victimOf(one as Sender)))
}

/** Conditions that the lives fulfil, so that they must show what hurts under them. */
const LIVED = ['where groups are provisioned']

describe('a finding hurts those whose lives show it, and nobody else', () => {
  test.each(DEVIATIONS.map(({ name }) => [name]))('%s', (name) => {
    const finding = FINDINGS.find(({ id }) => id === name)
    const seen = struck.get(name) ?? new Set()
    const providers = ['entra', 'entraLegacy', 'jumpcloud', 'okta'] as const
    const hurt = providers.filter((one) => finding?.hurts.includes(one) && finding.whenFor?.[one] === undefined)
    expect(providers.filter((one) => seen.has(one) && !hurt.includes(one))).toEqual([])
    // Nobody lives at an endpoint that does not answer; some data are not in the story; and some say why no life shows them.
    const ends = finding?.signs.some((sign) => sign.startsWith('meet/'))
    const needs = finding?.when !== undefined && !LIVED.includes(finding.when)
    if (ends || needs || finding?.unseen !== undefined) return
    expect(hurt.filter((one) => !seen.has(one))).toEqual([])
  })
})

/** Why what is said is not what the story alone comes to. */
const BEYOND_THE_STORY: Readonly<Record<string, string>> = {
  'groups-missing': 'no group is pushed to an endpoint that has none',
  'conflict-not-409': 'a condition is told of what the story meets',
  ...Object.fromEntries(
    FINDINGS.filter(
      ({ hurts, when, whenFor, unseen }) => hurts.includes('okta') && (when ?? whenFor?.okta ?? unseen),
    ).map(({ id }) => [id, 'a question has decided, because its data or moment is in no story']),
  ),
}

describe('what is said of Okta is what its two kinds of application come to, acted without a question beside them', () => {
  const names = DEVIATIONS.map(({ name }) => name).filter((name) => BEYOND_THE_STORY[name] === undefined)
  /** Some by the commit's hash; `verify:long` asks for all. */
  const some = sampleOf('kinds of Okta at a fault', names.length, 20).flatMap((index) => names[index] ?? [])
  test.each(some.map((name) => [name] as const))('%s', async (name) => {
    const broken = []
    for (const kind of ['okta', 'oktaCatalogue'] as const)
      if ((await oktaLife(kind, [name])).length > 0) broken.push(kind)
    const { verdict, because, except } = saidOfOkta.get(name) ?? {}
    const hasIt = { because: because?.includes(name), except: except?.includes(name) }
    expect({ verdict, ...hasIt }).toEqual(
      [
        { verdict: 'works', because: false, except: false },
        { verdict: 'works', because: false, except: true },
        { verdict: 'breaks', because: true, except: false },
      ][broken.length],
    )
  })
})

test('acts of a life that could not begin are not judged, because of what stood in the way', async () => {
  const { notJudged } = await testReceiver(['filter-answers-404'])
  expect(notJudged).toContainEqual({ question: 'entra: promoted', because: 'filter-answers-404' })
  expect((await testReceiver(['user-name-fixed'])).notJudged.filter(({ question }) => /: /.test(question))).toEqual([])
})

test('no two deviations turn the same set of checks red', () => {
  // Those that end the acquaintance turn none red but that one.
  const told = [...reds].filter(([, checks]) => checks !== '')
  const twice = told.filter(([name, checks]) => told.some(([other, same]) => other !== name && same === checks))
  expect(twice).toEqual([])
  expect(told.length).toBeGreaterThan(DEVIATIONS.length - 5)
})

test('every check that can be red has a finding, and every sign is a check that is made', () => {
  const signs = FINDINGS.flatMap((finding) => finding.signs)
  expect(CHECKS.filter((check) => !signs.includes(check))).toEqual([])
  const made = new Set(CHECKS)
  const named = FINDINGS.flatMap(({ signs: own, consequences = [] }) => [...own, ...consequences])
  expect(named.filter((check) => !made.has(check))).toEqual([])
})

test.each(DEVIATIONS.map((one) => [one.name, one] as const))(
  '%s hurts and harms the same as its finding',
  (name, deviation) => {
    const finding = FINDINGS.find(({ id }) => id === name)
    expect({ name, hurts: [...deviation.hurts].sort(), damage: deviation.damage }).toEqual({
      name: finding?.id,
      hurts: [...(finding?.hurts ?? [])].sort(),
      damage: finding?.damage,
    })
  },
)

/** What the profile `lark` restricts, with the rule of its help pages; nothing in the product's code knows that the target is Lark. */
const LARK: readonly (readonly [rule: string, finding: string])[] = [
  ['B02', 'email-required'],
  ['B04', 'display-name-required'],
  ['B09', 'country-code-required'],
  ['B13', 'email-must-be-user-name'],
  ['B13', 'rename-needs-email'],
  ['A08', 'delete-only-disables'],
  ['user groups have members only', 'nested-groups-not-kept'],
]

test('the profile lark has its restrictions and no fault', async () => {
  const result = await testReceiver([], { profile: 'lark' })
  expect([...ids(result)].sort()).toEqual(LARK.map(([, finding]) => finding).sort())
  expect(result.findings.filter(({ kind }) => kind === 'fault')).toEqual([])
  expect(result.unexplained).toEqual([])
  expect(Object.values(result.verdicts).map(({ verdict }) => verdict)).toEqual([
    'works',
    'works',
    'works',
    'works',
    'works',
  ])
})
