import { defineFinding } from '../finding.ts'

export const twoPrimaries = defineFinding({
  id: 'two-primaries',
  kind: 'fault',
  title: 'Two email addresses are the primary one',
  detail: 'An address that is added as primary leaves the other one primary too.',
  why: 'Which address mail goes to is left to chance.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Set primary to false for the others when one is made primary.',
  clause: 'RFC 7643 §2.4, RFC 7644 §3.5.2',
  sources: ['sourcegraph/sourcegraph-public-snapshot#49210', 'python-scim/scim2-models#116', 'wso2/product-is#10033'],
  signs: ['patch/one-primary'],
})
