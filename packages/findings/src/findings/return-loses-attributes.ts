import { isValue } from '../difference.ts'
import { defineFinding } from '../finding.ts'

/** Acts in which somebody is active again. */
const RETURNS = ['enabled', 'assigned-again', 'restored', 'back', 'all-back', 'enabled-after-restart']

export const returnLosesAttributes = defineFinding({
  id: 'return-loses-attributes',
  kind: 'fault',
  title: 'Who is enabled again loses attributes',
  detail: 'A PATCH of active to true is answered well, and changes attributes that it does not name.',
  why: 'Identity providers send what changed, and nothing else changed: the person is back without title, department or number.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'attribute',
  fix: 'Keep everything that is known of a disabled person, and change active alone when they return.',
  clause: 'RFC 7644 §3.5.2.3',
  sources: ['RFC 7644 §3.5.2.3'],
  signs: ['active/return-keeps-others'],
  explains: (difference) =>
    isValue(difference) && (difference.actual ?? null) === null && RETURNS.includes(difference.act),
})
