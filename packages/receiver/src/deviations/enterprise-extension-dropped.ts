import { isJsonArray, urns } from '@scimulator/shared/scim'
import { withoutAttribute } from './attribute.ts'
import { defineDeviation } from './deviation.ts'
import { rewritingBody, rewritingOperations, without } from './rewriting.ts'

export const enterpriseExtensionDropped = defineDeviation({
  name: 'enterprise-extension-dropped',
  describes: 'Accepts the enterprise extension and stores nothing of it.',
  pain: 'Department, employee number and manager never arrive, and Entra ID sends them anew at every evaluation.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'attribute',
  seenBy: 'end-state',
  consequences: ['manager-change-ignored'],
  source: 'wso2/charon#100, pond/scimitar#48',
  create: () => {
    const inOperations = rewritingOperations((operation) => withoutAttribute(operation, urns.enterpriseUser))
    const inBodies = rewritingBody((body) => {
      const bare = without(body, urns.enterpriseUser)
      const { schemas } = bare
      return isJsonArray(schemas) ? { ...bare, schemas: schemas.filter((urn) => urn !== urns.enterpriseUser) } : bare
    })
    return (next) => inBodies(inOperations(next))
  },
})
