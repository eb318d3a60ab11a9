import type { Behaviour } from '../behaviour.ts'
import { linkKey } from '../directory/link.ts'
import type { Provisioned } from '../directory/provisioned.ts'
import type { Push } from '../directory/push.ts'
import type { Change } from '../state/change.ts'
import type { PushOutcome } from './outcome.ts'

export interface Settled {
  readonly changes: readonly Change[]
  /** What Directory Insights is told. */
  readonly provisioned: readonly Provisioned[]
  /** The push again, when it will be retried. */
  readonly again?: Push
}

/** What follows from the outcome of one attempt: what the connector now knows, and whether the push is over, dropped or tried again. */
export function settle(push: Push, outcome: PushOutcome, now: number, behaviour: Behaviour): Settled {
  const known = linkChanges(push, outcome)
  if (outcome.result !== 'retry') {
    return { changes: [...known, { kind: 'push.delete', seq: push.seq }], provisioned: outcome.provisioned }
  }
  if (push.attempts >= behaviour.retryLimit) {
    const provisioned = outcome.provisioned.map((tried) => gaveUp(tried, push.attempts))
    return { changes: [...known, { kind: 'push.delete', seq: push.seq }], provisioned }
  }
  const wait = outcome.retryAfterMs ?? behaviour.retryBackoffMs * 2 ** push.attempts
  const again: Push = { ...push, attempts: push.attempts + 1, due: now + wait, state: 'waiting' }
  return { changes: [...known, { kind: 'push.put', push: again }], provisioned: [], again }
}

function linkChanges({ applicationId, work }: Push, { link }: PushOutcome): Change[] {
  const isUser = work.kind === 'user'
  const type = isUser ? 'user' : 'user_group'
  const objectId = isUser ? work.user._id : work.groupId
  if (link === undefined) return []
  if (link === null) return [{ kind: 'link.delete', key: linkKey(applicationId, type, objectId) }]
  return [{ kind: 'link.put', link: { applicationId, type, objectId, ...link } }]
}

function gaveUp(tried: Provisioned, attempts: number): Provisioned {
  return { ...tried, error: `dropped after ${attempts} ${attempts === 1 ? 'retry' : 'retries'}: ${tried.error ?? ''}` }
}
