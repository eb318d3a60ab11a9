// What a resource is after a PATCH that was answered well and without a body: as the RFC says, for nothing else was said. Pure.
import {
  applyPatch,
  groupResourceType,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parsePatchRequest,
  ScimError,
  type Strictness,
  userResourceType,
} from '@scimulator/shared/scim'

const TYPES = { Users: userResourceType, Groups: groupResourceType } as const

/** What an endpoint does with an attribute that is in no schema of ours is not known. */
const UNKNOWN_STAYS_UNKNOWN: Strictness = new Set(['unknownPaths'])

/** @returns undefined where the body is none that can be carried out on what is known */
export function inferPatch(
  endpoint: keyof typeof TYPES,
  value: JsonObject,
  body: string | undefined,
): JsonObject | undefined {
  try {
    const parsed = JSON.parse(body ?? '') as JsonValue
    if (!isJsonObject(parsed)) return undefined
    const options = { resourceType: TYPES[endpoint], strictness: UNKNOWN_STAYS_UNKNOWN }
    return applyPatch(value, parsePatchRequest(parsed), options).resource
  } catch (error) {
    if (error instanceof ScimError || error instanceof SyntaxError) return undefined
    throw error
  }
}
