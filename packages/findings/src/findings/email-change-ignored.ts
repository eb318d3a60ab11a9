import { textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const emailChangeIgnored = defineFinding({
  id: 'email-change-ignored',
  kind: 'fault',
  title: 'The email address cannot be changed',
  detail: 'A change of emails is refused, or answered well and not done.',
  why: 'Mail goes to an address that the person gave up, and which may belong to another person by now.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  hurtsBy: {
    'mail/change-accepted': ['entra', 'entraLegacy', 'rfc'],
    'mail/change-done': ['entra', 'entraLegacy', 'rfc'],
    'mail/change-by-path': ['entra', 'entraLegacy', 'rfc'],
    'put/mail': ['jumpcloud', 'okta', 'rfc'],
  },
  damage: 'attribute',
  fix: 'Store emails at every write, not only when the person is created.',
  clause: 'RFC 7644 §3.5.2.3',
  sources: ['sourcegraph/sourcegraph-public-snapshot#48720'],
  signs: ['mail/change-accepted', 'mail/change-done', 'mail/change-by-path', 'put/mail'],
  explains: (difference) => difference.attribute.startsWith('emails') || /"emails/.test(textOf(difference)),
})
