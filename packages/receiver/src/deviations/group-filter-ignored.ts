import { defineDeviation } from './deviation.ts'
import { isFor, isList, splitTarget, withQuery } from './rewriting.ts'

export const groupFilterIgnored = defineDeviation({
  name: 'group-filter-ignored',
  describes: 'Ignores the filter of a list of groups.',
  pain: 'The first group of the list is taken for the one that was looked for, and gets its members.',
  hurts: ['entra', 'entraLegacy', 'okta', 'rfc'],
  damage: 'others',
  seenBy: ['directory.groups', 'directory.groups.members'],
  consequences: [],
  source: 'Metatavu/keycloak-scim-server#46, open-webui/open-webui#21543',
  create: () => (next) => async (request) => {
    const { path, query } = splitTarget(request)
    if (!isList(request) || !isFor(request, 'Groups')) return next(request)
    query.delete('filter')
    return next(withQuery(request, path, query))
  },
})
