import type { JsonValue } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../directory/record.ts'
import type { Answer } from './answer.ts'
import { type Call, jsonBody } from './call.ts'
import { checkPreconditions } from './preconditions.ts'
import { objectBody, readWrittenResource } from './read-body.ts'
import { carryOutWrite, recordAnswer, visibleRecord } from './write.ts'

/** PUT /Users/{id}, PUT /Groups/{id} (RFC 7644 §3.5.1). */
export function replaceResource(call: Call, kind: ResourceKind, id: string): Answer {
  const record = visibleRecord(call, kind, id)
  checkPreconditions(call, record)
  return recordAnswer(call, replaceFrom(call, record, jsonBody(call)), 200)
}

export function replaceFrom(call: Call, record: DirectoryRecord, sent: JsonValue): DirectoryRecord | undefined {
  const body = objectBody(sent)
  const { resource, keyed } = readWrittenResource(call, record.kind, body, record)
  const { members } = keyed
  return carryOutWrite(call, { kind: 'replace', resourceKind: record.kind, record, resource, members, body }, body)
}
