import { isJsonArray, isJsonObject, urns } from '@scimulator/shared/scim'
import { isAbout } from './attribute.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer, pathOf } from './rewriting.ts'

const MANAGER = `${urns.enterpriseUser}:manager`

export const managerTextRefused = defineDeviation({
  name: 'manager-text-refused',
  describes: 'Refuses a PATCH that gives the manager as a bare text with 400.',
  pain: 'Entra ID gives managers so; the manager never arrives, and what was sent with it does not either.',
  hurts: ['entra', 'entraLegacy'],
  damage: 'attribute',
  seenBy: ['directory.users.manager'],
  consequences: [],
  source: 'apache/directory-scimple#1242, Captain-P-Goldfish/SCIM-SDK#686',
  create: () => (next) => async (request) => {
    const operations = request.method === 'PATCH' ? bodyOf(request)?.Operations : undefined
    const isText = (value: unknown) => typeof value === 'string' && value !== ''
    return isJsonArray(operations) &&
      operations.some((one) => isJsonObject(one) && isAbout(pathOf(one), MANAGER) && isText(one.value))
      ? errorAnswer(400, 'invalidValue', 'manager is an object.')
      : next(request)
  },
})
