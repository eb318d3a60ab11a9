// Attributes that an administrator added to the attribute list. Microsoft documents one pattern for their names,
// urn:ietf:params:scim:schemas:extension:<Name>:2.0:User:<Attribute>; others can be saved, and behave otherwise.
import { enterpriseUserSchema } from '../schema/resource-schemas.ts'
import type { TargetPath } from './target-path.ts'

/** RFC 7643 §3.1, §4.1 and §4.2. */
const CORE = new Set(
  [
    ...['id', 'externalId', 'meta', 'schemas', 'userName', 'name', 'displayName', 'nickName', 'profileUrl', 'title'],
    ...['userType', 'preferredLanguage', 'locale', 'timezone', 'active', 'password', 'emails', 'phoneNumbers', 'ims'],
    ...['photos', 'addresses', 'groups', 'entitlements', 'roles', 'x509Certificates', 'members'],
  ].map((name) => name.toLowerCase()),
)

const PATTERN = /^urn:ietf:params:scim:schemas:extension:[^:]+:2\.0:(User|Group)$/

/** Whether the attribute is none of the core or enterprise schema. */
export function isCustom({ schema, attribute }: TargetPath): boolean {
  return schema === null ? !CORE.has(attribute.toLowerCase()) : schema !== enterpriseUserSchema
}

/** Whether the name follows the documented pattern. */
export function followsPattern({ schema }: TargetPath): boolean {
  return schema !== null && PATTERN.test(schema)
}

/** Custom attributes whose name is another go out with a PATCH only (Immuta; scim-for-keycloak#139; zulip#39773). */
export function isLeftOutOfPost(path: TargetPath): boolean {
  return isCustom(path) && !followsPattern(path)
}
