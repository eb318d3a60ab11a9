import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useLive } from './live-pages.tsx'
import type { Item, Page, ViewName, ViewQuery, Views } from './source.ts'

export interface Seen<Value> {
  readonly data: Value | undefined
  readonly error: Error | null
  readonly retry: () => void
}

/**
 * The first page of a view. It is read again whenever the stream says that it has changed.
 * @param isWanted whether anything is asked at all
 */
export function useView<Name extends ViewName>(
  name: Name,
  query: ViewQuery = {},
  isWanted = true,
): Seen<Page<Views[Name]>> {
  const { source } = useLive()
  const { data, error, refetch } = useQuery({
    queryKey: [name, query, source.moment],
    queryFn: () => source.page(name, query),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  })
  return { data, error, retry: () => void refetch() }
}

/** One item, whole; nothing is asked without a key. */
export function useItem<Name extends ViewName>(
  name: Name,
  key: string | undefined,
  query: ViewQuery = {},
): Seen<Item<Views[Name]>> {
  const { source } = useLive()
  const { data, error, refetch } = useQuery({
    queryKey: [name, 'item', key, query, source.moment],
    queryFn: () => source.item(name, key ?? '', query),
    meta: { isItem: true },
    enabled: key !== undefined,
  })
  return { data, error, retry: () => void refetch() }
}

export const PAGE_SIZE = 100

/** Those pages of a long list that are in sight, by their number from 0. */
export function usePages<Name extends ViewName>(
  name: Name,
  query: ViewQuery,
  pages: readonly number[],
): readonly Seen<Page<Views[Name]>>[] {
  const { source } = useLive()
  return useQueries({
    queries: pages.map((page) => ({
      queryKey: [name, query, page, source.moment],
      queryFn: () => source.page(name, { ...query, offset: page * PAGE_SIZE, limit: PAGE_SIZE }),
    })),
  }).map(({ data, error, refetch }) => ({ data, error, retry: () => void refetch() }))
}

/** Reads what is shown of a view anew, whatever the stream has told. */
export function useRefresh(name: ViewName): () => void {
  const { client } = useLive()
  return () => void client.invalidateQueries({ queryKey: [name] })
}

/** Reads a page of a view once, for what is done with it and not shown. */
export function useReader(): <Name extends ViewName>(name: Name, query: ViewQuery) => Promise<Page<Views[Name]>> {
  return useLive().source.page
}
