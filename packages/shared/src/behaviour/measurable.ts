/** What is said of such a value. */
export const UNMEASURABLE =
  '"length" holds an object with a member "toString". Write a number or a text, or leave it out.'

type Path = readonly (string | number)[]

/**
 * Where a JSON value has a `length` that cannot be compared: zod compares the length of whatever has one, also of what should be a text,
 * and throws a TypeError then instead of naming an issue.
 * @returns the path of the first such length; undefined where there is none
 */
export function unmeasurable(value: unknown): Path | undefined {
  const left: [unknown, Path][] = [[value, []]]
  // Aliases of YAML make one value stand in many places.
  const seen = new Set<unknown>()
  for (let next = left.pop(); next; next = left.pop()) {
    const [one, path] = next
    if (typeof one !== 'object' || one === null || seen.has(one)) continue
    seen.add(one)
    const { length } = one as { readonly length?: unknown }
    if (typeof length === 'object' && length !== null && JSON.stringify(length).includes('"toString"'))
      return [...path, 'length']
    const isList = Array.isArray(one)
    for (const [key, inner] of Object.entries(one)) left.push([inner, [...path, isList ? Number(key) : key]])
  }
  return undefined
}
