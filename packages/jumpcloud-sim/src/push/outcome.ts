import { type Exchange, retryAfterMs } from '@scimulator/shared/provisioning'
import type { Provisioned, ProvisionType } from '../directory/provisioned.ts'

/** What a conversation came to. `retry`: a transient failure, try the whole again; `failed`: dropped for good. */
export interface PushOutcome {
  readonly result: 'done' | 'retry' | 'failed'
  readonly retryAfterMs?: number
  readonly provisioned: readonly Provisioned[]
  /** The link as it is now: `undefined` leaves it, `null` forgets it. */
  readonly link?: { readonly targetId: string; readonly resource: Readonly<Record<string, unknown>> } | null
}

export const NOTHING: PushOutcome = { result: 'done', provisioned: [] }

/** The outcome of a request that did not succeed: transient failures are tried again, all others are final. */
export function failure(type: ProvisionType, exchange: Exchange, error: string): PushOutcome {
  const provisioned = [{ type, success: false, error, ...responseOf(exchange) }]
  if (!isTransient(exchange)) return { result: 'failed', provisioned }
  const { response, startedAt, durationMs } = exchange
  const waitMs = response && retryAfterMs(response, startedAt + durationMs)
  return { result: 'retry', provisioned, ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }) }
}

export function responseOf({ response }: Exchange): Pick<Provisioned, 'response'> {
  return response ? { response: { status: response.status, body: response.body } } : {}
}

/** 429, 502, 503, 504 and a target that cannot be reached or does not answer; no other 4xx or 5xx. */
function isTransient({ response, failure: cause }: Exchange): boolean {
  if (response) return [429, 502, 503, 504].includes(response.status)
  return cause === undefined || ['timeout', 'connection', 'reset'].includes(cause.kind)
}
