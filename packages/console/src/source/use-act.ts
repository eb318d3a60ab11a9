import { useMutation } from '@tanstack/react-query'
import { useLive } from './live-pages.tsx'
import { programOf } from './source.ts'

export interface Act {
  /** Resolves to the verb's result; undefined when it was refused, which `error` says. */
  readonly run: (name: string, input?: object) => Promise<unknown>
  readonly isRunning: boolean
  readonly error: Error | null
  readonly forget: () => void
  /** Whether anything can be done at all: not in a recording. */
  readonly canAct: boolean
}

/** Carries out verbs. What they have changed is read again before the page goes on. */
export function useAct(): Act {
  const { client, source } = useLive()
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: ({ name, input }: { readonly name: string; readonly input: object }) => source.act(name, input),
    onSettled: (_result, _error, { name }) =>
      client.invalidateQueries({
        predicate: ({ queryKey: [view] }) =>
          programOf(name) === 'world' || [programOf(name), 'world'].includes(programOf(String(view))),
      }),
  })
  return {
    run: (name, input = {}) => mutateAsync({ name, input }).catch(() => undefined),
    isRunning: isPending,
    error,
    forget: reset,
    canAct: source.kind === 'live',
  }
}
