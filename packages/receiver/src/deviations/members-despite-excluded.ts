import type { Deviation } from './deviation.ts'
import { isFor, splitTarget, withQuery } from './rewriting.ts'

/**
 * Returns members although the client excluded them. Pain: Entra ID reads every member of a large group at each
 * look-up, and can fail on it. Source: Microsoft: provisioning log error codes.
 */
export const membersDespiteExcluded: Deviation = {
  name: 'members-despite-excluded',
  describes: 'Returns members although the client excluded them.',
  pain: 'Entra ID reads every member of a large group at each look-up, and can fail on it.',
  source: 'Microsoft: provisioning log error codes',
  create: () => (next) => async (request) => {
    const { path, query } = splitTarget(request)
    if (!isFor(request, 'Groups') || !query.has('excludedAttributes')) return next(request)
    query.delete('excludedAttributes')
    return next(withQuery(request, path, query))
  },
}
