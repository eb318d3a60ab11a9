import { inSamePatch, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const stringBooleansRefused = defineFinding({
  id: 'string-booleans-refused',
  kind: 'fault',
  title: '"False" as text is refused',
  detail: 'PATCH active with the text "False" or "True" is refused.',
  why: 'Without the suffix on its URL, and in provision on demand, Entra ID writes booleans as text. No user can be disabled.',
  hurts: ['entraLegacy'],
  damage: 'access',
  fix: 'Read "True" and "False", in any case, as booleans where the attribute is one.',
  clause: 'RFC 7643 §2.3.2',
  sources: ['bytebase/bytebase#19073', 'rancher/rancher#54025'],
  signs: ['active/text-False-accepted', 'active/text-True-accepted'],
  consequences: ['active/text-false-accepted'],
  explains: (difference) =>
    (difference.sender === 'entraLegacy' || difference.sender === 'onDemand') &&
    (difference.attribute === 'active' || /"(True|False)"/i.test(textOf(difference)) || inSamePatch(difference)),
})
