// From the judgement to the result in the promised form, worst first. Pure.
import { DAMAGES, type Difference, type Sighting } from '@scimulator/findings'
import type { Examination } from './examine.ts'
import type { Remark } from './questioner.ts'
import { curlOf, shownExchange } from './shown-exchange.ts'
import type { TestResult, ToldFinding } from './test-result.ts'

export interface Telling {
  readonly target: string
  /** Environment variable that holds the token, for curl. */
  readonly tokenVariable: string
  readonly durationMs: number
}

export function tellResult(examination: Examination, telling: Telling): TestResult {
  const { judgement, verdicts, remarks, requests, leftBehind } = examination
  return {
    version: 1,
    target: telling.target,
    verdicts: {
      entra: told(verdicts.entra),
      entraLegacy: told(verdicts.entraLegacy),
      jumpcloud: told(verdicts.jumpcloud),
      rfc: told(verdicts.rfc),
    },
    findings: [...judgement.sightings]
      .sort(worstFirst)
      .map((one) => toldFinding(one, judgement.acts.get(one.finding.id) ?? [], telling)),
    remarks: remarks.map(toldRemark),
    notJudged: judgement.notJudged.map(({ question, because }) => ({ question, because })),
    unexplained: judgement.unexplained.map(({ id, difference, result }) => ({
      id,
      what: difference ? whatDiffers(difference) : `${result?.check}: ${result?.detail ?? 'does not hold'}`,
      ...(difference ? { sender: difference.sender, act: difference.act } : {}),
      ...toldExchange(difference ?? result),
    })),
    access: examination.accessAsked ? 'asked' : 'not-asked',
    requests,
    durationMs: Math.round(telling.durationMs),
    leftBehind: [...leftBehind],
  }
}

function told({ verdict, because, except }: Examination['verdicts']['rfc']) {
  return { verdict, because: [...because], except: [...except] }
}

function worstFirst(a: Sighting, b: Sighting): number {
  const byCondition = Number(a.finding.when !== undefined) - Number(b.finding.when !== undefined)
  const byDamage = DAMAGES.indexOf(a.finding.damage) - DAMAGES.indexOf(b.finding.damage)
  return byCondition || byDamage || b.finding.hurts.length - a.finding.hurts.length
}

function toldFinding(sighting: Sighting, acts: readonly string[], { tokenVariable }: Telling): ToldFinding {
  const { finding, shownBy } = sighting
  const [shown] = shownBy
  const { id, kind, title, why, when, damage, fix, clause } = finding
  const seen = shownBy.map((one) => one.detail).filter((one) => one !== undefined)
  return {
    id,
    kind,
    title,
    detail: [finding.detail, ...seen.slice(0, 2)].join(' '),
    why,
    hurts: [...finding.hurts],
    ...(when === undefined ? {} : { when }),
    damage,
    seen: shown?.seen ?? { times: 1, of: 1 },
    ...toldExchange(shown),
    ...(shown?.exchange ? { curl: curlOf(shown.exchange, tokenVariable) } : {}),
    acts: [...new Set(acts)],
    fix,
    ...(clause === undefined ? {} : { clause }),
    sources: [...finding.sources],
  }
}

function toldExchange(shown: Pick<Difference, 'exchange' | 'readBack'> | undefined) {
  return shown?.exchange ? { exchange: shownExchange(shown.exchange, shown.readBack) } : {}
}

function toldRemark({ id, text, exchange }: Remark) {
  return { id, text, ...(exchange ? { exchange: shownExchange(exchange) } : {}) }
}

function whatDiffers({ act, subject, attribute, expected, actual }: Difference): string {
  return `${act}: ${attribute} of ${subject} must be ${shown(expected)} and is ${shown(actual)}.`
}

function shown(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value)
}
