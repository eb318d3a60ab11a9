// The check boxes of the tab User Groups. Pure.

export function toggled(names: readonly string[], name: string, isOn: boolean): readonly string[] {
  const others = names.filter((one) => one !== name)
  return isOn ? [...others, name] : others
}

/** How many boxes differ from what is saved. */
export function changesBetween(saved: readonly string[], chosen: readonly string[]): number {
  const come = chosen.filter((one) => !saved.includes(one))
  const go = saved.filter((one) => !chosen.includes(one))
  return come.length + go.length
}

/** Of those that are bound, in the order of their names. */
export function found(names: readonly string[], q: string): readonly string[] {
  const wanted = q.trim().toLowerCase()
  return names.filter((name) => name.toLowerCase().includes(wanted)).sort()
}
