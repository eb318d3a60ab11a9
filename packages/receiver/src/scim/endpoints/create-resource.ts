import type { JsonValue } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import type { Answer } from '../answer/answer.ts'
import { type Call, jsonBody } from '../request/call.ts'
import { readWrittenResource } from '../request/read-resource.ts'
import { commitWrite } from './commit-write.ts'
import { recordAnswer } from './record-answer.ts'

/** POST /Users, POST /Groups (RFC 7644 §3.3). */
export function createResource(call: Call, kind: ResourceKind): Answer {
  return recordAnswer(call, createFrom(call, kind, jsonBody(call)), 201)
}

export function createFrom(call: Call, resourceKind: ResourceKind, body: JsonValue): DirectoryRecord | undefined {
  const { resource, keyed } = readWrittenResource(call, resourceKind, body)
  return commitWrite(call, { kind: 'create', resourceKind, resource, members: keyed.members ?? [] }, body)
}
