import { isJsonArray } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { answerBody, splitTarget, withAnswer } from './rewriting.ts'

export const wrongItemsPerPage = defineDeviation({
  name: 'wrong-items-per-page',
  describes: 'Echoes count as itemsPerPage, whatever the page holds.',
  pain: 'Clients that page by it skip people or never stop.',
  hurts: ['rfc'],
  damage: 'stops',
  seenBy: 'protocol',
  consequences: [],
  source: 'ory/polis#4054, wso2/product-is#5091',
  create: () => (next) => async (request) => {
    const response = await next(request)
    const body = answerBody(response)
    if (!isJsonArray(body?.Resources)) return response
    const count = Number(splitTarget(request).query.get('count') ?? 100)
    return withAnswer(response, { ...body, itemsPerPage: count })
  },
})
