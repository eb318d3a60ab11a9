import { defineFinding } from '../finding.ts'

export const concurrentChangesLost = defineFinding({
  id: 'concurrent-changes-lost',
  kind: 'fault',
  title: 'Of two changes at the same moment one is lost',
  detail:
    'Two PATCHes of different attributes at the same moment are answered well, and one of them is undone by the other.',
  why: 'An update is lost without a trace.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Read, change and write in one transaction, or check a version.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['scimmyjs/scimmy#79'],
  signs: ['together/both-attributes'],
})
