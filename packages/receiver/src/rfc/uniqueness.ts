import {
  type AttributeDefinition,
  isJsonArray,
  isJsonObject,
  type JsonValue,
  own,
  quoteForDetail,
  type ResourceTypeDefinition,
  ScimError,
  type ScimResource,
} from '@scimulator/shared/scim'
import type { ResourceKind } from '../directory/record.ts'
import { type DirectoryView, foldCase, type IndexKey } from '../directory/view.ts'

/** The attributes by which clients look people up; the directory has an index of each for every record. */
const INDEXED = new Set(['User userName', 'Group displayName'])

/** What may be there once: where it stands in a resource, and the index that it is found by. */
interface UniquePath {
  /** As a client writes it: `userName`, `ports.mac`, `urn:…:2.0:User:badge`. */
  readonly path: string
  readonly index: string
  readonly extension: string | undefined
  readonly attribute: AttributeDefinition
  readonly sub: AttributeDefinition | undefined
}

export interface Uniqueness {
  /** Index keys beyond those that every record has. */
  readonly keys: (kind: ResourceKind, resource: ScimResource) => readonly IndexKey[]
  /** The error when somebody else has a value that may be there once. */
  readonly error: (
    kind: ResourceKind,
    resource: ScimResource,
    view: DirectoryView,
    ownId?: string,
  ) => ScimError | undefined
}

/**
 * What `uniqueness` of the schemas asks for (RFC 7643 §2.2, `server` and `global`). userName is unique by RFC 7643 §4.1.1; a group's
 * displayName because Entra matches groups by it and Microsoft's validator expects 409.
 */
export function createUniqueness(resourceTypes: readonly ResourceTypeDefinition[]): Uniqueness {
  const paths = new Map(resourceTypes.map((type) => [type.name, uniquePaths(type)]))
  const others = new Map([...paths].map(([kind, all]) => [kind, all.filter(({ index, path }) => index !== path)]))
  return {
    keys: (kind, resource) => valuesOf(others.get(kind), resource).map(({ unique, value }) => keyOf(unique, value)),
    error(kind, resource, view, ownId) {
      for (const { unique, value } of valuesOf(paths.get(kind), resource)) {
        const { index, value: key } = keyOf(unique, value)
        for (const { id } of view.lookup(kind, index, key).values()) {
          if (id === ownId) continue
          return new ScimError('uniqueness', `A ${kind} with ${unique.path} ${quoteForDetail(value)} already exists.`)
        }
      }
      return undefined
    },
  }
}

function uniquePaths({ name, schema, schemaExtensions }: ResourceTypeDefinition): readonly UniquePath[] {
  const schemas = [
    { id: undefined, schema },
    ...schemaExtensions.map((one) => ({ id: one.schema.id, schema: one.schema })),
  ]
  return schemas.flatMap(({ id: extension, schema: { attributes } }) =>
    attributes.flatMap((attribute) =>
      [undefined, ...(attribute.subAttributes ?? [])]
        .filter((sub) => (sub ?? attribute).uniqueness !== 'none')
        .map((sub): UniquePath => {
          const inner = sub === undefined ? attribute.name : `${attribute.name}.${sub.name}`
          const path = extension === undefined ? inner : `${extension}:${inner}`
          return { path, index: INDEXED.has(`${name} ${path}`) ? path : `unique ${path}`, extension, attribute, sub }
        }),
    ),
  )
}

function valuesOf(paths: readonly UniquePath[] = [], resource: ScimResource) {
  return paths.flatMap((unique) => valuesAt(resource, unique).map((value) => ({ unique, value })))
}

function keyOf({ index, attribute, sub }: UniquePath, value: string): IndexKey {
  return { index, value: (sub ?? attribute).caseExact ? value : foldCase(value) }
}

function valuesAt(resource: ScimResource, { extension, attribute, sub }: UniquePath): readonly string[] {
  const outer = extension === undefined ? resource : own(resource, extension)
  const found = isJsonObject(outer) ? own(outer, attribute.name) : undefined
  const all = isJsonArray(found) ? found : [found]
  return all.flatMap((one) => textOf(sub === undefined ? one : isJsonObject(one) ? own(one, sub.name) : undefined))
}

function textOf(value: JsonValue | undefined): readonly string[] {
  return ['string', 'number', 'boolean'].includes(typeof value) ? [String(value)] : []
}
