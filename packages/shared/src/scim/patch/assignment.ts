import type { Filter } from '../filter/ast.ts'
import { isJsonObject, type JsonValue } from '../json.ts'
import type { PatchOperation } from '../parse-patch-request.ts'
import { type PatchPath, parsePath } from '../path.ts'
import type { AttributeDefinition, ResourceTypeDefinition, SchemaDefinition } from '../schema/attribute-definition.ts'
import { findExtension, type ResolvedAttribute, resolveAttribute } from '../schema/resolve-attribute.ts'
import { quoteForDetail, ScimError } from '../scim-error.ts'
import type { Strictness, ToleranceName } from '../tolerances.ts'
import { sameUrn } from '../urns.ts'

/**
 * One attribute that an operation is about. An operation without a path, or whose path is a whole schema, is taken
 * apart into one assignment for each name in its value, so that everything behind here sees one shape.
 */
export interface Assignment {
  readonly op: PatchOperation['op']
  readonly extension: SchemaDefinition | undefined
  readonly attribute: AttributeDefinition
  readonly subAttribute: AttributeDefinition | undefined
  readonly filter: Filter | undefined
  /** Undefined only for a `remove` without one. */
  readonly value: JsonValue | undefined
  /** As the client wrote it, for details. */
  readonly path: string
  /** Whether the name was a key of a value: then read-only attributes are ignored, as in a PUT. */
  readonly isKey: boolean
}

export interface AssignmentContext {
  readonly resourceType: ResourceTypeDefinition
  readonly strictness: Strictness
}

/**
 * Nothing for a path that no schema knows. @throws ScimError 400 invalidPath for it when `unknownPaths` is refused,
 * invalidValue for a path-less value that is not an object.
 */
export function toAssignments(operation: PatchOperation, context: AssignmentContext): readonly Assignment[] {
  if (operation.path === undefined) return fromObject(operation, operation.value, context)
  const path = parsePath(operation.path, context.resourceType, context.strictness)
  if (path.kind === 'schema') return fromSchema(operation, path.schema, operation.value, context)
  const resolved = resolve(path, context)
  if (resolved === undefined) return ignored(operation.path, path, context)
  return [assignment(operation, path, resolved, operation.value, operation.path, false)]
}

/** One attribute that nobody knows must not keep `active: false` beside it from being written. */
function ignored(text: string, path: PatchPath, { resourceType, strictness }: AssignmentContext): readonly [] {
  const isKnown = path.kind === 'attribute' && resolveAttribute(resourceType, path.path) !== undefined
  if (!isKnown && !strictness.has('unknownPaths')) return []
  throw new ScimError('invalidPath', `No schema of ${resourceType.name} knows ${quoteForDetail(text)}.`)
}

function fromObject(
  operation: PatchOperation,
  value: JsonValue | undefined,
  context: AssignmentContext,
): readonly Assignment[] {
  if (!isJsonObject(value)) throw new ScimError('invalidValue', `"${operation.op}" without a path needs an object.`)
  return Object.entries(value).flatMap(([key, item]) => fromKey(operation, key, item, context))
}

function fromKey(
  operation: PatchOperation,
  key: string,
  value: JsonValue,
  context: AssignmentContext,
): readonly Assignment[] {
  const path = parseKey(key, context)
  if (path?.kind === 'schema') {
    const isCore = findExtension(context.resourceType, path.schema) === undefined
    if (isCore && context.strictness.has('coreAttributesUnderUrn')) {
      throw new ScimError('invalidPath', `${quoteForDetail(key)} is no extension; its attributes stand at the top.`)
    }
    return fromSchema(operation, path.schema, value, context)
  }
  const resolved = path === undefined ? undefined : resolve(path, context)
  if (path === undefined || resolved === undefined) {
    if (!context.strictness.has('unknownAttributes')) return []
    throw new ScimError('invalidPath', `No schema of ${context.resourceType.name} knows ${quoteForDetail(key)}.`)
  }
  if (keyTolerances(path).some((tolerance) => context.strictness.has(tolerance))) {
    throw new ScimError('invalidPath', `${quoteForDetail(key)} is a path, not the name of an attribute.`)
  }
  return [assignment(operation, path, resolved, value, key, true)]
}

/** A key that is no path is an unknown attribute, not an error of syntax; one with brackets meant to be a path. */
function parseKey(key: string, { resourceType, strictness }: AssignmentContext): PatchPath | undefined {
  try {
    return parsePath(key, resourceType, strictness)
  } catch (error) {
    if (error instanceof ScimError && error.code === 'invalidPath') return undefined
    throw error
  }
}

function keyTolerances(path: PatchPath): readonly ToleranceName[] {
  if (path.kind === 'schema') return []
  const { schema, subAttribute } = path.path
  const urn: readonly ToleranceName[] = schema === undefined ? [] : ['urnKeys']
  if (path.filter !== undefined) return [...urn, 'filteredKeys']
  return subAttribute === undefined ? urn : [...urn, 'dottedKeys']
}

/** `urn:…:User` with an object: each name in it belongs to that schema. A `remove` means all of its attributes. */
function fromSchema(
  operation: PatchOperation,
  urn: string,
  value: JsonValue | undefined,
  context: AssignmentContext,
): readonly Assignment[] {
  const extension = findExtension(context.resourceType, urn)
  if (operation.op === 'remove' || value === null) return removeExtension(operation, extension, urn)
  if (!isJsonObject(value)) throw new ScimError('invalidValue', `${urn} needs an object.`)
  return Object.entries(value).flatMap(([key, item]) =>
    fromKey(operation, qualify(urn, key), item, unrestricted(context)),
  )
}

function removeExtension(
  operation: PatchOperation,
  extension: SchemaDefinition | undefined,
  urn: string,
): readonly Assignment[] {
  if (extension === undefined) throw new ScimError('mutability', `The core schema ${urn} cannot be removed.`)
  return extension.attributes.map((attribute) => ({
    op: 'remove',
    extension,
    attribute,
    subAttribute: undefined,
    filter: undefined,
    value: undefined,
    path: operation.path ?? urn,
    isKey: true,
  }))
}

/** Keys inside an extension's object are qualified by us, not by the client. */
function unrestricted(context: AssignmentContext): AssignmentContext {
  const strictness = new Set(context.strictness)
  strictness.delete('urnKeys')
  return { ...context, strictness }
}

function qualify(urn: string, key: string): string {
  return key.includes(':') && sameUrn(key.slice(0, urn.length), urn) ? key : `${urn}:${key}`
}

function resolve(path: PatchPath, { resourceType, strictness }: AssignmentContext): ResolvedAttribute | undefined {
  if (path.kind === 'schema') return undefined
  const resolved = resolveAttribute(resourceType, path.path)
  return resolved?.unqualified && strictness.has('unqualifiedExtension') ? undefined : resolved
}

function assignment(
  { op }: PatchOperation,
  path: PatchPath,
  { extension, attribute, subAttribute }: ResolvedAttribute,
  value: JsonValue | undefined,
  text: string,
  isKey: boolean,
): Assignment {
  const filter = path.kind === 'attribute' ? path.filter : undefined
  return { op, extension, attribute, subAttribute, filter, value, path: text, isKey }
}
