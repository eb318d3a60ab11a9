import { defineDeviation } from './deviation.ts'
import { keepingResources, splitTarget } from './rewriting.ts'

export const externalIdNotFilterable = defineDeviation({
  name: 'external-id-not-filterable',
  describes: 'Finds no user by externalId.',
  pain: 'With externalId as matching attribute, everybody is created twice or collides.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users', 'directory.groups'],
  consequences: [],
  source: 'goauthentik/authentik#25837',
  create: () =>
    keepingResources((_resource, request) => !/\bexternalId\b/i.test(splitTarget(request).query.get('filter') ?? '')),
})
