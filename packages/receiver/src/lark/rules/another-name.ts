import { type AttributeRule, textOf } from './attribute-rule.ts'

/** Lark B10: nickName. */
export const anotherName: AttributeRule = {
  id: 'B10',
  attribute: 'anotherName',
  lark: 'AnotherName',
  scim: 'nickName',
  read: (resource, { rulesOff }) => (rulesOff.has('B10') ? undefined : textOf(resource, 'nickName')),
}
