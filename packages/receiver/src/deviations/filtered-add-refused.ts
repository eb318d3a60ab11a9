import { isJsonArray, isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import type { HandlerRequest } from '../scim/handler-port.ts'
import { storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { filteredPathOf, hasElement } from './filtered-path.ts'
import { bodyOf, errorAnswer } from './rewriting.ts'

export const filteredAddRefused = defineDeviation({
  name: 'filtered-add-refused',
  describes: 'Refuses to add to a filtered path that fits no element yet, with 400 noTarget.',
  pain: "Adding a person's first phone number stops that person's whole sync.",
  hurts: ['entra', 'entraLegacy'],
  damage: 'stops',
  seenBy: ['directory.users.phoneNumbers', 'directory.users.emails'],
  consequences: [],
  source: 'better-auth/better-auth#10682, thomaspoignant/scim-patch#176',
  create: () => (next) => async (request) => {
    const operations = filteredOperations(request)
    const stored = operations.length === 0 ? undefined : await storedResource(next, request)
    const missing = stored && operations.find((operation) => !hasElement(stored, operation))
    const path = missing && filteredPathOf(missing)
    return path ? errorAnswer(400, 'noTarget', `${path.attribute} has no element of type ${path.type}.`) : next(request)
  },
})

function filteredOperations(request: HandlerRequest): readonly JsonObject[] {
  const operations = request.method === 'PATCH' ? bodyOf(request)?.Operations : undefined
  if (!isJsonArray(operations)) return []
  return operations.filter((one) => isJsonObject(one)).filter((one) => filteredPathOf(one) !== undefined)
}
