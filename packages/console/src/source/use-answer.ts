import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLive } from './live-pages.tsx'
import type { EntraResults } from './source.ts'
import type { Seen } from './use-view.ts'

/**
 * What a verb of the tenant answers that changes nothing: asked as a view is, again when the tenant has changed, and not at all without
 * an input.
 */
export function useAnswer<Name extends keyof EntraResults>(
  name: Name,
  input: object | undefined,
): Seen<Awaited<EntraResults[Name]>> {
  const { source } = useLive()
  const { data, error, refetch } = useQuery({
    queryKey: [`entra.${name}`, input, source.moment],
    // The program's types say what its verb answers.
    queryFn: () =>
      source.act(`entra.${name}`, input ?? {}).then(({ result }) => result) as Promise<Awaited<EntraResults[Name]>>,
    enabled: input !== undefined && source.kind === 'live',
    placeholderData: keepPreviousData,
    meta: { isAnswer: true },
  })
  return { data: input === undefined ? undefined : data, error, retry: () => void refetch() }
}
