import { inSamePatch, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const filteredAddRefused = defineFinding({
  id: 'filtered-add-refused',
  kind: 'fault',
  title: 'The first value of a kind is refused',
  detail: 'A PATCH to a path whose filter fits no element yet is refused.',
  why: 'A user’s first mobile number stops all updates of that user.',
  hurts: ['entra', 'entraLegacy'],
  damage: 'stops',
  fix: 'Where nothing fits, add an element with the type of the filter.',
  sources: ['better-auth/better-auth#10682', 'thomaspoignant/scim-patch#176'],
  signs: ['filtered-path/add-accepted', 'filtered-path/replace-missing-accepted'],
  explains: (difference) =>
    (difference.sender === 'entra' || difference.sender === 'entraLegacy' || difference.sender === 'onDemand') &&
    (/\[/.test(difference.attribute) || inSamePatch(difference) || /\[type/.test(textOf(difference))),
})
