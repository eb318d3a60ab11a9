import { isStillThere } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const groupFilterIgnored = defineFinding({
  id: 'group-filter-ignored',
  kind: 'fault',
  title: 'A lookup of a group finds others',
  detail: 'A filter by displayName is answered with groups of other names.',
  why: 'Identity providers take the first for theirs: its name and members are overwritten.',
  hurts: ['entra', 'entraLegacy', 'okta', 'rfc'],
  when: 'where groups are provisioned',
  damage: 'others',
  fix: 'Apply the filter; answer an empty list where nothing fits.',
  clause: 'RFC 7644 §3.4.2.2',
  sources: ['wso2/product-is#20511'],
  signs: ['group/found-only-that', 'group/nobody-is-empty'],
  explains: (difference) => difference.kind !== 'user' && !isStillThere(difference),
})
