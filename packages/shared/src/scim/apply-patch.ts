import { equalJson, isJsonArray, isJsonObject, type JsonDraft, type JsonValue, own, type ScimResource } from './json.ts'
import type { KeyedDelta, KeyedRelation } from './keyed-relation.ts'
import type { PatchOperation } from './parse-patch-request.ts'
import { type Assignment, toAssignments } from './patch/assignment.ts'
import { changeKeyed } from './patch/change-keyed.ts'
import { changeValue } from './patch/change-value.ts'
import { distinctElements } from './patch/elements.ts'
import { KeyedDraft } from './patch/keyed-draft.ts'
import { checkMutability } from './patch/mutability.ts'
import type { AttributeDefinition, ResourceTypeDefinition, SchemaDefinition } from './schema/attribute-definition.ts'
import { ScimError } from './scim-error.ts'
import { lenient, type Strictness } from './tolerances.ts'

/** How a PATCH is applied. */
export interface PatchOptions {
  readonly resourceType: ResourceTypeDefinition
  /** Tolerances that are refused. Default none. */
  readonly strictness?: Strictness
  /** Relations kept outside the resource, by attribute name, e.g. `{ members }`. */
  readonly keyed?: Readonly<Record<string, KeyedRelation>>
}

/** What a PATCH came to. */
export interface PatchResult {
  /** The very object that was given when nothing in it changed. */
  readonly resource: ScimResource
  /** True when the resource or a relation changed. */
  readonly changed: boolean
  /** One for each relation that changed. */
  readonly keyedDeltas: readonly KeyedDelta[]
}

/** How often one PATCH may write multi-valued attributes: each time may look at all of their elements. */
const maxElementChanges = 1000

interface Draft {
  /** A copy of the top level only; values below are replaced, never changed. */
  readonly values: JsonDraft
  readonly keyed: ReadonlyMap<string, KeyedDraft>
  /** The multi-valued attributes that were written, with the extension that holds them. */
  readonly written: Map<AttributeDefinition, SchemaDefinition | undefined>
  elementChanges: number
}

/**
 * Applies the operations in order, all or none (RFC 7644 §3.5.2); `resource` is never changed. @throws ScimError 400
 * (invalidPath, noTarget, mutability, invalidValue) naming the operation.
 */
export function applyPatch(
  resource: ScimResource,
  operations: readonly PatchOperation[],
  options: PatchOptions,
): PatchResult {
  const relations = Object.entries(options.keyed ?? {})
  const keyed = new Map(relations.map(([name, relation]) => [name, new KeyedDraft(name, relation)]))
  const draft: Draft = { values: { ...resource }, keyed, written: new Map(), elementChanges: 0 }
  for (const [index, operation] of operations.entries()) applyOperation(draft, operation, index, options)
  for (const [attribute, extension] of draft.written) settle(draft, attribute, extension)
  checkRequired(resource, draft.values, options.resourceType)
  const keyedDeltas = [...keyed.values()].flatMap((relation) => relation.delta() ?? [])
  const isSame = equalJson(resource, draft.values)
  return {
    resource: isSame ? resource : draft.values,
    changed: !isSame || keyedDeltas.length > 0,
    keyedDeltas,
  }
}

function applyOperation(draft: Draft, operation: PatchOperation, index: number, options: PatchOptions): void {
  const { resourceType, strictness = lenient } = options
  try {
    for (const assignment of toAssignments(operation, { resourceType, strictness })) {
      assign(draft, assignment, strictness)
    }
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    throw new ScimError(error.code, `Operations[${index}]: ${error.detail}`)
  }
}

function assign(draft: Draft, assignment: Assignment, strictness: Strictness): void {
  const { attribute, extension } = assignment
  const keyed = extension === undefined ? draft.keyed.get(attribute.name) : undefined
  if (keyed !== undefined) {
    changeKeyed(keyed, assignment, strictness)
    return
  }
  if (attribute.multiValued) countElementChange(draft)
  const current = get(draft, attribute, extension)
  if (checkMutability(current, assignment, strictness) === 'ignore') return
  put(draft, attribute, extension, changeValue(current, assignment, strictness))
  if (attribute.multiValued) draft.written.set(attribute, extension)
}

function countElementChange(draft: Draft): void {
  draft.elementChanges += 1
  if (draft.elementChanges > maxElementChanges) {
    throw new ScimError(
      'payloadTooLarge',
      `A PATCH changes multi-valued attributes at most ${maxElementChanges} times.`,
    )
  }
}

/** Elements that sub-attributes were changed of may have become equal; one of them stays. */
function settle(draft: Draft, attribute: AttributeDefinition, extension: SchemaDefinition | undefined): void {
  const value = get(draft, attribute, extension)
  if (isJsonArray(value)) put(draft, attribute, extension, distinctElements(attribute, value))
}

function get(
  { values }: Draft,
  attribute: AttributeDefinition,
  extension: SchemaDefinition | undefined,
): JsonValue | undefined {
  const container = extension === undefined ? values : own(values, extension.id)
  return isJsonObject(container) ? own(container, attribute.name) : undefined
}

function put(
  { values }: Draft,
  attribute: AttributeDefinition,
  extension: SchemaDefinition | undefined,
  value: JsonValue | undefined,
): void {
  if (extension === undefined) set(values, attribute.name, value)
  else setInExtension(values, extension.id, attribute.name, value)
}

function set(values: JsonDraft, name: string, value: JsonValue | undefined): void {
  if (value === undefined) delete values[name]
  else values[name] = value
}

/** An extension with a value is listed in `schemas`; one that lost its last is not (RFC 7643 §3). */
function setInExtension(values: JsonDraft, urn: string, name: string, value: JsonValue | undefined): void {
  const before = own(values, urn)
  if (before === undefined && value === undefined) return
  const extension: JsonDraft = { ...(isJsonObject(before) ? before : {}) }
  set(extension, name, value)
  const isEmpty = Object.keys(extension).length === 0
  set(values, urn, isEmpty ? undefined : extension)
  const listed = own(values, 'schemas')
  const schemas = isJsonArray(listed) ? listed : []
  if (isEmpty) values.schemas = schemas.filter((listedUrn) => listedUrn !== urn)
  else if (!schemas.includes(urn)) values.schemas = [...schemas, urn]
}

/** RFC 7644 §3.5.2.2: a required attribute cannot become unassigned. One that never had a value is not looked at. */
function checkRequired(before: ScimResource, after: ScimResource, resourceType: ResourceTypeDefinition): void {
  for (const { name, required } of resourceType.schema.attributes) {
    if (!required || own(before, name) === undefined) continue
    const value = own(after, name)
    if (value === undefined) throw new ScimError('mutability', `${name} is required and cannot be removed.`)
    if (typeof value === 'string' && value.trim() === '' && value !== own(before, name)) {
      throw new ScimError('invalidValue', `${name} is required and cannot be empty.`)
    }
  }
}
