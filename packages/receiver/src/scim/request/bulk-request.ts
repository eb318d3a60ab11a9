import {
  checkBulkId,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  quoteForDetail,
  ScimError,
  type Strictness,
} from '@scimulator/shared/scim'
import type { Call } from './call.ts'

export interface BulkOperation {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly bulkId: string | undefined
  readonly version: string | undefined
  readonly data: JsonValue | undefined
}

export interface BulkRequest {
  /** After so many failed operations the rest is not carried out; 0 means never. */
  readonly failOnErrors: number
  readonly operations: readonly BulkOperation[]
}

/** Reads a BulkRequest (RFC 7644 §3.7). @throws ScimError 400, 413 */
export function readBulkRequest(body: JsonValue, { limits, profile }: Pick<Call, 'limits' | 'profile'>): BulkRequest {
  const operations = isJsonObject(body) ? member(body, 'Operations') : undefined
  if (!isJsonObject(body) || !isJsonArray(operations)) {
    throw new ScimError('invalidSyntax', 'A bulk request is an object with an array "Operations".')
  }
  if (operations.length > limits.bulkMaxOperations) {
    const allowed = limits.bulkMaxOperations
    throw new ScimError('payloadTooLarge', `The request has ${operations.length} operations; ${allowed} are allowed.`)
  }
  const { strictness } = profile.reading
  const read = operations.map((operation, index) => readOperation(operation, index, strictness))
  checkBulkIds(read)
  return { failOnErrors: readFailOnErrors(member(body, 'failOnErrors')), operations: read }
}

function readFailOnErrors(value: JsonValue | undefined): number {
  if (value === undefined || value === null) return 0
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw new ScimError('invalidValue', 'failOnErrors is not a whole number of errors.')
}

function readOperation(operation: JsonValue, index: number, strictness?: Strictness): BulkOperation {
  const where = `Operations[${index}]`
  if (!isJsonObject(operation)) throw new ScimError('invalidSyntax', `${where} is not an object.`)
  const method = textOf(operation, 'method', where)?.toUpperCase()
  const path = textOf(operation, 'path', where)
  const bulkId = textOf(operation, 'bulkId', where)
  if (method !== 'POST' && method !== 'PUT' && method !== 'PATCH' && method !== 'DELETE') {
    throw new ScimError('invalidSyntax', `${where}.method is not POST, PUT, PATCH or DELETE.`)
  }
  if (path === undefined) throw new ScimError('invalidSyntax', `${where}.path is missing.`)
  if (method === 'POST') checkBulkId(bulkId, where, strictness)
  const version = textOf(operation, 'version', where)
  return { method, path, bulkId, version, data: member(operation, 'data') }
}

function checkBulkIds(operations: readonly BulkOperation[]): void {
  const seen = new Set<string>()
  for (const { method, bulkId } of operations) {
    if (method !== 'POST' || bulkId === undefined) continue
    if (seen.has(bulkId)) throw new ScimError('invalidValue', `The bulkId ${quoteForDetail(bulkId)} is given twice.`)
    seen.add(bulkId)
  }
}

function textOf(operation: JsonObject, name: string, where: string): string | undefined {
  const value = member(operation, name)
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  throw new ScimError('invalidSyntax', `${where}.${name} is not a string.`)
}

/** Attribute names are not case sensitive (RFC 7643 §2.1). */
function member(body: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(body, name)) return body[name]
  const wanted = name.toLowerCase()
  return Object.entries(body).find(([key]) => key.toLowerCase() === wanted)?.[1]
}
