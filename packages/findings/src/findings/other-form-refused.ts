import { defineFinding } from '../finding.ts'

export const otherFormRefused = defineFinding({
  id: 'other-form-refused',
  kind: 'fault',
  title: 'Requests in another form are not carried out',
  detail: 'What is done in the form that is usual is refused, or not done, in another that SCIM allows as well.',
  why: 'It is not certain which of the two forms the service writes: each was seen once, or is inferred.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta'],
  hurtsBy: {
    'forms/entra': ['entra'],
    'forms/entra-legacy': ['entraLegacy'],
    'forms/jumpcloud': ['jumpcloud'],
    'forms/okta': ['okta'],
  },
  when: 'if the identity provider sends the form that is named here',
  damage: 'attribute',
  fix: 'Read the request as RFC 7644 has it, whichever of the forms it is in.',
  clause: 'RFC 7644 §3.3, §3.5',
  sources: ['Fidelity: switches that were observed once or are inferred'],
  signs: ['forms/entra', 'forms/entra-legacy', 'forms/jumpcloud', 'forms/okta'],
})
