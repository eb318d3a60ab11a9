import type { ScimResource } from '@scimulator/shared/scim'
import { type AttributeRule, elementsOf, hasType, textOf } from './attribute-rule.ts'

/**
 * Lark B11. The attribute table says phone numbers of type work, the Entra ID mapping on the same page sends type mobile; taken by
 * the letter the number never arrives. Work counts first, then mobile, unless the switch `phoneTypes` says workOnly.
 */
export const mobile: AttributeRule = {
  id: 'B11',
  attribute: 'mobile',
  lark: 'Mobile',
  scim: 'phoneNumbers[type eq "work"].value',
  read(resource, { rulesOff, switches }) {
    if (rulesOff.has('B11')) return undefined
    const work = numberOfType(resource, 'work')
    return switches.phoneTypes === 'workOnly' ? work : (work ?? numberOfType(resource, 'mobile'))
  },
}

function numberOfType(resource: ScimResource, type: string): string | undefined {
  const numbers = elementsOf(resource, 'phoneNumbers').filter((number) => hasType(number, type))
  return numbers.map((number) => textOf(number, 'value')).find((value) => value !== undefined)
}
