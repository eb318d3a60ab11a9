import { useState } from 'react'
import { useAct } from '../../source/use-act.ts'

export type Kind = 'user' | 'group'

/** Who is ticked, and what is done with the assignments of an application. */
export function useAssignments(application: string) {
  const { succeeds, isRunning, error } = useAct()
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set())
  const clear = (): void => tick(new Set())
  return {
    isRunning,
    error,
    ticked,
    clear,
    toggle: (key: string, isOn: boolean): void =>
      tick((before) => new Set([...[...before].filter((one) => one !== key), ...(isOn ? [key] : [])])),
    async assign(kind: Kind, keys: readonly string[]): Promise<void> {
      for (const key of keys) if (!(await succeeds(`okta.assign-${kind}`, { application, [kind]: key }))) return
    },
    async unassign(kind: Kind): Promise<void> {
      for (const key of ticked) if (!(await succeeds(`okta.unassign-${kind}`, { application, [kind]: key }))) return
      clear()
    },
    provision: () => succeeds('okta.provision-users', { application }),
  }
}
