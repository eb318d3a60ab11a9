import type { JsonValue } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import type { Answer } from '../answer/answer.ts'
import { type Call, jsonBody } from '../request/call.ts'
import { checkPreconditions } from '../request/preconditions.ts'
import { objectBody, readWrittenResource } from '../request/read-resource.ts'
import { commitWrite } from './commit-write.ts'
import { findVisible } from './find-visible.ts'
import { recordAnswer } from './record-answer.ts'

/** PUT /Users/{id}, PUT /Groups/{id} (RFC 7644 §3.5.1). */
export function replaceResource(call: Call, kind: ResourceKind, id: string): Answer {
  const record = findVisible(call, kind, id)
  checkPreconditions(call, record)
  return recordAnswer(call, replaceFrom(call, record, jsonBody(call)), 200)
}

export function replaceFrom(call: Call, record: DirectoryRecord, sent: JsonValue): DirectoryRecord | undefined {
  const body = objectBody(sent)
  const { resource, keyed } = readWrittenResource(call, record.kind, body, record)
  const { members } = keyed
  return commitWrite(call, { kind: 'replace', resourceKind: record.kind, record, resource, members, body }, body)
}
