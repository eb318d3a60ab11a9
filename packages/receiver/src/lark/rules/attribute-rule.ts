import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  own,
  type ScimError,
  type ScimResource,
} from '@scimulator/shared/scim'
import type { IdentityAttribute } from '../values/identity-keys.ts'
import type { RuleId } from '../values/rule-id.ts'
import type { Circumstances } from './circumstances.ts'

/** A member's attributes as people read them: names where Lark stores ids. */
export type MemberNames = { readonly [Key in MemberAttribute]?: string | undefined }

export type MemberAttribute =
  | 'externalID'
  | 'email'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'anotherName'
  | 'employeeID'
  | 'employeeType'
  | 'department'
  | 'jobTitle'
  | 'workCountryOrRegion'
  | 'mobile'

/** One row of the pages' attribute table. */
export interface AttributeRule {
  readonly id: RuleId
  readonly attribute: MemberAttribute
  /** Lark's name in the table. */
  readonly lark: string
  /** The SCIM attribute in the table. */
  readonly scim: string
  /** Set when no two members of the organisation may share a value. */
  readonly unique?: IdentityAttribute
  /** Lark's value that follows from the resource; undefined when there is none. */
  read(resource: ScimResource, circumstances: Circumstances): string | undefined
  /** Refuses a resource, seen after the whole PATCH or PUT. */
  check?(resource: ScimResource, circumstances: Circumstances): ScimError | undefined
}

/** A text that says something; blank ones count as unassigned. */
export function textOf(object: JsonObject | undefined, name: string): string | undefined {
  const value = object ? own(object, name) : undefined
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

export function objectOf(resource: ScimResource, name: string): JsonObject | undefined {
  const value = own(resource, name)
  return isJsonObject(value) ? value : undefined
}

/** The elements of a multi-valued complex attribute. */
export function elementsOf(resource: ScimResource, name: string): readonly JsonObject[] {
  const value = own(resource, name)
  return isJsonArray(value) ? value.filter(isJsonObject) : []
}

export function hasType(element: JsonObject, type: string): boolean {
  return textOf(element, 'type')?.toLowerCase() === type
}
