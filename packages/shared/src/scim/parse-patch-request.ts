import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from './json.ts'
import { quoteForDetail, ScimError } from './scim-error.ts'
import { lenient, type Strictness } from './tolerances.ts'
import { sameUrn, urns } from './urns.ts'

/** One operation of a PatchOp (RFC 7644 §3.5.2). */
export interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove'
  readonly path?: string
  readonly value?: JsonValue
}

/** More than any client is known to send. */
const maxOperations = 5000

/**
 * Reads a PATCH body (RFC 7644 §3.5.2). @throws ScimError 400 naming the operation: invalidSyntax for its shape,
 * invalidPath for a path that is not a string, invalidValue for a missing value, noTarget for a `remove` without a path.
 */
export function parsePatchRequest(
  body: JsonValue,
  options: { readonly strictness?: Strictness } = {},
): readonly PatchOperation[] {
  const strictness = options.strictness ?? lenient
  if (!isJsonObject(body)) throw new ScimError('invalidSyntax', 'A PATCH body is a JSON object.')
  const fields = readFields(body, ['schemas', 'Operations'], 'The body', strictness)
  checkSchemas(fields.get('schemas'), strictness)
  const operations = fields.get('Operations')
  if (!isJsonArray(operations) || operations.length === 0) {
    throw new ScimError('invalidSyntax', 'Operations is required and holds one or more operations.')
  }
  if (operations.length > maxOperations) {
    throw new ScimError('payloadTooLarge', `A PATCH holds at most ${maxOperations} operations.`)
  }
  return operations.map((operation, index) => readOperation(operation, `Operations[${index}]`, strictness))
}

function checkSchemas(schemas: JsonValue | undefined, strictness: Strictness): void {
  const hasRightShape = schemas === undefined || schemas === null || isJsonArray(schemas)
  if (!hasRightShape) throw new ScimError('invalidSyntax', 'schemas is an array of URNs.')
  const isThere = isJsonArray(schemas) && schemas.some((urn) => typeof urn === 'string' && sameUrn(urn, urns.patchOp))
  if (!isThere && strictness.has('patchSchemas')) {
    throw new ScimError('invalidSyntax', `schemas does not contain ${urns.patchOp}.`)
  }
}

function readOperation(operation: JsonValue, where: string, strictness: Strictness): PatchOperation {
  if (!isJsonObject(operation)) throw new ScimError('invalidSyntax', `${where} is not an object.`)
  const fields = readFields(operation, ['op', 'path', 'value'], where, strictness)
  const op = readOp(fields.get('op'), where, strictness)
  const path = fields.get('path') ?? undefined
  if (path !== undefined && typeof path !== 'string')
    throw new ScimError('invalidPath', `${where}: path is not a string.`)
  if (op === 'remove' && path === undefined) throw new ScimError('noTarget', `${where}: "remove" needs a path.`)
  const value = fields.get('value')
  if (op !== 'remove' && value === undefined) throw new ScimError('invalidValue', `${where}: "${op}" needs a value.`)
  return { op, ...(path === undefined ? {} : { path }), ...(value === undefined ? {} : { value }) }
}

function readOp(given: JsonValue | undefined, where: string, strictness: Strictness): PatchOperation['op'] {
  const op = typeof given === 'string' ? given.toLowerCase() : ''
  if (op !== 'add' && op !== 'replace' && op !== 'remove') {
    const shown = typeof given === 'string' ? quoteForDetail(given) : 'missing or no string'
    throw new ScimError('invalidSyntax', `${where}: op is ${shown}; expected "add", "replace" or "remove".`)
  }
  if (op !== given && strictness.has('opCase')) {
    throw new ScimError('invalidSyntax', `${where}: op is ${quoteForDetail(String(given))}; expected "${op}".`)
  }
  return op
}

/** The named fields in canonical spelling; others are ignored. */
function readFields(
  object: JsonObject,
  names: readonly string[],
  where: string,
  strictness: Strictness,
): ReadonlyMap<string, JsonValue> {
  const fields = new Map<string, JsonValue>()
  for (const [given, value] of Object.entries(object)) {
    const name = names.find((candidate) => candidate.toLowerCase() === given.toLowerCase())
    if (name === undefined || (given !== name && strictness.has('patchKeyCase'))) continue
    if (fields.has(name)) throw new ScimError('invalidSyntax', `${where} names ${name} twice.`)
    fields.set(name, value)
  }
  return fields
}
