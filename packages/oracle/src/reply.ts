// What comes back of a request that a fault strikes, from either program.
import type { Fault } from '@scimulator/shared/behaviour'

export interface Reply {
  /** Undefined when no answer came. */
  readonly status: number | undefined
  /** Whether the body can be read for what was asked. */
  readonly isReadable: boolean
}

/**
 * @param effect of the fault that strikes it; undefined where none does
 * @param carryOut does at the target what is asked, and says the status
 */
export function replyUnder(effect: Fault['effect'] | undefined, carryOut: () => number): Reply {
  const done = () => ({ status: carryOut(), isReadable: true })
  switch (effect?.kind) {
    case undefined:
    case 'latency':
      return done()
    case 'answer':
      return { status: effect.status, isReadable: false }
    case 'sent-twice':
      done()
      return done()
    case 'cut':
      return { ...done(), isReadable: false }
    case 'lost-answer':
      done()
      return { status: undefined, isReadable: false }
    default:
      return { status: undefined, isReadable: false }
  }
}
