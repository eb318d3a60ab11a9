import { isStillThere } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const deleteOnlyDisables = defineFinding({
  id: 'delete-only-disables',
  kind: 'restriction',
  title: 'DELETE disables a person and keeps them',
  detail: 'After DELETE the person can still be read, with active false.',
  why: 'Entra ID deletes users who are gone for good; the account stays, without access, and so does the name that it has.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  when: 'for people who are deleted for good',
  damage: 'attribute',
  fix: 'Answer 404 for a deleted person, or say in your guide that accounts are kept and how they are removed.',
  clause: 'RFC 7644 §3.6',
  sources: ['FusionAuth#3244', 'Lark Help Center: Sync user data from Microsoft Entra ID to Lark'],
  signs: ['delete/not-only-disabled'],
  explains: isStillThere,
})
