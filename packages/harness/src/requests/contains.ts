/** The rule by which an answer or a resource has what the corpus says; null stands for no value. */
export function contains(whole: unknown, part: unknown): boolean {
  if (part === null) return whole === undefined || whole === null
  if (Array.isArray(part))
    return Array.isArray(whole) && part.every((one) => whole.some((other) => contains(other, one)))
  if (typeof part !== 'object') return whole === part
  if (typeof whole !== 'object' || whole === null) return false
  return Object.entries(part).every(([key, value]) => contains(Reflect.get(whole, key), value))
}
