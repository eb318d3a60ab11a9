// An entry of the System Log (O709 to O711).
import { messageOf } from './messages.ts'

export interface Target {
  readonly id: string
  readonly type: 'User' | 'AppUser' | 'AppInstance' | 'UserGroup' | 'AppGroup' | 'Token'
  readonly displayName: string
}

export interface LogFacts {
  readonly eventType: string
  readonly target: readonly Target[]
  /** Why it failed; absent where it did not. */
  readonly reason?: string
  /** Done by itself, after an administrator's act. */
  readonly isJob?: true
}

export interface LogEvent {
  readonly uuid: string
  readonly published: string
  readonly eventType: string
  readonly displayMessage: string
  readonly severity: 'INFO' | 'ERROR'
  readonly outcome: { readonly result: 'SUCCESS' | 'FAILURE'; readonly reason?: string }
  readonly transaction: { readonly type: 'WEB' | 'JOB' }
  readonly target: readonly Target[]
  readonly version: '0'
}

export function logEvent(facts: LogFacts, uuid: string, published: string): LogEvent {
  const { eventType, target, reason, isJob } = facts
  return {
    ...{ uuid, published, eventType, displayMessage: messageOf(eventType) },
    severity: reason === undefined ? 'INFO' : 'ERROR',
    outcome: reason === undefined ? { result: 'SUCCESS' } : { result: 'FAILURE', reason },
    transaction: { type: isJob ? 'JOB' : 'WEB' },
    target,
    version: '0',
  }
}
