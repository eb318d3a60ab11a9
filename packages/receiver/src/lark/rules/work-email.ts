import { ScimError, type ScimResource } from '@scimulator/shared/scim'
import { type AttributeRule, elementsOf, hasType, textOf } from './attribute-rule.ts'

/** Lark B02: the email address of type work, required and unique in the organisation. */
export const workEmail: AttributeRule = {
  id: 'B02',
  attribute: 'email',
  lark: 'email',
  scim: 'emails[type eq "work"].value',
  unique: 'email',
  read: (resource, { rulesOff }) => (rulesOff.has('B02') ? undefined : workEmailOf(resource)),
  check(resource, { rulesOff }) {
    if (rulesOff.has('B02') || workEmailOf(resource) !== undefined) return undefined
    return new ScimError(
      'invalidValue',
      'emails[type eq "work"].value is required: a member has an email address. Map an attribute to it that everybody has.',
    )
  },
}

export function workEmailOf(resource: ScimResource): string | undefined {
  const work = elementsOf(resource, 'emails').filter((email) => hasType(email, 'work'))
  return work.map((email) => textOf(email, 'value')).find((value) => value !== undefined)
}
