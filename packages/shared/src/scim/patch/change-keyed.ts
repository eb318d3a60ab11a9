import type { Filter } from '../filter/ast.ts'
import { compileElementFilter } from '../filter/evaluate.ts'
import { isJsonArray, isJsonObject, isUnassigned, type JsonValue, own } from '../json.ts'
import type { KeyedElement } from '../keyed-relation.ts'
import { readElements } from '../read-attribute.ts'
import type { AttributeDefinition } from '../schema/attribute-definition.ts'
import { ScimError } from '../scim-error.ts'
import type { Strictness } from '../tolerances.ts'
import type { Assignment } from './assignment.ts'
import { describeElement, describeKeys } from './describe-element.ts'
import type { KeyedDraft } from './keyed-draft.ts'

/**
 * Carries out an assignment on a keyed relation; the cost follows the elements that it names, not the relation's size.
 */
export function changeKeyed(draft: KeyedDraft, assignment: Assignment, strictness: Strictness): void {
  const { filter, subAttribute } = assignment
  if (subAttribute !== undefined && assignment.op !== 'remove' && filter === undefined) {
    throw new ScimError('mutability', `${assignment.path}: elements are added and removed whole.`)
  }
  if (filter === undefined) changeWhole(draft, assignment, strictness)
  else if (assignment.op === 'remove' && subAttribute === undefined)
    removeMatching(draft, assignment, filter, strictness)
  else changeMatching(draft, assignment, filter, strictness)
}

/** The elements of a keyed attribute as a client sent them, by key; each needs a `value`. */
export function readKeyedElements(
  definition: AttributeDefinition,
  value: JsonValue,
  strictness: Strictness,
): readonly KeyedElement[] {
  const elements = readElements(definition, value, { strictness, path: definition.name })
  const given = isJsonArray(value) ? value.filter((item) => !isUnassigned(item)).length : elements.length
  const isEmptyObject = !isJsonArray(value) && !isUnassigned(value) && elements.length === 0
  if (elements.length < given || isEmptyObject) refuseKeyless(definition)
  return elements.map((element) => toKeyedElement(definition, element))
}

function changeWhole(draft: KeyedDraft, assignment: Assignment, strictness: Strictness): void {
  const { op, attribute, value, path } = assignment
  if (assignment.subAttribute !== undefined) throw new ScimError('mutability', `${path} cannot be removed alone.`)
  if (op === 'remove') {
    removeGiven(draft, assignment, strictness)
    return
  }
  if (value === null && strictness.has('replaceWithNull')) throw new ScimError('invalidValue', `${path} needs a value.`)
  const elements = readKeyedElements(attribute, value ?? null, strictness)
  if (op === 'replace') draft.clear()
  for (const element of elements) draft.add(element)
}

/** Without a value every element goes; with one, even an empty one, only what it names (Entra, JumpCloud). */
function removeGiven(draft: KeyedDraft, { attribute, value, path }: Assignment, strictness: Strictness): void {
  if (value === undefined || value === null) {
    draft.clear()
    return
  }
  if (strictness.has('memberRemoveByValue')) {
    throw new ScimError('invalidValue', `${path}: "remove" takes a filter in its path, not a value.`)
  }
  for (const element of readKeyedElements(attribute, value, strictness)) draft.remove(element.value)
}

function removeMatching(draft: KeyedDraft, assignment: Assignment, filter: Filter, strictness: Strictness): void {
  const found = matchingKeys(draft, assignment.attribute, filter, strictness)
  if (found.length === 0 && strictness.has('removeAbsentMember')) {
    throw new ScimError('noTarget', `${assignment.path} matches nothing.`)
  }
  for (const key of found) draft.remove(key)
}

/** Elements are immutable, so all that an add or replace with a filter can do is to add what is not there. */
function changeMatching(draft: KeyedDraft, assignment: Assignment, filter: Filter, strictness: Strictness): void {
  const { attribute, op, path, subAttribute, value } = assignment
  if (subAttribute !== undefined || matchingKeys(draft, attribute, filter, strictness).length > 0) {
    throw new ScimError('mutability', `${path}: elements are immutable; remove and add instead.`)
  }
  const described = describeElement(filter, attribute)
  const tolerance = op === 'add' ? 'addCreatesElement' : 'replaceCreatesElement'
  if (described === undefined || strictness.has(tolerance)) throw new ScimError('noTarget', `${path} matches nothing.`)
  const given = isJsonObject(value) ? value : {}
  for (const element of readKeyedElements(attribute, [{ ...described, ...given }], strictness)) draft.add(element)
}

function matchingKeys(
  draft: KeyedDraft,
  attribute: AttributeDefinition,
  filter: Filter,
  strictness: Strictness,
): readonly string[] {
  const matches = compileElementFilter(filter, attribute, strictness)
  const keys = describeKeys(filter)
  if (keys !== undefined) return keys.filter((key) => draft.has(key))
  const found: string[] = []
  for (const element of draft.elements()) if (matches(element)) found.push(element.value)
  return found
}

function toKeyedElement(definition: AttributeDefinition, element: JsonValue): KeyedElement {
  const value = isJsonObject(element) ? own(element, 'value') : undefined
  if (!isJsonObject(element) || typeof value !== 'string' || value === '') {
    return refuseKeyless(definition)
  }
  const type = own(element, 'type')
  const display = own(element, 'display')
  return {
    value,
    ...(typeof type === 'string' ? { type } : {}),
    ...(typeof display === 'string' ? { display } : {}),
  }
}

function refuseKeyless(definition: AttributeDefinition): never {
  throw new ScimError('invalidValue', `${definition.name} needs a value in each element.`)
}
