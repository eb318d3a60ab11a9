import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const oktaPersonRefused = defineFinding({
  id: 'okta-person-refused',
  kind: 'fault',
  title: 'The person as Okta writes it is refused',
  detail: 'A POST with everything that Okta writes is refused although a plainer one is taken.',
  why: 'Okta sends a random password and an empty list of groups with each new person, whether passwords are synchronised or not.',
  hurts: ['okta'],
  damage: 'stops',
  fix: 'Ignore what the endpoint has no use for; groups of a person are read-only, and a password may be left unused.',
  clause: 'RFC 7644 §3.3',
  sources: ['zitadel/zitadel#10009', 'langfuse/langfuse#15997'],
  signs: ['data/okta-body'],
  explains: (difference) => difference.kind !== 'group' && isRefusal(difference),
})
