import { weakEtag } from '@scimulator/shared/scim'
import type { ResourceKind } from '../directory/record.ts'
import type { Answer } from './answer.ts'
import type { Call } from './call.ts'
import { isNotModified } from './preconditions.ts'
import { recordAnswer, visibleRecord } from './write.ts'

/** GET /Users/{id}, GET /Groups/{id} (RFC 7644 §3.4.1). */
export function getResource(call: Call, kind: ResourceKind, id: string): Answer {
  const record = visibleRecord(call, kind, id)
  if (isNotModified(call, record)) return { status: 304, headers: { etag: weakEtag(record.version) }, body: '' }
  return recordAnswer(call, record, 200)
}
