import type { Deviation } from './deviation.ts'
import { isList, splitTarget, withQuery } from './rewriting.ts'

/**
 * Gives the first page whatever startIndex says. Pain: whoever reads all people sees the first ones again and
 * again. Source: slashdevops/idp-scim-sync#76.
 */
export const firstPageOnly: Deviation = {
  name: 'first-page-only',
  describes: 'Gives the first page whatever startIndex says.',
  pain: 'whoever reads all people sees the first ones again and again.',
  source: 'slashdevops/idp-scim-sync#76',
  create: () => (next) => async (request) => {
    const { path, query } = splitTarget(request)
    if (!isList(request)) return next(request)
    query.delete('startIndex')
    return next(withQuery(request, path, query))
  },
}
