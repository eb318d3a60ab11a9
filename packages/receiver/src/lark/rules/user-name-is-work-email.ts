import { quoteForDetail, ScimError, type ScimResource } from '@scimulator/shared/scim'
import type { RulesOff } from '../values/rule-id.ts'
import { textOf } from './attribute-rule.ts'
import { workEmailOf } from './work-email.ts'

/** Lark B13: userName and the work email address have the same value, but for case, or the sync of that user fails. */
export function userNameIsWorkEmail(resource: ScimResource, rulesOff: RulesOff): ScimError | undefined {
  if (rulesOff.has('B13')) return undefined
  const userName = textOf(resource, 'userName')
  const email = workEmailOf(resource)
  if (userName === undefined || email === undefined || userName.toLowerCase() === email.toLowerCase()) return undefined
  return new ScimError(
    'invalidValue',
    `userName ${quoteForDetail(userName)} and emails[type eq "work"].value ${quoteForDetail(email)} must be the same. ` +
      'Map both from one attribute of the identity provider.',
  )
}
