import { ScimError } from '@scimulator/shared/scim'
import { type AttributeRule, textOf } from './attribute-rule.ts'

/** Lark B01: userName is Lark's ExternalID, required and unique in the organisation. */
export const externalID: AttributeRule = {
  id: 'B01',
  attribute: 'externalID',
  lark: 'ExternalID',
  scim: 'userName',
  unique: 'externalID',
  read: (resource, { rulesOff }) => (rulesOff.has('B01') ? undefined : textOf(resource, 'userName')),
  check(resource, { rulesOff }) {
    if (rulesOff.has('B01') || textOf(resource, 'userName') !== undefined) return undefined
    return new ScimError('invalidValue', 'userName is required: it becomes the ExternalID of the member.')
  },
}
