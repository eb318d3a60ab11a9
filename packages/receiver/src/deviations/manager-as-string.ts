import { isJsonObject, urns } from '@scimulator/shared/scim'
import type { Deviation } from './deviation.ts'
import { rewritingResources } from './rewriting.ts'

/**
 * Returns the manager as a bare string. Pain: Entra ID cannot read the user and fails on him. Source:
 * budibase/budibase#15369, apache/directory-scimple#1242.
 */
export const managerAsString: Deviation = {
  name: 'manager-as-string',
  describes: 'Returns the manager as a bare string.',
  pain: 'Entra ID cannot read the user and fails on him.',
  source: 'budibase/budibase#15369, apache/directory-scimple#1242',
  create: () =>
    rewritingResources((resource) => {
      const extension = resource[urns.enterpriseUser]
      const manager = isJsonObject(extension) ? extension.manager : undefined
      if (!isJsonObject(extension) || !isJsonObject(manager)) return resource
      return { ...resource, [urns.enterpriseUser]: { ...extension, manager: manager.value ?? null } }
    }),
}
