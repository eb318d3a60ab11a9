// What the tenant says of rows that are not saved: it knows the rules, the page only shows them.

import { useAnswer } from '../../source/use-answer.ts'
import { useRested } from '../../source/use-later.ts'
import { useView } from '../../source/use-view.ts'
import type { Finding, Tried } from './mapping-findings.ts'
import { type MappingRow, rowInput } from './mapping-rows.ts'

export interface WhichMapping {
  readonly app: string
  readonly objectType: 'User' | 'Group'
}

/** With whom rows are tried: an id in the tenant. */
export function useTried(
  { app, objectType }: WhichMapping,
  rows: readonly MappingRow[],
  person: string | undefined,
): { readonly tried: Tried | undefined; readonly error: Error | null } {
  const rested = useRested(rows)
  const whom = objectType === 'User' ? 'user' : 'group'
  const input =
    person === undefined || rested.some(({ target }) => target === '')
      ? undefined
      : { app, objectType, rows: rested.map(rowInput), [whom]: person }
  const { data, error } = useAnswer('try-mappings', input)
  return { tried: data, error: input === undefined ? null : error }
}

/** By the rules of the receiver that stands at the other end, where it is ours. */
export function useFindings({ app, objectType }: WhichMapping, rows: readonly MappingRow[]): readonly Finding[] {
  const rested = useRested(rows)
  const isForeign = Boolean(useView('world.world').data?.items[0]?.value.target)
  const profile = isForeign ? 'entra' : 'lark'
  const isReady = rested.every(({ target }) => target !== '')
  return (
    useAnswer('lint-mappings', isReady ? { app, objectType, rows: rested.map(rowInput), profile } : undefined).data ??
    []
  )
}
