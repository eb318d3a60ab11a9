// Values of a body as the schemas have them. Read-only and unknown attributes are left out, null and [] count as unassigned
// (RFC 7643 §2.5), and what identity providers write instead of a boolean or an object is understood.
import { ENTERPRISE, kinds, named } from './schemas.mjs'
import { invalid } from './scim-error.mjs'

/** The body of a POST or PUT as a resource, with only what it assigns. */
export function readResource(body, kind, faults) {
  if (!isObject(body)) throw invalid('A resource is a JSON object.', 'invalidSyntax')
  const { core, extension } = kinds[kind]
  const resource = readAttributes(body, core, faults)
  const [, inside] = Object.entries(body).find(([name]) => name.toLowerCase() === ENTERPRISE.toLowerCase()) ?? []
  if (isObject(inside) && extension.length > 0 && !faults.has('enterprise-dropped')) {
    const enterprise = readAttributes(inside, extension, faults)
    if (Object.keys(enterprise).length > 0) resource[ENTERPRISE] = enterprise
  }
  return resource
}

function readAttributes(body, attributes, faults) {
  const read = {}
  for (const [name, given] of Object.entries(body)) {
    const attribute = named(attributes, name)
    if (!attribute || attribute.mutability === 'readOnly') continue
    const value = readValue(attribute, given, faults)
    if (value !== undefined) read[attribute.name] = value
  }
  return read
}

/** One attribute's value. Undefined means unassigned. */
export function readValue(attribute, given, faults) {
  if (given === null || given === undefined) return undefined
  if (!attribute.multiValued) return readSingle(attribute, given, faults)
  const elements = [given].flat().map((element) => readSingle(attribute, element, faults))
  const unique = distinct(elements.filter((element) => element !== undefined))
  return unique.length > 0 ? onePrimary(unique) : undefined
}

/** One element of a multi-valued attribute, or the value of a single one. */
export function readSingle(attribute, given, faults) {
  if (given === null || given === undefined) return undefined
  const value = Array.isArray(given) && given.length === 1 ? given[0] : given
  if (attribute.type === 'boolean') return readBoolean(attribute, value, faults)
  if (attribute.type !== 'complex') return readText(attribute, value)
  if (typeof value === 'string') {
    // Entra writes a manager as a bare id, and "" to remove it.
    const takesText = named(attribute.subAttributes, 'value') && !faults.has('manager-text-refused')
    if (!takesText) throw invalid(`${attribute.name} is an object.`)
    return value === '' ? undefined : { value }
  }
  if (!isObject(value)) throw invalid(`${attribute.name} is an object.`)
  const read = readAttributes(value, attribute.subAttributes, faults)
  const isReference = attribute.name === 'manager'
  return Object.keys(read).length === 0 || (isReference && !read.value) ? undefined : read
}

function readBoolean(attribute, value, faults) {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string' && !faults.has('string-booleans-refused')) {
    if (faults.has('string-false-is-true')) return value !== ''
    if (value.toLowerCase() === 'true') return true
    if (value.toLowerCase() === 'false') return false
  }
  throw invalid(`${attribute.name} is true or false.`)
}

function readText(attribute, value) {
  if (typeof value === 'object') throw invalid(`${attribute.name} is a text.`)
  return String(value)
}

/** Elements without those that are there already: the same value and type. */
export function distinct(elements) {
  const seen = new Set()
  return elements.filter((element) => {
    const key = isObject(element)
      ? JSON.stringify(element.value === undefined ? element : [element.value, element.type])
      : element
    return !seen.has(key) && seen.add(key)
  })
}

/** At most one element is primary (RFC 7643 §2.4): the last one that says so. */
export function onePrimary(elements) {
  const last = elements.findLast((element) => element.primary === true)
  return elements.map((element) =>
    element.primary === true && element !== last ? { ...element, primary: false } : element,
  )
}

export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
