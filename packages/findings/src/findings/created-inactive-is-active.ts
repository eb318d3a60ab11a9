import { defineFinding } from '../finding.ts'

export const createdInactiveIsActive = defineFinding({
  id: 'created-inactive-is-active',
  kind: 'fault',
  title: 'A person created inactive is active',
  detail: 'A POST with active false makes an active person.',
  why: 'Accounts that must not work yet, or not any more, give access.',
  hurts: ['jumpcloud', 'rfc'],
  when: 'for people who are created inactive',
  damage: 'access',
  fix: 'Store active from the POST.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['RFC 7643 §4.1.1'],
  signs: ['data/created-inactive'],
  consequences: ['list/inactive-in-it'],
})
