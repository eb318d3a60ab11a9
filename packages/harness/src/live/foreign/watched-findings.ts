// What an exchange with somebody's endpoint shows beyond doubt, as it happens. What only looks can tell is looked at again before anybody is
// blamed: an endpoint may be late, and two of our own writes may meet.
import { type ExchangeEvidence, findingsWatchedIn } from '@scimulator/findings'
import type { Exchange } from '@scimulator/shared/provisioning'
import type { Looks } from './observed-effect.ts'

/** Real milliseconds before each further look. */
const SETTLES_IN_MS = [200, 1_000] as const

export interface Watching {
  /** Looks at the resource once more. */
  lookAgain(): Promise<Looks['after']>
  /** Whether another write of ours may have brought it about. */
  isDisturbed(): boolean
  wait(ms: number): Promise<void>
  /** Whether the endpoint is known for it: then one more look is enough. */
  isKnown(finding: string): boolean
}

/** @param looks before and after a write; undefined for what reads */
export async function findingsIn(
  exchange: Exchange,
  looks: Looks | undefined,
  takesCapitals: boolean,
  watching: Watching,
): Promise<readonly string[]> {
  const bare = { exchange, takesCapitals }
  const shown = findingsWatchedIn(bare)
  if (!looks) return shown
  let standing = findingsWatchedIn({ ...bare, ...sidesOf(looks) })
  for (const ms of SETTLES_IN_MS) {
    const seen = standing.filter((id) => !shown.includes(id))
    if (seen.length === 0) return shown
    if (ms > SETTLES_IN_MS[0] && seen.every(watching.isKnown)) break
    await watching.wait(ms)
    const after = await watching.lookAgain()
    const still = findingsWatchedIn({ ...bare, ...sidesOf({ ...looks, after }) })
    standing = standing.filter((id) => still.includes(id))
  }
  return watching.isDisturbed() ? shown : standing
}

function sidesOf({ before, after }: Looks): Omit<ExchangeEvidence, 'exchange'> {
  const present = (seen: Looks['after']) => (seen === 'absent' || seen === 'unknown' ? undefined : seen)
  return { before: present(before), after: present(after), isGone: after === 'absent' }
}

/** Whether its operations are in capitals, as Entra ID writes them in its older dialect. */
export function hasCapitals({ request }: Exchange): boolean {
  return request.method === 'PATCH' && /"op"\s*:\s*"[A-Z]/.test(request.body ?? '')
}
