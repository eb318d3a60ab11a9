// Attribute paths: `userName`, `name.givenName`, `emails[type eq "work"].value`, `urn:…:User:department` (RFC 7644 §3.5.2, §3.10).
import { ENTERPRISE, kinds, named } from './schemas.mjs'

/**
 * Reads a path. Undefined when no schema knows it.
 * @returns {{ isExtension: boolean, attribute?: object, filter?: string, sub?: object } | undefined}
 */
export function parsePath(text, kind) {
  const { core, extension, urn } = kinds[kind]
  const rest = withoutUrn(text, urn)
  const inside = withoutUrn(text, ENTERPRISE)
  if (inside === '') return { isExtension: true }
  if (inside !== undefined) return inAttributes(inside, extension, true)
  if (rest !== undefined) return inAttributes(rest, core, false)
  // Older Entra jobs write `manager` without its URN.
  return inAttributes(text, core, false) ?? inAttributes(text, extension, true)
}

function withoutUrn(text, urn) {
  if (!text.toLowerCase().startsWith(urn.toLowerCase())) return undefined
  const rest = text.slice(urn.length)
  return rest === '' ? '' : rest.startsWith(':') || rest.startsWith('.') ? rest.slice(1) : undefined
}

function inAttributes(text, attributes, isExtension) {
  const [, name, filter, subName] = /^([\w$-]+)(?:\[(.*)\])?(?:\.([\w$-]+))?$/s.exec(text) ?? []
  const attribute = name === undefined ? undefined : named(attributes, name)
  if (!attribute) return undefined
  if (subName === undefined) return { isExtension, attribute, filter }
  const sub = named(attribute.subAttributes ?? [], subName)
  return sub && { isExtension, attribute, filter, sub }
}

/** The values that a path leads to in a resource: one for each element of a multi-valued attribute. */
export function valuesAt(resource, { isExtension, attribute, sub }) {
  const container = isExtension ? resource[ENTERPRISE] : resource
  const value = attribute ? container?.[attribute.name] : container
  if (value === undefined || value === null) return []
  const elements = Array.isArray(value) ? value : [value]
  if (sub) return elements.map((element) => element[sub.name]).filter((one) => one !== undefined)
  // A complex attribute that is compared as a whole is compared by its value (RFC 7644 §3.4.2.2).
  return elements.map((element) => (attribute && typeof element === 'object' ? (element.value ?? element) : element))
}
