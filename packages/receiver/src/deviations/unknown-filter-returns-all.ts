import { defineDeviation } from './deviation.ts'
import { answerBody, splitTarget, withQuery } from './rewriting.ts'

export const unknownFilterReturnsAll = defineDeviation({
  name: 'unknown-filter-returns-all',
  describes: 'Answers a filter that it does not understand with all resources.',
  pain: 'The first person of the list is taken for the one that was looked for.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'others',
  seenBy: ['directory.groups'],
  consequences: [],
  source: 'wso2/product-is#20511',
  looksInside: true,
  create: () => (next) => async (request) => {
    const response = await next(request)
    if (answerBody(response)?.scimType !== 'invalidFilter') return response
    const { path, query } = splitTarget(request)
    query.delete('filter')
    return next(withQuery(request, path, query))
  },
})
