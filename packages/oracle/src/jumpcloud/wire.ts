// What becomes of one request while faults are in force, and what the connector makes of the answer.
import type { Fault } from '@scimulator/shared/behaviour'
import { replyUnder } from '../reply.ts'

/** What must be readable in the answer. Of a group that is written, and of what is deleted, the status says all. */
type Purpose = 'list' | 'resource' | 'status'

export interface Verdict {
  /** `again`: what may pass is tried again. */
  readonly kind: 'fine' | 'again' | 'failed'
  readonly status: number | undefined
}

/** @param carryOut does at the target what is asked, and says the status */
export function request(
  faults: readonly Fault[],
  [method, path, purpose]: readonly [method: string, path: '/Users' | '/Groups', purpose: Purpose],
  carryOut: () => number,
): Verdict {
  const struck = faults.find(({ on }) => isOn(on, method, path))
  const { status, isReadable } = replyUnder(struck?.effect, carryOut)
  const isOk = status !== undefined && status >= 200 && status < 300
  if (isOk && (isReadable || purpose === 'status')) return { kind: 'fine', status }
  // 429, 502, 503, 504 and what nobody answers are tried again, nothing else is (jumpcloud.md 3.5).
  const isTransient = status === undefined || [429, 502, 503, 504].includes(status)
  return { kind: isTransient ? 'again' : 'failed', status }
}

function isOn(on: Fault['on'], method: string, path: string): boolean {
  return (on.method ?? method) === method && (on.path ?? path) === path
}

/** What one try of a push came to; `again`: what may pass is tried again. */
export type Tried = 'done' | 'again' | 'failed'

export function outcomeOf({ kind }: Verdict): Tried {
  return kind === 'fine' ? 'done' : kind
}
