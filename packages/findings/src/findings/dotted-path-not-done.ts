import { textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const dottedPathNotDone = defineFinding({
  id: 'dotted-path-not-done',
  kind: 'fault',
  title: 'Paths to sub-attributes are not understood',
  detail: 'A PATCH with the path name.givenName is refused, ignored or done elsewhere.',
  why: 'Entra ID writes name.givenName and name.familyName by such paths.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  fix: 'Resolve the path step by step: the attribute, then its sub-attribute.',
  clause: 'RFC 7644 §3.10',
  sources: ['simpleidserver#696', 'zulip/zulip#39773'],
  signs: ['writes/dotted-path'],
  explains: (difference) =>
    (difference.sender === 'entra' || difference.sender === 'entraLegacy' || difference.sender === 'onDemand') &&
    difference.kind === 'user' &&
    /name/i.test(difference.attribute + textOf(difference)),
})
