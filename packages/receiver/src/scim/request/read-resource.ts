import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type ReadResult,
  readResource,
  ScimError,
  type ScimResource,
} from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import type { Call } from './call.ts'
import { knownInBody } from './known-attributes.ts'
import { withoutPathKeys } from './path-keys.ts'

/** Attributes that are never part of a stored resource: they are made on read, kept elsewhere, or (password) kept nowhere. */
const NOT_STORED = ['id', 'meta', 'password']
const RELATIONS: ReadonlyMap<ResourceKind, readonly string[]> = new Map(
  ['User', 'Group'].map((kind) => [kind, ['groups', 'members']]),
)

/** Reads the body of a POST or, given the stored record, of a PUT. @throws ScimError 400 */
export function readWrittenResource(
  call: Call,
  kind: ResourceKind,
  body: JsonValue,
  current?: DirectoryRecord,
): ReadResult {
  const { undeclared: _undeclared, ...reading } = call.profile.reading
  const sent = objectBody(body)
  const resourceType = knownInBody(call, kind, sent)
  const read = readResource(withoutPathKeys(sent, resourceType, reading.strictness), resourceType, {
    ...reading,
    mode: current ? 'replace' : 'create',
    ...(current ? { current: current.resource } : {}),
    ...(kind === 'Group' ? { keyed: ['members'] } : {}),
  })
  return { ...read, resource: storedPart(read.resource, kind) }
}

/** The resource without what is not stored; the same object when there is nothing to leave out. */
export function storedPart(resource: ScimResource, kind: ResourceKind): ScimResource {
  const names = [...NOT_STORED, ...(RELATIONS.get(kind) ?? [])]
  if (!names.some((name) => Object.hasOwn(resource, name))) return resource
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)))
}

/** @throws ScimError 400 invalidSyntax */
export function objectBody(body: JsonValue): JsonObject {
  if (isJsonObject(body)) return body
  throw new ScimError('invalidSyntax', 'The body is not a JSON object.')
}
