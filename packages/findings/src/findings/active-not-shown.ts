import { defineFinding } from '../finding.ts'

export const activeNotShown = defineFinding({
  id: 'active-not-shown',
  kind: 'fault',
  title: 'active is not in the answers',
  detail:
    'A person who is read has no active, so that no client can tell whether a leaver has been shut out, or whether active is stored at all.',
  why: 'Entra ID compares what it reads with what it wants, and writes active again in every cycle; JumpCloud’s connection test compares it, and fails.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'attribute',
  fix: 'Store active, and return it, true or false, with every person.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['grokability/snipe-it#13855'],
  signs: ['active/shown'],
  explains: (difference) => difference.attribute === 'active' || difference.kind === 'connection',
})
