import { coreGroupSchema, coreUserSchema } from '../schema/resource-schemas.ts'

/** Where a mapping writes: `attr`, `attr.sub`, `attr[type eq "work"].sub`, `urn:…:User:attr` or `urn:…:User:attr.sub`.
 * A Boolean in a filter may stand without quotes (observed once, a SCIMServer write-up of 2026). */
export interface TargetPath {
  /** As it was written; this is what a PATCH uses as its path. */
  readonly text: string
  /** URN of an extension, or null for core attributes. */
  readonly schema: string | null
  readonly attribute: string
  readonly filter: { readonly attribute: string; readonly value: string } | null
  readonly subAttribute: string | null
}

const local =
  /^([A-Za-z$_][\w$-]*)(?:\[\s*([A-Za-z$_][\w$-]*)\s+eq\s+(?:"([^"\]]*)"|(true|false))\s*\])?(?:\.([A-Za-z$_][\w$-]*))?$/i

/**
 * Parses the name of a target attribute. An URN ends at the last colon before the filter, and is the JSON key. Null
 * when the text has none of the forms. Source: Microsoft, Customize attribute mappings.
 */
export function parseTargetPath(text: string): TargetPath | null {
  const isUrn = /^urn:/i.test(text)
  const bracket = text.indexOf('[')
  const colon = isUrn ? text.lastIndexOf(':', bracket === -1 ? text.length : bracket) : -1
  if (isUrn && colon <= 3) return null
  const match = local.exec(text.slice(colon + 1))
  if (match === null) return null
  const [, attribute = '', filterAttribute, quoted, bare, subAttribute] = match
  const filter = filterAttribute === undefined ? null : { attribute: filterAttribute, value: quoted ?? bare ?? '' }
  const urn = isUrn ? text.slice(0, colon) : null
  const schema = urn === coreUserSchema || urn === coreGroupSchema ? null : urn
  return { text, schema, attribute, filter, subAttribute: subAttribute ?? null }
}
