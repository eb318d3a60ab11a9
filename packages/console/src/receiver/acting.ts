// Who acts in the receiver's console: kept while the page is open, in no address and in no storage.
import { useSyncExternalStore } from 'react'
import { type Act, useAct } from '../source/use-act.ts'

let acting: string | undefined
const listeners = new Set<() => void>()

/** @param email undefined for the primary administrator */
export function actAs(email: string | undefined): void {
  acting = email
  for (const listener of listeners) listener()
}

export function useActingAs(): string | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => acting,
  )
}

/** What every view and every verb of the receiver may be told: who looks, who acts. */
export function useActing(): { readonly as?: string } {
  const as = useActingAs()
  return as === undefined ? {} : { as }
}

/** Carries out verbs of the receiver as the acting administrator: `run('edit-sync-source', …)`. */
export function useLarkAct(): Act {
  const act = useAct()
  const acting = useActing()
  return { ...act, run: (verb, input = {}) => act.run(`lark.${verb}`, { ...acting, ...input }) }
}
