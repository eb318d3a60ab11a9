import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const addToExistingRefused = defineFinding({
  id: 'add-to-existing-refused',
  kind: 'fault',
  title: 'Add to an attribute that has a value is refused or ignored',
  detail: 'An operation add on a single attribute that has a value does not replace it.',
  why: 'Entra ID writes add and replace side by side, by what it last saw.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  fix: 'Treat add on a single-valued attribute as replace.',
  clause: 'RFC 7644 §3.5.2.1',
  sources: ['rancher/rancher#55776', 'sentry self-hosted#3573'],
  signs: ['writes/add-to-existing', 'active/add-true-accepted', 'active/add-true-done'],
  explains: (difference) => methodOf(difference) === 'PATCH' && difference.attribute !== 'exists',
})
