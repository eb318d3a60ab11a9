import type { ResourceKind } from '../../directory/record.ts'
import { type Answer, noContent } from '../answer/answer.ts'
import type { Call } from '../request/call.ts'
import { checkPreconditions } from '../request/preconditions.ts'
import { commitWrite } from './commit-write.ts'
import { findVisible } from './find-visible.ts'

/** DELETE /Users/{id}, DELETE /Groups/{id} (RFC 7644 §3.6). */
export function deleteResource(call: Call, kind: ResourceKind, id: string): Answer {
  const record = findVisible(call, kind, id)
  checkPreconditions(call, record)
  commitWrite(call, { kind: 'delete', resourceKind: kind, record })
  return noContent
}
