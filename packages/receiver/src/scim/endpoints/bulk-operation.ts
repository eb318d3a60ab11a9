import { type JsonValue, quoteForDetail, ScimError, weakEtag } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import { kindAt } from '../../profile/profile.ts'
import { locationOf } from '../answer/rendering.ts'
import { resolvePath, resolveValue } from '../request/bulk-references.ts'
import type { BulkOperation } from '../request/bulk-request.ts'
import type { Call } from '../request/call.ts'
import { checkPreconditions } from '../request/preconditions.ts'
import { commitWrite } from './commit-write.ts'
import { createFrom } from './create-resource.ts'
import { findVisible } from './find-visible.ts'
import { patchFrom } from './patch-resource.ts'
import { replaceFrom } from './replace-resource.ts'

type IdOf = (bulkId: string) => string | undefined

export interface BulkOutcome {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly created?: DirectoryRecord
}

/** Carries out one operation as the endpoint of its path would. @throws ScimError */
export function carryOutOperation(call: Call, operation: BulkOperation, idOf: IdOf): BulkOutcome {
  const { kind, id } = target(call, resolvePath(operation.path, idOf))
  if (operation.method === 'POST') return create(call, operation, kind, id, idOf)
  if (id === undefined) {
    throw new ScimError('invalidPath', `${operation.method} needs the path of one resource, not of /${kind}s.`)
  }
  const record = findVisible(call, kind, id)
  checkPreconditions({ header: (name) => (name === 'if-match' ? operation.version : undefined) }, record)
  return change(call, operation, record, idOf)
}

/** Where the resource of an operation is, done or not (RFC 7644 §3.7.3); undefined for a POST, and where the path names none. */
export function placeOf({ path, method }: BulkOperation, call: Call, idOf: IdOf): string | undefined {
  const [, collection, id] = PATH.exec(resolvePath(path, idOf)) ?? []
  if (kindAt(call.profile, `/${collection}`) === undefined) return undefined
  if (method === 'POST' || id === undefined || id.startsWith('bulkId:')) return undefined
  return `${call.baseUrl}/${collection}/${id}`
}

/** Writes the data of a POST again, now that what it refers to exists. @returns location and etag */
export function completeResource(
  call: Call,
  record: DirectoryRecord,
  operation: BulkOperation,
  idOf: IdOf,
): BulkOutcome['headers'] {
  const current = call.view.get(record.kind, record.id) ?? record
  return headersOf(call, replaceFrom(call, current, dataOf(operation, idOf)) ?? current)
}

function create(
  call: Call,
  operation: BulkOperation,
  kind: ResourceKind,
  id: string | undefined,
  idOf: IdOf,
): BulkOutcome {
  if (id !== undefined) throw new ScimError('invalidPath', `POST needs the path /${kind}s.`)
  const created = createFrom(call, kind, dataOf(operation, idOf))
  if (!created) throw new ScimError('internalServerError')
  return { status: 201, headers: headersOf(call, created), created }
}

function change(call: Call, operation: BulkOperation, record: DirectoryRecord, idOf: IdOf): BulkOutcome {
  if (operation.method === 'DELETE') {
    commitWrite(call, { kind: 'delete', resourceKind: record.kind, record })
    return { status: 204, headers: { location: locationOf(record, call.baseUrl) } }
  }
  const write = operation.method === 'PUT' ? replaceFrom : patchFrom
  const written = write(call, record, dataOf(operation, idOf)) ?? record
  return { status: 200, headers: headersOf(call, written) }
}

function dataOf({ data, method }: BulkOperation, idOf: IdOf): JsonValue {
  if (data === undefined) throw new ScimError('invalidSyntax', `A ${method} operation needs "data".`)
  return resolveValue(data, idOf) ?? null
}

function headersOf(call: Call, record: DirectoryRecord): Readonly<Record<string, string>> {
  return { location: locationOf(record, call.baseUrl), etag: weakEtag(record.version) }
}

const PATH = /^\/*([A-Za-z]+)(?:\/+([^/?]+))?\/*$/

function target({ profile }: Call, path: string): { readonly kind: ResourceKind; readonly id: string | undefined } {
  const [, collection, id] = PATH.exec(path) ?? []
  const kind = kindAt(profile, `/${collection}`)
  if (kind !== undefined) return { kind, id }
  const known = Object.values(profile.resourceTypes).map(({ endpoint }) => endpoint)
  throw new ScimError('invalidPath', `The path ${quoteForDetail(path)} is not one of ${known.join(' or ')}.`)
}
