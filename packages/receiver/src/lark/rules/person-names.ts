import type { ScimResource } from '@scimulator/shared/scim'
import type { RulesOff } from '../values/rule-id.ts'
import { type AttributeRule, objectOf, textOf } from './attribute-rule.ts'

/** Lark B07: name.givenName. */
export const firstName: AttributeRule = {
  id: 'B07',
  attribute: 'firstName',
  lark: 'FirstName',
  scim: 'name.givenName',
  read: (resource, { rulesOff }) => partOfName(resource, 'givenName', rulesOff),
}

/** Lark B07: name.familyName. */
export const lastName: AttributeRule = {
  id: 'B07',
  attribute: 'lastName',
  lark: 'LastName',
  scim: 'name.familyName',
  read: (resource, { rulesOff }) => partOfName(resource, 'familyName', rulesOff),
}

function partOfName(resource: ScimResource, part: string, rulesOff: RulesOff): string | undefined {
  return rulesOff.has('B07') ? undefined : textOf(objectOf(resource, 'name'), part)
}
