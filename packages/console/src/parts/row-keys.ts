// The keys of a list of which only the rows in sight are there: one row can be reached with Tab, the arrows go on from it.
import { type KeyboardEvent, type RefObject, useState } from 'react'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1, PageDown: 15, PageUp: -15 }

export interface RowKeysOptions {
  readonly count: number
  readonly list: RefObject<HTMLElement | null>
  readonly scrollTo: (index: number) => void
  readonly onEnter: (index: number) => void
}

export function useRowKeys({ count, list, scrollTo, onEnter }: RowKeysOptions) {
  const [active, setActive] = useState<number>()
  const focusRow = (index: number): void => {
    const next = Math.max(0, Math.min(count - 1, index))
    setActive(next)
    scrollTo(next)
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus())
  }
  return {
    setActive,
    /** The row that Tab reaches: the last one that was used where it is in sight, else `other`. */
    tabStop: (shown: readonly { readonly index: number }[], other: number | undefined) =>
      shown.some(({ index }) => index === active) ? active : other,
    press(event: KeyboardEvent, index: number): void {
      const step = STEPS[event.key]
      if (step !== undefined) focusRow(index + step)
      else if (event.key === 'Home') focusRow(0)
      else if (event.key === 'End') focusRow(count - 1)
      else if (event.key === 'Enter') onEnter(index)
      else return
      event.preventDefault()
    },
  }
}
