import { isJsonArray } from '@scimulator/shared/scim'
import type { Deviation } from './deviation.ts'
import { answerBody, splitTarget, withAnswer } from './rewriting.ts'

/**
 * Echoes count as itemsPerPage, whatever the page holds. Pain: clients that page by it skip people or never
 * stop. Source: ory/polis#4054, wso2/product-is#5091.
 */
export const wrongItemsPerPage: Deviation = {
  name: 'wrong-items-per-page',
  describes: 'Echoes count as itemsPerPage, whatever the page holds.',
  pain: 'clients that page by it skip people or never stop.',
  source: 'ory/polis#4054, wso2/product-is#5091',
  create: () => (next) => async (request) => {
    const response = await next(request)
    const body = answerBody(response)
    if (!isJsonArray(body?.Resources)) return response
    const count = Number(splitTarget(request).query.get('count') ?? 100)
    return withAnswer(response, { ...body, itemsPerPage: count })
  },
}
