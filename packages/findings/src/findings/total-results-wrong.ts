import { defineFinding } from '../finding.ts'

export const totalResultsWrong = defineFinding({
  id: 'total-results-wrong',
  kind: 'fault',
  title: 'totalResults is wrong',
  detail: 'totalResults is not the number of resources that fit, but that of the page or a fixed one.',
  why: 'Clients that read page by page stop too early, or never.',
  hurts: ['okta', 'rfc'],
  whenFor: { okta: 'where Okta imports users' },
  damage: 'attribute',
  fix: 'Count what fits the filter, before the page is cut out.',
  clause: 'RFC 7644 §3.4.2',
  sources: ['wso2/product-is#9957', 'slashdevops/idp-scim-sync#76'],
  signs: ['look-up/total-right', 'list/total-right', 'list/total-stays'],
})
