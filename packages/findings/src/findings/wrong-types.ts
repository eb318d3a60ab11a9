import { defineFinding } from '../finding.ts'

export const wrongTypes = defineFinding({
  id: 'wrong-types',
  kind: 'fault',
  title: 'Attributes have the wrong JSON type',
  detail:
    'An attribute that is read has another type than its schema says: a text instead of a list, or a list of texts instead of objects.',
  why: 'Services with typed models cannot read the whole resource and fail on the person.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'stops',
  fix: 'Return each attribute in the type of RFC 7643, also when it holds one value or none.',
  clause: 'RFC 7643 §4.1',
  sources: ['RFC 7643 §4.1', 'AzureAD/SCIMReferenceCode#24'],
  signs: ['create/types-right'],
  explains: () => true,
})
