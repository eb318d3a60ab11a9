// What the attributes of one write mean: the schemas of the resource type, and where the profile keeps what none declares, that as well.
import {
  isJsonObject,
  type JsonObject,
  type NamedValue,
  type PatchOperation,
  parseAttributeList,
  type ResourceTypeDefinition,
  type ScimResource,
  withUndeclared,
} from '@scimulator/shared/scim'
import type { ResourceKind } from '../../directory/record.ts'
import { resourceTypeOf } from '../../profile/profile.ts'
import type { Call } from './call.ts'

/** The resource type as a POST or PUT with this body needs it. */
export function knownInBody(call: Call, kind: ResourceKind, body: JsonObject): ResourceTypeDefinition {
  return known(call, kind, Object.entries(body))
}

/** The resource type as these operations on the stored resource need it. */
export function knownInPatch(
  call: Call,
  kind: ResourceKind,
  stored: ScimResource,
  operations: readonly PatchOperation[],
): ResourceTypeDefinition {
  const names = operations.flatMap(namesOf)
  return names.some(([name]) => isUrn(name))
    ? known(call, kind, [...Object.entries(stored), ...names])
    : known(call, kind, [])
}

/** The resource type as lists of attribute names need it (RFC 7644 §3.9). */
export function knownByName(
  call: Call,
  kind: ResourceKind,
  lists: readonly (string | readonly string[] | undefined)[],
): ResourceTypeDefinition {
  const names = lists.flatMap((list) => parseAttributeList(list ?? []))
  return known(
    call,
    kind,
    names.map((name) => [name, undefined]),
  )
}

function known({ profile }: Call, kind: ResourceKind, names: readonly NamedValue[]): ResourceTypeDefinition {
  const resourceType = resourceTypeOf(profile, kind)
  if (profile.reading.undeclared !== 'keep' || !names.some(([name]) => isUrn(name))) return resourceType
  return withUndeclared(resourceType, names)
}

function namesOf({ path, value }: PatchOperation): readonly NamedValue[] {
  if (path !== undefined) return [[path, value]]
  return isJsonObject(value) ? Object.entries(value) : []
}

function isUrn(name: string): boolean {
  return /^urn:/i.test(name)
}
