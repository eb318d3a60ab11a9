import { isJsonArray, isJsonObject } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer, isFor, pathOf } from './rewriting.ts'

export const filteredReplaceNotDone = defineDeviation({
  name: 'filtered-replace-not-done',
  describes: 'Refuses paths with a filter in a PATCH of a user with 400.',
  pain: 'Work addresses and phone numbers cannot be changed, and each such change fails the whole request.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  seenBy: ['directory.users.phoneNumbers', 'directory.users.emails'],
  consequences: [],
  source: 'limosa-io/laravel-scim-server#119',
  create: () => (next) => async (request) => {
    const operations = request.method === 'PATCH' && isFor(request, 'Users') ? bodyOf(request)?.Operations : undefined
    return isJsonArray(operations) && operations.some((one) => isJsonObject(one) && pathOf(one).includes('['))
      ? errorAnswer(400, 'invalidPath', 'A filter in a path is not supported.')
      : next(request)
  },
})
