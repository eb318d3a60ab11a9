import { defineDeviation } from './deviation.ts'
import { answerBody, errorAnswer, isList, splitTarget } from './rewriting.ts'

export const filterAnswers404 = defineDeviation({
  name: 'filter-answers-404',
  describes: 'Answers a filter that finds no user with 404 instead of an empty list.',
  pain: 'Entra ID takes the endpoint for broken and puts the job into quarantine.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'grokability/snipe-it#11913, getsentry/sentry#117860',
  create: () => (next) => async (request) => {
    const response = await next(request)
    const isFiltered = isList(request) && splitTarget(request).query.has('filter')
    if (!isFiltered || answerBody(response)?.totalResults !== 0) return response
    return errorAnswer(404, undefined, 'Nothing was found.')
  },
})
