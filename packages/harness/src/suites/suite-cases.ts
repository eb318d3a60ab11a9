// The rows of suites as cases for machines. A warning fails nothing.
import type { Case } from '../report/case.ts'
import { shortAnswer, shortRequest } from '../report/short-exchange.ts'
import type { SuiteResult, ToldRow } from './suite-result.ts'

export function suiteCases({ suites, trouble, target }: SuiteResult): readonly Case[] {
  if (trouble) {
    const message = `The endpoint could not be looked at: ${trouble.detail}`
    return [{ suite: target, name: 'reachable', outcome: 'error', message, text: message, seconds: 0 }]
  }
  return suites.flatMap(({ kit, rows }) => rows.map((row) => caseOf(kit.name, row)))
}

function caseOf(suite: string, row: ToldRow): Case {
  const name = `${row.says} [${row.id}]`
  const plain = { suite, name, message: '', text: '', seconds: 0 }
  const { outcome, because = '', detail = row.says } = row
  if (outcome === 'pass') return { ...plain, outcome: 'passed' }
  if (outcome === 'fail') return { ...plain, outcome: 'failed', message: detail, text: textOf(row, detail) }
  return {
    ...plain,
    outcome: 'skipped',
    message: outcome === 'warning' ? `warning: ${detail}` : `${outcome}: ${because}`,
  }
}

function textOf({ source, says, exchange }: ToldRow, detail: string): string {
  const sent = exchange ? [`sent: ${shortRequest(exchange.request)}`, `answered: ${shortAnswer(exchange)}`] : []
  return [`${source}: ${says}`, detail, ...sent].join('\n')
}
