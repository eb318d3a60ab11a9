// From what the questions noted to the outcome of each row. Pure.
import type { CheckResult } from '@scimulator/findings'
import { shownExchange } from '../examine/shown-exchange.ts'
import { WARNING } from './row-notes.ts'
import { checkOf, type Row, type Section, type Suite, UNDECIDABLE } from './suite.ts'
import type { Outcome, ToldRow, ToldSuite } from './suite-result.ts'

type Decision = Pick<ToldRow, 'outcome' | 'because' | 'detail'> & { readonly shownBy?: CheckResult }

export function decideRows(suite: Suite, checks: ReadonlyMap<string, CheckResult>): ToldSuite {
  const rows = suite.sections.flatMap((section) => section.rows.map((row) => toldRow(section, row, checks)))
  const { name, kit } = suite
  return { name, kit: { ...kit }, conclusion: conclusionOf(rows), counts: countsOf(rows), rows }
}

function toldRow(section: Section, row: Row, checks: ReadonlyMap<string, CheckResult>): ToldRow {
  const { shownBy, ...decision } = decided(row, checks.get(checkOf(section, row.id)))
  return {
    id: checkOf(section, row.id),
    section: section.title,
    source: section.source,
    level: row.level,
    ...(row.modal === undefined ? {} : { modal: row.modal }),
    says: row.says,
    ...decision,
    ...(shownBy?.exchange ? { exchange: shownExchange(shownBy.exchange, shownBy.readBack) } : {}),
  }
}

//  noted                              | outcome
//  -----------------------------------+-------------------------------
//  nothing, as nobody can             | not decided, for a reason of the closed list
//  held                               | pass
//  red, of a required row             | fail
//  red, of an optional row            | warning
//  not offered, and where that stands | not applicable
//  anything else                      | not decided, because of what stood in the way
function decided({ level, undecidable }: Row, result: CheckResult | undefined): Decision {
  if (undecidable !== undefined) return { outcome: 'not-decided', because: UNDECIDABLE[undecidable] }
  if (!result) return { outcome: 'not-decided', because: 'it was not reached' }
  const { state, because = 'it was not reached', detail, exchange } = result
  if (state === 'held') return { outcome: 'pass', shownBy: result }
  if (state === 'red') {
    const outcome = level === 'required' && because !== WARNING ? 'fail' : 'warning'
    return { outcome, shownBy: result, ...(detail === undefined ? {} : { detail }) }
  }
  if (state === 'not-asked' && exchange) return { outcome: 'not-applicable', because, shownBy: result }
  return { outcome: 'not-decided', because: state === 'blocked' ? `${because} stands in the way` : because }
}

const OUTCOMES: readonly Outcome[] = ['pass', 'fail', 'warning', 'not-applicable', 'not-decided']

function countsOf(rows: readonly ToldRow[]): ToldSuite['counts'] {
  const count = (one: Outcome): number => rows.filter(({ outcome }) => outcome === one).length
  const [pass = 0, fail = 0, warning = 0, notApplicable = 0, notDecided = 0] = OUTCOMES.map(count)
  return { pass, fail, warning, notApplicable, notDecided }
}

/** Never "accepted by": who published the checks has not looked. */
function conclusionOf(rows: readonly ToldRow[]): string {
  const failed = rows.filter(({ outcome }) => outcome === 'fail').length
  if (failed > 0) return `${failed} of the published checks ${failed === 1 ? 'does' : 'do'} not pass here.`
  const isDecided = rows.some(({ outcome }) => outcome === 'pass')
  return isDecided ? 'The published checks pass here.' : 'The published checks could not be made here.'
}
