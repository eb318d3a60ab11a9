// What a sender knows of its request and does not say on the wire. It is kept beside the request and not in it, so that no byte, no
// recording and no golden file can come to have it.
import type { ScimRequest } from './scim-request.ts'

/** What senders ask for, closed: each page that shows requests has a word for each. */
export const PURPOSES = [
  'describe',
  'probe',
  'match',
  'read',
  'read-linked',
  'check-reference',
  'list',
  'import',
  'create',
  'update',
  'enable',
  'disable',
  'delete',
  'change-members',
  'set-manager',
  'remove-manager',
  'test',
  'other',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** One piece of work, such as a cycle. Requests of the same piece have the same object; its identity tells them apart. */
export interface Activity {
  readonly kind: 'cycle' | 'on-demand' | 'test' | 'push' | 'import'
}

export interface RequestNote {
  readonly purpose?: Purpose
  readonly activity?: Activity
  /** Whom it is about at the source. */
  readonly subject?: { readonly id: string; readonly name: string }
  /** Of a test: `T1` to `T10`, or `clean-up`. */
  readonly step?: string
  /** How long its sender waits for the answer; a host that was told how long to wait keeps to that. */
  readonly timeoutMs?: number
}

const notes = new WeakMap<ScimRequest, RequestNote>()

/** Keeps a note beside the request; what it has said before and does not say now stays. @returns the same request */
export function noted(request: ScimRequest, note: RequestNote): ScimRequest {
  notes.set(request, { ...notes.get(request), ...note })
  return request
}

/** Undefined for a request of which nobody has said anything. */
export function noteOf(request: ScimRequest): RequestNote | undefined {
  return notes.get(request)
}

const endings = new WeakMap<Activity, (() => void)[]>()

/** Calls when the piece of work has ended, if its worker says so. */
export function onEnd(activity: Activity, listener: () => void): void {
  endings.set(activity, [...(endings.get(activity) ?? []), listener])
}

/** Says that nothing more is sent for it. */
export function ended(activity: Activity): void {
  for (const listener of endings.get(activity) ?? []) listener()
  endings.delete(activity)
}
