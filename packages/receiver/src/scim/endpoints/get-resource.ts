import { weakEtag } from '@scimulator/shared/scim'
import type { ResourceKind } from '../../directory/record.ts'
import type { Answer } from '../answer/answer.ts'
import type { Call } from '../request/call.ts'
import { isNotModified } from '../request/preconditions.ts'
import { findVisible } from './find-visible.ts'
import { recordAnswer } from './record-answer.ts'

/** GET /Users/{id}, GET /Groups/{id} (RFC 7644 §3.4.1). */
export function getResource(call: Call, kind: ResourceKind, id: string): Answer {
  const record = findVisible(call, kind, id)
  if (isNotModified(call, record)) return { status: 304, headers: { etag: weakEtag(record.version) }, body: '' }
  return recordAnswer(call, record, 200)
}
