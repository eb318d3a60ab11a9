import { isJsonObject, urns } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { rewritingResources } from './rewriting.ts'

export const managerAsString = defineDeviation({
  name: 'manager-as-string',
  describes: 'Returns the manager as a bare string.',
  pain: 'Entra ID cannot read the user, and provisioning that user fails.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users.manager'],
  consequences: [],
  source: 'budibase/budibase#15369, apache/directory-scimple#1242',
  create: () =>
    rewritingResources((resource) => {
      const extension = resource[urns.enterpriseUser]
      const manager = isJsonObject(extension) ? extension.manager : undefined
      if (!isJsonObject(extension) || !isJsonObject(manager)) return resource
      return { ...resource, [urns.enterpriseUser]: { ...extension, manager: manager.value ?? null } }
    }),
})
