import type { ReactNode } from 'react'
import type { Item } from '../source/source.ts'
import type { Column } from './column.ts'
import { StatusBadge } from './status-badge.tsx'
import { instantText } from './time-text.ts'
import { valueText } from './value-text.ts'

/** What stands in a cell: what the column says of the entry, else what the entry holds under the column's field. */
export function cellOf<Value>({ field, as, state, show }: Column<Value>, item: Item<Value>): ReactNode {
  if (show) return show(item)
  if (state) {
    const [tone, word] = state(item) ?? []
    return tone === undefined ? null : <StatusBadge tone={tone}>{word ?? ''}</StatusBadge>
  }
  const held: unknown = Object(item.value)[field]
  if (as === 'moment') return instantText(String(held))
  if (as === 'count') return Array.isArray(held) ? held.length : 0
  return valueText(held)
}
