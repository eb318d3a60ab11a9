import { textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const disableRefused = defineFinding({
  id: 'disable-refused',
  kind: 'fault',
  title: 'No user can be disabled by PATCH',
  detail: 'PATCH active false is refused.',
  why: 'Entra ID disables leavers by PATCH. They keep their access, and the refusal is repeated at every cycle.',
  hurts: ['entra', 'entraLegacy', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Take PATCH with op replace and path active.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['grokability/snipe-it#14597', 'rancher#52996'],
  signs: ['active/disable-accepted'],
  consequences: [
    'active/text-False-accepted',
    'active/text-false-accepted',
    'active/text-True-accepted',
    'active/pathless-accepted',
    'active/add-true-accepted',
  ],
  explains: (difference) =>
    difference.attribute === 'active' || (difference.attribute === 'answer' && /active/.test(textOf(difference))),
})
