// The result for a coding agent: each finding as a work order, in the order in which they are best mended, and short enough to be read whole.
import { shortAnswer, shortRequest } from '../report/short-exchange.ts'
import type { TestResult, ToldFinding } from './test-result.ts'

/** About four characters a token; the whole stays below 4,000 tokens. */
const MOST_CHARACTERS = 14_000

export function workOrders(result: TestResult, command: string): string {
  const verdicts = Object.entries(result.verdicts).map(([victim, { verdict }]) => `${victim}: ${verdict}`)
  const head = [
    `# ${result.target}`,
    verdicts.join(', '),
    `${result.findings.length} findings. Mend them in this order; each is proven by its command.`,
  ]
  const orders = result.findings.map((finding, index) => order(finding, index + 1, command))
  const raw = result.unexplained.map(({ id, what }) => `## ${id}: nothing explains this\n${what}`)
  return `${fitting([head.join('\n'), ...orders, ...raw]).join('\n\n')}\n`
}

/** What does not fit is told by its number, never dropped silently. */
function fitting(parts: readonly string[]): string[] {
  const kept: string[] = []
  let size = 0
  for (const part of parts) {
    if (size + part.length > MOST_CHARACTERS) break
    kept.push(part)
    size += part.length
  }
  const rest = parts.length - kept.length
  return rest === 0
    ? kept
    : [...kept, `${rest} more do not fit here; they are in the JSON result. Mend these first and run again.`]
}

function order(finding: ToldFinding, number: number, command: string): string {
  const { exchange } = finding
  return [
    `## ${number}. ${finding.title} (${finding.id})`,
    `wrong: ${finding.detail}`,
    ...(exchange ? [`request: ${shortRequest(exchange.request)}`, `answer: ${shortAnswer(exchange)}`] : []),
    `must hold: ${finding.fix}${finding.clause ? ` ${finding.clause}.` : ''}`,
    `prove: ${command} --finding ${finding.id}`,
  ].join('\n')
}
