import { equalJson, isJsonObject, type JsonDraft, type JsonObject, type JsonValue, own } from '../json.ts'
import { maxElements } from '../read-attribute.ts'
import type { AttributeDefinition } from '../schema/attribute-definition.ts'
import { ScimError } from '../scim-error.ts'

type Elements = readonly JsonValue[]

const onlyPrimary: readonly string[] = ['primary']
const addedByServiceProvider: readonly string[] = ['primary', 'display', '$ref']

/**
 * `existing` with `given` behind it. An element that is there already is not added twice (RFC 7644 §3.5.2.1); when the
 * new one is marked primary, the mark goes to the one that is there.
 */
export function addElements(definition: AttributeDefinition, existing: Elements, given: Elements): Elements {
  let elements = existing
  for (const element of given) {
    const index = elements.findIndex((candidate) => contains(definition, candidate, element, onlyPrimary))
    const found = elements[index]
    if (found === undefined) elements = keepOnePrimary([...elements, element], elements.length)
    else elements = replaceAt(elements, index, markPrimary(found, element))
    if (elements.length > maxElements) {
      throw new ScimError('invalidValue', `${definition.name} holds at most ${maxElements} values.`)
    }
  }
  return elements
}

/** The elements without duplicates, of which the last that is marked primary keeps the mark. */
export function distinctElements(definition: AttributeDefinition, given: Elements): Elements {
  return addElements(definition, [], given)
}

/** The elements that none of `unwanted` describes; what the service provider adds to an element does not count. */
export function removeElements(definition: AttributeDefinition, existing: Elements, unwanted: Elements): Elements {
  return existing.filter(
    (element) => !unwanted.some((given) => contains(definition, element, given, addedByServiceProvider)),
  )
}

/** `elements` with another one at `index`. When it is primary, no other is (RFC 7644 §3.5.2). */
export function replaceAt(elements: Elements, index: number, element: JsonValue): Elements {
  if (equalJson(elements[index], element)) return elements
  return keepOnePrimary(elements.with(index, element), index)
}

/** The complex value with some sub-attributes changed; `undefined` as a change unassigns, and so may the result be. */
export function changeComplex(
  value: JsonValue | undefined,
  changes: ReadonlyMap<string, JsonValue | undefined>,
): JsonObject | undefined {
  const draft: JsonDraft = { ...(isJsonObject(value) ? value : {}) }
  for (const [name, item] of changes) {
    if (item === undefined) delete draft[name]
    else draft[name] = item
  }
  return Object.keys(draft).length === 0 ? undefined : draft
}

/** Makes the element at `index` the only primary one, if it is primary at all. */
function keepOnePrimary(elements: Elements, index: number): Elements {
  if (!isPrimary(elements[index])) return elements
  return elements.map((element, at) =>
    at !== index && isPrimary(element) && isJsonObject(element) ? { ...element, primary: false } : element,
  )
}

function isPrimary(element: JsonValue | undefined): boolean {
  return isJsonObject(element) && own(element, 'primary') === true
}

/** The one that is there stays as it is spelled; only the mark of the preferred element is taken over. */
function markPrimary(existing: JsonValue, given: JsonValue): JsonValue {
  if (!isJsonObject(existing) || !isJsonObject(given)) return existing
  const primary = own(given, 'primary')
  return primary === undefined ? existing : { ...existing, primary }
}

/**
 * Whether everything that `given` says, apart from `ignored`, is so in `element`; if it says nothing else, they have to be
 * equal. Written as a loop because it runs for every pair of elements.
 */
function contains(
  definition: AttributeDefinition,
  element: JsonValue,
  given: JsonValue,
  ignored: readonly string[],
): boolean {
  if (!isJsonObject(element) || !isJsonObject(given)) return sameValue(definition, element, given)
  let isCompared = false
  for (const subAttribute of definition.subAttributes ?? []) {
    const wanted = own(given, subAttribute.name)
    if (wanted === undefined || ignored.includes(subAttribute.name)) continue
    if (!sameValue(subAttribute, own(element, subAttribute.name), wanted)) return false
    isCompared = true
  }
  return isCompared || equalJson(element, given)
}

function sameValue(
  definition: AttributeDefinition,
  left: JsonValue | undefined,
  right: JsonValue | undefined,
): boolean {
  if (definition.caseExact || typeof left !== 'string' || typeof right !== 'string') return equalJson(left, right)
  return left === right || (left.length === right.length && left.toLowerCase() === right.toLowerCase())
}
