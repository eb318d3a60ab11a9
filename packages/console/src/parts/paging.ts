// Which rows a page of a list shows. Pure.
import type { ViewState } from './view-state.ts'

export interface Paging {
  /** Rows of a page. */
  readonly size: number
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** Index of the first row, and of the one after the last. */
  readonly first: number
  readonly last: number
  readonly total: number
}

/** @param sizes undefined for a list that is one long page */
export function pagingOf(sizes: readonly number[] | undefined, { rows, page }: ViewState, total: number): Paging {
  if (sizes === undefined) return { size: total, page: 1, pages: 1, first: 0, last: total, total }
  const size = sizes.find((one) => String(one) === rows) ?? sizes[0] ?? total
  const pages = Math.max(1, Math.ceil(total / size))
  const asked = Number(page ?? 1)
  const at = Number.isInteger(asked) ? Math.min(pages, Math.max(1, asked)) : 1
  const first = (at - 1) * size
  return { size, page: at, pages, first, last: Math.min(total, first + size), total }
}
