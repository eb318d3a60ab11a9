/**
 * The ids under one value of an index. One is kept as itself: nearly every value belongs to one record, and a set of one takes some 200 bytes.
 * Sets are changed in place.
 */
export type FewIds = string | Set<string>

/** With one more, behind the others; one that is there keeps its place. */
export function withId(ids: FewIds | undefined, id: string): FewIds {
  if (ids === undefined || ids === id) return id
  return typeof ids === 'string' ? new Set([ids, id]) : ids.add(id)
}

/** Undefined when none is left. */
export function withoutId(ids: FewIds | undefined, id: string): FewIds | undefined {
  if (typeof ids !== 'object') return ids === id ? undefined : ids
  ids.delete(id)
  return ids.size === 0 ? undefined : ids
}

/** They stay as they are when the others change. */
export function copyOfIds(ids: FewIds | undefined): FewIds | undefined {
  return typeof ids === 'object' ? new Set(ids) : ids
}

/** One after the other. */
export function eachId(ids: FewIds | undefined): Iterable<string> {
  return typeof ids === 'object' ? ids : ids === undefined ? [] : [ids]
}
