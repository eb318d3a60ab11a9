import { urns } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { ignoringChanges } from './ignoring-changes.ts'

export const managerChangeIgnored = defineDeviation({
  name: 'manager-change-ignored',
  describes: 'Answers a change of the manager and does not store it.',
  pain: 'The manager never arrives, and Entra ID sends it anew at every evaluation.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  seenBy: 'end-state',
  consequences: [],
  source: 'MicrosoftDocs/azure-docs#45885, MicrosoftDocs/azure-docs#11784',
  create: () => ignoringChanges('Users', `${urns.enterpriseUser}:manager`),
})
