import { own, type ScimResource } from '@scimulator/shared/scim'
import type { RulesOff } from '../values/rule-id.ts'

/** Lark B12: a user who is not active at the identity provider is Inactive. */
export function memberStatus(resource: ScimResource, rulesOff: RulesOff): 'Active' | 'Inactive' {
  return own(resource, 'active') === false && !rulesOff.has('B12') ? 'Inactive' : 'Active'
}

/** A resource written without `active` means what it meant before: the stored status, or active when it is new. */
export function withActive(resource: ScimResource, before: ScimResource | undefined): ScimResource {
  if (own(resource, 'active') !== undefined) return resource
  return { ...resource, active: before?.active ?? true }
}
