/** An item of a view: its key, and what it says. */
export interface PagedItem {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

/** What the reserved words of a view's query come to. */
export interface PageQuery {
  readonly offset: number
  readonly limit: number
  readonly sort: readonly { readonly field: string; readonly isDescending: boolean }[]
  readonly q?: string | undefined
  readonly where: readonly { readonly field: string; readonly value: string }[]
  readonly fields?: readonly string[] | undefined
}

export interface ViewPage {
  readonly items: readonly PagedItem[]
  /** How many there are on all pages. */
  readonly total: number
  readonly offset: number
}

/** The reserved words. A view's own words are all others. */
export const RESERVED_WORDS = ['offset', 'limit', 'sort', 'q', 'where', 'fields'] as const

export const PAGE_SIZE = 100

/** `-time,name`: fields with commas between them, the descending ones with a minus. */
export function readSort(text: string): PageQuery['sort'] {
  return readList(text).map((word) => {
    const isDescending = word.startsWith('-')
    return { field: isDescending ? word.slice(1) : word, isDescending }
  })
}

/** `status:Active`; the first colon parts the two. */
export function readCondition(text: string): PageQuery['where'][number] {
  const colon = text.indexOf(':')
  return { field: text.slice(0, colon), value: text.slice(colon + 1) }
}

/** Texts with commas between them. */
export function readList(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
