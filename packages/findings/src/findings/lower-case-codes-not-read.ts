import { defineFinding } from '../finding.ts'

export const lowerCaseCodesNotRead = defineFinding({
  id: 'lower-case-codes-not-read',
  kind: 'fault',
  title: 'Encoded characters of a URL are read in upper case only',
  detail: 'A filter with %c3%bc is refused or finds no user, although the same with %C3%BC is understood.',
  why: 'Which of the two Entra ID writes is not known: Microsoft’s reference code writes lower case.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  when: 'if Entra ID sends encoded characters of a URL in lower case',
  damage: 'attribute',
  fix: 'Decode the query with the means of your framework; both cases are the same.',
  clause: 'RFC 3986 §2.1',
  sources: ['AzureAD/SCIMReferenceCode'],
  signs: ['look-up/lower-case-codes'],
})
