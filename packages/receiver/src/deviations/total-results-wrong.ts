import { isJsonArray } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { answerBody, withAnswer } from './rewriting.ts'

export const totalResultsWrong = defineDeviation({
  name: 'total-results-wrong',
  describes: 'Gives the number of resources in the page as totalResults.',
  pain: 'Clients stop after the first page.',
  hurts: ['okta', 'rfc'],
  damage: 'attribute',
  seenBy: 'protocol',
  consequences: [],
  source: 'wso2/product-is#7320, better-auth/better-auth#10398',
  create: () => (next) => async (request) => {
    const response = await next(request)
    const body = answerBody(response)
    return isJsonArray(body?.Resources)
      ? withAnswer(response, { ...body, totalResults: body.Resources.length })
      : response
  },
})
