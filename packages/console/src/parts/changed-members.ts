/** The members of `changes` that are another value than in `saved`; lists and objects are compared by what is in them. */
export function changedMembers<Value extends object>(
  saved: Value,
  changes: Partial<Value>,
): readonly (keyof Value & string)[] {
  const names = Object.keys(changes) as (keyof Value & string)[]
  return names.filter((name) => JSON.stringify(changes[name]) !== JSON.stringify(saved[name]))
}
