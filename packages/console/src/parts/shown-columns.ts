// Which columns of a list are shown, as the address has it: `hide=action,status`. Pure.

interface Named {
  readonly field: string
  /** Not shown until somebody adds it. */
  readonly isAdded?: true
}

/** Stands in the address where nothing is hidden, though something is until it is asked for. */
const NOTHING = 'nothing'

export function shownColumns<Column extends Named>(
  columns: readonly Column[],
  hide: string | undefined,
): readonly Column[] {
  const hidden = new Set(hide === undefined ? addedOf(columns) : hide.split(','))
  const shown = columns.filter(({ field }) => !hidden.has(field))
  return shown.length === 0 ? columns : shown
}

function addedOf(columns: readonly Named[]): readonly string[] {
  return columns.filter(({ isAdded }) => isAdded).map(({ field }) => field)
}

/** @returns undefined where all are shown that are shown when nothing is chosen, or none */
export function hiddenText(columns: readonly Named[], shown: readonly string[]): string | undefined {
  const hidden = columns.map(({ field }) => field).filter((field) => !shown.includes(field))
  const asked = hidden.join(',')
  if (hidden.length === columns.length || asked === addedOf(columns).join(',')) return undefined
  return asked === '' ? NOTHING : asked
}
