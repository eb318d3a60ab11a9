import { defineDeviation } from './deviation.ts'
import { isFor, splitTarget, withQuery } from './rewriting.ts'

export const membersDespiteExcluded = defineDeviation({
  name: 'members-despite-excluded',
  describes: 'Returns members although the client excluded them.',
  pain: 'Entra ID reads every member of a large group at each lookup, and can fail on it.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'Microsoft: provisioning log error codes',
  create: () => (next) => async (request) => {
    const { path, query } = splitTarget(request)
    if (!isFor(request, 'Groups') || !query.has('excludedAttributes')) return next(request)
    query.delete('excludedAttributes')
    return next(withQuery(request, path, query))
  },
})
