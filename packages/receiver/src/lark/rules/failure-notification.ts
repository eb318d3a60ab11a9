import { DAY_MS, isoTime } from '@scimulator/shared/runtime'
import type { OutboxMessage } from '../log/outbox-message.ts'
import type { SourceActivity } from '../values/activity.ts'
import { type Administrator, mayConfigureSync } from '../values/administrator.ts'
import type { Circumstances as All } from './circumstances.ts'
import { lastSync } from './last-sync.ts'

/** A request may be kept out before anybody knows which directory it is about. */
type Circumstances = Omit<All, 'directory'>

export interface Told {
  readonly activity: SourceActivity
  readonly messages: readonly OutboxMessage[]
}

export interface Failure {
  readonly cause: string
  readonly reason: string
  readonly name?: string
}

export const TOKEN_EXPIRED = 'token expired'

/** The causes that end with the next request that is let in; all others end with the next write that succeeds. */
const ADMISSION_CAUSES: ReadonlySet<string> = new Set([TOKEN_EXPIRED, 'token refreshed', 'source inactive'])

/**
 * Lark A09: the administrators that the sync source names hear of failures; of an expired token those who may configure the sync,
 * whatever the setting says. One message per source and cause, until a request succeeds again or 24 hours have passed.
 */
export function afterFailure(failure: Failure, circumstances: Circumstances): Told {
  const { lark, source, context, rulesOff } = circumstances
  const before = lark.activity(source.id)
  const seen = ADMISSION_CAUSES.has(failure.cause) ? before : lastSync(before, circumstances)
  const failed = { ...seen, failed: before.failed + 1 }
  const told = before.toldAt[failure.cause]
  const isTold = told !== undefined && context.now < told + DAY_MS
  if (isTold || rulesOff.has('A09')) return { activity: failed, messages: [] }
  const toldAt = { ...failed.toldAt, [failure.cause]: context.now }
  const messages = recipients(failure, circumstances).map((to) => message(to, failure, circumstances))
  return { activity: { ...failed, toldAt }, messages }
}

/** A write succeeded: whatever failed before may be told anew. */
export function afterSuccess(circumstances: Circumstances): Told {
  const before = circumstances.lark.activity(circumstances.source.id)
  const seen = lastSync(before, circumstances)
  return { activity: { ...seen, succeeded: before.succeeded + 1, toldAt: {} }, messages: [] }
}

/** A request was let in: only causes that kept requests out have ended. */
export function afterAdmission(activity: SourceActivity): SourceActivity {
  const rest = Object.entries(activity.toldAt).filter(([cause]) => !ADMISSION_CAUSES.has(cause))
  return { ...activity, toldAt: Object.fromEntries(rest) }
}

function recipients({ cause }: Failure, { lark, source }: Circumstances): readonly Administrator[] {
  const administrators = lark.administrators(source.organisation)
  if (cause === TOKEN_EXPIRED) return administrators.filter(mayConfigureSync)
  return administrators.filter(({ id }) => source.administratorNotification.includes(id))
}

/** One message stands for a cause, not for a person. */
const AND_OTHERS = 'Others whom the same keeps out within 24 hours are told in the sync log alone.'

function message(
  to: Administrator,
  { cause, reason, name }: Failure,
  { source, context }: Circumstances,
): OutboxMessage {
  const isExpired = cause === TOKEN_EXPIRED
  return {
    at: isoTime(context.now),
    organisation: source.organisation,
    kind: isExpired ? 'token expired' : 'sync failure',
    to: to.email,
    source: source.id,
    subject: `${source.name}: ${isExpired ? 'the token has expired' : 'a sync failed'}`,
    text: name === undefined ? reason : `${name}: ${reason} ${AND_OTHERS}`,
  }
}
