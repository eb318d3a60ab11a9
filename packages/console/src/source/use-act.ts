import { useMutation } from '@tanstack/react-query'
import { useLive } from './live-pages.tsx'

export interface Act {
  /** Resolves to the verb's result; undefined when it was refused, which `error` says. */
  readonly run: (name: string, input?: object) => Promise<unknown>
  /** The error that the page tells in its own words; undefined when the verb was carried out. It is not in `error`. */
  readonly ask: (name: string, input?: object) => Promise<Error | undefined>
  /** Whether it was carried out, for verbs that answer nothing. */
  readonly succeeds: (name: string, input?: object) => Promise<boolean>
  readonly isRunning: boolean
  readonly error: Error | null
  readonly forget: () => void
  /** Whether anything can be done at all: not in a recording. */
  readonly canAct: boolean
}

/** Carries out verbs. What they have changed is read again before the page goes on. */
export function useAct(): Act {
  const { source, told } = useLive()
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: ({ name, input }: { readonly name: string; readonly input: object }) => source.act(name, input),
    onSettled: (done, _error, { name }) => told.after(name, done),
  })
  return {
    run: (name, input = {}) =>
      mutateAsync({ name, input }).then(
        ({ result }) => result,
        () => undefined,
      ),
    ask: (name, input = {}) =>
      source.act(name, input).then(
        () => undefined,
        (reason: Error) => reason,
      ),
    succeeds: (name, input = {}) =>
      mutateAsync({ name, input }).then(
        () => true,
        () => false,
      ),
    isRunning: isPending,
    error,
    forget: reset,
    canAct: source.kind === 'live',
  }
}
