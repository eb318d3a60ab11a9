import { inSamePatch, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const filteredReplaceNotDone = defineFinding({
  id: 'filtered-replace-not-done',
  kind: 'fault',
  title: 'Paths with a filter are not understood',
  detail: 'A PATCH with the path phoneNumbers[type eq "work"].value is refused, or answered well and not done.',
  why: 'Entra ID writes email addresses, phone numbers and addresses by such paths.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  fix: 'Resolve the filter in the path to the elements that fit, and change those.',
  clause: 'RFC 7644 §3.10',
  sources: ['ssoready/ssoready#228', 'zulip/zulip#39773'],
  signs: ['writes/filtered-path'],
  consequences: [
    'filtered-path/add-accepted',
    'filtered-path/add-done',
    'filtered-path/replace-missing-accepted',
    'filtered-path/replace-missing-done',
  ],
  explains: (difference) =>
    (difference.sender === 'entra' || difference.sender === 'entraLegacy' || difference.sender === 'onDemand') &&
    (/\[/.test(difference.attribute) || inSamePatch(difference) || /"path":"[^"]*\[/.test(textOf(difference))),
})
