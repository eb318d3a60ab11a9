import { storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { hasElement } from './filtered-path.ts'
import { rewritingOperations } from './rewriting.ts'

export const filteredAddIgnored = defineDeviation({
  name: 'filtered-add-ignored',
  describes: 'Ignores an operation on a filtered path that fits no element yet, and answers as if it were done.',
  pain: 'The first mobile number of a person never arrives.',
  hurts: ['entra', 'entraLegacy'],
  damage: 'attribute',
  seenBy: ['directory.users.phoneNumbers', 'directory.users.emails'],
  consequences: [],
  source: 'Metatavu/keycloak-scim-server#66',
  looksInside: true,
  create: () => (next) => async (request) => {
    const stored = request.method === 'PATCH' ? await storedResource(next, request) : undefined
    if (!stored) return next(request)
    return rewritingOperations((operation) => (hasElement(stored, operation) ? operation : undefined))(next)(request)
  },
})
