import { weakEtag } from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../../directory/record.ts'
import { type Answer, noContent } from '../answer/answer.ts'
import { locationOf } from '../answer/rendering.ts'
import type { Call } from '../request/call.ts'
import { requestedProjection } from '../request/requested-projection.ts'

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
