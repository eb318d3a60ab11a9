// What has become of somebody, told by everybody who has a log, in the order of time.
import type { ViewItem } from '@scimulator/shared/behaviour'
import type { TrafficHead } from '../traffic-log.ts'

export const LOGS = ['traffic', 'provisioning-logs', 'sync-log', 'insights', 'system-log'] as const

export interface HistoryEntry {
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly program: string
  readonly log: (typeof LOGS)[number]
  /** Key of the entry in its log. */
  readonly key: string
  /** What was done: `PATCH`, `update`, `deactivated`, `user_create`. */
  readonly action: string
  readonly outcome: 'good' | 'bad' | 'plain'
  /** Why, or what exactly; empty where the log does not say. */
  readonly detail: string
  /** Number of the exchange on the wire. */
  readonly seq: number | null
  /** Of all exchanges that it tells of. */
  readonly exchanges: readonly number[]
}

type Json = Readonly<Record<string, unknown>>

function member(value: unknown, name: string): unknown {
  return Object(value)[name]
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Requests about it: named by their sender, by their path, or by what they have changed. */
export function fromTraffic(heads: readonly TrafficHead[], ids: ReadonlySet<string>): readonly HistoryEntry[] {
  const isMine = ({ subject, objectId, effects }: TrafficHead): boolean =>
    [subject?.id, objectId, ...effects.map((effect) => effect.objectId)].some((id) => id != null && ids.has(id))
  return heads.filter(isMine).map((head) => ({
    at: new Date(head.at).toISOString(),
    program: head.sender,
    log: 'traffic',
    key: String(head.seq),
    action: head.method,
    outcome: head.status !== null && head.status < 400 ? 'good' : 'bad',
    detail: head.failure ?? `${head.path} answered ${head.status}`,
    seq: head.seq,
    exchanges: [head.seq],
  }))
}

export function fromProvisioningLogs(items: readonly ViewItem[], ids: ReadonlySet<string>): readonly HistoryEntry[] {
  return items.filter(({ value }) => ids.has(text(member(value.sourceIdentity, 'id')))).map(provisioningEntry)
}

function provisioningEntry({ key, value }: ViewItem): HistoryEntry {
  const outcomes: Readonly<Record<string, HistoryEntry['outcome']>> = {
    success: 'good',
    failure: 'bad',
    warning: 'bad',
  }
  const steps: readonly Json[] = Array.isArray(value.provisioningSteps) ? value.provisioningSteps : []
  return {
    at: text(value.activityDateTime),
    program: 'entra',
    log: 'provisioning-logs',
    key,
    action: text(value.action),
    outcome: outcomes[text(value.status)] ?? 'plain',
    detail: [text(value.code), text(steps.at(-1)?.description)].filter(Boolean).join(': '),
    seq: null,
    exchanges: Array.isArray(value.exchanges) ? value.exchanges.map(Number) : [],
  }
}

/** @param seqOf the number of the exchange that the receiver knows under this id */
export function fromSyncLog(
  items: readonly ViewItem[],
  ids: ReadonlySet<string>,
  seqOf: (exchange: string) => number | null,
): readonly HistoryEntry[] {
  return items
    .filter(({ value }) => ids.has(text(value.objectId)))
    .map(({ key, value }) => ({ key, value, seq: seqOf(text(value.exchange)) }))
    .map(({ key, value, seq }) => ({
      at: text(value.at),
      program: 'receiver',
      log: 'sync-log',
      key,
      action: text(value.action),
      outcome: value.result === 'success' ? 'good' : 'bad',
      detail: text(value.reason) || changesIn(value.attributes),
      seq,
      exchanges: seq === null ? [] : [seq],
    }))
}

function changesIn(attributes: unknown): string {
  const changed: readonly Json[] = Array.isArray(attributes) ? attributes : []
  return changed
    .map(({ attribute, old, new: now }) => `${attribute}: ${old ?? 'nothing'} → ${now ?? 'nothing'}`)
    .join(', ')
}

export function fromInsights(items: readonly ViewItem[], ids: ReadonlySet<string>): readonly HistoryEntry[] {
  return items
    .filter(({ value }) => ids.has(text(member(value.resource, 'id'))))
    .map(({ key, value }) => ({
      at: text(value.timestamp),
      program: 'jumpcloud',
      log: 'insights',
      key,
      action: text(value.event_type),
      outcome: value.success === true ? 'good' : 'bad',
      detail: text(value.error_message) || text(member(value.application, 'name')),
      seq: null,
      exchanges: [],
    }))
}

/** Targets of an event are the person and the application, or the person and the group. */
export function fromSystemLog(items: readonly ViewItem[], ids: ReadonlySet<string>): readonly HistoryEntry[] {
  return items.flatMap(({ key, value }) => {
    const targets: readonly Json[] = Array.isArray(value.target) ? value.target : []
    const others = targets.filter(({ id }) => !ids.has(text(id)))
    if (others.length === targets.length) return []
    const failed = member(value.outcome, 'result') === 'FAILURE'
    const about = others.map(({ displayName }) => text(displayName)).filter(Boolean)
    return {
      at: text(value.published),
      program: 'okta',
      log: 'system-log',
      key,
      action: text(value.displayMessage),
      outcome: failed ? 'bad' : 'good',
      detail: text(member(value.outcome, 'reason')) || about.join(', '),
      seq: null,
      exchanges: [],
    } as const
  })
}

/** Oldest first; at the same moment requests stand before what logs say of them. */
export function inOrder(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const instant = ({ at }: HistoryEntry): number => Date.parse(at)
  return [...entries].sort(
    (a, b) =>
      instant(a) - instant(b) || (a.seq ?? Infinity) - (b.seq ?? Infinity) || LOGS.indexOf(a.log) - LOGS.indexOf(b.log),
  )
}
