import { equalJson, isJsonArray, isJsonObject, type JsonDraft, type JsonObject, type JsonValue, own } from '../json.ts'
import { maxElements } from '../read-attribute.ts'
import type { AttributeDefinition } from '../schema/attribute-definition.ts'
import { findSubAttribute } from '../schema/resolve-attribute.ts'
import { ScimError } from '../scim-error.ts'

type Elements = readonly JsonValue[]
export type Changes = ReadonlyMap<string, JsonValue | undefined>

/** What does not make an element another one: its mark, and what a service provider adds. */
const notIdentifying: ReadonlySet<string> = new Set(['primary', 'display', '$ref'])

/** The elements of what is stored, whatever its shape. */
export function elementsOf(current: JsonValue | undefined): readonly JsonValue[] {
  if (current === undefined || current === null) return []
  return isJsonArray(current) ? current : [current]
}

/**
 * `existing` with `given` behind it. An element that is there already is not added twice (RFC 7644 §3.5.2.1); when the
 * new one is marked primary, the mark goes to the one that is there. @throws ScimError 400 invalidValue for too many.
 */
export function addElements(definition: AttributeDefinition, existing: Elements, given: Elements): Elements {
  const elements = [...existing]
  const indexes = new Map(existing.map((element, index) => [identityOf(definition, element), index]))
  let primary = -1
  for (const element of given) {
    const identity = identityOf(definition, element)
    const index = indexes.get(identity) ?? elements.length
    const found = elements[index]
    elements[index] = found === undefined ? element : markPrimary(found, element)
    if (found === undefined) indexes.set(identity, index)
    if (isPrimary(element)) primary = index
  }
  if (elements.length > maxElements) {
    throw new ScimError('invalidValue', `${definition.name} holds at most ${maxElements} values.`)
  }
  return keepOnePrimary(elements, primary)
}

/** The elements without duplicates, of which the last that is marked primary keeps the mark. */
export function distinctElements(definition: AttributeDefinition, given: Elements): Elements {
  return given.length < 2 ? given : addElements(definition, [], given)
}

/** The elements that none of `unwanted` describes; what the service provider adds to an element does not count. */
export function removeElements(definition: AttributeDefinition, existing: Elements, unwanted: Elements): Elements {
  const descriptions = unwanted.map((element) => describe(definition, element))
  return existing.filter((element) => !descriptions.some((fits) => fits(element)))
}

/** The elements, those at `indexes` (all when omitted) changed. Elements that become empty disappear. */
export function changeElements(elements: Elements, changes: Changes, indexes?: ReadonlySet<number>): Elements {
  let last = -1
  const changed = elements.map((element, index) => {
    if (indexes !== undefined && !indexes.has(index)) return element
    last = index
    return changeComplex(element, changes) ?? {}
  })
  // RFC 7644 §3.5.2: where the primary mark is set, the others lose it.
  const marked = changes.get('primary') === true ? keepOnePrimary(changed, last) : changed
  return marked.filter((element) => !isJsonObject(element) || Object.keys(element).length > 0)
}

/** The complex value with some sub-attributes changed; `undefined` as a change unassigns, and so may the result be. */
export function changeComplex(value: JsonValue | undefined, changes: Changes): JsonObject | undefined {
  const draft: JsonDraft = { ...(isJsonObject(value) ? value : {}) }
  for (const [name, item] of changes) {
    if (item === undefined) delete draft[name]
    else draft[name] = item
  }
  return Object.keys(draft).length === 0 ? undefined : draft
}

/** Makes the element at `index` the only primary one; -1 changes nothing. */
function keepOnePrimary(elements: Elements, index: number): Elements {
  if (index < 0) return elements
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
 * A text that two elements share when they are the same one, so that finding duplicates takes linear time. Every part
 * begins with its length, so that no value can look like two.
 */
function identityOf(definition: AttributeDefinition, element: JsonValue): string {
  if (!isJsonObject(element)) return textOf(definition, element)
  let identity = ''
  for (const subAttribute of definition.subAttributes ?? []) {
    const value = own(element, subAttribute.name)
    if (value === undefined || notIdentifying.has(subAttribute.name)) continue
    const text = textOf(subAttribute, value)
    identity += `${subAttribute.name} ${text.length} ${text}`
  }
  return identity === '' ? JSON.stringify(element) : identity
}

function textOf(definition: AttributeDefinition, value: JsonValue): string {
  const folded = fold(definition, value)
  return typeof folded === 'string' ? folded : JSON.stringify(folded)
}

/** Whether an element has everything that `given` says, apart from what does not identify it. */
function describe(definition: AttributeDefinition, given: JsonValue): (element: JsonValue) => boolean {
  if (!isJsonObject(given)) return (element) => equalJson(fold(definition, element), fold(definition, given))
  const wanted = Object.entries(given).flatMap(([name, value]) => {
    const subAttribute = notIdentifying.has(name) ? undefined : findSubAttribute(definition, name)
    return subAttribute === undefined ? [] : [{ name, subAttribute, value: fold(subAttribute, value) }]
  })
  if (wanted.length === 0) return (element) => equalJson(element, given)
  return (element) =>
    isJsonObject(element) &&
    wanted.every(({ name, subAttribute, value }) => {
      const found = own(element, name)
      return found === value || (found !== undefined && equalJson(fold(subAttribute, found), value))
    })
}

function fold(definition: AttributeDefinition, value: JsonValue): JsonValue {
  return typeof value === 'string' && !definition.caseExact ? value.toLowerCase() : value
}
