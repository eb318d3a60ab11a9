import { isoTime } from '@scimulator/shared/runtime'
import type { Change } from '../../directory/change.ts'
import type { StreamWrite } from '../../directory/effects.ts'
import type { Decision } from '../../profile/profile.ts'
import { OUTBOX } from '../log/outbox-message.ts'
import { SYNC_LOG, type SyncLogEntry } from '../log/sync-log-entry.ts'
import type { Accomplished, Attempt, Failed } from '../rules/attempt.ts'
import type { Circumstances } from '../rules/circumstances.ts'
import { afterFailure, afterSuccess, type Told } from '../rules/failure-notification.ts'
import { noticeChanges } from '../rules/page-notices.ts'
import { newlySyncedFields } from '../rules/synced-fields.ts'
import type { LarkChange } from '../state/lark-change.ts'

/** Makes of a write's meaning what follows from it: log lines, notices, counters, messages, and the answer. */
export function finish(attempt: Attempt, attempted: string, circumstances: Circumstances): Decision {
  return attempt.outcome === 'done'
    ? finishDone(attempt, circumstances)
    : finishRefused(attempt, attempted, circumstances)
}

function finishDone(attempt: Accomplished, circumstances: Circumstances): Decision {
  const fields = newlySyncedFields(attempt.fields, circumstances)
  const purged = circumstances.lark.deleted.expired(circumstances.context.now, PURGED_PER_WRITE)
  const told = afterSuccess(circumstances)
  const changes = [
    ...attempt.changes,
    ...fields.map((field) => ({ kind: 'profile:field-put', field }) as const),
    ...noticeChanges(attempt.lines, fields.length, circumstances),
    ...purged.map((id) => ({ kind: 'profile:deleted-removed', id }) as const),
    activityPut(told),
  ]
  const lines = attempt.lines.map((line) => syncLogWrite({ ...succeeded, ...line }, circumstances))
  return { outcome: 'done', id: attempt.id, changes, entries: [...lines.flat(), ...outbox(attempt.messages)] }
}

/** Deleted members whose 30 days are over go for good with later writes, a few at a time. */
const PURGED_PER_WRITE = 10

function finishRefused(attempt: Failed, attempted: string, circumstances: Circumstances): Decision {
  const { error, object, objectId, name, rule } = attempt
  const told = afterFailure({ cause: rule, reason: error.detail, name }, circumstances)
  const failed = {
    ...succeeded,
    result: 'failure',
    attempted,
    reason: error.detail,
    details: [`Rule ${rule}`],
  } as const
  const line = syncLogWrite({ ...failed, object, objectId, name, action: 'refused' }, circumstances)
  return { outcome: 'refused', error, changes: [activityPut(told)], entries: [...line, ...outbox(told.messages)] }
}

const succeeded = {
  attempted: null,
  result: 'success',
  reason: null,
  warning: null,
  details: [],
  attributes: [],
  department: null,
  jobTitle: null,
} as const

type FullLine = Omit<SyncLogEntry, 'at' | 'organisation' | 'source' | 'sourceName' | 'exchange'>

/** Lark C01. */
function syncLogWrite(line: FullLine, circumstances: Circumstances): readonly StreamWrite[] {
  const { source, context, rulesOff } = circumstances
  if (rulesOff.has('C01')) return []
  const when = { at: isoTime(context.now), organisation: source.organisation }
  const whence = { source: source.id, sourceName: source.name, exchange: context.exchangeId }
  return [{ stream: SYNC_LOG, entry: { ...when, ...whence, ...line } }]
}

export function activityPut({ activity }: Told): Change {
  const change: LarkChange = { kind: 'profile:activity-put', activity }
  return change
}

export function outbox(messages: Told['messages']): readonly StreamWrite[] {
  return messages.map((entry) => ({ stream: OUTBOX, entry }))
}
