import { isJsonObject, isUnassigned, type JsonValue } from '../json.ts'
import {
  isReference,
  type ReadContext,
  readAttribute,
  readElements,
  readSubAttributes,
  unwrap,
} from '../read-attribute.ts'
import { ScimError } from '../scim-error.ts'
import type { Strictness } from '../tolerances.ts'
import type { Assignment } from './assignment.ts'
import { changeMatching } from './change-matching.ts'
import { addElements, changeComplex, changeElements, distinctElements, elementsOf, removeElements } from './elements.ts'

//  path                      | add                    | replace               | remove
//  --------------------------+------------------------+-----------------------+---------------------------
//  userName                  | set                    | set                   | unassign
//  name                      | merge sub-attributes   | merge sub-attributes  | unassign
//  manager (a reference)     | set whole              | set whole             | unassign
//  emails                    | append what is new     | set whole             | unassign, or what `value` names
//  name.givenName            | set                    | set                   | unassign
//  emails.value              | set in every element   | set in every element  | unassign in every element
//  emails[…], emails[…].value| see change-matching.ts

/** The value of the attribute after the assignment; `undefined` is unassigned. `current` is never changed. */
export function changeValue(
  current: JsonValue | undefined,
  assignment: Assignment,
  strictness: Strictness,
): JsonValue | undefined {
  const context = { strictness, path: assignment.path }
  if (assignment.filter !== undefined) return changeMatching(current, assignment, assignment.filter, strictness)
  if (assignment.op !== 'remove') refuseNull(assignment, context)
  if (assignment.subAttribute !== undefined) return changeSubAttribute(current, assignment, context)
  return assignment.attribute.multiValued
    ? changeMultiValued(current, assignment, context)
    : changeSingular(current, assignment, context)
}

function refuseNull({ value, path }: Assignment, { strictness }: ReadContext): void {
  if (strictness.has('replaceWithNull') && isUnassigned(value)) {
    throw new ScimError('invalidValue', `${path} needs a value; use "remove" to unassign it.`)
  }
}

function changeSingular(
  current: JsonValue | undefined,
  { op, attribute, value }: Assignment,
  context: ReadContext,
): JsonValue | undefined {
  if (op === 'remove' || isUnassigned(value)) return undefined
  const single = unwrap(attribute, value, context)
  // RFC 7644 §3.5.2.3: the given sub-attributes replace those that are there or are added, the others stay.
  if (attribute.type === 'complex' && isJsonObject(single) && !isReference(attribute)) {
    return changeComplex(current, readSubAttributes(attribute, single, context))
  }
  return readAttribute(attribute, single, context)
}

function changeMultiValued(
  current: JsonValue | undefined,
  { op, attribute, value, path }: Assignment,
  context: ReadContext,
): JsonValue | undefined {
  const existing = elementsOf(current)
  if (op === 'remove' && (value === undefined || value === null)) return undefined
  const given = readElements(attribute, value ?? null, context)
  if (op === 'remove') {
    if (context.strictness.has('memberRemoveByValue')) {
      throw new ScimError('invalidValue', `${path}: "remove" takes a filter in its path, not a value.`)
    }
    return orUnassigned(removeElements(attribute, existing, given))
  }
  // `add` of null or [] adds nothing; only `replace` empties (RFC 7644 §3.5.2.1).
  return orUnassigned(op === 'add' ? addElements(attribute, existing, given) : distinctElements(attribute, given))
}

function changeSubAttribute(
  current: JsonValue | undefined,
  { op, attribute, subAttribute, value }: Assignment,
  context: ReadContext,
): JsonValue | undefined {
  if (subAttribute === undefined) return current
  const item = op === 'remove' ? undefined : readAttribute(subAttribute, value ?? null, context)
  const changes = new Map([[subAttribute.name, item]])
  if (!attribute.multiValued) return dropEmptyReference(attribute, changeComplex(current, changes))
  const existing = elementsOf(current)
  if (existing.length === 0) return item === undefined ? undefined : [{ [subAttribute.name]: item }]
  return orUnassigned(changeElements(existing, changes))
}

/** `manager.value` set to "" or removed leaves nothing that a reference could mean. */
function dropEmptyReference(attribute: Assignment['attribute'], value: JsonValue | undefined): JsonValue | undefined {
  if (!isReference(attribute) || !isJsonObject(value)) return value
  const target = value.value
  return target === undefined || target === '' ? undefined : value
}

function orUnassigned(elements: readonly JsonValue[]): JsonValue | undefined {
  return elements.length === 0 ? undefined : elements
}
