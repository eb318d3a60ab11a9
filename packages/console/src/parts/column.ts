import type { ReactNode } from 'react'
import type { Item } from '../source/source.ts'
import type { Tone } from './status-badge.tsx'

/** A column of a list: the only thing that a new list has to say. */
export interface Column<Value> {
  /** Field by which the view sorts; it also names the column. */
  readonly field: string
  readonly label: string
  /** Of the width of a grid: `2fr`, `120px`. */
  readonly width: string
  /** How the field is read where nothing else is said: as a moment in UTC, as the length of a list, else as text. */
  readonly as?: 'moment' | 'count'
  /** One of a few states, each with its tone and its word. */
  readonly state?: (item: Item<Value>) => readonly [Tone, string] | undefined
  readonly show?: (item: Item<Value>) => ReactNode
  /** Values that a list can be narrowed to, as the view has them. */
  readonly choices?: readonly string[]
  /** Heading of the card on a telephone, where that is not the first column. */
  readonly isHeading?: true
  /** On a telephone it stands on a card's second line. */
  readonly isInCard?: true
  /** Left out while details stand beside the list. */
  readonly isWideOnly?: true
  /** Not shown until somebody adds it. */
  readonly isAdded?: true
  /** Always shown: the dialog for columns leaves it out. */
  readonly isFixed?: true
  /** False where the view cannot sort by it. */
  readonly isSortable?: boolean
}
