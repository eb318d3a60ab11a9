import type { Deviation } from './deviation.ts'
import { answerBody, splitTarget, withQuery } from './rewriting.ts'

/**
 * Answers a filter that it does not understand with everybody. Pain: the first person of the list is taken for
 * the one that was looked for. Source: wso2/product-is#20511.
 */
export const unknownFilterReturnsAll: Deviation = {
  name: 'unknown-filter-returns-all',
  describes: 'Answers a filter that it does not understand with everybody.',
  pain: 'the first person of the list is taken for the one that was looked for.',
  source: 'wso2/product-is#20511',
  create: () => (next) => async (request) => {
    const response = await next(request)
    if (answerBody(response)?.scimType !== 'invalidFilter') return response
    const { path, query } = splitTarget(request)
    query.delete('filter')
    return next(withQuery(request, path, query))
  },
}
