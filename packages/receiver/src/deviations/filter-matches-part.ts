import { defineDeviation } from './deviation.ts'
import { isList, splitTarget, withQuery } from './rewriting.ts'

export const filterMatchesPart = defineDeviation({
  name: 'filter-matches-part',
  describes:
    'Finds users whose userName contains the value, where a filter asks for those whose userName is the value.',
  pain: 'The identity provider takes somebody else for the person, and changes, disables or hands over their account.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  // Names at a foreign endpoint begin with the mark of the run, so that none is within another one.
  seenBy: 'protocol',
  consequences: [],
  source: 'FusionAuth/fusionauth-issues#2455, the-control-group/scim-query-filter-parser-js#11',
  create: () => (next) => (request) => {
    const { path, query } = splitTarget(request)
    const filter = query.get('filter')
    if (filter === null || !isList(request)) return next(request)
    query.set('filter', filter.replace(/\buserName\s+eq\s+"/i, 'userName co "'))
    return next(withQuery(request, path, query))
  },
})
