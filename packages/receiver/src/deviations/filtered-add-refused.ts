import { isJsonArray, isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import type { HandlerRequest } from '../scim/handler-port.ts'
import { storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { bodyOf, errorAnswer, pathOf } from './rewriting.ts'

export const filteredAddRefused = defineDeviation({
  name: 'filtered-add-refused',
  describes: 'Refuses to add to a filtered path that fits no element yet, with 400 noTarget.',
  pain: "Adding a person's first phone number stops that person's whole sync.",
  hurts: ['entra', 'entraLegacy'],
  damage: 'stops',
  seenBy: 'end-state',
  consequences: [],
  source: 'better-auth/better-auth#10682, thomaspoignant/scim-patch#176',
  create: () => (next) => async (request) => {
    const paths = request.method === 'PATCH' ? filteredPaths(request) : []
    if (paths.length === 0) return next(request)
    const stored = await storedResource(next, request)
    const missing = stored && paths.find((path) => !hasElement(stored, path))
    return missing
      ? errorAnswer(400, 'noTarget', `${missing.attribute} has no element of type ${missing.type}.`)
      : next(request)
  },
})

type FilteredPath = { readonly attribute: string; readonly type: string }

function filteredPaths(request: HandlerRequest): readonly FilteredPath[] {
  const operations = bodyOf(request)?.Operations
  if (!isJsonArray(operations)) return []
  return operations.flatMap((operation) => {
    const found = /^(\w+)\[type eq "([^"]*)"\]/i.exec(isJsonObject(operation) ? pathOf(operation) : '')
    return found ? [{ attribute: found[1] ?? '', type: found[2] ?? '' }] : []
  })
}

function hasElement(resource: JsonObject, { attribute, type }: FilteredPath): boolean {
  const elements = resource[attribute]
  return isJsonArray(elements) && elements.some((element) => isJsonObject(element) && element.type === type)
}
