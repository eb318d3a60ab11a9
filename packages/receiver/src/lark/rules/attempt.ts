import type { ScimError } from '@scimulator/shared/scim'
import type { Change } from '../../directory/change.ts'
import type { OutboxMessage } from '../log/outbox-message.ts'
import type { SyncLogEntry } from '../log/sync-log-entry.ts'
import type { LarkChange } from '../state/lark-change.ts'

/** A line of the sync log before it carries when, who and through which exchange. */
export type LogLine = Pick<SyncLogEntry, 'object' | 'objectId' | 'name' | 'action'> &
  Partial<Pick<SyncLogEntry, 'warning' | 'details' | 'attributes' | 'department' | 'jobTitle'>>

/** What a write means, before logs, notices and counters are made of it. */
export type Attempt = Accomplished | Failed

export interface Accomplished {
  readonly outcome: 'done'
  readonly id: string
  readonly changes: readonly (Change | LarkChange)[]
  readonly lines: readonly LogLine[]
  /** Lark's names of the fields that the write assigned. */
  readonly fields: readonly string[]
  readonly messages: readonly OutboxMessage[]
}

export interface Failed {
  readonly outcome: 'refused'
  readonly error: ScimError
  /** Id of the rule that refuses; administrators are told once per source and rule (A09). */
  readonly rule: string
  readonly object: SyncLogEntry['object']
  readonly objectId: string | null
  readonly name: string
}

/** Nothing to do, nothing to tell. */
export function unchanged(id: string): Accomplished {
  return { outcome: 'done', id, changes: [], lines: [], fields: [], messages: [] }
}
