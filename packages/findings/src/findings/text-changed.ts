import { defineFinding } from '../finding.ts'

export const textChanged = defineFinding({
  id: 'text-changed',
  kind: 'fault',
  title: 'Text does not come back as it was sent',
  detail: 'A displayName with letters beyond ASCII, quotation marks or angle brackets is changed or refused.',
  why: 'Names arrive mangled, and Entra ID sends them anew at each evaluation.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  when: 'for people with such names',
  damage: 'attribute',
  fix: 'Read and write UTF-8, and escape where text is shown, not where it is stored.',
  clause: 'RFC 7643 §2.3.1',
  sources: ['Microsoft: Known issues for provisioning', 'RFC 7643 §2.3.1'],
  signs: ['data/text-kept'],
  consequences: ['look-up/special-characters'],
  explains: (difference) =>
    difference.attribute === 'displayName' ||
    difference.attribute.startsWith('name.') ||
    difference.attribute === 'answer',
})
