import { type AttributeRule, textOf } from './attribute-rule.ts'

/** Lark B08: title; a job title that does not exist is created like a department. */
export const jobTitle: AttributeRule = {
  id: 'B08',
  attribute: 'jobTitle',
  lark: 'JobTitleID',
  scim: 'title',
  read: (resource, { rulesOff }) => (rulesOff.has('B08') ? undefined : textOf(resource, 'title')),
}
