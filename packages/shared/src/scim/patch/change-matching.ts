import type { Filter } from '../filter/ast.ts'
import { compileElementFilter } from '../filter/evaluate.ts'
import { isJsonArray, isJsonObject, isUnassigned, type JsonValue } from '../json.ts'
import { readAttribute, readSubAttributes } from '../read-attribute.ts'
import type { AttributeDefinition } from '../schema/attribute-definition.ts'
import { ScimError } from '../scim-error.ts'
import type { Strictness } from '../tolerances.ts'
import type { Assignment } from './assignment.ts'
import { describeElement } from './describe-element.ts'
import { addElements, type Changes, changeComplex, changeElements, elementsOf } from './elements.ts'

/** `emails[type eq "work"]` and `emails[type eq "work"].value`: the attribute after the change of what matches. */
export function changeMatching(
  current: JsonValue | undefined,
  assignment: Assignment,
  filter: Filter,
  strictness: Strictness,
): JsonValue | undefined {
  const { attribute } = assignment
  if (attribute.type !== 'complex' && !attribute.multiValued) {
    throw new ScimError('invalidPath', `${assignment.path}: ${attribute.name} has no elements to select from.`)
  }
  const matches = compileElementFilter(filter, attribute, strictness)
  const elements = elementsOf(current)
  const indexes = new Set(elements.flatMap((element, index) => (matches(element) ? [index] : [])))
  if (indexes.size === 0) return changeAbsent(elements, current, assignment, filter, strictness)
  const after =
    assignment.op === 'remove' && assignment.subAttribute === undefined
      ? elements.filter((_, index) => !indexes.has(index))
      : changeElements(elements, changesOf(assignment, strictness), indexes)
  return toValue(after, assignment)
}

/** Nothing matches. Entra relies on the element being created that an `eq` filter describes. */
function changeAbsent(
  elements: readonly JsonValue[],
  current: JsonValue | undefined,
  assignment: Assignment,
  filter: Filter,
  strictness: Strictness,
): JsonValue | undefined {
  const { op, path, attribute } = assignment
  if (op === 'remove') {
    if (strictness.has('removeAbsentMember')) throw new ScimError('noTarget', `${path} matches nothing.`)
    return current
  }
  const changes = changesOf(assignment, strictness)
  if ([...changes.values()].every((value) => value === undefined)) return current
  const described = op === 'replace' && !namesKind(filter, attribute) ? undefined : describeElement(filter, attribute)
  const tolerance = op === 'add' ? 'addCreatesElement' : 'replaceCreatesElement'
  if (described === undefined || strictness.has(tolerance)) throw new ScimError('noTarget', `${path} matches nothing.`)
  if (!attribute.multiValued && elements.length > 0) throw new ScimError('noTarget', `${path} matches nothing.`)
  const element = changeComplex(described, changes)
  return toValue(element === undefined ? elements : addElements(attribute, elements, [element]), assignment)
}

/** Canonical types (RFC 7643 §4.1.2); attributes that are not here have none, so that any type will do. */
const CANONICAL_TYPES: Readonly<Record<string, readonly string[]>> = {
  emails: ['work', 'home', 'other'],
  phoneNumbers: ['work', 'home', 'mobile', 'fax', 'pager', 'other'],
  ims: ['aim', 'gtalk', 'icq', 'xmpp', 'msn', 'skype', 'qq', 'yahoo', 'other'],
  photos: ['photo', 'thumbnail'],
  addresses: ['work', 'home', 'other'],
}

/** RFC 7644 §3.5.2.3 wants noTarget; what Entra replaces without having looked is the value of a canonical type, or the primary one. */
function namesKind(filter: Filter, { name }: AttributeDefinition): boolean {
  if (filter.kind !== 'compare') return false
  if (/^primary$/i.test(filter.path.attribute)) return true
  if (!/^type$/i.test(filter.path.attribute)) return false
  const types = Object.hasOwn(CANONICAL_TYPES, name) ? CANONICAL_TYPES[name] : undefined
  return types === undefined || types.includes(String(filter.literal.value).toLowerCase())
}

function changesOf(assignment: Assignment, strictness: Strictness): Changes {
  const { op, attribute, subAttribute, value, path } = assignment
  const context = { strictness, path }
  if (subAttribute !== undefined) {
    const item = op === 'remove' || isUnassigned(value) ? undefined : readAttribute(subAttribute, value, context)
    return new Map([[subAttribute.name, item]])
  }
  const given = isJsonArray(value) && value.length === 1 ? value[0] : value
  if (isJsonObject(given)) return readSubAttributes(attribute, given, context)
  const bare = isUnassigned(given) ? undefined : readAttribute({ ...attribute, multiValued: false }, given, context)
  return new Map(isJsonObject(bare) ? Object.entries(bare) : [['value', undefined]])
}

function toValue(elements: readonly JsonValue[], { attribute }: Assignment): JsonValue | undefined {
  if (elements.length === 0) return undefined
  return attribute.multiValued ? elements : elements[0]
}
