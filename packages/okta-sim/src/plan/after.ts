import type { Kinds } from '../values/kinds.ts'
import type { Change } from './changes.ts'
import type { Org } from './org.ts'

/** The organisation as it is after changes that are not committed yet, so that they and what follows from them are one step. */
export function after(org: Org, changes: readonly Change[]): Org {
  const laid = new Map<string, Map<string, unknown>>()
  for (const { kind, key, value } of changes) {
    const own = laid.get(kind) ?? new Map<string, unknown>()
    laid.set(kind, own.set(key, value))
  }
  return {
    get<Kind extends keyof Kinds & string>(kind: Kind, key: string) {
      const value = laid.get(kind)?.get(key)
      // Only a change of that kind has put it there.
      return value === undefined ? org.get(kind, key) : ((value ?? undefined) as Kinds[Kind] | undefined)
    },
    all<Kind extends keyof Kinds & string>(kind: Kind) {
      const own = laid.get(kind)
      if (own === undefined) return org.all(kind)
      const replaced = new Set<unknown>([...own.keys()].flatMap((key) => org.get(kind, key) ?? []))
      const kept = org.all(kind).filter((value) => !replaced.has(value))
      const added: readonly unknown[] = [...own.values()].filter((value) => value !== null)
      return [...kept, ...(added as readonly Kinds[Kind][])]
    },
  }
}
