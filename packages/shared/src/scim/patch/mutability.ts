import { equalJson, isJsonArray, isJsonObject, type JsonValue, own } from '../json.ts'
import { ScimError } from '../scim-error.ts'
import type { Strictness } from '../tolerances.ts'
import type { Assignment } from './assignment.ts'

/**
 * RFC 7644 §3.5.2: read-only attributes are not written, immutable ones only once. Says `ignore` where a client merely
 * echoes what it read. @throws ScimError 400 mutability.
 */
export function checkMutability(
  current: JsonValue | undefined,
  assignment: Assignment,
  strictness: Strictness,
): 'apply' | 'ignore' {
  const { attribute, subAttribute, path, op } = assignment
  // `schemas` follows from what the resource holds; a client may repeat it but not decide it.
  if (attribute.name === 'schemas') {
    if (op === 'remove') throw new ScimError('mutability', 'schemas is required and cannot be removed.')
    return 'ignore'
  }
  if (attribute.mutability === 'readOnly' || subAttribute?.mutability === 'readOnly') {
    return isTolerated(current, assignment, strictness) ? 'ignore' : refuse(path, 'is read-only')
  }
  const immutable = subAttribute?.mutability === 'immutable' || attribute.mutability === 'immutable'
  if (immutable && current !== undefined && !isEcho(current, assignment)) return refuse(path, 'is immutable')
  return 'apply'
}

function isTolerated(current: JsonValue | undefined, assignment: Assignment, strictness: Strictness): boolean {
  if (assignment.isKey && !strictness.has('readOnlyInPathlessValue')) return true
  return !strictness.has('readOnlyEcho') && isEcho(current, assignment)
}

function isEcho(current: JsonValue | undefined, { op, filter, subAttribute, value }: Assignment): boolean {
  if (op === 'remove' || filter !== undefined || value === undefined) return false
  const target = subAttribute === undefined || !isJsonObject(current) ? current : own(current, subAttribute.name)
  return target !== undefined && equalJson(target, isJsonArray(value) && !isJsonArray(target) ? value[0] : value)
}

function refuse(path: string, reason: string): never {
  throw new ScimError('mutability', `${path} ${reason}.`)
}
