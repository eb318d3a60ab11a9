/** What a part took. All times in seconds. */
export interface Taken {
  readonly name: string
  /** Minutes. */
  readonly budget: number
  readonly wall: number
  /** CPU time of the part's own processes. */
  readonly own: number
  /** CPU time of everything on the machine meanwhile; undefined where the system does not say. */
  readonly busy: number | undefined
  readonly failed: boolean
  /** How many times as slow the machine was as the one that budgets are for. */
  readonly slowness: number
}

const CORES = 2
/** Above this share of the machine, what others do has made the clock useless as evidence. */
const OTHERS_SHARE = 0.25

/** Whether the part took more than it may. Beside other people's work it is judged by its own CPU time, as if spread over two cores. */
export function isOverBudget({ budget, slowness, wall, own, busy }: Taken): boolean {
  const allowed = budget * 60 * slowness
  if (wall <= allowed) return false
  const others = busy === undefined ? 0 : Math.max(0, busy - own)
  if (others <= OTHERS_SHARE * CORES * wall) return true
  return own / CORES > allowed
}

/** A line about the machine where it was slower than the one that budgets are for; undefined where it was not. */
export function slowMachine(parts: readonly Taken[]): string | undefined {
  const wall = sum(parts.map((part) => part.wall))
  const mean = sum(parts.map((part) => part.wall * part.slowness)) / wall
  if (!(mean > 1.05)) return undefined
  return `The machine was ${mean.toFixed(1)} times as slow as the one that the budgets are for, and each is as many times longer.`
}

/** The table that the gate prints: one row a part, then the sum. */
export function budgetTable(parts: readonly Taken[]): string {
  const rows = parts.map((part) => [part.name, minutes(part.wall), minutes(part.budget * 60), verdict(part)])
  const total = ['all', minutes(sum(parts.map(({ wall }) => wall))), `${sum(parts.map(({ budget }) => budget))}:00`, '']
  const all = [['part', 'took', 'budget', ''], ...rows, total]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all
    .map((row) =>
      row
        .map((cell, column) => pad(cell, column, widths))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  return column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
}

function verdict(part: Taken): string {
  return [part.failed ? 'failed' : '', isOverBudget(part) ? 'over its budget' : ''].filter(Boolean).join(', ')
}

function minutes(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
