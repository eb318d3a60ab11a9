import type { ResourceKind } from '../directory/record.ts'
import { type Answer, noContent } from './answer.ts'
import type { Call } from './call.ts'
import { checkPreconditions } from './preconditions.ts'
import { carryOutWrite, visibleRecord } from './write.ts'

/** DELETE /Users/{id}, DELETE /Groups/{id} (RFC 7644 §3.6). */
export function deleteResource(call: Call, kind: ResourceKind, id: string): Answer {
  const record = visibleRecord(call, kind, id)
  checkPreconditions(call, record)
  carryOutWrite(call, { kind: 'delete', resourceKind: kind, record })
  return noContent
}
