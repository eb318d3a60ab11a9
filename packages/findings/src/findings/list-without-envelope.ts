import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const listWithoutEnvelope = defineFinding({
  id: 'list-without-envelope',
  kind: 'fault',
  title: 'A list is not a ListResponse',
  detail: 'GET /Users is answered with a bare array, or without a number totalResults or an array Resources.',
  why: 'Clients look for Resources and find none.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Answer { schemas, totalResults, startIndex, itemsPerPage, Resources }.',
  clause: 'RFC 7644 §3.4.2',
  sources: ['ory/polis#4054', 'RFC 7644 §3.4.2'],
  signs: ['list/answered', 'list/envelope'],
  consequences: [
    'list/total-right',
    'list/total-stays',
    'look-up/total-right',
    'discovery/types-right',
    'discovery/schemas-right',
  ],
  // A user who is looked up in such a list is not found, and what is to become of them is not done.
  explains: (difference) => isRefusal(difference) || ['exists', 'active'].includes(difference.attribute),
})
