import { ScimError } from '@scimulator/shared/scim'
import { type AttributeRule, textOf } from './attribute-rule.ts'

/** Lark B04: displayName is the member's name, and required. */
export const displayName: AttributeRule = {
  id: 'B04',
  attribute: 'name',
  lark: 'Name',
  scim: 'displayName',
  read: (resource, { rulesOff }) => (rulesOff.has('B04') ? undefined : textOf(resource, 'displayName')),
  check(resource, { rulesOff }) {
    if (rulesOff.has('B04') || textOf(resource, 'displayName') !== undefined) return undefined
    return new ScimError('invalidValue', 'displayName is required: it becomes the name of the member.')
  },
}
