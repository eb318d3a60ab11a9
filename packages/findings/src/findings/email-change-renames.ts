import { defineFinding } from '../finding.ts'

export const emailChangeRenames = defineFinding({
  id: 'email-change-renames',
  kind: 'fault',
  title: 'A change of the email address renames the person',
  detail:
    'A write of another work address changes userName as well, although the endpoint takes people whose address is not their userName.',
  why: 'Identity providers look people up by userName, and sign them in by it. The next lookup finds no user, and creates the person a second time; the old name may be given to another person.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  hurtsBy: {
    'mail/keeps-user-name': ['entra', 'entraLegacy', 'rfc'],
    'writes/mail-keeps-user-name': ['entra', 'entraLegacy', 'rfc'],
    'put/mail-keeps-user-name': ['jumpcloud', 'okta', 'rfc'],
  },
  unseen: 'in the story userName and address change together',
  when: 'for people whose email address changes and whose userName does not',
  damage: 'stops',
  fix: 'Change userName only where the request names it.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['RFC 7644 §3.5.2', 'RFC 7643 §4.1.1'],
  signs: ['mail/keeps-user-name', 'writes/mail-keeps-user-name', 'put/mail-keeps-user-name'],
})
