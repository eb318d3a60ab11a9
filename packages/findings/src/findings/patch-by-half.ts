import { defineFinding } from '../finding.ts'

export const patchByHalf = defineFinding({
  id: 'patch-by-half',
  kind: 'fault',
  title: 'A refused PATCH is carried out by half',
  detail: 'A PATCH that is answered with an error leaves the changes of the operations before the wrong one.',
  why: 'The client believes that nothing happened.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Work on a copy, and store it when all operations went well.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['Chainguard: Entra SCIM guide', 'scim-patch (not atomic)'],
  signs: ['patch/all-or-nothing'],
})
