// `$expand` of relationships: which ones a resource type has is told by its operation; others are refused rather than ignored.
import { badRequest } from './graph-error.ts'
import type { GraphCall } from './operation.ts'

export interface Expansion {
  /** From `members($select=id,displayName)`. */
  readonly select?: readonly string[]
}

/** The relationships that are asked for, by name. @throws GraphError 400 for one that is not in `known`. */
export function expansions<Name extends string>(
  { query }: GraphCall,
  known: readonly Name[],
): Readonly<Partial<Record<Name, Expansion>>> {
  const found: Partial<Record<Name, Expansion>> = {}
  for (const text of query.expand ?? []) {
    const [, written = '', options = ''] = /^([^(]*)(?:\((.*)\))?$/s.exec(text) ?? []
    const name = known.find((one) => one === written.trim())
    if (!name) throw badRequest(`The relationship '${written}' cannot be expanded here. Known: ${known.join(', ')}.`)
    const select = /(?:^|;)\s*\$select=([^;]*)/.exec(options)?.[1]
    found[name] = select === undefined ? {} : { select: select.split(',').map((one) => one.trim()) }
  }
  return found
}
