import { type JsonValue, quoteForDetail, ScimError, weakEtag } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../directory/record.ts'
import type { Write } from '../profile/profile.ts'
import { type Answer, noContent } from './answer.ts'
import { type Call, commit } from './call.ts'
import { locationOf } from './rendering.ts'
import { requestedProjection } from './requested-projection.ts'

/**
 * Lets the profile decide and applies what it decided, in one tick.
 * @param sent the body
 * @returns the record that the write was about
 */
export function carryOutWrite(call: Call, write: Write, sent?: JsonValue): DirectoryRecord | undefined {
  const { profile, view, source, context } = call
  const decision = profile.decide(write, view, source, context)
  const tell =
    decision.outcome === 'done' ? call.events?.onWrite(call, { write, changes: decision.changes, sent }) : undefined
  commit(call, decision)
  if (decision.outcome === 'refused') throw decision.error
  tell?.()
  return view.get(write.resourceKind, decision.id)
}

/** The record behind an id, if the source may see it. @throws ScimError 404 */
export function visibleRecord(call: Call, kind: ResourceKind, id: string): DirectoryRecord {
  const record = call.view.get(kind, id)
  if (record && call.profile.isVisible(record, call.source)) return record
  throw new ScimError('notFound', `There is no ${kind} with id ${quoteForDetail(id)}.`)
}

/** The answer that a write went well and shows nothing: 204 with ETag and Location. */
export function emptyAnswer(call: Call, record: DirectoryRecord | undefined): Answer {
  return record ? { ...noContent, headers: headersOf(call, record) } : noContent
}

function headersOf({ baseUrl }: Call, record: DirectoryRecord): Readonly<Record<string, string>> {
  return { etag: weakEtag(record.version), location: locationOf(record, baseUrl) }
}

/** The answer that shows a record: 201 with Location, or 200. */
export function recordAnswer(call: Call, record: DirectoryRecord | undefined, status: 200 | 201): Answer {
  if (!record) return noContent
  const projection = requestedProjection(call, record.kind)
  const headers = headersOf(call, record)
  return { status, headers, body: call.rendering.text(record, call, projection) }
}
