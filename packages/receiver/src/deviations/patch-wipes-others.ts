import { isJsonArray, isJsonObject } from '@scimulator/shared/scim'
import { mentions } from './attribute.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, isFor, withBody } from './rewriting.ts'

const LOST = ['phoneNumbers', 'title']

export const patchWipesOthers = defineDeviation({
  name: 'patch-wipes-others',
  describes: 'Removes the phone numbers and the title of a user at every PATCH that does not name them.',
  pain: 'An update of one attribute loses others, which identity providers do not send again.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  seenBy: ['directory.users.title', 'directory.users.phoneNumbers'],
  consequences: [],
  source: 'pond/scimitar#6, wso2/product-is#6004',
  doesMore: true,
  create: () => (next) => async (request) => {
    const body = request.method === 'PATCH' && isFor(request, 'Users') ? bodyOf(request) : undefined
    const operations = body?.Operations
    if (!isJsonArray(operations)) return next(request)
    const isNamed = (path: string) => operations.some((one) => isJsonObject(one) && mentions(one, path))
    const removals = LOST.filter((path) => !isNamed(path)).map((path) => ({ op: 'remove', path }))
    return next(withBody(request, { ...body, Operations: [...removals, ...operations] }))
  },
})
