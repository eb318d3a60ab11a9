import { defineDeviation } from './deviation.ts'
import { errorAnswer } from './rewriting.ts'

export const patchNotSupported = defineDeviation({
  name: 'patch-not-supported',
  describes: 'Answers PATCH with 501.',
  pain: 'Entra ID changes everything by PATCH; after the create nothing arrives.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users.active', 'directory.groups.members'],
  consequences: ['group-patch-not-supported'],
  source: 'unitycatalog/unitycatalog#423',
  create: () => (next) => async (request) =>
    request.method === 'PATCH' ? errorAnswer(501, undefined, 'PATCH is not supported.') : next(request),
})
