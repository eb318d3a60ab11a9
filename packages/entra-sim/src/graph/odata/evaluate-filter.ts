import { badRequest } from '../graph-error.ts'
import type { Comparison, ODataFilter, ODataLiteral, TextFunction } from './filter.ts'

export interface EvaluationRules {
  /** Directory objects compare text without regard to case, the audit logs with it (Graph: List provisioningObjectSummary). */
  readonly isCaseSensitive: boolean
  /** Paths whose values are members of an enumeration, in lower case: they are compared without regard to case. */
  readonly enumerations?: readonly string[]
}

/** Whether a resource, as Graph shows it, passes the filter. Text that looks like a time is compared as time. */
export function passesFilter(filter: ODataFilter, resource: unknown, rules: EvaluationRules): boolean {
  switch (filter.kind) {
    case 'and':
      return passesFilter(filter.left, resource, rules) && passesFilter(filter.right, resource, rules)
    case 'or':
      return passesFilter(filter.left, resource, rules) || passesFilter(filter.right, resource, rules)
    case 'not':
      return !passesFilter(filter.inner, resource, rules)
    case 'compare':
      return compares(valueAt(resource, filter.path), filter.operator, filter.value, rulesOf(filter.path, rules))
    case 'in':
      return filter.values.some((value) =>
        compares(valueAt(resource, filter.path), 'eq', value, rulesOf(filter.path, rules)),
      )
    case 'call':
      return calls(filter.name, valueAt(resource, filter.path), filter.value, rules)
    case 'any':
      return passesAny(filter, resource, rules)
  }
}

/** Microsoft's validation kit asks for `provisioningAction eq 'Create'` where entries have `create`. */
function rulesOf(path: string, rules: EvaluationRules): EvaluationRules {
  const isEnumeration = rules.enumerations?.includes(path.toLowerCase()) ?? false
  return isEnumeration ? { ...rules, isCaseSensitive: false } : rules
}

function passesAny(filter: ODataFilter & { kind: 'any' }, resource: unknown, rules: EvaluationRules): boolean {
  const elements = valueAt(resource, filter.path)
  if (!Array.isArray(elements)) return false
  const { inner, variable } = filter
  return inner === undefined
    ? elements.length > 0
    : elements.some((element) => passesFilter(inner, { [variable]: element }, rules))
}

/** The properties of the resource that the filter asks for, as paths. */
export function pathsOf(filter: ODataFilter): readonly string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(filter.left), ...pathsOf(filter.right)]
    case 'not':
      return pathsOf(filter.inner)
    default:
      return [filter.path]
  }
}

/** Follows a path such as `servicePrincipal/id`; own properties only. */
export function valueAt(resource: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((value, name) => ownValue(value, name), resource)
}

function ownValue(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const own = ownName(value, name)
  // ownName has just said that the property is there.
  return own === undefined ? undefined : (value as Record<string, unknown>)[own]
}

/** How the resource itself writes a property; Graph's pages write `jobid` and `DisplayName` as well. */
export function ownName(value: object, name: string): string | undefined {
  if (Object.hasOwn(value, name)) return name
  const lower = name.toLowerCase()
  return Object.keys(value).find((own) => own.toLowerCase() === lower)
}

function compares(actual: unknown, operator: Comparison, wanted: ODataLiteral, rules: EvaluationRules): boolean {
  const isSame = equals(actual, wanted, rules)
  if (operator === 'eq') return isSame
  if (operator === 'ne') return !isSame
  const order = orderOf(actual, wanted)
  if (order === undefined) return false
  if (operator === 'gt') return order > 0
  if (operator === 'ge') return order >= 0
  return operator === 'lt' ? order < 0 : order <= 0
}

function equals(actual: unknown, wanted: ODataLiteral, rules: EvaluationRules): boolean {
  assertComparable(actual, wanted)
  if (actual === undefined || actual === null) return wanted === null
  if (typeof actual === 'string' && typeof wanted === 'string') {
    return folded(actual, rules) === folded(wanted, rules) || isSameTime(actual, wanted)
  }
  return actual === wanted
}

const TYPES: Readonly<Record<string, string>> = { boolean: 'Edm.Boolean', string: 'Edm.String' }

/** A Boolean is never equal to a text, so that such a filter would find nobody, or with `ne` everybody. @throws GraphError 400 */
function assertComparable(actual: unknown, wanted: ODataLiteral): void {
  const [left, right] = [TYPES[typeof actual], TYPES[typeof wanted]]
  if (left === undefined || right === undefined || left === right) return
  const kinds = `Found operand types '${left}' and '${right}' for operator kind 'Equal'.`
  throw badRequest(`Invalid filter clause: A binary operator with incompatible types was detected. ${kinds}`)
}

function orderOf(actual: unknown, wanted: ODataLiteral): number | undefined {
  if (typeof actual === 'number' && typeof wanted === 'number') return actual - wanted
  if (typeof actual !== 'string' || typeof wanted !== 'string') return undefined
  const [left, right] = [timeOf(actual), timeOf(wanted)]
  if (left !== undefined && right !== undefined) return left - right
  if (actual === wanted) return 0
  return actual < wanted ? -1 : 1
}

function isSameTime(left: string, right: string): boolean {
  const time = timeOf(left)
  return time !== undefined && time === timeOf(right)
}

function timeOf(text: string): number | undefined {
  return /^\d{4}-\d\d-\d\d(T|$)/.test(text) && !Number.isNaN(Date.parse(text)) ? Date.parse(text) : undefined
}

function calls(name: TextFunction, actual: unknown, wanted: string, rules: EvaluationRules): boolean {
  if (typeof actual === 'boolean')
    throw badRequest(
      `Invalid filter clause: No function signature for the function with name '${name}' matches the specified arguments.`,
    )
  if (typeof actual !== 'string') return false
  const [text, part] = [folded(actual, rules), folded(wanted, rules)]
  if (name === 'startswith') return text.startsWith(part)
  return name === 'endswith' ? text.endsWith(part) : text.includes(part)
}

function folded(text: string, rules: EvaluationRules): string {
  return rules.isCaseSensitive ? text : text.toLowerCase()
}
