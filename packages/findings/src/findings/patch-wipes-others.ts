import { isValue } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const patchWipesOthers = defineFinding({
  id: 'patch-wipes-others',
  kind: 'fault',
  title: 'An update wipes what it does not mention',
  detail: 'A PATCH of one attribute takes others away or changes them.',
  why: 'Entra ID sends what differs and nothing else; the rest of the person is lost with a good answer.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  fix: 'Change the attributes that the operations name, and no others; PATCH is no PUT.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['RFC 7644 §3.5.2'],
  signs: ['active/others-kept', 'writes/others-kept', 'manager/stays', 'roles/stay'],
  explains: isValue,
})
