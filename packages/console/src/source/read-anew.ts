import type { Query, QueryClient } from '@tanstack/react-query'

/**
 * Reads again what was read before. Lists first: what hangs on an entry of one is asked for only as long as the entry is there.
 *
 * @param isOld of the name of a view, and what else the query says of itself
 */
export async function readAnew(
  client: QueryClient,
  isOld: (name: string, meta: Query['meta']) => boolean,
): Promise<void> {
  const old = (isItem: boolean) => ({
    predicate: ({ queryKey: [name], meta }: Query) => (meta?.isItem === true) === isItem && isOld(String(name), meta),
  })
  await client.invalidateQueries(old(false))
  // The pages draw what they were told before they ask on.
  await new Promise((drawn) => setTimeout(drawn))
  await client.invalidateQueries(old(true))
}
