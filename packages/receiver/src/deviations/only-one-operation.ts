import { isJsonArray } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { isFor, rewritingBody } from './rewriting.ts'

export const onlyOneOperation = defineDeviation({
  name: 'only-one-operation',
  describes: 'Carries out the first operation of a PATCH of a user and ignores the others.',
  pain: 'Entra ID sends all that has changed in one request; most of it is lost, a disable included.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'access',
  seenBy: ['directory.users.active', 'directory.users.title'],
  consequences: [],
  source: 'limosa-io/laravel-scim-server#34',
  create: () =>
    rewritingBody((body, request) =>
      request.method === 'PATCH' && isFor(request, 'Users') && isJsonArray(body.Operations)
        ? { ...body, Operations: body.Operations.slice(0, 1) }
        : body,
    ),
})
