import { isJsonArray, isJsonObject } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer } from './rewriting.ts'

export const stringBooleansRefused = defineDeviation({
  name: 'string-booleans-refused',
  describes: 'Refuses "True" and "False" as text in a PATCH with 400.',
  pain: 'Without the suffix on its URL, Entra ID cannot disable anybody.',
  hurts: ['entraLegacy'],
  damage: 'access',
  seenBy: ['directory.users.active'],
  consequences: [],
  source: 'bytebase/bytebase#19073, rancher/rancher#54025',
  create: () => (next) => async (request) => {
    const operations = request.method === 'PATCH' ? bodyOf(request)?.Operations : undefined
    const isText = (value: unknown) => typeof value === 'string' && /^(true|false)$/i.test(value)
    const isRefused = isJsonArray(operations) && operations.some((one) => isJsonObject(one) && isText(one.value))
    return isRefused ? errorAnswer(400, 'invalidValue', 'active is a boolean, not a string.') : next(request)
  },
})
