import type { AppRoleAssignment } from '../expression/index.ts'
import type { MappedValue } from './apply-mappings.ts'
import type { TargetValue } from './coerce.ts'
import { readTarget, type TargetResource, textOf } from './read-target.ts'
import { isRoles } from './roles.ts'
import type { TargetPath } from './target-path.ts'

/** One attribute that an update has to write. */
export interface AttributeChange {
  readonly targetAttributeName: string
  readonly path: TargetPath
  readonly op: 'add' | 'replace'
  readonly newValue: TargetValue
  /** What the target returned; undefined when it returned nothing. */
  readonly oldValue: unknown
  readonly isRedacted: boolean
  /** See `MappedValue`. */
  readonly singleRole?: AppRoleAssignment | undefined
}

/**
 * The attributes whose mapped value differs from what the target returned, in the order of the mapping. Only mapped
 * attributes count, and a null never clears: those are skips already. An attribute that the target did not return is
 * added, another value is replaced; with `caseExact: false` a change of case alone is none. References are left to
 * the caller, who knows the ids of the target.
 * Source: Microsoft, How provisioning works; Graph attributeMapping (flowType, flowBehavior).
 */
export function diffAgainstTarget(
  values: readonly MappedValue[],
  resource: TargetResource,
  options: DiffOptions = {},
): AttributeChange[] {
  return values.flatMap((value) => {
    const change = changeOf(value, resource, options)
    return change === null ? [] : [change]
  })
}

/** Choices of a comparison; defaults stand first. */
export interface DiffOptions {
  /** A list of texts is only ever added to (Microsoft Q&A 1693075), or replaced as a whole. */
  readonly multiValued?: 'addObjects' | 'replaceTexts'
  /** One role is added to `roles` where none has its value, or is written by its path. */
  readonly singleRole?: 'addToRoles' | 'byPath'
}

function changeOf(
  value: MappedValue,
  resource: TargetResource,
  { multiValued = 'addObjects', singleRole = 'addToRoles' }: DiffOptions,
): AttributeChange | null {
  const { attributeMapping: one, outcome } = value
  if (outcome.kind !== 'value' || one.definition.mutability === 'ReadOnly') return null
  const current = readTarget(resource, one.path)
  const role = singleRole === 'addToRoles' ? value.singleRole : undefined
  if (role && keysOf(resource.roles ?? [], false).includes(role.value.toLowerCase())) return null
  const change = (op: AttributeChange['op'], newValue: TargetValue): AttributeChange => {
    const { targetAttributeName, isRedacted } = value
    return { targetAttributeName, path: one.path, op, newValue, oldValue: current, isRedacted, singleRole: role }
  }
  if (current === undefined) return change('add', outcome.value)
  const { flowType, flowBehavior } = one.mapping
  if (one.expression === null || one.definition.mutability === 'Immutable') return null
  const isList = Array.isArray(outcome.value)
  if (flowType === 'AttributeAddOnly' || (flowType === 'ValueAddOnly' && !isList)) return null
  const isAddOnly = flowType === 'MultiValueAddOnly' || flowType === 'ValueAddOnly'
  const onlyAdds = isRoles(outcome.value) ? !one.isAssertive : multiValued === 'addObjects'
  if (isList && (isAddOnly || onlyAdds)) {
    const missing = missingValues(outcome.value, current, one.definition.caseExact)
    return missing === null ? null : change('add', missing)
  }
  const isEqual = sameValue(outcome.value, current, one.definition.caseExact)
  return isEqual && flowBehavior === 'FlowWhenChanged' ? null : change('replace', outcome.value)
}

/** The values that the target lacks; null when it has all. */
function missingValues(wanted: TargetValue, current: unknown, caseExact: boolean): TargetValue | null {
  const present = new Set(keysOf(current, caseExact))
  if (isRoles(wanted)) {
    const missing: readonly AppRoleAssignment[] = wanted.filter((role) => !present.has(fold(role.value, caseExact)))
    return missing.length === 0 ? null : missing
  }
  const list = Array.isArray(wanted) ? wanted.filter((one) => !present.has(fold(textOf(one), caseExact))) : []
  return list.length === 0 ? null : list
}

function sameValue(wanted: TargetValue, current: unknown, caseExact: boolean): boolean {
  if (wanted === current) return true
  const left = keysOf(wanted, caseExact)
  const right = keysOf(current, caseExact)
  if (!Array.isArray(wanted)) return left[0] === right[0] && right.length === 1
  const set = new Set(right)
  return new Set(left).size === set.size && left.every((one) => set.has(one))
}

/** Comparable texts of a value; Booleans compare without regard to case, because some targets return them as text. */
function keysOf(value: unknown, caseExact: boolean): string[] {
  return (Array.isArray(value) ? value : [value]).map((one) => {
    if (typeof one === 'boolean') return fold(booleanKey(one), caseExact)
    if (one === null || typeof one !== 'object') return fold(booleanKey(one), caseExact)
    return fold(elementValue(one), caseExact)
  })
}

function booleanKey(value: unknown): string {
  const text = textOf(value)
  return /^(true|false)$/i.test(text) ? text.toLowerCase() : text
}

/** `value` of a complex element; a role that was written as JSON text counts by the value inside. */
function elementValue(element: object): string {
  const text = textOf(Reflect.get(element, 'value'))
  const inner = text.startsWith('{') ? /"value":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] : undefined
  return inner ?? text
}

function fold(text: string, caseExact: boolean): string {
  return caseExact ? text : text.toLowerCase()
}
