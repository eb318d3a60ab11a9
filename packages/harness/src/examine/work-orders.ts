// The result for a coding agent: each finding as a work order, in the order in which they are best mended, and short enough to be read whole.
import { counted } from './counted.ts'
import { fitting } from './fitting.ts'
import type { TestResult, ToldFinding } from './test-result.ts'
import { wholeAnswer, wholeRequest } from './whole-exchange.ts'

export interface WorkOrderOptions {
  /** The command that was given, without what chooses a finding. */
  readonly command: string
  /** Environment variable that holds the token. */
  readonly tokenVariable: string
}

export function workOrders(result: TestResult, options: WorkOrderOptions): string {
  const { findings, unexplained, verdicts } = result
  const told = Object.entries(verdicts).map(([victim, { verdict }]) => `${victim}: ${verdict}`)
  const head = [`# ${result.target}`, told.join(', '), whatToDo(findings.length + unexplained.length)]
  const orders = findings.map((finding, index) => order(finding, index + 1, options))
  const raw = unexplained.map((one) => unexplainedOrder(one, options))
  return `${fitting([head.join('\n'), ...orders, ...raw]).join('\n\n')}\n`
}

function whatToDo(count: number): string {
  if (count === 0) return 'Nothing was found. There is nothing to mend.'
  const what =
    count === 1 ? 'Mend it; its command proves it.' : 'Mend them in this order; each is proven by its command.'
  return `${counted(count, 'finding')}. ${what}`
}

function order(finding: ToldFinding, number: number, options: WorkOrderOptions): string {
  return [
    `## ${number}. ${finding.title} (${finding.id})`,
    `wrong: ${finding.detail}`,
    ...exchangeText(finding, options),
    `must hold: ${finding.fix}${finding.clause ? ` ${finding.clause}.` : ''}`,
    `prove: ${options.command} --finding ${finding.id}`,
  ].join('\n')
}

function unexplainedOrder(one: TestResult['unexplained'][number], options: WorkOrderOptions): string {
  const { id, what, sender } = one
  const wrong = `wrong: ${sender ? `${sender}, ` : ''}${what}`
  return [`## ${id}: nothing explains this`, wrong, ...exchangeText(one, options), `prove: ${options.command}`].join(
    '\n',
  )
}

function exchangeText({ exchange }: Pick<ToldFinding, 'exchange'>, { tokenVariable }: WorkOrderOptions): string[] {
  if (!exchange) return []
  return [
    'request:',
    '```http',
    wholeRequest(exchange.request, tokenVariable),
    '```',
    `answer: ${wholeAnswer(exchange)}`,
  ]
}
