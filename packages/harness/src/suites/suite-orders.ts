// What a suite found, for a coding agent: each row that does not pass as a work order, and short enough to be read whole.
import { counted } from '../examine/counted.ts'
import { fitting } from '../examine/fitting.ts'
import { wholeAnswer, wholeRequest } from '../examine/whole-exchange.ts'
import type { SuiteResult, ToldRow, ToldSuite } from './suite-result.ts'

export interface SuiteOrderOptions {
  /** The command that was given, without `--suite`. */
  readonly command: string
  /** Environment variable that holds the token. */
  readonly tokenVariable: string
}

/** Required rows first; a row that only warns says so. */
export function suiteOrders({ target, suites, trouble }: SuiteResult, options: SuiteOrderOptions): string {
  if (trouble) return `# ${target}\n\nThe endpoint could not be looked at: ${trouble.detail}\n`
  const told = suites.flatMap((suite) => suite.rows.map((row) => ({ suite, row })))
  const failed = told.filter(({ row }) => row.outcome === 'fail')
  const warned = told.filter(({ row }) => row.outcome === 'warning')
  const head = [
    `# ${target}`,
    ...suites.map(({ name, kit, conclusion }) => `${name} (${kit.version}): ${conclusion}`),
    whatToDo(failed.length, warned.length),
  ]
  const orders = [...failed, ...warned].map((one, at) => order(one, at + 1, options))
  return `${fitting([head.join('\n'), ...orders]).join('\n\n')}\n`
}

function whatToDo(failed: number, warned: number): string {
  if (failed + warned === 0) return 'There is nothing to mend.'
  const optional = warned === 0 ? '' : ` ${counted(warned, 'row')} only ${warned === 1 ? 'warns' : 'warn'}.`
  return `${counted(failed, 'row')} ${failed === 1 ? 'does' : 'do'} not pass.${optional} Each is proven by its command.`
}

interface Told {
  readonly suite: ToldSuite
  readonly row: ToldRow
}

function order({ suite, row }: Told, number: number, { command, tokenVariable }: SuiteOrderOptions): string {
  const { id, outcome, source, says, modal, detail, exchange } = row
  const seen = exchange
    ? ['request:', '```http', wholeRequest(exchange.request, tokenVariable), '```', `answer: ${wholeAnswer(exchange)}`]
    : []
  return [
    `## ${number}. ${id}${outcome === 'warning' ? ' (a warning)' : ''}`,
    `must hold: ${says} ${source}${modal === undefined ? '' : `, ${modal}`}.`,
    ...(detail === undefined ? [] : [`wrong: ${detail}`]),
    ...seen,
    `prove: ${command} --suite ${suite.name} --verbose, where [${id}] says pass`,
  ].join('\n')
}
