import { type Change, type Comparison, type Difference, verdictOf } from './compare.ts'

const HEAD = ['row', 'before', 'now', 'difference', 'beside its baseline', ''] as const

/** The lines of a table, and what could not be compared. */
export function tableOf({ differences, onlyBefore, onlyAfter }: Comparison): readonly string[] {
  const rows = [HEAD, ...differences.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return [
    ...rows.map((row) => line(row).trimEnd()),
    ...onlyBefore.map((name) => `only before: ${name}`),
    ...onlyAfter.map((name) => `only now: ${name}`),
  ]
}

function cellsOf(one: Difference): readonly string[] {
  const cpu = one.cpu === undefined ? '' : `; cpu ${one.cpu.before.toFixed(0)} us, now ${one.cpu.after.toFixed(0)} us`
  const verdict = verdictOf(one) ?? 'within noise'
  return [one.name, rate(one.before), rate(one.after), changed(one.alone), changed(one.besideBaseline), verdict + cpu]
}

function changed({ change, noise }: Change): string {
  return `${percent(change)} ±${(noise * 100).toFixed(1)} %`
}

function rate(value: number): string {
  return `${value >= 100 ? Math.round(value) : value.toFixed(2)}/s`
}

function percent(share: number): string {
  return `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)} %`
}
