import { defineFinding } from '../finding.ts'

export const externalIdNotEchoed = defineFinding({
  id: 'external-id-not-echoed',
  kind: 'fault',
  title: 'externalId is not returned',
  detail: 'The externalId that a client wrote is not in the resource.',
  why: 'Entra ID compares what it reads with what it wants, and sends the externalId anew at every evaluation.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  unseen: 'the directory is right; what is sent anew at each evaluation changes nothing',
  damage: 'cosmetic',
  fix: 'Store externalId and return it.',
  clause: 'RFC 7643 §3.1',
  sources: ['langwatch/langwatch#6974', 'azure-docs#11784'],
  signs: ['create/external-id-shown'],
  explains: (difference) => difference.attribute === 'externalId',
})
