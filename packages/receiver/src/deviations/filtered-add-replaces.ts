import { isJsonArray, isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { bodyOf, isFor, opOf, pathOf, withBody } from './rewriting.ts'

export const filteredAddReplaces = defineDeviation({
  name: 'filtered-add-replaces',
  describes: 'Takes an added element of a multi-valued attribute for the only one.',
  pain: 'A mobile number arrives, and the work number is gone.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  seenBy: ['directory.users.phoneNumbers'],
  consequences: [],
  source: 'wso2/product-is#11678',
  doesMore: true,
  create: () => (next) => async (request) => {
    const body = request.method === 'PATCH' && isFor(request, 'Users') ? bodyOf(request) : undefined
    const operations = body?.Operations
    if (!isJsonArray(operations)) return next(request)
    return next(withBody(request, { ...body, Operations: operations.flatMap(withRemovalOfOthers) }))
  },
})

function withRemovalOfOthers(operation: JsonValue): readonly JsonValue[] {
  if (!isJsonObject(operation) || opOf(operation) !== 'add') return [operation]
  const [, attribute, type] = /^(\w+)\[type eq "([^"]*)"\]/i.exec(pathOf(operation)) ?? []
  return attribute === undefined ? [operation] : [{ op: 'remove', path: `${attribute}[type ne "${type}"]` }, operation]
}
