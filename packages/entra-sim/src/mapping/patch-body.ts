import type { ClearedAttribute } from './cleared-attributes.ts'
import type { TargetValue } from './coerce.ts'
import type { AttributeChange } from './diff-against-target.ts'
import { type Body, booleanAsText } from './post-body.ts'
import { isRoles, legacyRoleElement, roleElement, singleRoleElement } from './roles.ts'

/** `legacy` is what the service sends by itself; `optscim` is the tenant URL with the flag `aadOptscim062020`. */
export type PatchDialect = 'legacy' | 'optscim'

/** Choices of a PATCH body; defaults stand first. */
export interface PatchOptions {
  readonly dialect: PatchDialect
  /** With the flag: a lone simple attribute keeps its path when it is the only one of the body, or of its op, or never. */
  readonly singleAttribute?: 'ofBody' | 'ofOperation' | 'pathless'
  /** Without the flag: the text of a Boolean, `"False"` or `"false"`. */
  readonly booleanText?: 'capitalised' | 'lowerCase'
  /** The elements of a list of texts: objects with a value, or the texts themselves. */
  readonly multiValued?: 'addObjects' | 'replaceTexts'
  /** What the source has no value for any more, to be removed with the old value; normally none is. */
  readonly cleared?: readonly ClearedAttribute[]
  readonly roleName?: 'display' | 'displayName'
}

/** One member of `Operations`. */
export type PatchOperation = Body

/** URN of a PATCH body (RFC 7644 §3.5.2). */
export const patchOpSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

/** A PATCH body around operations. */
export function patchBody(operations: readonly PatchOperation[]): Body {
  return { schemas: [patchOpSchema], Operations: operations }
}

/**
 * Body of the PATCH that carries the changes; null when there is none, because an empty PATCH is never sent. Without the
 * flag: one operation per attribute, `Add` or `Replace`, always with a path, Booleans as text. With it: operations on
 * filtered paths first, then one path-less operation for what is replaced and one for what is added.
 * Source: Microsoft, SCIM 2.0 protocol compliance.
 */
export function buildPatchBody(changes: readonly AttributeChange[], options: PatchOptions): Body | null {
  const { dialect, cleared = [] } = options
  if (changes.length === 0 && cleared.length === 0) return null
  const others = changes.filter(({ singleRole }) => singleRole === undefined)
  const operations =
    dialect === 'legacy' ? others.map((change) => legacyOperation(change, options)) : mergedOperations(others, options)
  return patchBody([...singleRoles(changes, dialect), ...operations, ...cleared.map((one) => removal(one, dialect))])
}

/**
 * One role, whichever of its parts are mapped, is added to `roles`: without the flag as JSON within a text, with it in the form of the POST.
 * Source: Microsoft, Customize attribute mappings (SingleAppRoleAssignment, sample of a PATCH).
 */
function singleRoles(changes: readonly AttributeChange[], dialect: PatchDialect): readonly PatchOperation[] {
  const [role] = changes.flatMap(({ singleRole }) => singleRole ?? [])
  if (role === undefined) return []
  if (dialect === 'legacy') return [{ op: 'Add', path: 'roles', value: [legacyRoleElement(role)] }]
  return [{ op: 'add', path: 'roles', value: [singleRoleElement(role)] }]
}

function removal({ path, oldValue }: ClearedAttribute, dialect: PatchDialect): PatchOperation {
  return { op: dialect === 'legacy' ? 'Remove' : 'remove', path: path.text, value: oldValue }
}

function legacyOperation({ newValue, op, path }: AttributeChange, options: PatchOptions): PatchOperation {
  const value = isRoles(newValue) ? newValue.map(legacyRoleElement) : booleanText(newValue, options)
  return { op: op === 'add' ? 'Add' : 'Replace', path: path.text, value: asElements(value, options) }
}

/** As captured without the flag (Microsoft Q&A 1693075); that it is the same with the flag is inferred. */
function asElements(value: unknown, { multiValued = 'addObjects' }: PatchOptions): unknown {
  const isTexts = Array.isArray(value) && value.every((one) => typeof one !== 'object')
  return isTexts && multiValued === 'addObjects' ? value.map((one) => ({ value: one })) : value
}

function booleanText(value: TargetValue, options: PatchOptions): TargetValue {
  const text = booleanAsText(value)
  const isLowered = options.booleanText === 'lowerCase' && typeof value === 'boolean'
  return isLowered ? String(text).toLowerCase() : text
}

function mergedOperations(changes: readonly AttributeChange[], options: PatchOptions): readonly PatchOperation[] {
  const isSimple = (change: AttributeChange): boolean => change.path.filter === null && !Array.isArray(change.newValue)
  const withPath = changes.filter((change) => !isSimple(change)).map((change) => pathOperation(change, options))
  const simple = changes.filter(isSimple)
  const [only] = simple
  const isAlone = simple.length === 1 && (options.singleAttribute ?? 'ofBody') === 'ofBody'
  if (isAlone && only !== undefined) return [...withPath, pathOperation(only, options)]
  return [...withPath, ...merge('replace', simple, options), ...merge('add', simple, options)]
}

function pathOperation(change: AttributeChange, options: PatchOptions): PatchOperation {
  return { op: change.op, path: change.path.text, value: jsonValue(change, options) }
}

function merge(
  op: AttributeChange['op'],
  simple: readonly AttributeChange[],
  options: PatchOptions,
): readonly PatchOperation[] {
  const changes = simple.filter((change) => change.op === op)
  const [first] = changes
  if (first === undefined) return []
  if (changes.length === 1 && options.singleAttribute === 'ofOperation') return [pathOperation(first, options)]
  const entries = changes.map((change) => [change.path.text, jsonValue(change, options)] as const)
  return [{ op, value: Object.fromEntries(entries) }]
}

function jsonValue(change: AttributeChange, options: PatchOptions): unknown {
  if (!isRoles(change.newValue)) return asElements(change.newValue, options)
  return change.newValue.map((role) => roleElement(role, options.roleName ?? 'display'))
}
