// What a resource is after a PATCH that was answered well and without a body: as the RFC says, for nobody has said otherwise. Pure.
import {
  applyPatch,
  groupResourceType,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parsePatchRequest,
  ScimError,
  userResourceType,
} from '@scimulator/shared/scim'

const TYPES = { Users: userResourceType, Groups: groupResourceType } as const

/** @returns undefined where the body is none that can be carried out on what is known */
export function inferPatch(
  endpoint: keyof typeof TYPES,
  value: JsonObject,
  body: string | undefined,
): JsonObject | undefined {
  try {
    const parsed = JSON.parse(body ?? '') as JsonValue
    if (!isJsonObject(parsed)) return undefined
    return applyPatch(value, parsePatchRequest(parsed), { resourceType: TYPES[endpoint] }).resource
  } catch (error) {
    if (error instanceof ScimError || error instanceof SyntaxError) return undefined
    throw error
  }
}
