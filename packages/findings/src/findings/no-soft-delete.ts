import { defineFinding } from '../finding.ts'

export const noSoftDelete = defineFinding({
  id: 'no-soft-delete',
  kind: 'fault',
  title: 'A disabled person stays active',
  detail: 'Setting active to false is answered well and not done.',
  why: 'Both services take the person for disabled. A leaver keeps the access.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'access',
  fix: 'Store active, end the person’s access, and return active false.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['FusionAuth/fusionauth-issues#3244', 'HelpCode-ai/anythingmcp#536'],
  signs: ['active/disable-done'],
  consequences: [
    'active/text-False-done',
    'active/text-false-done',
    'active/text-True-done',
    'active/pathless-done',
    'active/enable-done',
    'active/add-true-done',
    'put/active-done',
    'put/reactivate-done',
    'data/created-inactive',
    'active/found-when-inactive',
    'list/inactive-in-it',
  ],
  explains: (difference) => difference.attribute === 'active' || difference.kind === 'connection',
})
