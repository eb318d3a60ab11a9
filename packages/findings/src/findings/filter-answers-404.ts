import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const filterAnswers404 = defineFinding({
  id: 'filter-answers-404',
  kind: 'fault',
  title: 'A lookup that finds no user is answered 404',
  detail: 'A filter that fits no user is not answered 200 with an empty list.',
  why: 'Every first contact is a lookup of a user who does not exist yet. Entra ID takes the endpoint for broken and puts the job into quarantine.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Answer 200 with totalResults 0 and no resources.',
  clause: 'RFC 7644 §3.4.2',
  sources: ['grokability/snipe-it#11913', 'getsentry/sentry#117860'],
  signs: ['look-up/nobody-answers-200', 'group/nobody-answers-200'],
  consequences: ['delete/not-found-by-name'],
  explains: isRefusal,
})
