import { defineFinding } from '../finding.ts'

export const answerNotCurrent = defineFinding({
  id: 'answer-not-current',
  kind: 'fault',
  title: 'A PATCH is answered with something else than the changed person',
  detail: 'A PATCH that is answered 200 has no resource in it, or the resource as it was before.',
  why: 'A client that takes the answer for the state of the person sees the change as not done.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Answer 200 with the whole resource as it is now, or 204 without a body.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['Captain-P-Goldfish/SCIM-SDK#188', 'MicrosoftDocs/azure-docs#60316'],
  signs: ['writes/answer-current'],
})
