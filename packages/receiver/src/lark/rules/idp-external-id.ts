import type { ScimResource } from '@scimulator/shared/scim'
import type { RulesOff } from '../values/rule-id.ts'

/** Lark B14: externalId, the identity provider's own id, is stored and can be filtered on. */
export function keepingExternalId(resource: ScimResource, rulesOff: RulesOff): ScimResource {
  if (!rulesOff.has('B14')) return resource
  const { externalId: _dropped, ...rest } = resource
  return rest
}
