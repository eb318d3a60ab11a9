// A part of the examination that makes resources of its own and removes them: each question and each life has one. At an endpoint that is
// not ours it stands under the guard, which lets through only what can be proved to touch nothing else.
import type { Send } from '@scimulator/shared/provisioning'
import type { GuardedTarget } from '../target/guarded-target.ts'
import { tracing } from './clean-up.ts'

export interface Share {
  /** How every name of it begins: `scimulator-` and eight characters. */
  readonly mark: string
  readonly send: Send
  /** For an identity provider, which speaks of its people by their names and makes up ids of its own: what leaves has the mark. */
  readonly providerSend: (send: Send) => Send
  /** How a name of an identity provider's people, of a group or an id of its own, leaves. */
  onWire(text: string): string
  /** How the names of an identity provider's people begin. */
  readonly stem: string
  /** The share's own number for a phone number, from a range kept for fiction. */
  phone(text: string): string
  /**
   * What is known of somebody whom a POST was answered with and who is held back, because the answer does not prove that they are ours:
   * `new` where they were not there before the test, by the inventory; `unknown` where that cannot be told. Undefined where nobody holds.
   */
  heldAs(id: string): 'new' | 'unknown' | undefined
  /** Deletes what it has made. @returns a line for each that is left */
  cleanUp(): Promise<readonly string[]>
}

export type OpenShare = (name: string) => Promise<Share>

/** At a foreign endpoint. */
export function guardedShares(target: GuardedTarget): OpenShare {
  // How often each name was opened.
  const opened = new Map<string, number>()
  const newcomers = new Set<string>()
  /** An id that comes twice was there the second time. */
  const isNew = (id: string): boolean => {
    const { inventory } = target
    const isThere = inventory.has({ kind: 'Users', id }) || newcomers.has(id)
    newcomers.add(id)
    return inventory.isComplete('Users') && !isThere
  }
  return async (name) => {
    // A life may be lived twice; what the first has left keeps its names.
    const times = (opened.get(name) ?? 0) + 1
    opened.set(name, times)
    const run = await target.openRun(times === 1 ? name : `${name} ${times}`)
    return {
      mark: run.names.mark,
      send: run.guarding(run.send),
      providerSend: run.namespacing,
      onWire: run.names.name,
      stem: 'life',
      phone: run.names.phone,
      heldAs(id) {
        if (run.ledger.standing({ kind: 'Users', id }) !== 'taken-over') return undefined
        return isNew(id) ? 'new' : 'unknown'
      },
      async cleanUp() {
        const left = await run.cleanUp()
        return left.map(({ byHand, reason }) => `${byHand} (${reason})`)
      },
    }
  }
}

/** In this process: nothing but what the examination makes is there. */
export function plainShares(send: Send, headers: readonly (readonly [string, string])[], parallel: number): OpenShare {
  let opened = 0
  return async () => {
    opened += 1
    const number = opened
    const traces = tracing(send, headers)
    return {
      mark: markOf(number),
      send: traces.send,
      providerSend: (one) => one,
      onWire: (text) => text,
      stem: markOf(number),
      phone: (text) => text,
      heldAs: () => undefined,
      cleanUp: () => traces.remove(parallel),
    }
  }
}

function markOf(number: number): string {
  return `scimulator-0000${number.toString(36).padStart(4, '0')}`
}
