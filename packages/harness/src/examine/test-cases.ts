// What a test found, as cases for machines: each verdict, each finding, and what could not be judged.
import type { Victim } from '@scimulator/findings'
import type { Case } from '../report/case.ts'
import { shortAnswer, shortRequest } from '../report/short-exchange.ts'
import { VICTIM_NAMES } from './screen.ts'
import type { TestResult, ToldFinding } from './test-result.ts'

export interface Counting {
  /** Whose verdicts were asked for. */
  readonly only: readonly Victim[]
  /** Ids that are known and fail nothing. */
  readonly known: ReadonlySet<string>
}

export function testCases(result: TestResult, { only, known }: Counting): readonly Case[] {
  const asked = result.findings.filter(({ hurts }) => hurts.some((one) => only.includes(one)))
  return [
    ...only.map((victim) => verdictCase(victim, result)),
    ...asked.map((finding) => findingCase(finding, result.target, known)),
    ...result.unexplained.map((one) => ({
      ...of(result.target, `Nothing explains this (${one.id})`, 'failed'),
      ...{ message: one.what, text: [one.what, ...exchangeText(one.exchange)].join('\n') },
    })),
    ...result.notJudged.map(({ question, because }) => ({
      ...of(result.target, question, 'skipped'),
      message: `not judged, because of ${because}`,
    })),
  ]
}

function of(suite: string, name: string, outcome: Case['outcome']): Case {
  return { suite, name, outcome, message: '', text: '', seconds: 0 }
}

function verdictCase(victim: Victim, { verdicts, findings, target }: TestResult): Case {
  const { verdict, because } = verdicts[victim]
  const name = `works with ${VICTIM_NAMES[victim]}`
  if (verdict === 'works') return of(target, name, 'passed')
  if (verdict === 'unknown') return { ...of(target, name, 'unproven'), message: 'too much could not be judged' }
  const titles = because.map((id) => findings.find((finding) => finding.id === id)?.title ?? id)
  return { ...of(target, name, 'failed'), message: `breaks: ${titles.join('; ')}`, text: titles.join('\n') }
}

function findingCase(finding: ToldFinding, target: string, known: ReadonlySet<string>): Case {
  const { id, title, detail, fix, clause, why, exchange } = finding
  const name = `${title} [${id}]`
  if (known.has(id)) return { ...of(target, name, 'skipped'), message: 'known: it stands in the baseline' }
  const right = `right: ${fix}${clause === undefined ? '' : ` (${clause})`}`
  const text = [detail, ...exchangeText(exchange), right, why, `again: scimulator test ${target} --finding ${id}`].join(
    '\n',
  )
  return { ...of(target, name, 'failed'), message: `${title}. ${detail}`, text }
}

function exchangeText(exchange: ToldFinding['exchange']): readonly string[] {
  return exchange ? [`sent: ${shortRequest(exchange.request)}`, `answered: ${shortAnswer(exchange)}`] : []
}
