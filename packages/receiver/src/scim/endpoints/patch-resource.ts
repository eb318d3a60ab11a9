import {
  applyPatch,
  type JsonValue,
  type PatchOperation,
  type PatchOptions,
  parsePatchRequest,
  type Strictness,
} from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import type { Answer } from '../answer/answer.ts'
import { type Call, jsonBody } from '../request/call.ts'
import { knownInPatch } from '../request/known-attributes.ts'
import { checkPreconditions } from '../request/preconditions.ts'
import { storedPart } from '../request/read-resource.ts'
import { commitWrite } from './commit-write.ts'
import { findVisible } from './find-visible.ts'
import { emptyAnswer, recordAnswer } from './record-answer.ts'

/** Up to this many members a group is shown after a PATCH, when its size decides. */
const SHOWN_MEMBERS = 1_000

/** PATCH /Users/{id}, PATCH /Groups/{id} (RFC 7644 §3.5.2). A user is answered, a group as `groupPatch` says. */
export function patchResource(call: Call, kind: ResourceKind, id: string): Answer {
  const record = findVisible(call, kind, id)
  checkPreconditions(call, record)
  const written = patchFrom(call, record, jsonBody(call))
  if (kind === 'Group' && !showsGroup(call, written)) return emptyAnswer(call, written)
  return recordAnswer(call, written, 200)
}

export function patchFrom(call: Call, record: DirectoryRecord, body: JsonValue): DirectoryRecord | undefined {
  const operations = parsePatchRequest(body, readingOf(call))
  // Read-only attributes are there to be compared with: clients echo them.
  const relations = record.kind === 'User' && operations.some(namesGroups)
  const current = call.rendering.resource(record, call, { relations, meta: true })
  const { resource, keyedDeltas } = applyPatch(current, operations, patchOptions(call, record, operations))
  const members = keyedDeltas.find(({ attribute }) => attribute === 'members')
  const written = resource === current ? record.resource : storedPart(resource, record.kind)
  const write = { kind: 'patch', resourceKind: record.kind, record, resource: written, members } as const
  return commitWrite(call, write, body)
}

function patchOptions(call: Call, record: DirectoryRecord, operations: readonly PatchOperation[]): PatchOptions {
  const resourceType = knownInPatch(call, record.kind, record.resource, operations)
  const options = { ...readingOf(call), resourceType }
  return record.kind === 'Group' ? { ...options, keyed: { members: call.view.members(record.id) } } : options
}

function namesGroups({ path, value }: PatchOperation): boolean {
  return path === undefined ? JSON.stringify(value ?? null).includes('roups') : path.toLowerCase().startsWith('groups')
}

function readingOf(call: Call): { readonly strictness?: Strictness } {
  const { strictness } = call.profile.reading
  return strictness ? { strictness } : {}
}

/** Who asks for attributes gets them. Otherwise adding one member need not send 20,000 back. */
function showsGroup(call: Call, group: DirectoryRecord | undefined): boolean {
  if (asksForAttributes(call) || call.groupPatch === 'resource') return true
  return call.groupPatch === 'bySize' && group !== undefined && call.view.members(group.id).size <= SHOWN_MEMBERS
}

function asksForAttributes({ query }: Call): boolean {
  return query.has('attributes') || query.has('excludedattributes')
}
