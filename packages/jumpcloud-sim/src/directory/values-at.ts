/** What stands under a path such as `addresses.country`: of a list the values of all its items. Absent values are none. */
export function valuesAt(row: Readonly<Record<string, unknown>>, path: string): readonly unknown[] {
  let values: readonly unknown[] = [row]
  for (const name of path.split('.')) values = values.flatMap((value) => memberOf(value, name))
  return values
}

function memberOf(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return []
  const member: unknown = Reflect.get(value, name)
  return Array.isArray(member) ? member : member === undefined ? [] : [member]
}
