// From the judgement to the result in the promised form, worst first. Pure.
import { DAMAGES, type Difference, type Sighting, type Victim } from '@scimulator/findings'
import type { Shell } from '@scimulator/shared/platform'
import { fitRecordings } from '../report/fit-recordings.ts'
import type { Discretion } from './discretion.ts'
import type { Examination } from './examine.ts'
import type { Unexplained } from './judge.ts'
import type { Remark } from './questioner.ts'
import { recordLife } from './record-life.ts'
import { curlOf, shownExchange } from './shown-exchange.ts'
import { TEST_RESULT_VERSION, type TestResult, type ToldFinding } from './test-result.ts'

export interface Telling extends Pick<Discretion, 'shown' | 'swept'> {
  readonly target: string
  /** Environment variable that holds the token, for curl. */
  readonly tokenVariable: string
  readonly shell: Shell | undefined
  readonly durationMs: number
  /** Whose lives are recorded: those that were not as they must be, or all. */
  readonly record: 'failed' | 'all'
}

export function tellResult(examination: Examination, telling: Telling): TestResult {
  const { judgement, verdicts, remarks, requests, leftBehind } = examination
  return {
    version: TEST_RESULT_VERSION,
    target: telling.target,
    verdicts: {
      entra: told(verdicts.entra),
      entraLegacy: told(verdicts.entraLegacy),
      jumpcloud: told(verdicts.jumpcloud),
      okta: told(verdicts.okta),
      rfc: told(verdicts.rfc),
    },
    findings: [...judgement.sightings]
      .sort(worstFirst)
      .map((one) => toldFinding(one, judgement.acts.get(one.finding.id) ?? [], telling)),
    remarks: remarks.map((remark) => toldRemark(remark, telling)),
    notJudged: judgement.notJudged.map(({ question, because }) => ({ question, because })),
    unexplained: judgement.unexplained.map((one) => toldUnexplained(one, telling)),
    access: examination.accessAsked ? 'asked' : 'not-asked',
    requests,
    durationMs: Math.round(telling.durationMs),
    leftBehind: [...leftBehind],
    recordings: recordingsOf(examination, telling),
  }
}

function recordingsOf({ lives, judgement }: Examination, { record, shown }: Telling): TestResult['recordings'] {
  const told = lives.filter(({ differences }) => record === 'all' || differences.length > 0)
  const fitting = fitRecordings(told.map((life) => recordLife(life, shown, judgement.causes)))
  return fitting.flatMap((one) => one ?? [])
}

function told({ verdict, because, except }: Examination['verdicts']['rfc']) {
  return { verdict, because: [...because], except: [...except] }
}

function worstFirst(a: Sighting, b: Sighting): number {
  const byCondition = Number(isConditional(a)) - Number(isConditional(b))
  const byDamage = DAMAGES.indexOf(a.finding.damage) - DAMAGES.indexOf(b.finding.damage)
  return byCondition || byDamage || b.hurts.length - a.hurts.length
}

function isConditional(sighting: Sighting): boolean {
  return conditionsOf(sighting).when !== undefined
}

function toldFinding(sighting: Sighting, acts: readonly string[], telling: Telling): ToldFinding {
  const { finding, shownBy, hurts } = sighting
  const { when, only } = conditionsOf(sighting)
  const [shown] = shownBy
  const { id, kind, title, why, damage, fix, clause } = finding
  const seen = shownBy.map((one) => one.detail).filter((one) => one !== undefined)
  return {
    id,
    kind,
    title,
    detail: [finding.detail, ...seen.slice(0, 2).map((text) => telling.swept(text)), ...only].join(' '),
    why,
    hurts: [...hurts],
    ...(when === undefined ? {} : { when }),
    damage,
    seen: shown?.seen ?? { times: 1, of: 1 },
    ...toldExchange(shown, telling),
    ...(shown?.exchange ? { curl: curlOf(telling.shown(shown.exchange), telling.tokenVariable, telling.shell) } : {}),
    acts: [...new Set(acts)],
    fix,
    ...(clause === undefined ? {} : { clause }),
    sources: [...finding.sources],
  }
}

/** A condition of all whom it hurts is its own; of some of them it is told beside what was seen. */
function conditionsOf({ finding, hurts, conditions = new Map<Victim, string>() }: Sighting) {
  const providers = hurts.filter((victim) => victim !== 'rfc')
  const texts = [...new Set(conditions.values())]
  if (conditions.size > 0 && providers.every((victim) => conditions.has(victim)))
    return { when: texts.join(', or '), only: [] }
  return { when: finding.when, only: texts.map((text) => onlySentence(conditions, text)) }
}

function onlySentence(conditions: ReadonlyMap<Victim, string>, text: string): string {
  const own = providersOf(conditions).filter((victim) => conditions.get(victim) === text)
  const isWholeEntra = own.includes('entra') && own.includes('entraLegacy')
  const names = own.map((victim) => (isWholeEntra && victim.startsWith('entra') ? 'Entra ID' : SHORT_NAMES[victim]))
  return `${[...new Set(names)].join(' and ')} meet${names.length > 1 && !isWholeEntra ? '' : 's'} it only ${text}.`
}

const SHORT_NAMES = {
  entra: 'Entra ID with the suffix',
  entraLegacy: 'Entra ID without the suffix',
  jumpcloud: 'JumpCloud',
  okta: 'Okta',
} as const

function providersOf(conditions: ReadonlyMap<Victim, string>) {
  return (['entra', 'entraLegacy', 'jumpcloud', 'okta'] as const).filter((victim) => conditions.has(victim))
}

function toldUnexplained(
  { id, differences, result, when }: Unexplained,
  telling: Telling,
): TestResult['unexplained'][number] {
  const [first] = differences
  const what = first ? whatDiffers(first) : `${result?.check}: ${result?.detail ?? 'does not hold'}`
  const acts = [...new Set(differences.map(({ sender, act }) => `${sender}: ${act}`))]
  return {
    id,
    what: telling.swept(what),
    ...(when === undefined ? {} : { when }),
    ...(first ? { sender: first.sender, act: first.act, acts } : {}),
    ...toldExchange(first ?? result, telling),
  }
}

function toldExchange(of: Pick<Difference, 'exchange' | 'readBack'> | undefined, { shown }: Telling) {
  if (!of?.exchange) return {}
  return { exchange: shownExchange(shown(of.exchange), of.readBack && shown(of.readBack)) }
}

function toldRemark({ id, text, exchange }: Remark, { shown, swept }: Telling) {
  return { id, text: swept(text), ...(exchange ? { exchange: shownExchange(shown(exchange)) } : {}) }
}

function whatDiffers({ act, subject, attribute, expected, actual }: Difference): string {
  return `${act}: ${attribute} of ${subject} must be ${shown(expected)} and is ${shown(actual)}.`
}

function shown(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value)
}
