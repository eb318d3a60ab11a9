import { defineDeviation } from './deviation.ts'
import { isList, splitTarget, withQuery } from './rewriting.ts'

export const firstPageOnly = defineDeviation({
  name: 'first-page-only',
  describes: 'Gives the first page whatever startIndex says.',
  pain: 'A client that reads all people sees the first ones again and again.',
  hurts: ['okta', 'rfc'],
  damage: 'stops',
  seenBy: ['jumpcloud.users'],
  consequences: [],
  source: 'slashdevops/idp-scim-sync#76',
  create: () => (next) => async (request) => {
    const { path, query } = splitTarget(request)
    if (!isList(request)) return next(request)
    query.delete('startIndex')
    return next(withQuery(request, path, query))
  },
})
