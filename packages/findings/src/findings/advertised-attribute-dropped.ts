import { isValue } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const advertisedAttributeDropped = defineFinding({
  id: 'advertised-attribute-dropped',
  kind: 'fault',
  title: 'Attributes are advertised and not kept',
  detail: '/Schemas says that an attribute may be written and is returned; written, it is not there.',
  why: 'The service believes that the value has arrived, and an administrator who maps the attribute waits for it in vain.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  when: 'for the attributes that are named here',
  damage: 'attribute',
  fix: 'Keep the attribute, or take it out of /Schemas.',
  clause: 'RFC 7643 §7',
  sources: ['RFC 7643 §7', 'thunder-id#3318'],
  signs: ['discovery/attributes-kept'],
  explains: isValue,
})
