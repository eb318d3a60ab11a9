// Which columns of a list are shown, as the address has it: `hide=action,status`. Pure.

interface Named {
  readonly field: string
}

export function shownColumns<Column extends Named>(
  columns: readonly Column[],
  hide: string | undefined,
): readonly Column[] {
  const hidden = new Set((hide ?? '').split(','))
  const shown = columns.filter(({ field }) => !hidden.has(field))
  return shown.length === 0 ? columns : shown
}

/** @returns undefined where all are shown, or none */
export function hiddenText(columns: readonly Named[], shown: readonly string[]): string | undefined {
  const hidden = columns.map(({ field }) => field).filter((field) => !shown.includes(field))
  return hidden.length === 0 || hidden.length === columns.length ? undefined : hidden.join(',')
}
