import {
  type AppRoleAssignment,
  type AttributeSource,
  type Evaluation,
  type ExpressionEnvironment,
  type ExpressionValue,
  redactedText,
  rolesAsXml,
} from '../expression/index.ts'
import { type CoercedValue, coerceToTarget, type TargetValue } from './coerce.ts'
import type { CompiledAttributeMapping, CompiledObjectMapping } from './compiled-mapping.ts'

/** What one attribute mapping comes to for one source object. */
export type MappedOutcome =
  | { readonly kind: 'value'; readonly value: TargetValue }
  | { readonly kind: 'reference'; readonly sourceIds: readonly string[] }
  | { readonly kind: 'skip'; readonly reason: string; readonly scope: 'attribute' | 'object' }
  | { readonly kind: 'error'; readonly function: string; readonly message: string; readonly offset: number }

/** A mapping with its outcome. */
export interface MappedValue {
  readonly targetAttributeName: string
  readonly attributeMapping: CompiledAttributeMapping
  readonly outcome: MappedOutcome
  /** The default value took the place of null. */
  readonly isDefault: boolean
  /** The role that SingleAppRoleAssignment has made the value of, where it is mapped to `roles[primary eq "True"]`. */
  readonly singleRole?: AppRoleAssignment | undefined
  /** Logs show `[Redact]` instead of the value. */
  readonly isRedacted: boolean
}

/** Choices of applying a mapping. */
export interface ApplyOptions {
  readonly operation: 'create' | 'update'
  /** A list for a single-valued target: an error (default), or its first value. */
  readonly listForSingleValue?: 'error' | 'first'
  /**
   * Source attributes that have values which nobody will ask for, `members` of a group: they are written by a PATCH of their own, and
   * listing them would cost as much as the group is large. A reference of several values to one of these has no ids.
   */
  readonly unlisted?: readonly string[]
}

/**
 * Evaluates every attribute mapping of one source object, in the order of the mapping. Null and empty text become a
 * skip with the reason `null`, because the service cannot provision null; on create the default value comes first.
 * References come back as the ids of source objects, for the caller to resolve. Never throws.
 */
export function applyMappings(
  mapping: CompiledObjectMapping,
  source: AttributeSource,
  environment: ExpressionEnvironment,
  options: ApplyOptions,
): MappedValue[] {
  return mapping.attributeMappings.map((one) => applyMapping(one, source, environment, options))
}

function applyMapping(
  one: CompiledAttributeMapping,
  source: AttributeSource,
  environment: ExpressionEnvironment,
  options: ApplyOptions,
): MappedValue {
  const onlyCreates = one.mapping.flowType === 'ObjectAddOnly' && options.operation === 'update'
  if (onlyCreates) return mapped(one, skip('only during object creation'), false)
  if (one.expression === null) return applyDefault(one, options)
  if (isUnlisted(one, options)) return mapped(one, { kind: 'reference', sourceIds: [] }, false)
  const evaluation = one.expression.evaluate(source, environment)
  if (evaluation.kind !== 'value') return mapped(one, evaluation, false)
  const isNull = evaluation.value === null || evaluation.value.length === 0
  const usesDefault = isNull && options.operation === 'create' && one.mapping.defaultValue !== null
  if (usesDefault) return applyDefault(one, options)
  const value = asSent(one, evaluation.value)
  const result = mapped(one, isNull ? absent(one, options) : present(one, value, options), false)
  return one.isSingleRole ? { ...result, singleRole: roleOf(result, source) } : result
}

function isUnlisted({ isReference, definition, expression }: CompiledAttributeMapping, options: ApplyOptions): boolean {
  if (!isReference || !definition.multivalued || expression?.tree.kind !== 'attribute') return false
  return options.unlisted?.includes(expression.tree.name) ?? false
}

function roleOf({ outcome }: MappedValue, source: AttributeSource): AppRoleAssignment | undefined {
  const assigned = source('appRoleAssignments')
  if (outcome.kind !== 'value' || !Array.isArray(assigned)) return undefined
  return assigned.find((one): one is AppRoleAssignment => typeof one === 'object' && one.value === outcome.value)
}

/** Roles that no function has brought into shape are serialised as they are. */
function asSent({ expression }: CompiledAttributeMapping, value: ExpressionValue): ExpressionValue {
  const isDirect = expression?.tree.kind === 'attribute' && Array.isArray(value)
  const roles = isDirect ? value.filter((each) => typeof each !== 'string') : []
  return roles.length > 0 ? rolesAsXml(roles) : value
}

/** The type None, and null on create: the default value as text, brought to the target's type. */
function applyDefault(one: CompiledAttributeMapping, options: ApplyOptions): MappedValue {
  const { defaultValue } = one.mapping
  const isNull = defaultValue === null || defaultValue === ''
  return mapped(one, isNull ? absent(one, options) : present(one, defaultValue, options), !isNull)
}

function absent(one: CompiledAttributeMapping, options: ApplyOptions): MappedOutcome {
  if (!one.definition.required || options.operation === 'update') return skip('null')
  const message = `The required attribute ${one.definition.name} has no value and no default.`
  return { kind: 'error', function: '', message, offset: 0 }
}

function present(one: CompiledAttributeMapping, value: ExpressionValue, options: ApplyOptions): MappedOutcome {
  if (one.isReference) return { kind: 'reference', sourceIds: idsOf(value) }
  const coerced: CoercedValue = coerceToTarget(value, one.definition, options.listForSingleValue ?? 'error')
  if (coerced.ok) return { kind: 'value', value: coerced.value }
  return { kind: 'error', function: '', message: coerced.message, offset: 0 }
}

function idsOf(value: ExpressionValue): readonly string[] {
  if (value === null) return []
  return typeof value === 'string' ? [value] : value.map(idOf)
}

function idOf(one: string | AppRoleAssignment): string {
  return typeof one === 'string' ? one : one.id
}

function skip(reason: string): Exclude<Evaluation, { kind: 'value' }> & { kind: 'skip' } {
  return { kind: 'skip', reason, scope: 'attribute' }
}

function mapped(one: CompiledAttributeMapping, outcome: MappedOutcome, isDefault: boolean): MappedValue {
  const isRedacted = one.expression?.isRedacted ?? false
  // A message may quote the value that Redact keeps out of logs.
  const hides = isRedacted && outcome.kind === 'error'
  return {
    targetAttributeName: one.mapping.targetAttributeName,
    attributeMapping: one,
    outcome: hides ? { ...outcome, message: redactedText } : outcome,
    isDefault,
    isRedacted,
  }
}
