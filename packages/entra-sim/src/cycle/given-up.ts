import type { Outcome } from '../conversation/outcome.ts'
import { type Escrow, escrowKey } from '../job/escrow.ts'
import type { Session } from './session.ts'

/**
 * A failure that left no escrow was the last attempt: its 28 days are over, and the log says so (Microsoft: Application provisioning
 * in quarantine status). To be asked once the outcome has been committed.
 */
export function markGivenUp(session: Session, escrow: Pick<Escrow, 'objectId' | 'part'>, outcome: Outcome): Outcome {
  const { error } = outcome
  if (!error || error.isJobLevel || session.activity !== 'cycle') return outcome
  if (session.data.escrows.has(escrowKey(escrow))) return outcome
  return { ...outcome, error: { ...error, reason: `${error.reason} ${GIVEN_UP}` } }
}

const GIVEN_UP = 'It was retried for 28 days and is not retried any more.'
